import { BLANK as BLANK_BYTE, BYTE_KINDS, WIDE as WIDE_BYTE } from '../values/byte-kinds.js';
import { ODD } from '../values/characters.js';
import type { Slices } from './bytes.js';
import { CR, LF, type Dialect, type DialectBytes } from './dialect.js';
import { opensFormulaIn } from './formula-head.js';
import { ESCAPED, FORMULA, KINDS_AT, QUOTED, SPAN, WIDE } from './record.js';

/** What a walk over the bytes of one record finds. */
export interface Walked {
  /** Where the record ends without its line end, and where the next one starts. */
  end: number;
  next: number;
  /** Line breaks in it, its own included. */
  lines: number;
  cells: number;
  /** Cells in which something stands. */
  content: number;
  /** Something else than blanks stands in one of them. */
  ink: boolean;
  /** A cell begins with a quote, in a list whose quotes never close. */
  unclosed: boolean;
  /** Flags of all its cells (src/read/record.ts). */
  flags: number;
  /** Well-formed, as far as bytes below 0x80 can tell: its cells are described. */
  plain: boolean;
}

/** Of the bytes at which a cell may end. */
const STOP = 1 << 15;
/** What the bytes of a cell tell of its characters. */
const KINDS = ~(STOP | BLANK_BYTE | WIDE_BYTE);
const QUOTE = 34;

/**
 * The loop over the bytes of ordinary records, for what the scanner does not read: one byte of delimiter, doubled quotes.
 * It allocates nothing and returns the same object for each record, whose cells it describes in `spans`, `SPAN` numbers
 * each, as many as find room there.
 */
export function walkerOf(bytes: Slices, dialect: Dialect, form: DialectBytes, spans: Int32Array): (start: number) => Walked {
  // The end of an unquoted run of bytes: delimiter, quote or line break.
  const classes = Uint16Array.from(BYTE_KINDS);
  for (const byte of [form.first, form.quote, LF, form.cr ? CR : LF]) if (byte >= 0) classes[byte] = (classes[byte] as number) | STOP;
  const walked: Walked = { end: 0, next: 0, lines: 0, cells: 0, content: 0, ink: false, unclosed: false, flags: 0, plain: true };
  return (start) => walk(bytes, start, classes, form, dialect.unclosed, spans, walked);
}

function walk(bytes: Slices, start: number, classes: Uint16Array, { cr, quote, first: delimiter, usual }: DialectBytes, neverCloses: boolean, spans: Int32Array, walked: Walked): Walked {
  const total = bytes.length;
  const width = spans.length / SPAN;
  let at = start;
  let end: number;
  let lines = 0;
  let cells = 0;
  let content = 0;
  let ink = false;
  let unclosed = false;
  let flags = 0;
  let plain = true;
  for (;;) {
    // What stands in the cell, what stands twice in a row, and what stood there last: as if a blank stood in front.
    let any = 0;
    let twice = 0;
    let before = BLANK_BYTE;
    let kind = 0;
    let flag = 0;
    let from: number;
    let to: number;
    let byte = at < total ? (bytes[at] as number) : LF;
    if (byte === quote) {
      flag = QUOTED;
      from = ++at;
      for (;;) {
        if (at >= total) {
          plain = false;
          break;
        }
        byte = bytes[at] as number;
        if (byte === quote) {
          const after = at + 1 < total ? (bytes[at + 1] as number) : LF;
          if (after === quote) {
            flag |= ESCAPED;
            before = 0;
            at += 2;
            continue;
          }
          if (after === delimiter || after === LF || (after === CR && (cr || at + 2 >= total || bytes[at + 2] === LF))) break;
          plain = false;
        } else if (byte === LF) lines++;
        else if (cr && byte === CR && bytes[at + 1] !== LF) lines++;
        kind = classes[byte] as number;
        any |= kind;
        twice |= kind & before;
        before = kind;
        at++;
      }
      to = at;
      if (at < total) at++;
    } else {
      from = at;
      for (;;) {
        while (at < total && (kind = classes[bytes[at] as number] as number) < STOP) {
          any |= kind;
          twice |= kind & before;
          before = kind;
          at++;
        }
        if (at < total) byte = bytes[at] as number;
        // A quote inside an unquoted cell is text, but it may tell of damage.
        if (at < total && byte === quote) {
          plain = false;
          at++;
        } else break;
      }
      to = at;
      // The carriage return of CRLF.
      if (to > from && bytes[to - 1] === CR && (at >= total || byte === LF)) {
        to--;
        any = twice = 0;
        before = BLANK_BYTE;
        for (let i = from; i < to; i++) {
          any |= kind = classes[bytes[i] as number] as number;
          twice |= kind & before;
          before = kind;
        }
      }
    }
    if (to > from) {
      content++;
      // Text as it stands, but whoever reads what is written takes it for a line end unless it stands in quotes.
      if ((any & ODD) !== 0 && flag === 0 && !cr && hasReturn(bytes, from, to)) plain = false;
      const head = bytes[from] as number;
      if (head > 32) {
        ink = true;
        if (head === QUOTE && neverCloses) unclosed = true;
      }
      if ((any & WIDE_BYTE) !== 0) flag |= WIDE;
      if (opensFormulaIn(bytes, from, to)) flag |= FORMULA;
    }
    flags |= flag;
    if (cells < width) {
      const span = cells * SPAN;
      spans[span] = from;
      spans[span + 1] = to;
      spans[span + 3] = 0;
      spans[span + 2] = (to === from ? 0 : ((((twice | before) & BLANK_BYTE) !== 0 ? any | ODD : any) & KINDS) << KINDS_AT) | flag;
    } else if (to > from || usual <= width) plain = false;
    cells++;
    end = to;
    if (flag & QUOTED) end = at;
    if (at >= total) break;
    byte = bytes[at] as number;
    if (byte === delimiter) {
      at++;
      continue;
    }
    if (byte === CR) {
      at++;
      if (at < total && bytes[at] === LF) at++;
    } else at++;
    break;
  }
  if ((cells !== width && cells !== usual) || cells < width) plain = false;
  walked.end = end;
  walked.next = at;
  walked.lines = lines + 1;
  walked.cells = cells;
  walked.content = content;
  walked.ink = ink;
  walked.unclosed = unclosed;
  walked.flags = flags;
  walked.plain = plain;
  return walked;
}

function hasReturn(bytes: Slices, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === CR) return true;
  return false;
}
