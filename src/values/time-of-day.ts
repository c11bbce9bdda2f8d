import { COLON, COMMA, DASH, digits, DOT, isBlank, isDigit, isEastAsian, isLetter, number, PLUS } from './date-signs.js';

const LOWER_A = 97, LOWER_H = 104, LOWER_P = 112, LOWER_U = 117;

/** Whether nothing but a time of day (`T10:30`, `, 2 pm`, `um 14 Uhr`, `à 10h30`, and then a zone, in whatever words) follows. */
export function endsInTime(text: string, at: number): boolean {
  const end = text.length;
  let glued = true;
  for (; at < end; at++) {
    if (isWeekday(text, at)) at += 2;
    else if (!isBlank(text.charCodeAt(at)) && !isMark(text.charCodeAt(at))) break;
    glued = false;
  }
  // T, Z, `at`, `um`, `à`, `下午`, a zone's name, an era: one short word, or two before a time (`г. в`, `alle ore`).
  for (let words = 1; at < end && !isDigit(text.charCodeAt(at)); words++) {
    const start = at;
    while (at < end && isWordSign(text.charCodeAt(at))) at++;
    if (at === start || at - start > (glued ? 1 : LONGEST_WORD)) return false;
    if (text.charCodeAt(at) === DOT) at++; // `kl. 10`
    while (at < end && (isBlank(text.charCodeAt(at)) || text.charCodeAt(at) === COMMA)) at++;
    const char = text.charCodeAt(at);
    if (char === PLUS || char === DASH) return isDigit(text.charCodeAt(at + 1));
    if (words === 2 && !isDigit(char)) return false;
    glued = false;
  }
  if (at === end) return true;
  if (glued) return false;
  const length = digits(text, at);
  if (length === 4 || length === 6) return number(text, at, 2) < 24; // 1030, 103000
  if (length > 2 || number(text, at, length) > 24) return false;
  at += length;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  if (isHourSign(text.charCodeAt(at))) return true;
  const next = text.charCodeAt(at) | 0x20; // lower case; leaves colon and dot as they are
  return next === COLON || next === DOT || next === LOWER_A || next === LOWER_H || next === LOWER_P || next === LOWER_U;
}

/** Whether nothing but blanks follows. */
export function endsBlank(text: string, at: number): boolean {
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at >= text.length;
}

/** Where the digits, colons and points of a time end that stands at `at`. */
export function skipTime(text: string, at: number): number {
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (!isDigit(char) && char !== COLON && char !== DOT) break;
    at++;
  }
  return at;
}

const LONGEST_WORD = 4;

const isMark = (char: number): boolean => char === COMMA || char === DOT || char === COLON || isEastAsian(char);
/** A letter, also one of those in which Japan, China and Korea write (下午, 오후). */
const isWordSign = (char: number): boolean => isLetter(char) || (char > 0x303f && char < 0xd7a4);
/** The sign behind the hour in Chinese and Japanese (時, 时, 点) and in Korean (시). */
const isHourSign = (char: number): boolean => char === 0x6642 || char === 0x65f6 || char === 0x70b9 || char === 0xc2dc;

/** `(日)`, as Japanese dates have it. */
function isWeekday(text: string, at: number): boolean {
  const open = text.charCodeAt(at);
  if (open !== 0x28 && open !== 0xff08) return false;
  const close = text.charCodeAt(at + 2);
  return (close === 0x29 || close === 0xff09) && isWordSign(text.charCodeAt(at + 1));
}
