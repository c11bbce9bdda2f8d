import { parse } from 'csv-parse/sync';
import type { Dialect } from './dialect.js';

/**
 * The cells of a well-formed record as csv-parse reads it, null when it is not well-formed. Not for backslash escapes:
 * csv-parse drops the backslash before any character (`C:\leads`), which loses text.
 */
export function strictCells(text: string, dialect: Dialect): readonly string[] | null {
  if (dialect.escape === 'backslash') return null;
  try {
    const records = parse(text, {
      delimiter: dialect.delimiter, quote: dialect.quote === '' ? false : dialect.quote,
      escape: dialect.quote === '' ? null : dialect.quote,
      relax_column_count: true, record_delimiter: dialect.cr ? ['\r\n', '\n', '\r'] : ['\r\n', '\n'],
    });
    return records.length === 1 ? (records[0] as readonly string[]) : null;
  } catch {
    return null; // It throws for what is malformed.
  }
}
