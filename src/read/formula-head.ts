import type { Slices } from './bytes.js';

/** 1 for the ASCII bytes with which a spreadsheet starts a formula, 2 for those that only begin what may stand unseen before it, or a full-width sign. */
const HEAD = new Uint8Array(256).fill(2, 0, 33);
for (const byte of [0x7f, 0xc2, 0xe1, 0xe2, 0xe3, 0xef]) HEAD[byte] = 2;
for (const character of '=+-@') HEAD[character.charCodeAt(0)] = 1;

/** White space and invisible characters do not hide a formula from a spreadsheet. */
const OPENS_FORMULA = /^[\s\u0000-\u001f\u007f\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;
export const opensFormula = (cell: string): boolean => OPENS_FORMULA.test(cell);
/** Enough of a cell to see what it begins with, unless it begins with many blanks. */
const NEAR = 16;

/** The same of the bytes from `from` to `to`, of which there is at least one. */
export function opensFormulaIn(bytes: Slices, from: number, to: number): boolean {
  const kind = HEAD[bytes[from] as number] as number;
  return kind === 1 || (kind === 2 && showsFormula(bytes, from, to));
}

function showsFormula(bytes: Slices, from: number, to: number): boolean {
  const near = bytes.utf8Slice(from, Math.min(to, from + NEAR));
  return OPENS_FORMULA.test(near) || (to - from > NEAR && /^[^!-~]+$/.test(near) && OPENS_FORMULA.test(bytes.utf8Slice(from, to)));
}
