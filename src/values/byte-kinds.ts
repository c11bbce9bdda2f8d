import { kindsIn, ODD } from './characters.js';

/** Of bytes only: a blank, and a byte beyond ASCII. */
export const BLANK = 1 << 8;
export const WIDE = 1 << 9;

/**
 * `kindsIn` for the bytes of a text in UTF-8, for a reader that looks at each byte anyway. Where a byte beyond ASCII
 * stands the bytes alone do not tell. Blanks at the ends and side by side are the reader's business.
 */
export const BYTE_KINDS: Readonly<Uint16Array> = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte > 0x7f ? WIDE | ODD : byte === 0x20 ? BLANK : kindsIn(String.fromCharCode(byte)));
