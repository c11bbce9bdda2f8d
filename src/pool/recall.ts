import { ESCAPED, type RawRecord } from '../read/record.js';
import type { Known } from '../types.js';
import { createKnown } from '../values/cell-memo.js';
import { copyOf } from '../values/memo.js';

/** Cells that are longer do not repeat, or not often. */
const LONGEST = 32;
const WORD = 4;
const SLOTS = 1 << 13;
/** Nothing is remembered of the first cells: a short list ends before it pays. */
const FIRST = 1 << 9;
/** After so many cells a column in which fewer than two of three are known is left alone. */
const TRIAL = 1 << 13;

/**
 * The texts of one column, remembered by their bytes: countries, sources, titles, given names and days come again and
 * again. A text that is known costs no new string, and what was found out about it stands with it.
 */
export interface Recall {
  /** The text of a cell of the record, null where it is not remembered. `view`: of the batch the record is in. */
  of(view: DataView, record: RawRecord, column: number): Known | null;
}

export function createRecall(): Recall {
  let texts: (Known | null)[] = [];
  let lengths = new Uint8Array(0);
  let held = new DataView(new ArrayBuffer(0));
  let asked = 0;
  let met = 0;
  let worthIt = true;

  /** Whether the bytes are those that are held at `from`. */
  function isHeld(view: DataView, start: number, length: number, from: number): boolean {
    for (let i = 0; i < length - 3; i += WORD) if (view.getUint32(start + i, true) !== held.getUint32(from + i, true)) return false;
    for (let i = length & ~3; i < length; i++) if (view.getUint8(start + i) !== held.getUint8(from + i)) return false;
    return true;
  }

  function begin(): void {
    asked = 0;
    texts = new Array<Known | null>(SLOTS).fill(null);
    lengths = new Uint8Array(SLOTS);
    held = new DataView(new ArrayBuffer(SLOTS * LONGEST));
  }

  return {
    of(view, record, column) {
      if (!worthIt || !record.plain || (record.flagsOf(column) & ESCAPED) !== 0) return null;
      const start = record.startOf(column);
      const length = record.endOf(column) - start;
      if (length > LONGEST || length === 0) return null;
      if (texts.length === 0) {
        if (++asked < FIRST) return null;
        begin();
      }
      const slot = slotOf(view, start, length);
      const from = slot * LONGEST;
      if (++asked === TRIAL) {
        worthIt = met * 3 > asked * 2;
        asked = met = 0;
        if (!worthIt) {
          texts = [];
          held = new DataView(new ArrayBuffer(0));
          return null;
        }
      }
      if (lengths[slot] === length && isHeld(view, start, length, from)) {
        met++;
        return texts[slot] as Known;
      }
      lengths[slot] = length;
      for (let i = 0; i < length; i++) held.setUint8(from + i, view.getUint8(start + i));
      return texts[slot] = createKnown(copyOf(record.text(column)));
    },
  };
}

function slotOf(view: DataView, start: number, length: number): number {
  let hash = length;
  for (let i = 0; i < length - 3; i += WORD) hash = Math.imul(hash ^ view.getUint32(start + i, true), 0x9e3779b1) ^ hash >>> 15;
  for (let i = length & ~3; i < length; i++) hash = Math.imul(hash ^ view.getUint8(start + i), 0x9e3779b1) ^ hash >>> 15;
  return (hash ^ hash >>> 13 ^ hash >>> 22) & (SLOTS - 1);
}
