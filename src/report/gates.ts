import { usageError } from '../errors.js';
import { didYouMean } from '../nearest.js';
import { TIERS, VERDICTS } from '../types.js';
import type { Report } from './report.js';

/** A limit that ends the run with exit 1 when it is crossed: `rejected>5%`. */
export interface Gate {
  /** As it was written. */
  readonly text: string;
  /** A verdict, a tier, `rows` or a code. */
  readonly subject: string;
  readonly crossed: (value: number) => boolean;
  /** The value is a share of all rows, 0 to 100. */
  readonly percent: boolean;
}

const CROSSED: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '>': (value, limit) => value > limit,
  '<': (value, limit) => value < limit,
  '>=': (value, limit) => value >= limit,
  '<=': (value, limit) => value <= limit,
};

/** Reads `rejected>5%`, `flagged > 200`, `cleaned<=1000`, `email/typo>1%`; anything else is a usage error. */
export function parseGate(text: string, codes: readonly string[]): Gate {
  const match = /^\s*([a-z][a-z0-9/-]*)\s*(>=|<=|>|<)\s*(\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(text);
  if (match === null) throw usageError(`"${text}" is no gate: write it like "rejected>5%", "flagged>200" or "cleaned<1000"`);
  const [, subject = '', sign = '', limit = '', percent] = match;
  const known = ['rows', ...VERDICTS, ...TIERS, ...codes];
  if (!known.includes(subject)) throw usageError(`gate "${text}" counts "${subject}", which is nothing known${didYouMean(subject, known)}`);
  const crossed = CROSSED[sign]!;
  return { text: text.trim(), subject, crossed: (value) => crossed(value, Number(limit)), percent: percent === '%' };
}

/** What a gate counts on. `rows` are the rows each code was found in, by code. */
export interface Counted { readonly counts: Report['counts']; readonly tiers: Report['tiers']; readonly codes: ReadonlyMap<string, number> }

/** Holds the gates against a finished scan. A share of an empty list is 0. */
export function evaluateGates(gates: readonly Gate[], { counts, tiers, codes }: Counted): Report['gates'] {
  const counted: ReadonlyMap<string, number> = new Map([...Object.entries(counts), ...Object.entries(tiers), ...codes]);
  return gates.map((gate) => {
    const rows = counted.get(gate.subject) ?? 0;
    const share = counts.rows === 0 ? 0 : (100 * rows) / counts.rows;
    const value = gate.percent ? share : rows;
    return { gate: gate.text, value: Math.round(value * 100) / 100, passed: !gate.crossed(value) };
  });
}
