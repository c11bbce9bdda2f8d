import { countBreaks } from './bytes.js';
import { CR, LF } from './dialect.js';

/** Rows of well-formed CSV in a range that starts and ends at a record boundary. */
export function rowsIn(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  let quoted = false;
  for (let at = from; at < to; at++) {
    if (bytes[at] === 34) quoted = !quoted;
    else if (bytes[at] === LF && !quoted) count++;
  }
  return count;
}

/**
 * Visits where the lines of a range begin, but the first, and returns how many line breaks it has. Both in one pass, as
 * each line costs a native call.
 */
export function eachLine(bytes: Buffer, from: number, to: number, cr: boolean, visit: (start: number) => void): number {
  let count = 0;
  for (let at = nextBreak(bytes, from, cr); at < to; at = nextBreak(bytes, at, cr)) {
    count++;
    at = afterBreak(bytes, at);
    if (at < to) visit(at);
  }
  return count;
}

/** The line break that ends the line at `at`: its LF, or its CR where the list has such; where the bytes end if there is none. */
export function nextBreak(bytes: Buffer, at: number, cr: boolean): number {
  if (!cr) {
    const feed = bytes.indexOf(LF, at);
    return feed === -1 ? bytes.length : feed;
  }
  while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++;
  return at;
}

/** The first byte of the line after the line break at `end`. */
export const afterBreak = (bytes: Buffer, end: number): number => (bytes[end] === CR && bytes[end + 1] === LF ? end + 2 : end + 1);

/** Line breaks in a range: LF, CRLF and, where the list has them, CR alone. */
export function breaks(bytes: Buffer, from: number, to: number, cr: boolean): number {
  // Where only one of the two occurs, the other would be looked for to the end of the bytes.
  if (cr) return countBreaks(bytes, from, to, cr);
  let count = 0;
  for (let at = bytes.indexOf(LF, from); at !== -1 && at < to; at = bytes.indexOf(LF, at + 1)) count++;
  return count;
}

/** Starts of the last three lines that end at `end`, the earliest first. */
export function lineStarts(bytes: Buffer, from: number, end: number, cr: boolean): number[] {
  const starts: number[] = [];
  for (let at = end; starts.length < 3 && at > from;) {
    let before = at - 1;
    if (bytes[before] === LF && before > from && bytes[before - 1] === CR) before--;
    const start = lastBreak(bytes, from, before, cr);
    at = start === -1 ? from : start;
    starts.unshift(at);
  }
  return starts;
}

/** First byte after the last line break in [from, to), -1 if there is none. */
export function lastBreak(bytes: Buffer, from: number, to: number, cr: boolean): number {
  if (to <= from) return -1;
  let at = to - 1;
  while (at >= from && bytes[at] !== LF && !(cr && bytes[at] === CR)) at--;
  return at < from ? -1 : at + 1;
}
