import { stringify } from 'csv-stringify/sync';
import { putText, type Ink } from './ink.js';

/** One changed cell of a written row. */
export type ChangeRow = readonly [line: number, column: string, field: string, code: string, before: string, after: string];

export function putChangesHeader(ink: Ink): void {
  putText(ink, stringify([['line', 'column', 'field', 'code', 'before', 'after']]));
}

export function putChange(ink: Ink, change: ChangeRow): void {
  putText(ink, stringify([[...change]]));
}

/** One row of a CSV of our own making. */
export function putRow(ink: Ink, cells: readonly (string | number)[]): void {
  putText(ink, stringify([[...cells]]));
}
