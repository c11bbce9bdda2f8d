"""python3 bench/in_duckdb.py <list> <folder>

The part of the job that SQL can do: a pattern for e-mail addresses, the first row of each address. `--check` prints the version.
"""
import os
import sys

try:
    import duckdb
except ImportError as error:
    sys.exit(f"not installed: {error.name}")
if sys.argv[1:] == ["--check"]:
    print("DuckDB", duckdb.__version__)
    sys.exit(0)

path, folder = sys.argv[1:3]
os.makedirs(folder, exist_ok=True)
quoted = path.replace("'", "''")
duckdb.sql(f"""
create table rows as
  select *, row_number() over (partition by lower(trim("Email")) order by row) = 1
            and regexp_matches("Email", '^[^@ ]+@[^@ .]+(\\.[^@ .]+)*\\.[A-Za-z]+$') as good
  from (select row_number() over () as row, * from read_csv('{quoted}', all_varchar = true, header = true))
""")
for name, which in (("cleaned", "good"), ("rejected", "not good")):
    target = os.path.join(folder, f"{name}.csv").replace("'", "''")
    duckdb.sql(f"copy (select * exclude (row, good) from rows where {which} order by row) to '{target}' (header)")
