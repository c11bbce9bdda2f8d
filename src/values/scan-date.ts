import { day, UNREADABLE } from './calendar.js';
import { COLON, DASH, digits, DOT, isBlank, isDigit, isEastAsian, isLetter, isSeparator, number, PLUS } from './date-signs.js';
import { inOurYears } from './era.js';
import { monthInDate } from './months.js';
import { isAscii } from './plain.js';
import { endsBlank, endsInTime, skipTime } from './time-of-day.js';
import { fullYear, unordered } from './unordered-date.js';

/** Days since 1970-01-01, or `UNREADABLE`, or an `UNORDERED` date. No objects, and no strings but for month names: this runs on every row. */
export function scanDate(text: string): number {
  const found = scan(text);
  if (found !== UNREADABLE || isAscii(text)) return found;
  const ours = inOurYears(text);
  return ours === '' ? UNREADABLE : scan(ours);
}

function scan(text: string): number {
  const end = text.length;
  if (end >= 10 && text.charCodeAt(4) === DASH && text.charCodeAt(7) === DASH) {
    const iso = isoDay(text);
    if (iso !== UNREADABLE && endsInTime(text, 10)) return iso;
  }
  let at = 0;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  const run = digits(text, at);
  if (run >= 5) return fromNumber(text, at, run);

  // Three parts make a date: three numbers, or two numbers and the name of a month.
  let parts = 0, first = 0, second = 0, third = 0, lengths = 0;
  let month = 0, monthWord = '', monthAt = -1;
  let separator = 0, timed = false;
  while (at < end) {
    const char = text.charCodeAt(at);
    if (isDigit(char)) {
      const length = digits(text, at);
      if (length <= 2 && text.charCodeAt(at + length) === COLON && (at + length + 1 < end)) {
        at = skipTime(text, at);
        timed = true;
        continue;
      }
      if (timed && at > 0 && (text.charCodeAt(at - 1) === PLUS || (text.charCodeAt(at - 1) === DASH && length === 4))) { at += length; continue; }
      if (length > 4 || length === 3) return UNREADABLE;
      const value = number(text, at, length);
      at += length;
      if (parts === 0) first = value; else if (parts === 1) second = value; else third = value;
      lengths = lengths * 10 + length;
      parts++;
    } else if (isLetter(char)) {
      const start = at;
      while (at < end && isLetter(text.charCodeAt(at))) at++;
      if (at - start > 12) return UNREADABLE;
      const word = text.slice(start, at);
      const meaning = monthInDate(word);
      if (meaning > 0) {
        // `mar` is March and also Tuesday (mardi, martes, martedì): a second month's name settles it.
        if (month > 0 && monthWord.toLowerCase() !== 'mar') return UNREADABLE;
        month = meaning; monthWord = word; monthAt = parts;
      } else if (meaning < 0 && !timed) return UNREADABLE;
      continue;
    } else {
      if (!isSeparator(char) && !timed) return UNREADABLE;
      if (parts === 1 && separator === 0 && !isBlank(char)) separator = char;
      at++;
      continue;
    }
    if (parts + (month > 0 ? 1 : 0) === 3 && !(monthWord.toLowerCase() === 'mar' && monthFollows(text, at))) {
      if (!timed && (!endsInTime(text, at) || (month > 0 && lengths % 10 === 2 && yearFollows(text, at)))) return UNREADABLE;
      return month > 0 ? named(first, second, month, lengths, monthAt) : numeric(first, second, third, lengths, separator, text.charCodeAt(at) === DOT);
    }
  }
  return UNREADABLE;
}

/** `mar 15 mars 2024`: the date is not whole yet. */
function monthFollows(text: string, at: number): boolean {
  while (at < text.length && isSeparator(text.charCodeAt(at))) at++;
  let to = at;
  while (to < text.length && isLetter(text.charCodeAt(to))) to++;
  return to > at && to - at <= 12 && monthInDate(text.slice(at, to)) > 0;
}

/** `June 12-14, 2021`: those two digits are no year, nor is 2021 a time. */
function yearFollows(text: string, at: number): boolean {
  while (at < text.length && isSeparator(text.charCodeAt(at))) at++;
  return digits(text, at) === 4 && (text.startsWith('19', at) || text.startsWith('20', at));
}

/** `dotted`: a point stands behind them. */
function numeric(first: number, second: number, third: number, lengths: number, separator: number, dotted: boolean): number {
  const a = Math.trunc(lengths / 100), b = Math.trunc(lengths / 10) % 10, c = lengths % 10;
  if (a === 4) return b > 2 || c > 2 ? UNREADABLE : day(first, second, third);
  if (isEastAsian(separator)) return UNREADABLE;
  if (a > 2 || b > 2 || (c !== 4 && c !== 2)) return UNREADABLE;
  if (separator === DOT && dotted && c === 2) return UNREADABLE; // `24. 1. 17.` is 2024 in Korea and 2017 in Croatia
  if (separator === DOT) return day(c === 4 ? third : fullYear(third), second, first);
  return unordered(first, second, third, c === 2);
}

/** `12 Mar 2024`, `March 15, 2024`, `2024-Mar-15`, `7-Feb-22`. */
function named(first: number, second: number, month: number, lengths: number, monthAt: number): number {
  const a = Math.trunc(lengths / 10), b = lengths % 10;
  if (a === 4 && b <= 2 && monthAt <= 1) return day(first, month, second);
  if (a > 2) return UNREADABLE;
  if (b === 4) return day(second, month, first);
  return b === 2 ? day(fullYear(second), month, first) : UNREADABLE;
}

/** A run of five and more digits: compact dates, spreadsheet serials, Unix seconds and milliseconds. */
function fromNumber(text: string, at: number, run: number): number {
  const to = at + run;
  if (run === 8 || run === 12 || run === 14) {
    if (run > 8 && number(text, at + 8, 2) > 23) return UNREADABLE;
    if (!(run === 8 ? endsInTime(text, to) : endsBlank(text, to))) return UNREADABLE;
    return day(number(text, at, 4), number(text, at + 4, 2), number(text, at + 6, 2));
  }
  if (text.charCodeAt(to) === DOT ? !endsBlank(text, to + 1 + digits(text, to + 1)) : !endsBlank(text, to)) return UNREADABLE;
  const value = number(text, at, run);
  const days = run === 5 ? value - 25_569 : run === 10 ? Math.floor(value / 86_400) : run === 13 ? Math.floor(value / 86_400_000) : 0;
  return days >= 7_305 && days < 29_220 ? days : UNREADABLE; // 1990-01-01 up to 2050-01-01
}

function isoDay(text: string): number {
  if (digits(text, 0) !== 4 || digits(text, 5) !== 2 || digits(text, 8) !== 2) return UNREADABLE;
  return day(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
}
