import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { expect, test } from 'vitest';
import type { CleanOptions } from '../src/clean.js';
import { scan } from './scan.js';

/**
 * fixtures/golden: one folder for each kind of damage with a small list that has it, `options.json` if the scan needs
 * any, and what becomes of its rows: their cells, in which list each is, why, and what was mended. A new case is a new
 * folder. `UPDATE=1 npx vitest run test/golden.test.ts` writes what is found; look at the difference before you keep it.
 */
const FOLDER = 'fixtures/golden';
const update = process.env['UPDATE'] !== undefined;
const kinds = readdirSync(FOLDER).sort();

test('there are cases', () => { expect(kinds.length).toBeGreaterThan(60); });

test.each(kinds)('%s', async (kind) => {
  const folder = join(FOLDER, kind);
  const input = readdirSync(folder).find((name) => name.startsWith('input.'))!;
  const options = existsSync(join(folder, 'options.json')) ? JSON.parse(readFileSync(join(folder, 'options.json'), 'utf8')) as Partial<CleanOptions> : {};
  const found = await rowsOf(input, readFileSync(join(folder, input)), options);
  const file = join(folder, 'expected.csv');
  if (update) writeFileSync(file, found);
  expect(found).toBe(readFileSync(file, 'utf8'));
});

/** Of the columns that leadclean adds those that depend on the list and not on what the rules charge. */
const ADDED = ['lc_line', 'lc_status', 'lc_reasons', 'lc_fixes', 'lc_hints', 'lc_duplicate_of'];

/** The rows of all three lists in the order of the input, as CSV. */
async function rowsOf(name: string, content: Uint8Array, options: Partial<CleanOptions>): Promise<string> {
  const scanned = await scan({ [name]: content }, { ...options, name: 'list' });
  const tables = ['cleaned', 'flagged', 'rejected'].map((verdict) => parse(scanned.file(`list.${verdict}.csv`)) as string[][]);
  const header = tables[0]![0]!;
  const line = header.indexOf('lc_line');
  const kept = header.flatMap((column, at) => (!column.startsWith('lc_') || ADDED.includes(column) ? [at] : []));
  const rows = tables.flatMap((table) => table.slice(1)).sort((a, b) => Number(a[line]) - Number(b[line]));
  const reasons = header.indexOf('lc_reasons');
  // Worst first depends on the points.
  for (const row of rows) row[reasons] = row[reasons]!.split(';').sort().join(';');
  return stringify([header, ...rows].map((row) => kept.map((at) => row[at]!)));
}
