import { CR, LF, type Dialect, type DialectBytes, bytesOf } from './dialect.js';
import { lastBreak } from './lines.js';
import { RECORD_CAP, type Shapes, delimiterAt, shapes } from './shape.js';

/** How many lines, and bytes, after an unclosed quote are looked at for one that is a record again. */
const LOOK_LINES = 100;
const LOOK_BYTES = 64 << 10;

/** The records from a record boundary up to `end`, another one. */
export interface Piece { readonly end: number; readonly odd: readonly number[] }

/** The ends of the records that are whole in `bytes`, for a sample. `final`: the list ends with these bytes. */
export function* recordEnds(bytes: Buffer, dialect: Dialect, final: boolean): Generator<Piece> {
  const cutter = cut(bytes, bytesOf(dialect), final);
  for (let from = 0; from < bytes.length;) {
    const piece = cutter(from, from + 1);
    if (piece === null) return;
    yield piece;
    from = piece.end;
  }
}

/**
 * Finds in `bytes` the first record boundary at or after `goal`, starting from the boundary `from`; null when more
 * bytes are needed to tell. Outside quotes it jumps from quote to quote.
 */
export function cut(bytes: Buffer, dialect: DialectBytes, final: boolean): (from: number, goal: number) => Piece | null {
  const { quote, first, delimiter, cr, backslash } = dialect;
  const to = bytes.length;
  const shape = shapes(bytes, dialect);
  // The first quote at or after `quoteFrom`.
  let quoteFrom = 0;
  let quoteAt = -1;

  const nextQuote = (at: number): number => {
    if (quote === -1) return to;
    if (quoteAt < at || at < quoteFrom) {
      quoteFrom = at;
      quoteAt = bytes.indexOf(quote, at);
      if (quoteAt === -1) quoteAt = to;
    }
    return quoteAt;
  };
  const isDelimiter = (at: number): boolean =>
    delimiter.length === 1 ? bytes[at] === first : delimiterAt(bytes, at, to, delimiter);
  const followsDelimiter = (at: number, start: number): boolean => at - delimiter.length >= start && isDelimiter(at - delimiter.length);
  const opensCell = (at: number, start: number): boolean => at === start || followsDelimiter(at, start);

  return (from, wanted) => {
    const goal = Math.min(wanted, to);
    const odd: number[] = [];
    // `known` is where the scan is: outside quotes, in the record that starts at `start` or a later one. As of `sure` it is that one.
    let known = from;
    let start = from;
    let sure = from;
    const findStart = (at: number): void => {
      const lineStart = lastBreak(bytes, sure, at, cr);
      if (lineStart !== -1) start = lineStart;
      sure = at;
    };
    for (;;) {
      const at = nextQuote(known);
      if (at >= goal - 1) {
        const reached = Math.max(known, goal - 1);
        const end = shape.lineAfter(reached, to);
        if (end === -1 ? at >= to : at >= end) {
          findStart(reached);
          if ((end === -1 ? to : end) - start > RECORD_CAP) return capped(start, odd);
          if (end !== -1 && !(cr && end === to && bytes[end - 1] === CR && !final)) return { end, odd };
          return final ? { end: to, odd } : null;
        }
      }
      // A quote: does a cell start here?
      if (at - start >= RECORD_CAP || !followsDelimiter(at, start)) findStart(at);
      if (at - start >= RECORD_CAP) return capped(start, odd);
      if (!opensCell(at, start)) {
        known = at + 1;
        continue;
      }
      let close = closesOnLine(at, Math.min(to, start + RECORD_CAP));
      if (close === -1 && sure < at) {
        findStart(at);
        close = closesOnLine(at, Math.min(to, start + RECORD_CAP));
      }
      if (close !== -1) {
        known = close + 1;
        continue;
      }
      const next = settle(start, odd);
      if (next === -1) return null;
      known = start = sure = next;
      if (next >= goal) return { end: next, odd };
    }
  };

  /** A record longer than the cap is cut there, between two characters. */
  function capped(start: number, odd: number[]): Piece {
    const end = capEnd(start);
    odd.push(start, end);
    return { end, odd };
  }
  function capEnd(start: number): number {
    let end = start + RECORD_CAP;
    while (end > start + 1 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
    return end;
  }

  /** The quote that closes the cell opened at `open`, if it does so on the same line; else -1. */
  function closesOnLine(open: number, limit: number): number {
    for (let at = open + 1; at < limit; at++) {
      const byte = bytes[at];
      if (byte === LF || (cr && byte === CR)) return -1;
      if (byte === 92 && backslash) {
        if (bytes[at + 1] === quote || bytes[at + 1] === 92) at++;
      }
      else if (byte === quote) {
        const after = bytes[at + 1];
        if (after === quote) at++;
        else if (after === undefined ? final : isDelimiter(at + 1) || after === LF) return at;
        else if (after === CR && (cr || (at + 2 < to ? bytes[at + 2] === LF : final))) return at;
      }
    }
    return -1;
  }

  function opensOrHasNone(from: number, end: number): boolean {
    const first = bytes.indexOf(quote, from);
    return first === -1 || first >= end || opensCell(first, from);
  }

  /** Decides where a record ends whose quoted cell runs over its line; -1 when more bytes are needed. */
  function settle(start: number, odd: number[]): number {
    const record = shape.record(start, to, final);
    if (record.open) return -1;
    const { width, usual } = dialect;
    if (record.sound && (width === 0 || record.cells === width || record.cells === usual)) return record.next;
    const end = record.closed ? record.next : to - start > RECORD_CAP ? capEnd(start) : to;
    const again = record.sound && width < 3 ? -1 : resume(shape, start, end, to, final, (at, next) => !record.sound || opensOrHasNone(at, next));
    if (again === null) return -1;
    if (again !== -1) {
      odd.push(start, again);
      return again;
    }
    if (record.closed) {
      if (!record.sound) odd.push(start, record.next);
      return record.next;
    }
    const lineEnd = shape.lineAfter(start, to);
    const next = lineEnd === -1 ? end : Math.min(lineEnd, end);
    odd.push(start, next);
    return next;
  }
}

/**
 * Start of the first line after `start` that looks like a record, -1 if there is none before `end`, null: cannot tell yet.
 * Where the record is well-formed and has only too many or too few cells, a line whose first quote opens no cell goes on with one
 * of its cells: taking it for a record would make two faults of one (`may`).
 */
function resume(shape: Shapes, start: number, end: number, to: number, final: boolean, may: (at: number, next: number) => boolean): number | null {
  let at = start;
  for (let lines = 0; lines < LOOK_LINES; lines++) {
    at = shape.lineAfter(at, to);
    if (at === -1 || at >= end || at - start > LOOK_BYTES) return -1;
    const fits = shape.fits(at, to, final);
    if (fits === null) return null;
    if (fits) {
      const next = shape.lineAfter(at, to);
      if (may(at, next === -1 ? to : next)) return at;
    }
  }
  return -1;
}
