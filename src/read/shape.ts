import { CR, LF, type DialectBytes } from './dialect.js';

/** A record longer than this is no record but a quote that never closes. */
export const RECORD_CAP = 1 << 20;

/** What a strict reading of one record finds. */
export interface Shape {
  /** Where its content ends, or the cell starts that never closes; and where the next record starts. */
  end: number;
  next: number;
  cells: number;
  /** Every quoted cell is closed, and a delimiter or the line's end follows. */
  sound: boolean;
  /** False: a quote is open when the record cap, or the end of what is there, is reached. */
  closed: boolean;
  /** The answer may change when more bytes come. */
  open: boolean;
}

/** Reads shapes of records in `bytes`; one per buffer content, as it remembers where no quote closes. */
export interface Shapes {
  /** The record at `from`; `final`: nothing comes after `to`. */
  record(from: number, to: number, final: boolean): Shape;
  /** Whether one reading of the line at `from` has as many cells as the list's records. null: the line is not whole. */
  fits(from: number, to: number, final: boolean): boolean | null;
  /** First byte after the line break at or after `from`, -1 if there is none before `to`. */
  lineAfter(from: number, to: number): number;
}

/** True when the delimiter stands at `at`. */
export function delimiterAt(bytes: Uint8Array, at: number, to: number, delimiter: Uint8Array): boolean {
  if (at + delimiter.length > to) return false;
  for (let i = 0; i < delimiter.length; i++) if (bytes[at + i] !== delimiter[i]) return false;
  return true;
}

export function shapes(bytes: Buffer, dialect: DialectBytes): Shapes {
  const { quote, first, delimiter, cr, backslash, width, usual } = dialect;
  const single = delimiter.length === 1;
  // Of the delimiters that are tried most stand nowhere: then each line without quotes is one cell.
  const isAbsent = !cr && bytes.indexOf(delimiter) === -1;
  // A walk that started in quotes before `deadFrom` found no closing quote before `deadTo`.
  let deadFrom = 0;
  let deadTo = 0;
  // One that started at `liveFrom`, in bytes up to `liveEnd`, found `liveTo`.
  let liveFrom = 0;
  let liveTo = -1;
  let liveEnd = 0;

  const isDelimiter = (at: number, to: number): boolean =>
    bytes[at] === first && (single || delimiterAt(bytes, at, to, delimiter));

  const isBreak = (at: number, to: number): boolean => {
    const byte = bytes[at];
    return byte === LF || (byte === CR && (cr || at + 1 >= to || bytes[at + 1] === LF));
  };

  /** Position of the quote that closes the cell whose content starts at `from`, -1 if none; `stray` tells of quotes inside. */
  let stray = false;
  function closing(from: number, to: number): number {
    stray = false;
    let at = from;
    let walked = from;
    let joined = false;
    for (;;) {
      const next = bytes.indexOf(quote, at);
      if (next === -1 || next >= to) break;
      if (backslash) {
        let slashes = 0;
        while (next - 1 - slashes >= from && bytes[next - 1 - slashes] === 92) slashes++;
        if (slashes % 2 === 1) {
          at = next + 1;
          continue;
        }
      }
      const after = next + 1;
      if (after >= to || isDelimiter(after, to) || isBreak(after, to)) {
        if (stray) [liveFrom, liveTo, liveEnd] = [from, next, to];
        return next;
      }
      if (bytes[after] === quote) at = next + 2;
      else {
        stray = true;
        at = after;
        // In the same state at the same place as an earlier walk: go on where it ended.
        if (at > liveFrom && at <= liveTo && to === liveEnd) return liveTo;
        if (at > deadFrom && at < deadTo) {
          at = deadTo;
          joined = true;
        }
      }
      walked = at;
    }
    if (walked > deadTo) {
      if (!joined) deadFrom = from;
      deadTo = walked;
    }
    return -1;
  }

  // The first line break at or after `breakFrom`; the end of the bytes if there is none.
  let breakFrom = 0;
  let breakAt = -1;
  function lineAfter(from: number, to: number): number {
    if (from < breakFrom || from > breakAt) {
      breakFrom = from;
      if (cr) for (breakAt = from; breakAt < bytes.length && bytes[breakAt] !== LF && bytes[breakAt] !== CR;) breakAt++;
      else breakAt = bytes.indexOf(LF, from);
      if (breakAt === -1) breakAt = bytes.length;
    }
    if (breakAt >= to) return -1;
    return bytes[breakAt] === CR && breakAt + 1 < to && bytes[breakAt + 1] === LF ? breakAt + 2 : breakAt + 1;
  }

  /** Where the line that `at` stands in ends, where LF and CRLF end one. */
  function lineEnd(at: number, to: number): number {
    const feed = bytes.indexOf(LF, at);
    const end = feed === -1 || feed >= to ? to : feed;
    return end > at && bytes[end - 1] === CR ? end - 1 : end;
  }

  function record(from: number, end: number, final: boolean): Shape {
    const to = Math.min(end, from + RECORD_CAP);
    const last = final && to === end;
    const shape: Shape = { end: to, next: to, cells: 0, sound: true, closed: true, open: !last && to === end };
    let at = from;
    for (;;) {
      shape.cells++;
      if (at < to && bytes[at] === quote) {
        const close = closing(at + 1, to);
        if (stray) shape.sound = false;
        if (close === -1) {
          shape.sound = false;
          shape.closed = false;
          shape.end = at;
          return shape;
        }
        at = close + 1;
      } else if (isAbsent) at = lineEnd(at, to);
      else {
        while (at < to) {
          const byte = bytes[at];
          if (byte === LF || (byte === first && isDelimiter(at, to)) || (byte === CR && isBreak(at, to))) break;
          at++;
        }
      }
      if (at >= to) {
        // The cap cut a record without any quote: one very long line.
        shape.closed = last;
        return shape;
      }
      if (isDelimiter(at, to)) {
        at += delimiter.length;
        continue;
      }
      shape.end = at;
      shape.next = lineAfter(at, end);
      shape.open = false;
      if (shape.next === -1) {
        shape.next = end;
        shape.open = !final;
      } else if (cr && shape.next === end && bytes[end - 1] === CR && !final) shape.open = true;
      return shape;
    }
  }

  function delimiters(from: number, to: number): number {
    let count = 0;
    for (let at = from; at < to; at++) if (bytes[at] === first && isDelimiter(at, to)) count++;
    return count;
  }

  function fits(from: number, to: number, final: boolean): boolean | null {
    if (from >= to) return final ? false : null;
    const next = lineAfter(from, to);
    if (next === -1 && !final) return null;
    const lineEnd = next === -1 ? to : next;
    const counts = (cells: number): boolean => cells === width || cells === usual;
    // Quotes respected within the line, but for one that never closes; then quotes taken as they are.
    const line = record(from, lineEnd, true);
    if (counts(line.closed ? line.cells : line.cells + delimiters(line.end, lineEnd))) return true;
    if (counts(1 + delimiters(from, lineEnd))) return true;
    // Or the line opens a record of several lines.
    const whole = record(from, to, final);
    if (whole.open) return null;
    return whole.sound && counts(whole.cells);
  }

  return { record, fits, lineAfter };
}
