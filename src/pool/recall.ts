import type { RawRecord } from '../read/record.js';
import { SLOTS } from '../read/scanner.js';
import type { Known } from '../types.js';
import { createKnown } from '../values/cell-memo.js';
import { copyOf } from '../values/memo.js';

/**
 * The texts of one column that come again and again: countries, sources, titles, given names and days. A text that is
 * known costs no new string, and what was found out about it stands with it. The scanner recognises them by their bytes.
 */
export interface Recall {
  /** The text of a cell of the record, null where the column does not know it. */
  of(record: RawRecord, column: number): Known | null;
}

export function createRecall(): Recall {
  let texts: (Known | null)[] = [];
  let numbers = new Uint32Array(0);
  return {
    of(record, column) {
      const number = record.knownAs(column) >>> 0;
      if (number === 0) return null;
      if (texts.length === 0) {
        texts = new Array<Known | null>(SLOTS).fill(null);
        numbers = new Uint32Array(SLOTS);
      }
      const slot = number & (SLOTS - 1);
      if (numbers[slot] === number) return texts[slot] as Known;
      numbers[slot] = number;
      return texts[slot] = createKnown(copyOf(record.text(column)));
    },
  };
}
