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

const NONE: Known = { text: '', kinds: 0, number: 0, answers: [] };

export function createRecall(): Recall {
  let texts: Known[] = [];
  return {
    of(record, column) {
      const number = record.knownAs(column) >>> 0;
      if (number === 0) return null;
      if (texts.length === 0) texts = new Array<Known>(SLOTS).fill(NONE);
      const slot = number & (SLOTS - 1);
      const known = texts[slot] as Known;
      return known.number === number ? known : texts[slot] = createKnown(copyOf(record.text(column)), number);
    },
  };
}
