import type { Field } from '../types.js';
import { BAR, DIGIT, LETTER, ODD, PLUS, POINT, QUESTION } from './characters.js';
import { SIGNS, wordSet, type WordSet } from './words.js';

/**
 * Lets the ordinary cells pass: by their kinds of characters, their length and the characters at their ends nothing in
 * them can be wrong whatever they mean (src/checks/cell.ts). Most cells are ordinary, and need no string to say so.
 */
export interface Sieve {
  /** Whether a cell passes that is not empty; never wrongly. `length`, `first`, `last`: of its text, as units of UTF-16. */
  passes(column: number, kinds: number, length: number, first: number, last: number): boolean;
  /** Up to which length the kinds alone keep a cell from passing. */
  doubt(column: number, kinds: number): number;
  /** Those of the words that are in doubt wherever they stand. */
  readonly isWord: WordSet;
  readonly tables: SieveTables;
}

/** What a sieve looks up (wasm/sieve.ts does it too). */
export interface SieveTables {
  /** By first character: 1 where it tells of doubt. */
  readonly openings: Uint8Array;
  /** By column and kinds of characters (`KINDS` of them): up to which length there is doubt. */
  readonly upTo: Int32Array;
  /** By the signs of the first and the last character: the lengths of words that are in doubt, as bits. */
  readonly lengths: Int32Array;
  /** By character, what it counts as in `lengths`. */
  readonly signs: Uint8Array;
}

/** How many sets of kinds of characters there are. */
const KINDS = 128;

/** `05-Sept.`: what a spreadsheet makes of `5/9`. */
const LONGEST_DATE = 10;
/** `2024-03-05 00:00:00`, or the longest number it shortens. */
const LONGEST_NUMBER = 24;
const ANY_LENGTH = 1 << 30;
/** In place of a length: the characters alone say that the cell is unusual. */
export const UNUSUAL = ANY_LENGTH + 1;
/** From here on a cell may have been cut. */
const LONG = 255;
export const POINT_SIGN = 0x2e;

/** With what a formula, a text in an apostrophe or a row of x begins. */
export const OPENINGS = new Uint8Array(128);
for (const sign of "=-@'xX") OPENINGS[sign.charCodeAt(0)] = 1;

/** `words`: those that are in doubt wherever they stand. */
export function createSieve(columns: readonly (Field | null)[], words: readonly string[]): Sieve {
  const isWord = wordSet(words);
  const { mayHold, lengths } = isWord;
  const upTo = Int32Array.from(columns.flatMap((field) => Array.from({ length: KINDS }, (_, kinds) => spoiltUpTo(field, kinds))));
  const doubt = (column: number, kinds: number): number => upTo[column * KINDS + kinds] as number;
  return {
    passes: (column, kinds, length, first, last) =>
      OPENINGS[first] !== 1 && last !== POINT_SIGN && length < LONG && length > doubt(column, kinds) && !mayHold(length, first, last),
    doubt, isWord,
    tables: { openings: OPENINGS, upTo, lengths, signs: SIGNS },
  };
}

/** Up to which length a cell of the field that holds these kinds of characters may be one that a spreadsheet spoilt, 0 if none. */
function spoiltUpTo(field: Field | null, kinds: number): number {
  if ((kinds & (ODD | QUESTION)) !== 0 || (kinds & (LETTER | DIGIT)) === 0 || ((kinds & PLUS) !== 0 && (kinds & (LETTER | BAR)) !== 0)) return UNUSUAL;
  const isCode = field === 'id' || field === 'phone' || field === 'postal_code';
  if ((kinds & DIGIT) === 0 || (!isCode && field !== 'street' && field !== 'employees')) return 0;
  if ((kinds & LETTER) !== 0) return (kinds & POINT) !== 0 ? LONGEST_NUMBER : LONGEST_DATE;
  if (field === 'employees') return LONGEST_NUMBER;
  return field === 'postal_code' || (isCode && (kinds & POINT) !== 0) ? ANY_LENGTH : 0;
}
