import type { Trouble } from '../types.js';
import type { Dialect } from './dialect.js';
import { readCells } from './readings.js';

/** The cells of a record that was not well-formed, as many as the header has, and what was wrong. */
export interface Mended {
  readonly cells: readonly string[];
  readonly trouble: readonly Trouble[];
}

const NONE: readonly Trouble[] = [];

/** Reads a record that the strict reading could not, or that has not as many cells as the header. Nothing is lost. */
export function mend(text: string, dialect: Dialect, width: number): Mended {
  const { cells } = readCells(text, dialect);
  return shaped(cells, dialect, width);
}

/** Pads or joins the cells to the width of the header. */
export function shaped(cells: readonly string[], dialect: Dialect, width: number): Mended {
  if (cells.length === width) return { cells, trouble: NONE };
  const trouble: readonly Trouble[] = [{ kind: 'ragged', detail: `${cells.length} cells, the header has ${width}` }];
  if (cells.length < width) return { cells: [...cells, ...Array<string>(width - cells.length).fill('')], trouble };
  if (cells.slice(width).every((cell) => cell === '')) return { cells: cells.slice(0, width), trouble: NONE };
  return { cells: [...cells.slice(0, width - 1), cells.slice(width - 1).join(dialect.delimiter)], trouble };
}
