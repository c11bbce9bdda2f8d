import { isUtf8 } from 'node:buffer';
import type { Trouble } from '../types.js';
import type { Batch } from './batch.js';
import { BLANK as BLANK_BYTE, BYTE_KINDS, WIDE as WIDE_BYTE } from '../values/byte-kinds.js';
import { kindsIn, ODD } from '../values/characters.js';
import { broken } from './broken.js';
import { countBreaks, isWhole, type Slices, withoutBreak } from './bytes.js';
import { readDamaged } from './damaged.js';
import { CR, LF, type Dialect, bytesOf } from './dialect.js';
import { decode } from './decode.js';
import { isFooter } from './footer.js';
import { opensFormula, opensFormulaIn } from './formula-head.js';
import { shapes } from './shape.js';

/** What is known of a cell of a plain record. */
export const QUOTED = 1;
/** It contains doubled quotes. */
export const ESCAPED = 2;
/** It contains bytes from 0x80 on. */
export const WIDE = 4;
/** It starts with a character with which a spreadsheet starts a formula, white space and invisible characters aside. */
export const FORMULA = 8;

/** One record. Valid only during the visit: the object is used again for the next one. */
export interface RawRecord {
  /** Line of the list on which it starts. */
  line: number;
  /** Number of cells, always that of the header. */
  readonly width: number;
  /** Byte range of the record in the batch, without its line end. */
  start: number;
  end: number;
  /**
   * True: well-formed, `starts`, `ends` and `flags` describe the cells. False: `cells` holds them.
   * A flag of a cell that is not plain tells only whether it is FORMULA.
   */
  plain: boolean;
  /** Content of cell i in the batch, quotes excluded. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly flags: Uint8Array;
  /** The kinds of characters in cell i, as `kindsIn(text(i))` tells them. */
  kinds(i: number): number;
  cells: readonly string[];
  trouble: readonly Trouble[];
  /** Decoded and unescaped text of cell i, of either kind of record. */
  text(i: number): string;
}

/** Of the bytes at which a cell may end. */
const STOP = 1 << 15;

const NONE: readonly Trouble[] = [];
const NO_CELLS: readonly string[] = [];
/** Bytes that are made one string to cut texts from. */
const STRETCH = 1 << 13;

/**
 * Visits the records of a batch in order. Lines of zero bytes are no records, unless the list has one column. The
 * ordinary record is read by one loop over its bytes and allocates nothing; what is not well-formed is mended.
 */
export function readRecords(batch: Batch, dialect: Dialect, header: readonly string[], visit: (record: RawRecord) => void): void {
  const bytes = Buffer.from(batch.bytes.buffer, batch.bytes.byteOffset, batch.bytes.length) as Slices;
  const { odd } = batch;
  const total = bytes.length;
  const width = header.length;
  const form = bytesOf(dialect);
  const { cr, quote, first: delimiter, comment } = form;
  const simple = form.delimiter.length === 1 && !form.backslash && !dialect.wrapped;
  const shape = simple ? null : shapes(bytes, form);
  const cut = broken(bytes, total, true, dialect, form);
  const sound = isUtf8(bytes);
  const hasNul = bytes.includes(0);
  const usual = dialect.usual;
  const first = header[0] ?? '';
  const firstByte = Buffer.from(first.trim())[0] ?? 0;
  // The end of an unquoted run of bytes: delimiter, quote or line break.
  const classes = Uint16Array.from(BYTE_KINDS);
  for (const byte of [delimiter, quote, LF, cr ? CR : LF]) if (byte >= 0) classes[byte] = (classes[byte] as number) | STOP;
  // Cut out of one string of many records, a text costs a fifth of one decoded by itself. One string of the whole batch
  // would be moved among what lives long, whenever there is a collection of garbage.
  let stretch = '';
  let stretchStart = 0;
  function latin1(start: number, end: number): string {
    if (start < stretchStart || end > stretchStart + stretch.length) {
      stretch = bytes.latin1Slice(start, Math.min(total, Math.max(end, start + STRETCH)));
      stretchStart = start;
    }
    return stretch.slice(start - stretchStart, end - stretchStart);
  }
  const kinds = new Uint16Array(width);

  const record: RawRecord = {
    line: batch.line, width, start: 0, end: 0, plain: true, cells: NO_CELLS, trouble: NONE,
    starts: new Int32Array(width), ends: new Int32Array(width), flags: new Uint8Array(width),
    kinds: (i) => (record.plain && ((kinds[i] as number) & WIDE_BYTE) === 0 ? (kinds[i] as number) & ~BLANK_BYTE : kindsIn(record.text(i))),
    text(i) {
      if (!record.plain) return record.cells[i] ?? '';
      const flag = record.flags[i] as number;
      const start = record.starts[i] as number;
      const end = record.ends[i] as number;
      const text = (flag & WIDE) === 0 ? latin1(start, end) : bytes.utf8Slice(start, end);
      return (flag & ESCAPED) === 0 ? text : unescape(text);
    },
  };
  const { starts, ends, flags } = record;
  const doubled = dialect.quote + dialect.quote;
  const unescape = (text: string): string => text.replaceAll(doubled, dialect.quote);

  function damaged(): void {
    const { cells, trouble } = readDamaged(bytes.subarray(record.start, record.end), dialect, width);
    record.plain = false;
    record.cells = cells;
    record.trouble = trouble;
    for (let i = 0; i < width; i++) flags[i] = opensFormula(record.cells[i] ?? '') ? FORMULA : 0;
  }

  /** A record under another header: the columns of the list say nothing about its cells. */
  function foreign(headerLine: number): void {
    record.plain = false;
    record.cells = header.map((_, i) => (i === 0 ? decode(bytes.subarray(record.start, record.end)).text : ''));
    flags.fill(0);
    flags[0] = opensFormula(record.cells[0] as string) ? FORMULA : 0;
    record.trouble = record.line === headerLine
      ? [{ kind: 'repeated-header', detail: 'the header of another table' }]
      : [{ kind: 'unreadable', detail: `belongs to another table, whose header is on line ${headerLine}` }];
  }

  function isBlank(): boolean {
    for (let i = 0; i < width; i++) if (record.text(i).trim() !== '') return false;
    return true;
  }

  function isHeader(): boolean {
    // Nearly every record differs in the first letter already.
    if (record.plain && firstByte !== 0) {
      let at = starts[0] as number;
      while (bytes[at] === 32) at++;
      if (bytes[at] !== firstByte) return false;
    }
    if (dialect.names.length === 0 || (record.text(0) !== first && record.text(0).trim() !== first.trim())) return false;
    for (let i = 0; i < width; i++) if (record.text(i).trim() !== (header[i] as string).trim()) return false;
    return true;
  }

  let at = 0;
  let line = batch.line;
  let nextOdd = 0;
  while (at < total) {
    const start = at;
    let lines = 0;
    let cells = 0;
    let content = 0;
    let ink = false;
    let unclosed = false;
    let wide = 0;
    let plain = true;
    let end: number;
    const isOdd = odd[nextOdd] === start;
    let joined = false;

    if (isOdd) {
      at = odd[nextOdd + 1] as number;
      nextOdd += 2;
      end = withoutBreak(bytes, start, at);
      plain = false;
      content = 1;
      lines = countBreaks(bytes, start, at, cr);
    } else if (shape !== null) {
      const found = shape.record(start, total, true);
      at = found.next;
      cells = found.cells;
      end = withoutBreak(bytes, start, at);
      plain = false;
      content = end - start;
      lines = countBreaks(bytes, start, at, cr);
    } else {
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
          const head = bytes[from] as number;
          if (head > 32) {
            ink = true;
            if (head === QUOTE && dialect.unclosed) unclosed = true;
          }
          if ((any & WIDE_BYTE) !== 0) {
            flag |= WIDE;
            wide = 1;
          }
          if (opensFormulaIn(bytes, from, to)) flag |= FORMULA;
        }
        if (cells < width) {
          starts[cells] = from;
          ends[cells] = to;
          flags[cells] = flag;
          kinds[cells] = to === from ? 0 : (((twice | before) & BLANK_BYTE) !== 0 ? any | ODD : any) & ~STOP;
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
      if (cells !== width && cells !== usual) plain = false;
      else if (cells < width) plain = false;
      lines++;
      if (plain && ((wide === 1 && !sound) || hasNul) && !isWhole(bytes, start, end)) plain = false;
    }

    // A line break in an unquoted cell?
    if (!plain && !isOdd && cells < width && content !== 0) {
      const whole = cut.endOf(start) ?? -1;
      if (whole !== -1) {
        at = whole;
        end = withoutBreak(bytes, start, at);
        lines = countBreaks(bytes, start, at, cr);
        joined = true;
      }
    }
    record.line = line;
    record.start = start;
    record.end = end;
    line += dialect.byRecord && !joined && !isOdd ? 1 : lines;
    if (content === 0 && cells <= 1 && width > 1 && record.end === start) continue;
    if (comment !== -1 && bytes[start] === comment && (dialect.remarks || cells !== width)) continue; // a remark
    if (batch.table > 0) {
      foreign(batch.table);
      visit(record);
      continue;
    }
    record.plain = plain;
    record.trouble = NONE;
    if (plain) record.cells = NO_CELLS;
    else damaged();
    if (unclosed) record.trouble = [...record.trouble, UNCLOSED];
    if (joined) record.trouble = [...record.trouble, { kind: 'ragged', detail: 'a line break in a cell without quotes' }];
    if ((content === 0 || !ink) && isBlank()) record.trouble = BLANK;
    else if (isHeader()) record.trouble = REPEATED;
    else if ((!plain || (content <= FEW && content * 2 <= width)) && width > 1 && isFooter(header.map((_, i) => record.text(i)))) record.trouble = FOOTER;
    visit(record);
  }
}

const QUOTE = 34;
const UNCLOSED: Trouble = { kind: 'ragged', detail: 'a quote that is not closed, read as text' };
const BLANK: readonly Trouble[] = [{ kind: 'blank', detail: 'every cell is empty' }];
const FOOTER: readonly Trouble[] = [{ kind: 'footer', detail: 'a total or a remark of the program that wrote the list' }];
/** Filled cells of a footer that is as wide as a record. */
const FEW = 3;
const REPEATED: readonly Trouble[] = [{ kind: 'repeated-header', detail: 'the header line again' }];
