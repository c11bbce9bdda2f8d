/** Kinds of characters, as bits. */
export const ODD = 1;
export const LETTER = 2;
export const DIGIT = 4;
/** . or , */
export const POINT = 8;
export const PLUS = 16;
export const BAR = 32;
/** What stands where a program could not write a character. */
export const QUESTION = 64;

const KINDS = new Uint8Array(128);
KINDS.fill(ODD, 0, 0x20);
KINDS[0x7f] = ODD;
KINDS.fill(DIGIT, 0x30, 0x3a);
KINDS.fill(LETTER, 0x41, 0x5b);
KINDS.fill(LETTER, 0x61, 0x7b);
KINDS[0x2e] = KINDS[0x2c] = POINT;
KINDS[0x2b] = PLUS;
KINDS[0x7c] = BAR;
KINDS[0x3f] = QUESTION;

/**
 * Which kinds of characters stand in a text, found in one pass because every cell of every row is asked. ODD: control
 * characters, blanks at the ends or side by side, the ranges of Unicode that hold white space and invisible
 * characters, and two letters side by side that may have been one (`Ãœ`); letters of other alphabets are letters.
 */
export function kindsIn(text: string): number {
  let kinds = 0;
  let before = 0x20;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 0x7f) {
      kinds |= (c > 0xbf && c < 0x1680) || (c > 0x3000 && c < 0xfe00) ? LETTER : ODD;
      if (c > 0x151 && c < 0x2dd && before > 0xc1 && before < 0xf5) kinds |= ODD;
    }
    else if (c === 0x20 && before === 0x20) kinds |= ODD;
    else kinds |= KINDS[c] as number;
    before = c;
  }
  return before === 0x20 && text !== '' ? kinds | ODD : kinds;
}
