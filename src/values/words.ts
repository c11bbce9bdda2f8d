import type { Cell } from '../types.js';
import { cellMemo } from './cell-memo.js';

/**
 * A set of words (lower case) that can be asked about any cell in any case. Asking makes a lower-case copy of the
 * text only if a word of that length starts and ends with these letters.
 */
export function wordSet(words: readonly string[]): WordSet {
  const set = new Set(words);
  // By the kinds of the first and the last character, as bits: the lengths of words, 32 and 64 being 0 again.
  const lengths = new Int32Array(KINDS * KINDS);
  for (const word of words) {
    const place = placeOf(word.charCodeAt(0), word.charCodeAt(word.length - 1));
    lengths[place] = (lengths[place] as number) | 1 << word.length;
  }
  const mayHold = (length: number, first: number, last: number): boolean => ((lengths[placeOf(first, last)] as number) >>> length & 1) === 1;
  const has = (text: string): boolean => text !== '' && mayHold(text.length, text.charCodeAt(0), text.charCodeAt(text.length - 1)) && set.has(text.toLowerCase());
  return Object.assign(has, { mayHold, lengths });
}

export interface WordSet {
  (text: string): boolean;
  /** Whether a text of this length that starts and ends with these characters may be one of the words: no needs no string. */
  mayHold(length: number, first: number, last: number): boolean;
  /** What `mayHold` looks up: by the signs of both characters, lengths as bits. */
  readonly lengths: Int32Array;
}

/** The set, asked of cells: of nearly every one a few bytes tell that it is none of the words. */
export function cellWords(words: readonly string[]): (cell: Cell) => boolean {
  const has = wordSet(words);
  const isWord = cellMemo(has);
  return (cell) => {
    const { ascii } = cell;
    return (ascii === null || has.mayHold(ascii.end - ascii.start, ascii.bytes[ascii.start] as number, ascii.bytes[ascii.end - 1] as number)) && isWord(cell);
  };
}

/** Kinds of characters: each letter in either case, digits, and the others in a few; 0 is what is beyond ASCII. */
const KINDS = 1 << 5;
const DIGIT = 27;
export const SIGNS = Uint8Array.from({ length: 128 }, (_, unit) => {
  const letter = (unit | 0x20) - 0x60;
  if (unit > 0x40 && letter > 0 && letter < DIGIT) return letter;
  return unit > 0x2f && unit < 0x3a ? DIGIT : DIGIT + 1 + unit % (KINDS - DIGIT - 1);
});
const placeOf = (first: number, last: number): number => (SIGNS[first] as number) << 5 | (SIGNS[last] as number);
