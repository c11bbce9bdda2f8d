/** The rows of one list among those of all lists of a run: every row has one number, and can be named again. */
export interface Here {
  /** Number of the row on `line` of this list. */
  number(line: number): number;
  /** `12` for a row of this list, `other.csv:12` for one of another. */
  name(row: number): string;
  /** `other.csv:12` for any row. */
  fullName(row: number): string;
}

/** The rows of all lists of a run, by number. */
export interface Places {
  /** Rows are numbered list after list: a list must be read to its end before the next one is opened. */
  open(list: string): Here;
  /** The list of a row, and its line there. */
  placeOf(row: number): { readonly list: string; readonly line: number };
  /** Above every row of the lists so far. */
  end(): number;
}

export function createPlaces(): Places {
  const lists: { readonly list: string; readonly base: number }[] = [];
  let highest = 0;
  const numberOf = (row: number): number => lists.findLastIndex((place) => row > place.base);
  function placeOf(row: number): { readonly list: string; readonly line: number } {
    const { list, base } = lists[numberOf(row)]!;
    return { list, line: row - base };
  }
  function fullName(row: number): string {
    const { list, line } = placeOf(row);
    return `${list}:${line}`;
  }
  return {
    placeOf,
    end: () => highest + 1,
    open(list) {
      const base = highest;
      const here = lists.push({ list, base }) - 1;
      return {
        number(line) {
          const row = base + line;
          if (row > highest) highest = row;
          return row;
        },
        name: (row) => (numberOf(row) === here ? String(row - base) : fullName(row)),
        fullName,
      };
    },
  };
}
