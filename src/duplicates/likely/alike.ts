import { edits, jaroWinkler } from './distance.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * Likeness of two texts of a vocabulary. Most pairs are far apart, and the sets of their letters say so at once: a kind
 * of letter that only one of them has is at least one letter without a match.
 */

/** Whether `most` edits or fewer lead from one text to the other. */
export function isWithin({ bytes, starts, letters }: Vocabulary, x: number, y: number, most: number): boolean {
  const a = letters[x]!, b = letters[y]!;
  if (ones(a & ~b) > most || ones(b & ~a) > most) return false;
  return edits(bytes, starts[x]!, starts[x + 1]!, starts[y]!, starts[y + 1]!, most) <= most;
}

/** Jaro–Winkler similarity of two texts if it is at least `least`, else 0. */
export function likeness({ bytes, starts, letters }: Vocabulary, x: number, y: number, least: number): number {
  const a = starts[x]!, aEnd = starts[x + 1]!, b = starts[y]!, bEnd = starts[y + 1]!;
  const lengthA = aEnd - a, lengthB = bEnd - b;
  const only = letters[x]!, other = letters[y]!;
  const matches = Math.min(lengthA - ones(only & ~other), lengthB - ones(other & ~only));
  if (matches <= 0) return 0;
  const jaro = (matches / lengthA + matches / lengthB + 1) / 3;
  const best = bytes[a] === bytes[b] ? jaro + 0.4 * (1 - jaro) : jaro;
  if (best < least) return 0;
  const found = jaroWinkler(bytes, a, aEnd, b, bEnd);
  return found < least ? 0 : found;
}

function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
