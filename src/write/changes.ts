import { stringify } from 'csv-stringify/sync';
import { disarm } from '../values/formula.js';
import { putText, type Ink } from './ink.js';

/** One step by which a cell was changed. */
export interface Step {
  readonly column: number;
  readonly field: string | null;
  readonly code: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The changed cells of one row, each once: as it was read, as it is written, and by which codes. `steps`: in the order they
 * were taken. Of a rejected row only what a spreadsheet would run is changed.
 */
export function changedCells(steps: readonly Step[], isRejected: boolean): Step[] {
  const cells = new Map<number, Step>();
  for (const step of steps) {
    const first = cells.get(step.column);
    cells.set(step.column, first === undefined ? step : { ...first, code: `${first.code};${step.code}`, after: step.after });
  }
  const all = [...cells.values()];
  return (isRejected ? all.map((cell) => ({ ...cell, code: 'cell/formula', after: disarm(cell.before) })) : all).filter(({ before, after }) => before !== after);
}

export function putChangesHeader(ink: Ink): void {
  putText(ink, stringify([['line', 'column', 'field', 'code', 'before', 'after']]));
}

/** One row of a CSV of our own making. */
export function putRow(ink: Ink, cells: readonly (string | number)[]): void {
  putText(ink, stringify([[...cells]]));
}
