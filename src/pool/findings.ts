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
interface Open { known: KnownCode; cell: OpenCell | null; field: number; fixed: boolean; hinted: boolean }

/** What was found of the row at hand. */
export interface Findings {
  clear(): void;
  /** `field`: its number in patterns. */
  add(known: KnownCode, cell: OpenCell | null, field: number, fixed: boolean, hinted: boolean): void;
  has(code: Code): boolean;
  /** Whether one of them rejects the row. */
  reject(): boolean;
  /** Number of the pattern they make. `isSpare`: the cell is spoilt, but another of its field is usable; `tell` is told of those without a hint. */
  pattern(patterns: Patterns, isSpare: (cell: OpenCell) => boolean, tell: (code: Code, cell: OpenCell) => void): number;
}

/** The entries are used again for each row: rows have a few findings each, and a million rows would have millions. */
export function createFindings(): Findings {
  const entries: Open[] = [];
  let count = 0;
  return {
    clear() { count = 0; },
    add(known, cell, field, fixed, hinted) {
      const open = entries[count];
      if (open === undefined) entries.push({ known, cell, field, fixed, hinted });
      else {
        open.known = known;
        open.cell = cell;
        open.field = field;
        open.fixed = fixed;
        open.hinted = hinted;
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
    pattern(patterns, isSpare, tell) {
      let pattern = 0;
      for (let at = 0; at < count; at++) {
        const { known, cell, field, fixed, hinted } = entries[at] as Open;
        const spare = cell !== null && isSpare(cell);
        if (spare && !fixed && !hinted) tell(known.code, cell);
        pattern = patterns.step(pattern, packFact(known.number, field, fixed, spare));
      }
      return pattern;
    },
  };
}
