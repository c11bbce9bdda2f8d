import { ESCAPED, type RawRecord } from '../read/records.js';
import { copyOf } from '../values/memo.js';

/** Cells that are longer do not repeat, or not often. */
const LONGEST = 32;
const SLOTS = 1 << 12;
/** After so many cells a column in which fewer than three of four are known is left alone. */
const TRIAL = 1 << 13;

/**
 * The texts of one column, remembered by their bytes: countries, sources, titles, given names and days come again and
 * again. A text that is known costs no new string, and is the same string each time: what others remember of it
 * they find without reading it again.
 */
export interface Recall {
  /** The text of a cell is that of place `place(…)` in these; -1: not remembered. */
  place(bytes: Uint8Array, record: RawRecord, column: number): number;
  readonly texts: readonly string[];
}

export function createRecall(): Recall {
  const texts = new Array<string>(SLOTS).fill('');
  const lengths = new Uint8Array(SLOTS);
  const held = new Uint8Array(SLOTS * LONGEST);
  let asked = 0;
  let known = 0;
  let worthIt = true;

  return {
    texts,
    place(bytes, record, column) {
      if (!worthIt || !record.plain || ((record.flags[column] as number) & ESCAPED) !== 0) return -1;
      const start = record.starts[column] as number;
      const length = (record.ends[column] as number) - start;
      if (length > LONGEST || length === 0) return -1;
      const slot = slotOf(bytes, start, length);
      const from = slot * LONGEST;
      if (++asked === TRIAL) {
        worthIt = known * 4 > asked * 3;
        asked = known = 0;
      }
      if (lengths[slot] === length) {
        let i = 0;
        while (i < length && held[from + i] === bytes[start + i]) i++;
        if (i === length) {
          known++;
          return slot;
        }
      }
      lengths[slot] = length;
      for (let i = 0; i < length; i++) held[from + i] = bytes[start + i] as number;
      texts[slot] = copyOf(record.text(column));
      return slot;
    },
  };
}

/** A few of the bytes tell most texts of a column apart. */
function slotOf(bytes: Uint8Array, start: number, length: number): number {
  const last = start + length - 1;
  const hash = (bytes[start] as number) | (bytes[last] as number) << 8 | (bytes[start + (length >> 1)] as number) << 16 | length << 24;
  const more = (bytes[start + (length > 2 ? 2 : 0)] as number) | (bytes[last - (length > 1 ? 1 : 0)] as number) << 8 | (bytes[start + (length > 6 ? 6 : 0)] as number) << 16;
  const mixed = Math.imul(hash, 0x9e3779b1) ^ Math.imul(more, 0x85ebca6b);
  return (mixed ^ mixed >>> 15) & (SLOTS - 1);
}
