import { stringify } from 'csv-stringify/sync';
import { disarm } from '../values/formula.js';
import { putText, type Ink } from './ink.js';

/** One changed cell of a written row. */
export type ChangeRow = readonly [line: number, column: string, field: string, code: string, before: string, after: string];

export function putChangesHeader(ink: Ink): void {
  putText(ink, stringify([['line', 'column', 'field', 'code', 'before', 'after']]));
}

export function putChange(ink: Ink, change: ChangeRow): void {
  putText(ink, stringify([[...change]]));
}

/** One row of a CSV of our own making; a text that a spreadsheet would run is disarmed. */
export function putRow(ink: Ink, cells: readonly (string | number)[]): void {
  putText(ink, stringify([cells.map((cell) => (typeof cell === 'string' ? disarm(cell) : cell))]));
}
