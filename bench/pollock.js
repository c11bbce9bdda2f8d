// node bench/pollock.js <folder> [--verbose]
// Scores the reader on a folder with polluted files in csv/ and their clean twins in clean/, by Pollock's own measure
// (github.com/HPI-Information-Systems/Pollock): success, and precision, recall and F1 of header cells, records and
// cells, 10 points in all. Records that leadclean sets apart (blank, repeated header, footer, unreadable) do not count as read;
// a file refused as empty counts as read if its twin is empty too. A header in several lines is compared as its twin
// writes it, joined by spaces.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { load } from './load.js';

const { values, positionals: [folder] } = parseArgs({ allowPositionals: true, options: { verbose: { type: 'boolean', default: false } } });
if (folder === undefined) throw new Error('which folder? It has to hold csv/ and clean/');
const { openList } = await load('src/read/list.ts');
const { readRecords } = await load('src/read/records.ts');

const APART = new Set(['blank', 'repeated-header', 'footer', 'unreadable']);

async function readFile(path) {
  const list = await openList(path, { header: true, stdin: () => process.stdin });
  const rows = [];
  const trouble = [];
  for await (const batch of list.batches()) {
    readRecords(batch, list.dialect, list.header, (record) => {
      trouble.push(...record.trouble.map((one) => `${record.line}: ${one.kind}: ${one.detail}`));
      if (!record.trouble.some((one) => APART.has(one.kind))) rows.push(list.header.map((_, i) => record.text(i)));
    });
  }
  await list.close();
  const header = list.info.headerRows.length > 1 && list.info.headerRows[0].every((name, i) => name === list.header[i]) ? list.header.map((_, i) => list.info.headerRows.map((names) => names[i]).join(' ')) : list.header;
  return { header, rows, trouble, info: list.info };
}

const count = (items) => items.reduce((map, item) => map.set(item, (map.get(item) ?? 0) + 1), new Map());

/** Precision, recall and F1 of two multisets. */
function measures(source, loaded) {
  if (source.length === 0) return [1, 1, 1];
  const there = count(loaded);
  let common = 0;
  for (const [item, times] of count(source)) common += Math.min(times, there.get(item) ?? 0);
  if (common === 0) return [0, 0, 0];
  const [a, b] = [common / source.length, common / loaded.length];
  return [a, b, (2 * a * b) / (a + b)];
}

const normal = (cell) => cell.toLowerCase();
const record = (cells) => cells.map((cell) => normal(cell) || 'null').join('\u0000');

let total = 0;
let twins = 0;
const files = readdirSync(join(folder, 'csv'));
for (const file of files) {
  const clean = parse(readFileSync(join(folder, 'clean', file)), { relax_column_count: true });
  const [header, data] = file === 'file_no_header.csv' ? [[], clean] : [clean[0] ?? [], clean.slice(1)];
  let score = 0;
  let notes = '';
  let same = false;
  try {
    const read = await readFile(join(folder, 'csv', file));
    const parts = [1, ...measures(header.map(normal), read.header.map(normal)), ...measures(data.map(record), read.rows.map(record)), ...measures(data.flat().map(normal), read.rows.flat().map(normal))];
    score = parts.reduce((sum, part) => sum + part);
    same = JSON.stringify(read.rows) === JSON.stringify(data);
    notes = `${read.rows.length} of ${data.length} rows, delimiter ${JSON.stringify(read.info.delimiter)}; ${read.trouble.slice(0, 3).join('; ')}`;
    if (values.verbose && !same) {
      const at = data.findIndex((cells, i) => record(cells) !== record(read.rows[i] ?? []));
      notes += `\n    read  ${JSON.stringify(read.rows[at])?.slice(0, 400)}\n    clean ${JSON.stringify(data[at])?.slice(0, 400)}`;
    }
  } catch (error) {
    if (error.exit === 3 && clean.length === 0) [score, same] = [10, true];
    notes = error.message;
  }
  total += score;
  if (same) twins++;
  if (values.verbose || !same) console.log(`${score.toFixed(2)}  ${file}  ${same ? '' : 'differs from its twin  '}${notes}`);
}
console.log(`${(total / files.length).toFixed(3)} of 10 over ${files.length} files; ${twins} with exactly the rows of their twin`);
