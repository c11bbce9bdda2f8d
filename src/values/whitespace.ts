import { kindsIn, ODD } from './characters.js';

/** `line`: one line of text; runs of white space in it are one blank. `text`: line breaks and runs may be meant. */
export type Layout = 'line' | 'text';

/** White space inside a line that is not one plain blank; a single ideographic space is how Japanese names are written. */
const RUN = /[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]{2,}|[\t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f]/gu;
/** What nobody typed: control characters, soft hyphens, zero-width spaces, byte order marks. */
const GHOST_IN_LINE = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u2060\ufeff]/gu;
const GHOST_IN_TEXT = /[\u0000-\u0008\u000e-\u001f\u007f\ufeff]/gu;

/** The text without white space at its ends, control characters and, in a line, runs of white space. The same string if there is nothing to do. */
export function tidy(text: string, layout: Layout): string {
  if ((kindsIn(text) & ODD) === 0) return text;
  return layout === 'line'
    ? trim(text.replace(GHOST_IN_LINE, '').replace(RUN, ' '))
    : trim(text.replace(GHOST_IN_TEXT, ''));
}

/** By hand: a regular expression for the end of a text takes quadratic time on long runs of blanks. */
function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && (isBlank(text.charCodeAt(start)) || isJoiner(text.charCodeAt(start)))) start++;
  while (end > start && (isBlank(text.charCodeAt(end - 1)) || (isJoiner(text.charCodeAt(end - 1)) && !joins(text.charCodeAt(end - 2))))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function isBlank(c: number): boolean {
  if (c < 0x21 || c === 0x7f || c === 0xa0 || c === 0xad) return true;
  if (c < 0x1680) return false;
  return c === 0x1680 || c === 0x180e || (c >= 0x2000 && c <= 0x200b) || c === 0x200e || c === 0x200f
    || (c >= 0x2028 && c <= 0x202f) || (c >= 0x205f && c <= 0x206f) || c === 0x3000 || c === 0xfeff;
}

function isJoiner(c: number): boolean {
  return c === 0x200c || c === 0x200d;
}

/** A joiner at the end of a word means something in the scripts of India and Persia. */
function joins(c: number): boolean {
  return c > 0x058f && !isJoiner(c) && !isBlank(c);
}
