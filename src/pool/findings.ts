import type { Code } from '../types.js';
import type { OpenCell } from './lead.js';
import { packFact, type Patterns } from './patterns.js';

/** A code as the examiner knows it: its number, and what the rules make of it. */
export interface KnownCode {
  readonly code: Code;
  readonly number: number;
  readonly isOff: boolean;
  readonly rejects: boolean;
}

/** A finding of the row at hand, while its lead is still being looked at. */
interface Open { known: KnownCode; cell: OpenCell | null; field: number; fixed: boolean }

/** What was found of the row at hand. */
export interface Findings {
  clear(): void;
  /** `field`: its number in patterns. */
  add(known: KnownCode, cell: OpenCell | null, field: number, fixed: boolean): void;
  has(code: Code): boolean;
  /** Whether one of them rejects the row. */
  reject(): boolean;
  /** Number of the pattern they make. `isSpare`: the cell is spoilt, but another of its field is usable. */
  pattern(patterns: Patterns, isSpare: (cell: OpenCell) => boolean): number;
}

/** The entries are used again for each row: rows have a few findings each, and a million rows would have millions. */
export function createFindings(): Findings {
  const entries: Open[] = [];
  let count = 0;
  return {
    clear() { count = 0; },
    add(known, cell, field, fixed) {
      const open = entries[count];
      if (open === undefined) entries.push({ known, cell, field, fixed });
      else {
        open.known = known;
        open.cell = cell;
        open.field = field;
        open.fixed = fixed;
      }
      count++;
    },
    has(code) {
      for (let at = 0; at < count; at++) if ((entries[at] as Open).known.code === code) return true;
      return false;
    },
    reject() {
      for (let at = 0; at < count; at++) if ((entries[at] as Open).known.rejects) return true;
      return false;
    },
    pattern(patterns, isSpare) {
      let pattern = 0;
      for (let at = 0; at < count; at++) {
        const { known, cell, field, fixed } = entries[at] as Open;
        pattern = patterns.step(pattern, packFact(known.number, field, fixed, cell !== null && isSpare(cell)));
      }
      return pattern;
    },
  };
}
