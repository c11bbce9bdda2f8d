import { decode } from './decode.js';
import type { Dialect, DialectBytes } from './dialect.js';
import { misfits } from './kinds.js';
import { readCells } from './readings.js';
import { type Shapes, shapes } from './shape.js';

/** A record that unquoted line breaks cut is put together from so many lines at most. */
const MOST_LINES = 4;

/**
 * Finds records that a line break inside an unquoted cell has cut: short lines that together have as many cells as the
 * header, each suiting its column, while the first of them alone does not.
 */
export interface Broken {
  /** The end of the record whose first line starts at `start`, -1 if it is none, null when more bytes are needed. */
  endOf(start: number): number | null;
}

/** `to`: where the bytes end; `final`: nothing comes after it. */
export function broken(bytes: Buffer, to: number, final: boolean, dialect: Dialect, form: DialectBytes, shape: Shapes = shapes(bytes, form)): Broken {
  const { width, usual, forms } = dialect;
  const telling = width > 2 && forms.some((one) => one.filled && one.kind !== '');

  const text = (start: number, end: number): string => decode(bytes.subarray(start, end)).text.replace(/\r?\n$|\r$/, '');

  return {
    endOf(start) {
      if (!telling) return -1;
      let cells = 1;
      let at = start;
      for (let lines = 1; lines <= MOST_LINES; lines++) {
        if (at >= to) return final || lines === 1 ? -1 : null;
        const line = shape.record(at, to, final);
        if (line.open) return null;
        if (!line.sound || line.cells >= width || line.cells === usual || line.end === at) return -1;
        if (shape.lineAfter(at, to) !== line.next && line.next !== to) return -1;
        cells += line.cells - 1;
        at = line.next;
        if (cells > width) return -1;
        if (lines === 1 || cells < width) continue;
        const whole = readCells(text(start, at), dialect);
        if (whole.cells.length !== width || whole.strays > 0 || misfits(forms, whole.cells) > 0) return -1;
        const first = readCells(text(start, shape.record(start, to, final).next), dialect).cells;
        const padded = [...first, ...Array<string>(width - first.length).fill('')];
        return misfits(forms, padded) > 0 ? at : -1;
      }
      return -1;
    },
  };
}
