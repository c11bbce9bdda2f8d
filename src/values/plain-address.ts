/**
 * The ordinary address, recognised in one pass over its bytes. Nearly every cell of a list is one, and the full
 * judge costs many times as much. Accepts only what the full judge surely accepts: ASCII, lower case, local part of
 * letters, digits and inner `._+-`, host of labels without `--`, letters only in the last one.
 *
 * @returns index in `bytes` of the `@`, or -1: ask the full judge (`isAddress`).
 */
export function plainAddressIn(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > LONGEST) return -1;
  let at = start;
  let before = JOINT; // what stood before this byte, as if a dot stood in front of the text
  for (; at < end; at++) {
    const kind = IN_LOCAL[bytes[at] as number] as number;
    if (kind === OTHER || (kind === JOINT && before === JOINT)) break;
    before = kind;
  }
  if (before === JOINT || at - start > 64 || bytes[at] !== AT || at >= end) return -1;

  let label = at + 1;
  let isWord = true; // the label so far: letters only
  before = JOINT;
  for (let i = at + 1; i < end; i++) {
    const kind = IN_HOST[bytes[i] as number] as number;
    if (kind !== LETTER) {
      if (kind === OTHER || (kind >= JOINT && before >= JOINT)) return -1;
      isWord = false;
      if (kind === JOINT) {
        if (i - label > 63) return -1;
        label = i + 1;
        isWord = true;
      }
    }
    before = kind;
  }
  return isWord && end - label >= 2 && end - label <= 63 && label > at + 1 ? at : -1;
}

/** The same of a text; the index is one in the text. */
export function plainAddress(text: string): number {
  const { length } = text;
  if (length > LONGEST) return -1;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return -1;
    scratch[i] = unit;
  }
  return plainAddressIn(scratch, 0, length);
}

const LONGEST = 254;
const scratch = new Uint8Array(LONGEST);

const AT = 64;
const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
/** What must have a letter or digit on both sides. */
const JOINT = 3;
const HYPHEN = 4;

const IN_HOST = new Uint8Array(256);
IN_HOST.fill(LETTER, 0x61, 0x7b);
IN_HOST.fill(DIGIT, 0x30, 0x3a);
IN_HOST[0x2e] = JOINT;
IN_HOST[0x2d] = HYPHEN;

const IN_LOCAL = new Uint8Array(256);
IN_LOCAL.fill(LETTER, 0x61, 0x7b);
IN_LOCAL.fill(LETTER, 0x30, 0x3a);
IN_LOCAL[0x5f] = LETTER;
for (const sign of '.-+') IN_LOCAL[sign.charCodeAt(0)] = JOINT;
