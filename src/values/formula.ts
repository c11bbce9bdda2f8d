/**
 * Whether a spreadsheet would run a cell. Excel, LibreOffice and Google Sheets take a cell that starts with
 * = + - or @ (after white space, or as the full-width twin of it) for a formula; see OWASP, CSV injection.
 * Phone numbers, numbers and lone dashes start like that too and stay what they are: nothing can be called or
 * fetched without a name in front of a bracket, a | (DDE) or a ! (another sheet or file).
 */

import { BAR, LETTER } from './characters.js';

/** What may stand in front without hiding the formula from a spreadsheet. */
const BEFORE = /^[\s\u0000-\u001f\u007f\u200b-\u200f\u2060\ufeff]+/u;

/** `="00123"`: a text and nothing else. */
const TEXT_ONLY = /^[=\uff1d]"(?:[^"]|"")*"$/u;
/** `ann(`, `|`, `!A1`: what calls, fetches or refers. A blank may stand before the bracket, but then words alone in it are prose. */
const CALL = /\||![^\s!?.]|(?<![\p{L}\p{N}_.])\p{L}[\p{L}\p{N}_.]*(?:\(|\s+\((?![\p{L}\s'\u2019.-]+\)))/u;
/** `- call back at 5, ask for Ann`: the second word of a sentence is no operator. */
const PROSE = /^\s+\p{L}{2,}\s+\p{L}/u;
/** `--None--`, `- Select -`: an operator at the end, which no formula has. */
const FRAMED = /^[-\s]*\p{L}[\p{L}\p{N}\s]*-+$/u;
/** `-1+A1`, `+1-800-FLOWERS`: arithmetic with a name in it. */
const NAME_IN_SUM = /\p{N}\s*[-+*/^&<>=,;:]\s*["'$]*\p{L}/u;
const ANY_LETTER = /\p{L}/u;
const STARTS_WITH_NAME = /^["'$([{\\]*[\p{L}_]/u;
const NUMBER = /^[\d\s.,]+E[-+]?\d+$/iu;
/** A phone number with the word for its extension. */
const EXTENSION = /^\+?[\d\s().\-/\u00a0\u2010-\u2015]{5,}(?:extension|ext|x|durchwahl|dw|poste|int|anexo|ramal|toestel|tst)[\s.:]*\d{1,7}$/iu;
/** No spreadsheet runs a name that is not called, and every Twitter column is full of them. */
const HANDLE = /^[\w.]+$/u;

/**
 * The cell as it can be opened in a spreadsheet without running: with an apostrophe in front if it would run,
 * else the same string. Idempotent.
 */
export function disarm(text: string): string {
  const first = text.charCodeAt(0);
  // Nearly every cell starts with a letter or a digit.
  if ((first > 0x40 && first < 0x7f) || (first > 0x2f && first < 0x3a)) return text;
  return runs(text) ? `'${text}` : text;
}

/** Whether ASCII that begins with the byte `first` and holds these kinds of characters runs nowhere: a number with a sign in front (`+49 711 …`). */
export const isSigned = (first: number, kinds: number): boolean => (first === PLUS_SIGN || first === MINUS_SIGN) && (kinds & (LETTER | BAR)) === 0;
const PLUS_SIGN = 0x2b;
const MINUS_SIGN = 0x2d;

function runs(text: string): boolean {
  const cell = text.replace(BEFORE, '');
  const rest = cell.slice(1);
  switch (cell[0]) {
    case '=': case '\uff1d': return rest.trim() !== '' && !TEXT_ONLY.test(cell.trimEnd());
    case '+': case '-': case '\uff0b': case '\uff0d': return signRuns(rest);
    case '@': case '\uff20': return rest.trim() !== '' && !HANDLE.test(rest.trimEnd());
    default: return false;
  }
}

function signRuns(rest: string): boolean {
  if (rest.includes('|')) return true;
  if (!ANY_LETTER.test(rest) || NUMBER.test(rest) || EXTENSION.test(rest) || FRAMED.test(rest)) return false;
  // `- call back`, `-100 USD`: words after a blank or a number are no formula unless they call something.
  return STARTS_WITH_NAME.test(rest) || CALL.test(rest) || (NAME_IN_SUM.test(rest) && !PROSE.test(rest)) || /^[^\p{L}]*[=@+\uff1d\uff20]/u.test(rest);
}
