import type { Ascii } from '../types.js';
import { day, UNREADABLE } from './calendar.js';

/** The day of `2024-03-15`, alone or in front of ` 10:` or `T10:`, as its bytes tell it. `UNREADABLE`: the text may tell. */
export function isoDayIn({ bytes, start, end }: Ascii): number {
  const length = end - start;
  if (length < 10 || bytes[start + 4] !== HYPHEN || bytes[start + 7] !== HYPHEN) return UNREADABLE;
  if (length > 10) {
    const between = bytes[start + 10];
    if (length < 14 || (between !== BLANK && between !== CAPITAL_T) || bytes[start + 13] !== COLON || twoDigits(bytes, start + 11) > 24) return UNREADABLE;
  }
  const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2);
  return year < NO_DIGITS ? day(year, twoDigits(bytes, start + 5), twoDigits(bytes, start + 8)) : UNREADABLE;
}

const BLANK = 0x20, HYPHEN = 0x2d, COLON = 0x3a, CAPITAL_T = 0x54;
const NO_DIGITS = 10_000;
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - 48, ones = (bytes[at + 1] as number) - 48;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? NO_DIGITS : tens * 10 + ones;
}
