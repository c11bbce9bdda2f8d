import type { Ascii } from '../types.js';

/**
 * The ordinary address, recognised in one pass over its bytes. Nearly every cell of a list is one, and the full
 * judge costs many times as much. Accepts only what the full judge surely accepts: ASCII, lower case, local part of
 * letters, digits and inner `._+-`, host of at most 63 characters in labels without `--`, letters only in the last one.
 * What stands side by side is added up and asked in the end: a branch that goes now this way, now that costs more than
 * the rest of a byte.
 *
 * @returns index in `bytes` of the `@`, or -1: ask the full judge (`isAddress`).
 */
export function plainAddressIn(bytes: Uint8Array, start: number, end: number): number {
  let kind = JOINT; // as if one stood in front
  let twice = 0; // JOINT: one stood beside another
  let before = kind;
  let at = start;
  while (at < end && (kind = IN_LOCAL[bytes[at] as number] as number) !== OTHER) {
    twice |= kind & before;
    before = kind;
    at++;
  }
  if (((twice | before) & JOINT) !== 0 || at - start > 64 || at === end || bytes[at] !== AT || end - at > 64) return -1;

  let i = end - 1;
  while (IN_HOST[bytes[i] as number] === LETTER) i--;
  if (bytes[i] !== DOT || end - i < 3) return -1;
  before = JOINT;
  while (--i > at) {
    kind = IN_HOST[bytes[i] as number] as number;
    if (kind === OTHER) return -1;
    twice |= kind & before;
    before = kind;
  }
  return ((twice | before) & JOINT) === 0 ? at : -1;
}

/** The same of a text, capitals taken for the letters they are; the index is one in the text. */
export function plainAddress(text: string): number {
  const { length } = text;
  if (length > LONGEST) return -1;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return -1;
    scratch[i] = lowered(unit);
  }
  return plainAddressIn(scratch, 0, length);
}

/** What stands there in lower case, until the next call; null: it is too long for a plain address. */
export function inLowerCase({ bytes, start, end }: Ascii): Ascii | null {
  const length = end - start;
  if (length > LONGEST) return null;
  for (let i = 0; i < length; i++) scratch[i] = lowered(bytes[start + i] as number);
  return { bytes: scratch, start: 0, end: length };
}

const lowered = (unit: number): number => (unit > 0x40 && unit < 0x5b ? unit | 0x20 : unit);

const LONGEST = 128;
const scratch = new Uint8Array(LONGEST);

const AT = 64;
const DOT = 46;
const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
/** What must have a letter or digit on both sides. */
const JOINT = 4;

const IN_HOST = new Uint8Array(256);
IN_HOST.fill(LETTER, 0x61, 0x7b);
IN_HOST.fill(DIGIT, 0x30, 0x3a);
for (const sign of '.-') IN_HOST[sign.charCodeAt(0)] = JOINT;

const IN_LOCAL = new Uint8Array(256);
IN_LOCAL.fill(LETTER, 0x61, 0x7b);
IN_LOCAL.fill(DIGIT, 0x30, 0x3a);
IN_LOCAL[0x5f] = LETTER;
for (const sign of '.-+') IN_LOCAL[sign.charCodeAt(0)] = JOINT;
