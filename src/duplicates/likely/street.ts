import { likeness } from './alike.js';
import { level } from './levels.js';
import { sharesWord, wordsLevel } from './text.js';
import { hashOf, mixed, type Vocabulary } from './vocabulary.js';

/** Two house numbers are two places, however alike the streets are written; a street without one may be the same. */
export function streetsLevel(texts: Vocabulary, x: number, y: number): number {
  const { bytes, starts } = texts;
  const a = starts[x]!, aEnd = starts[x + 1]!, b = starts[y]!, bEnd = starts[y + 1]!;
  const n = houseNumber(bytes, a, aEnd);
  const m = houseNumber(bytes, b, bEnd);
  const words = wordsLevel(texts, x, y);
  const isOther = n !== m && n !== 0 && m !== 0 && !hasNumber(bytes, n, b, bEnd) && !hasNumber(bytes, m, a, aEnd);
  if (isOther) return words < level.near ? level.differs : isSlip(n, m) ? level.partial : level.weak;
  if (words === level.near) return n === 0 !== (m === 0) ? level.partial : level.near;
  const isAlike = words === level.partial || sharesWord(bytes, a, aEnd, b, bEnd);
  if (!isAlike) return n !== 0 && n === m && likeness(texts, x, y, ALIKE) > 0 ? level.partial : level.differs;
  return n === 0 || m === 0 ? level.partial : level.near;
}

/** A digit more or less, or two in the wrong order; neighbours differ in one. */
function isSlip(n: number, m: number): boolean {
  const [short, long] = n < m ? [String(n), String(m)] : [String(m), String(n)];
  if (long.length === short.length) return [...short].sort().join() === [...long].sort().join();
  if (long.length !== short.length + 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  return short.slice(i) === long.slice(i + 1);
}

/** Of two streets with one house number; the number itself is part of what is alike. */
const ALIKE = 0.9;

const hasNumber = (bytes: Uint8Array, number: number, from: number, to: number): boolean => houseNumber(bytes, from, to, number) === number;

/**
 * The first number in the text, with at most one letter after it (12a, but not 3rd); 0 if there is none. With `wanted`,
 * that number if it is there at all (a flat may stand before the house).
 */
function houseNumber(bytes: Uint8Array, from: number, to: number, wanted = 0): number {
  for (let i = from; i < to; i++) {
    const start = i;
    let number = 0;
    while (i < to && bytes[i]! >= ZERO && bytes[i]! <= NINE) number = (number * 10 + bytes[i++]! - ZERO) % 1_000_000;
    const end = i;
    while (i < to && bytes[i] !== SPACE) i++;
    if (end > start && i - end < 2 && (wanted === 0 || number === wanted)) return number;
  }
  return 0;
}

/** House number and the longest word; 0 without either. */
export function houseKey({ bytes, starts }: Vocabulary, number: number): number {
  let digits = 0;
  let word = 0;
  let longest = 2;
  for (let from = starts[number]!; from < starts[number + 1]!;) {
    let to = from;
    while (to < starts[number + 1]! && bytes[to] !== SPACE) to++;
    const isDigits = bytes[from]! >= ZERO && bytes[from]! <= NINE;
    if (isDigits && digits === 0) digits = hashOf(bytes, from, to);
    else if (!isDigits && to - from > longest) {
      longest = to - from;
      word = hashOf(bytes, from, to);
    }
    from = to + 1;
  }
  return digits === 0 || word === 0 ? 0 : mixed(digits, word);
}

const SPACE = 32;
const ZERO = 48;
const NINE = 57;
