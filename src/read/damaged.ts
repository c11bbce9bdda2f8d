import type { Trouble } from '../types.js';
import { decode } from './decode.js';
import type { Dialect } from './dialect.js';
import { mend } from './mend.js';

/** Reads the cells of a record that is not well-formed from its bytes, with every leniency, and notes what was wrong. */
export function readDamaged(bytes: Buffer, dialect: Dialect, width: number): { readonly cells: readonly string[]; readonly trouble: readonly Trouble[] } {
  const { text, broken, marked } = decode(bytes);
  const { cells, trouble } = mend(text, dialect, width);
  if (!broken && !text.includes('\0')) return { cells, trouble };
  const columns = broken ? brokenColumns(marked, cells) : nulColumns(cells);
  const detail = broken ? 'bytes that are no UTF-8, read as Windows-1252' : 'contains NUL characters';
  return { cells, trouble: [...trouble, ...columns.map((column): Trouble => ({ kind: 'encoding', column, detail }))] };
}

function nulColumns(cells: readonly string[]): number[] {
  return cells.flatMap((cell, column) => (cell.includes('\0') ? [column] : []));
}

/** Columns whose cells hold one of the repaired stretches. */
function brokenColumns(stretches: readonly string[], cells: readonly string[]): number[] {
  const columns = cells.flatMap((cell, column) => (stretches.some((stretch) => cell.includes(stretch)) ? [column] : []));
  return columns.length > 0 ? columns : [0];
}
