import type { Cell, DateOrder } from '../types.js';
import { UNREADABLE } from './calendar.js';
import { cellMemo } from './cell-memo.js';
import { isoDayIn } from './iso-day.js';
import { scanDate } from './scan-date.js';
import { AMBIGUOUS, firstOf, inOrder, UNORDERED } from './unordered-date.js';

// What the text of one date cell means. Days are counted since 1970-01-01; the day is the one that is written, whatever
// time and zone stand beside it. Nothing is guessed: `03/04/2024` has no meaning without its column's order.
export { AMBIGUOUS, UNREADABLE };

/** What one text says about the order of its column. `certain`: a date that needs no order; `none`: not a date. */
export type DateEvidence = 'none' | 'ambiguous' | 'dmy' | 'mdy' | 'ymd' | 'certain';

/**
 * Days since 1970-01-01, or `AMBIGUOUS`, or `UNREADABLE`; years 1900 to 9999. Two-digit years: 00–49 are 20xx, 50–99 are
 * 19xx. `order` settles numeric dates that end in the year; dates with dots are always day first; `ymd` settles only
 * dates with two-digit years, as four digits show by themselves which part is the year.
 * Spreadsheet serials and Unix times are read when they fall between 1990 and 2049.
 */
export function readDate(text: string, order: DateOrder | null): number {
  const found = scanDate(text);
  return found < UNORDERED ? found : inOrder(found, order);
}

/** The same of cells; `orders` by column. What is not written as ISO has it may come again and again. */
export function dateReader(orders: readonly (DateOrder | null)[]): (cell: Cell) => number {
  const scanned = cellMemo(scanDate);
  return (cell) => {
    const iso = cell.ascii === null ? UNREADABLE : isoDayIn(cell.ascii);
    if (iso !== UNREADABLE) return iso;
    const found = scanned(cell);
    return found < UNORDERED ? found : inOrder(found, orders[cell.column] ?? null);
  };
}

/** What `text` proves about the day/month order of the column it stands in. */
export function dateEvidence(text: string): DateEvidence {
  const found = scanDate(text);
  if (found === UNREADABLE) return 'none';
  if (found < UNORDERED) return 'certain';
  const day = inOrder(found, null);
  if (day === UNREADABLE) return 'none';
  if (day === AMBIGUOUS) return 'ambiguous';
  const first = firstOf(found);
  if (first > 31) return 'ymd';
  if (first > 12) return 'dmy';
  return inOrder(found, 'mdy') === inOrder(found, 'dmy') ? 'certain' : 'mdy';
}
