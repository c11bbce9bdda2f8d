import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { outputError } from '../errors.js';
import { findUpward, RULES_FILE } from '../rules/load.js';
import { withSettled } from '../rules/save.js';
import type { Field, Rules } from '../types.js';
import type { Inspection } from './inspection.js';
import type { ReadingOptions } from './reading.js';

/**
 * Writes what feeds which field, and the options that said how to read the list, into the leadclean.yaml that scans in
 * `cwd` use, or a new one. Returns what was done, for people.
 */
export async function saveReading(cwd: string, inspection: Inspection, options: ReadingOptions): Promise<string> {
  const found = findUpward(cwd);
  const path = found ?? join(cwd, RULES_FILE);
  const columns: Record<string, Field | null> = {};
  for (const { column, field, confidence } of inspection.columns) {
    const isUntold = field === null && confidence !== null;
    if (column.trim() !== '' && !column.startsWith('lc_') && !isUntold) columns[column] ??= field;
  }
  try {
    const text = withSettled(found === undefined ? null : readFileSync(found, 'utf8'), { columns, reading: readingOf(options) });
    await writeFile(`${path}.tmp`, text);
    await rename(`${path}.tmp`, path);
  } catch (error) {
    throw outputError(`${relative(cwd, path)} cannot be written: ${(error as Error).message}`);
  }
  return `${Object.keys(columns).length} columns are settled in ${relative(cwd, path)}`;
}

function readingOf({ delimiter, quote, escape, lineEnd, comment, encoding, sheet, header, dateOrder }: ReadingOptions): Rules['reading'] {
  const all = { delimiter, quote, escape, line_end: lineEnd, comment, encoding, sheet, header: header ? undefined : false, date_order: dateOrder };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
