import { COLON, COMMA, DASH, digits, DOT, isBlank, isDigit, isEastAsian, isLetter, number, PLUS } from './date-signs.js';

/** Whether nothing but a time of day (`T10:30`, `, 2 pm`, `um 14 Uhr`, `à 10h30`, and then a zone, in whatever words) follows. */
export function endsInTime(text: string, at: number): boolean {
  const end = text.length;
  let glued = true;
  for (; at < end; at++) {
    const char = text.charCodeAt(at);
    if (!isBlank(char) && char !== COMMA && char !== DOT && char !== COLON && !isEastAsian(char)) break;
    glued = false;
  }
  if (at === end) return true;
  let char = text.charCodeAt(at);
  if (!isDigit(char)) { // T, Z, `at`, `um`, `à`, a zone's name, an era: at most a few letters
    const start = at;
    while (at < end && isLetter(text.charCodeAt(at))) at++;
    if (at === start || at - start > (glued ? 1 : 4)) return false;
    if (text.charCodeAt(at) === DOT) at++; // `kl. 10`
    while (at < end && isBlank(text.charCodeAt(at))) at++;
    if (at === end) return true;
    char = text.charCodeAt(at);
    if (char === PLUS || char === DASH) return isDigit(text.charCodeAt(at + 1));
    if (!isDigit(char)) return false;
    glued = false;
  }
  if (glued) return false;
  const length = digits(text, at);
  if (length === 4 || length === 6) return number(text, at, 2) < 24; // 1030, 103000
  if (length > 2 || number(text, at, length) > 24) return false;
  at += length;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
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

const LOWER_A = 97, LOWER_H = 104, LOWER_P = 112, LOWER_U = 117;
