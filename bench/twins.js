// node bench/twins.js <folder with .csv> <folder with .json>
// Reads each list that has a twin of the same name in JSON (rows as objects or as arrays, or one row alone) and says where
// they differ. A list refused as empty is like a twin without rows.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { load } from './load.js';

const [lists, twins] = process.argv.slice(2);
if (lists === undefined || twins === undefined) throw new Error('which folders? One with .csv, one with .json of the same names');
const { openList } = await load('src/read/list.ts');
const { readRecords } = await load('src/read/records.ts');

async function rowsOf(path) {
  let list;
  try {
    list = await openList(path, { header: true, stdin: () => process.stdin });
  } catch (error) {
    if (/ is empty$/.test(error.message)) return { header: [], rows: [] };
    throw error;
  }
  const rows = [];
  for await (const batch of list.batches()) readRecords(batch, list.dialect, list.header, (record) => rows.push(list.header.map((_, i) => record.text(i))));
  return { header: list.info.headerLine === 0 ? null : list.header, rows };
}

const names = readdirSync(lists).filter((name) => name.endsWith('.csv') && existsSync(join(twins, `${basename(name, '.csv')}.json`)));
let same = 0;
for (const name of names) {
  const twin = JSON.parse(readFileSync(join(twins, `${basename(name, '.csv')}.json`), 'utf8'));
  const expected = Array.isArray(twin) ? twin : [twin];
  const { header, rows } = await rowsOf(join(lists, name));
  const asArrays = expected.length > 0 && Array.isArray(expected[0]);
  const found = asArrays ? [...(header === null ? [] : [header]), ...rows] : rows.map((cells) => Object.fromEntries(header.map((column, i) => [column, cells[i]])));
  if (JSON.stringify(found) === JSON.stringify(expected)) same++;
  else process.stdout.write(`${name}\n  read ${JSON.stringify(found).slice(0, 300)}\n  twin ${JSON.stringify(expected).slice(0, 300)}\n`);
}
process.stdout.write(`${same} of ${names.length} as their twin\n`);
