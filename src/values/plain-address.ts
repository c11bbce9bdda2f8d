/**
 * The ordinary address, recognised in one pass over its characters. Nearly every cell of a list is one, and the full
 * judge costs many times as much. Accepts only what the full judge surely accepts: ASCII, lower case, local part of
 * letters, digits and inner `._+-`, host of labels without `--`, letters only in the last one.
 *
 * @returns index of the `@`, or -1: ask the full judge (`isAddress`).
 */
export function plainAddress(text: string): number {
  const length = text.length;
  if (length > 254) return -1;
  let at = 0;
  let before = DOT; // the character before this one, as if a dot stood in front of the text
  for (; at < length; at++) {
    const char = text.charCodeAt(at);
    if (isAlphanumeric(char) || char === UNDERSCORE) before = char;
    else if (char === DOT || char === HYPHEN || char === PLUS) {
      if (before === DOT) return -1;
      before = char;
    } else break;
  }
  if (before === DOT || at > 64 || text.charCodeAt(at) !== AT) return -1;

  let labelStart = at + 1;
  let letters = 0; // of the label so far; -1 once it holds anything else
  before = DOT;
  for (let i = at + 1; i < length; i++) {
    const char = text.charCodeAt(i);
    if (char >= A && char <= Z) {
      if (letters >= 0) letters++;
    } else if (char >= ZERO && char <= NINE) letters = -1;
    else if (char === HYPHEN) {
      if (before === DOT || before === HYPHEN) return -1;
      letters = -1;
    } else if (char === DOT) {
      if (before === DOT || before === HYPHEN || i - labelStart > 63) return -1;
      labelStart = i + 1;
      letters = 0;
    } else return -1;
    before = char;
  }
  return letters >= 2 && length - labelStart <= 63 && labelStart > at + 1 ? at : -1;
}

const AT = 64;
const PLUS = 43;
const HYPHEN = 45;
const DOT = 46;
const UNDERSCORE = 95;
const ZERO = 48;
const NINE = 57;
const A = 97;
const Z = 122;

function isAlphanumeric(char: number): boolean {
  return (char >= A && char <= Z) || (char >= ZERO && char <= NINE);
}
