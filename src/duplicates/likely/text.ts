import { isWithin } from './alike.js';
import { LONGEST_TEXT } from './distance.js';
import { level } from './levels.js';
import type { Vocabulary } from './vocabulary.js';

/** The same words but for a slip, or two in texts of more than `long` letters: near. All words of one in the other: partial. */
export function wordsLevel(texts: Vocabulary, x: number, y: number, long = 11): number {
  const { bytes, starts } = texts;
  const a = starts[x]!, aEnd = starts[x + 1]!, b = starts[y]!, bEnd = starts[y + 1]!;
  const shorter = Math.min(aEnd - a, bEnd - b);
  if (shorter > 3 && isWithin(texts, x, y, shorter > long ? 2 : 1)) return level.near;
  if (shorter > 3 && hasWords(bytes, a, aEnd, b, bEnd)) return aEnd - a === bEnd - b ? level.near : level.partial;
  return shorter > 15 && isWithin(texts, x, y, 3) ? level.partial : level.differs;
}

/** Whether every word of the shorter text is a word of the longer, or three letters and more of its beginning, in any order. */
function hasWords(bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): boolean {
  if (aEnd - a > bEnd - b) return hasWords(bytes, b, bEnd, a, aEnd);
  if (bEnd - b > LONGEST_TEXT) return false;
  for (let from = a; from < aEnd;) {
    let to = from;
    while (to < aEnd && bytes[to] !== SPACE) to++;
    if (!hasWord(bytes, from, to, b, bEnd)) return false;
    from = to + 1;
  }
  return true;
}

/** Whether the texts have a word of four letters or more in common. */
export function sharesWord(bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): boolean {
  for (let from = a; from < aEnd;) {
    let to = from;
    while (to < aEnd && bytes[to] !== SPACE) to++;
    if (to - from > 3 && hasWord(bytes, from, to, b, bEnd)) return true;
    from = to + 1;
  }
  return false;
}

/** Whether the text from `b` on has that very word. */
export function hasWholeWord(bytes: Uint8Array, b: number, bEnd: number, word: number, wordEnd: number): boolean {
  for (let from = b; from < bEnd;) {
    let to = from;
    while (to < bEnd && bytes[to] !== SPACE) to++;
    if (to - from === wordEnd - word) {
      let i = 0;
      while (from + i < to && bytes[from + i] === bytes[word + i]) i++;
      if (from + i === to) return true;
    }
    from = to + 1;
  }
  return false;
}

function hasWord(bytes: Uint8Array, word: number, wordEnd: number, b: number, bEnd: number): boolean {
  const length = wordEnd - word;
  for (let from = b; from + length <= bEnd;) {
    let i = 0;
    while (i < length && bytes[from + i] === bytes[word + i]) i++;
    if (i === length && (length > 2 || from + i === bEnd || bytes[from + i] === SPACE)) return true;
    while (from < bEnd && bytes[from] !== SPACE) from++;
    from++;
  }
  return false;
}

/** One slip, as codes have no words: near. */
export const codesLevel = (texts: Vocabulary, x: number, y: number): number => (isWithin(texts, x, y, 1) ? level.near : level.differs);

/** Whether there are two texts, and not the same. */
export const differ = (x: number, y: number): boolean => x >= 0 && y >= 0 && x !== y;

/** Two states, both written out or both as a code, and not one misspelt. */
export function statesDiffer(states: Vocabulary, x: number, y: number): boolean {
  if (!differ(x, y)) return false;
  const { starts } = states;
  const isCode = (number: number): boolean => starts[number + 1]! - starts[number]! <= CODE;
  return isCode(x) === isCode(y) && !isWithin(states, x, y, isCode(x) ? 1 : 2);
}
const CODE = 3;

const SPACE = 32;
