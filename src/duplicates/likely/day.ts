import { isWithin } from './alike.js';
import { level } from './levels.js';
import type { Vocabulary } from './vocabulary.js';

/** One digit off or two swapped, or day and month exchanged: near. Two of year, month and day the same: partial. */
export function datesLevel(texts: Vocabulary, x: number, y: number): number {
  if (isWithin(texts, x, y, 1)) return level.near;
  const { bytes, starts } = texts;
  const a = starts[x]!, b = starts[y]!;
  if (starts[x + 1]! - a !== 8 || starts[y + 1]! - b !== 8) return level.differs;
  const same = (i: number, j: number, length: number): boolean => {
    for (let k = 0; k < length; k++) if (bytes[a + i + k] !== bytes[b + j + k]) return false;
    return true;
  };
  const year = same(0, 0, 4);
  if (year && same(4, 6, 2) && same(6, 4, 2)) return level.near;
  return Number(year) + Number(same(4, 4, 2)) + Number(same(6, 6, 2)) >= 2 ? level.partial : level.differs;
}
