import type { Cell } from '../types.js';
import { cellMemo } from './cell-memo.js';

/**
 * A set of words (lower case) that can be asked about any cell in any case. Asking makes a lower-case copy of the
 * text only if a word of that length starts and ends with these letters.
 */
export function wordSet(words: readonly string[]): WordSet {
  const set = new Set(words);
  const longest = words.reduce((most, word) => Math.max(most, word.length), 0);
  const shapes = new Uint8Array(SHAPES);
  for (const word of words) shapes[shapeOf(word.length, word.charCodeAt(0), word.charCodeAt(word.length - 1))] = 1;
  const mayHold = (length: number, first: number, last: number): boolean => length <= longest && shapes[shapeOf(length, first, last)] === 1;
  const has = (text: string): boolean => text !== '' && mayHold(text.length, text.charCodeAt(0), text.charCodeAt(text.length - 1)) && set.has(text.toLowerCase());
  return Object.assign(has, { mayHold });
}

export interface WordSet {
  (text: string): boolean;
  /** Whether a text of this length that starts and ends with these characters may be one of the words: no needs no string. */
  mayHold(length: number, first: number, last: number): boolean;
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

const SHAPES = 1 << 12;

/** Length, first and last letter in one number. */
function shapeOf(length: number, first: number, last: number): number {
  return (Math.imul(length, 0x1f3) + Math.imul(letter(first), 0x25) + letter(last)) & (SHAPES - 1);
}

/** Lower case by a bit is right for ASCII; other letters share one place. */
function letter(unit: number): number {
  return unit > 0x7f ? 0x7f : unit > 0x40 && unit < 0x5b ? unit | 0x20 : unit;
}
