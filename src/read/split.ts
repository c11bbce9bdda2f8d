import type { Batch } from './batch.js';
import { broken } from './broken.js';
import { CR, LF, type Dialect, type DialectBytes, bytesOf } from './dialect.js';
import { RECORD_CAP, type Shapes, delimiterAt, shapes } from './shape.js';
import { endsBlank, findHeader, findTable } from './tables.js';

export const BATCH_SIZE = 256 << 10;
/** Beyond it a line longer than the record cap could hide inside a batch. */
const LARGEST_BATCH = RECORD_CAP >> 1;

/** How many lines, and bytes, after an unclosed quote are looked at for one that is a record again. */
const LOOK_LINES = 100;
const LOOK_BYTES = 64 << 10;

/**
 * Cuts UTF-8 chunks into batches of about `size` bytes at record boundaries. A line break inside a quoted cell is no
 * boundary; a quote that never closes costs one record: the list goes on at the next line that has as many cells as
 * the others. The boundaries do not depend on `size` nor on how the chunks are cut.
 */
export async function* split(
  chunks: AsyncIterable<Uint8Array>, dialect: Dialect, line: number, size = BATCH_SIZE,
): AsyncGenerator<Batch> {
  const bytes = bytesOf(dialect);
  size = Math.max(1, Math.min(size, LARGEST_BATCH));
  let table = 0;
  let blank = false;
  /** The batches of `held` that are sure, and where they end. */
  function* batches(held: Buffer, final: boolean): Generator<Batch, number> {
    const cutter = cut(held, bytes, final);
    const { endOf } = broken(held, held.length, final, dialect, bytes);
    let from = 0;
    while (final ? from < held.length : held.length - from > size) {
      let piece = cutter(from, from + size);
      if (piece === null) break;
      // Not between the lines of a record that an unquoted line break has cut.
      const back = lineStarts(held, from, piece.end, bytes.cr);
      for (const start of back) {
        const whole = piece === null ? null : endOf(start);
        if (whole === null) piece = null;
        else if (piece !== null && whole > piece.end) piece = cutter(from, whole);
      }
      if (piece === null) break;
      const isStart = (at: number): boolean => at === from || cutter(from, at)?.end === at;
      const own = findHeader(held, from, piece.end, dialect, isStart);
      const other = findTable(held, from, piece.end, final, dialect, blank, isStart);
      if (other === null) break;
      const header = other !== -1 && (own === null || other < own.at) ? { at: other, own: false } : own;
      if (header !== null && header.at > from) piece = cutter(from, header.at) as Piece;
      else if (header !== null) {
        // The header alone: what follows is searched for the next one.
        piece = cutter(from, from + 1) as Piece;
        table = header.own ? 0 : line;
      }
      yield batch(held, from, piece, line, table);
      blank = endsBlank(held, from, piece.end, dialect);
      line += dialect.byRecord ? rowsIn(held, from, piece.end) : breaks(held, from, piece.end, bytes.cr);
      from = piece.end;
    }
    return from;
  }
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    held = held.length === 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length) : Buffer.concat([held, chunk]);
    if (held.length > size) held = held.subarray(yield* batches(held, false));
  }
  yield* batches(held, true);
}

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

function batch(held: Buffer, from: number, piece: Piece, line: number, table: number): Batch {
  const bytes = new Uint8Array(piece.end - from);
  bytes.set(held.subarray(from, piece.end));
  return { bytes, line, table, odd: piece.odd.map((offset) => offset - from) };
}

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

/** Line breaks in a range: LF, CRLF and, where the list has them, CR alone. */
export function breaks(bytes: Buffer, from: number, to: number, cr: boolean): number {
  let count = 0;
  for (let at = bytes.indexOf(LF, from); at !== -1 && at < to; at = bytes.indexOf(LF, at + 1)) count++;
  if (cr) for (let at = bytes.indexOf(CR, from); at !== -1 && at < to; at = bytes.indexOf(CR, at + 1)) if (bytes[at + 1] !== LF) count++;
  return count;
}

/**
 * Finds in `bytes` the first record boundary at or after `goal`, starting from the boundary `from`; null when more
 * bytes are needed to tell. Outside quotes it jumps from quote to quote.
 */
function cut(bytes: Buffer, dialect: DialectBytes, final: boolean): (from: number, goal: number) => Piece | null {
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
  const opensCell = (at: number, start: number): boolean =>
    at === start || (at - delimiter.length >= start && isDelimiter(at - delimiter.length));

  return (from, wanted) => {
    const goal = Math.min(wanted, to);
    const odd: number[] = [];
    // `known` is where the scan is: outside quotes, in the record that starts at `start` or a later one.
    let known = from;
    let start = from;
    for (;;) {
      const at = nextQuote(known);
      if (at >= goal - 1) {
        const reached = Math.max(known, goal - 1);
        const end = shape.lineAfter(reached, to);
        if (end === -1 ? at >= to : at >= end) {
          const lineStart = lastBreak(bytes, known, reached, cr);
          if (lineStart !== -1) start = lineStart;
          if ((end === -1 ? to : end) - start > RECORD_CAP) return capped(start, odd);
          if (end !== -1 && !(cr && end === to && bytes[end - 1] === CR && !final)) return { end, odd };
          return final ? { end: to, odd } : null;
        }
      }
      // A quote: does a cell start here?
      const lineStart = lastBreak(bytes, known, at, cr);
      if (lineStart !== -1) start = lineStart;
      if (at - start >= RECORD_CAP) return capped(start, odd);
      if (!opensCell(at, start)) {
        known = at + 1;
        continue;
      }
      const close = closesOnLine(at, Math.min(to, start + RECORD_CAP));
      if (close !== -1) {
        known = close + 1;
        continue;
      }
      const next = settle(start, odd);
      if (next === -1) return null;
      known = start = next;
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

  /** Decides where a record ends whose quoted cell runs over its line; -1 when more bytes are needed. */
  function settle(start: number, odd: number[]): number {
    const record = shape.record(start, to, final);
    if (record.open) return -1;
    const { width, usual } = dialect;
    if (record.sound && (width === 0 || record.cells === width || record.cells === usual)) return record.next;
    const end = record.closed ? record.next : to - start > RECORD_CAP ? capEnd(start) : to;
    const again = record.sound && width < 3 ? -1 : resume(shape, start, end, to, final);
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

/** Start of the first line after `start` that looks like a record, -1 if there is none before `end`, null: cannot tell yet. */
function resume(shape: Shapes, start: number, end: number, to: number, final: boolean): number | null {
  let at = start;
  for (let lines = 0; lines < LOOK_LINES; lines++) {
    at = shape.lineAfter(at, to);
    if (at === -1 || at >= end || at - start > LOOK_BYTES) return -1;
    const fits = shape.fits(at, to, final);
    if (fits === null) return null;
    if (fits) return at;
  }
  return -1;
}

/** Starts of the last three lines that end at `end`, the earliest first. */
function lineStarts(bytes: Buffer, from: number, end: number, cr: boolean): number[] {
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
function lastBreak(bytes: Buffer, from: number, to: number, cr: boolean): number {
  if (to <= from) return -1;
  let at = to - 1;
  while (at >= from && bytes[at] !== LF && !(cr && bytes[at] === CR)) at--;
  return at < from ? -1 : at + 1;
}
