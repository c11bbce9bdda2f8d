import { isUtf8 } from 'node:buffer';
import type { Trouble } from '../types.js';
import type { Batch } from './batch.js';
import { BLANK as BLANK_BYTE, BYTE_KINDS, WIDE as WIDE_BYTE } from '../values/byte-kinds.js';
import { ODD } from '../values/characters.js';
import { broken } from './broken.js';
import { unload } from '../kernel.js';
import { countBreaks, isWhole, type Slices, withoutBreak } from './bytes.js';
import { readDamaged } from './damaged.js';
import { CR, LF, type Dialect, bytesOf } from './dialect.js';
import { decode } from './decode.js';
import { PERSON } from './evidence.js';
import { isFooter } from './footer.js';
import { opensFormula, opensFormulaIn } from './formula-head.js';
import { ESCAPED, FORMULA, KINDS_AT, QUOTED, RawRecord, SPAN, WIDE } from './record.js';
import { RECORD, type Scanner, type ScannerFor, scannerFor, UNCLEAR } from './scanner.js';
import { RECORD_CAP, shapes } from './shape.js';

/** Of the bytes at which a cell may end. */
const STOP = 1 << 15;
/** What the bytes of a cell tell of its characters. */
const KINDS = ~(STOP | BLANK_BYTE | WIDE_BYTE);

/** For those who remember nothing of a list: it is in use while one batch is read. */
const forAll = scannerFor();

/**
 * Visits the records of a batch in order. Lines of zero bytes are no records, unless the list has one column. The
 * ordinary record is read by the scanner or by one loop over its bytes and allocates nothing; what is not well-formed is mended.
 */
export function readRecords(batch: Batch, dialect: Dialect, header: readonly string[], visit: (record: RawRecord) => void, scanners: ScannerFor = forAll): void {
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
  const record = new RawRecord(bytes, dialect.quote, width);
  const { own } = record;

  /** A record under another header: the columns of the list say nothing about its cells. */
  function foreign(headerLine: number): void {
    record.damaged(header.map((_, i) => (i === 0 ? decode(bytes.subarray(record.start, record.end)).text : '')), [record.line === headerLine
      ? { kind: 'repeated-header', detail: 'the header of another table' }
      : { kind: 'unreadable', detail: `belongs to another table, whose header is on line ${headerLine}` }], opensFormula);
  }

  function isBlank(): boolean {
    for (let i = 0; i < width; i++) if (record.text(i).trim() !== '') return false;
    return true;
  }

  function isHeader(): boolean {
    // Nearly every record differs in the first letter already.
    if (record.plain && firstByte !== 0) {
      let at = record.startOf(0);
      while (bytes[at] === 32) at++;
      if (bytes[at] !== firstByte) return false;
    }
    if (dialect.names.length === 0 || (record.text(0) !== first && record.text(0).trim() !== first.trim())) return false;
    for (let i = 0; i < width; i++) if (record.text(i).trim() !== (header[i] as string).trim()) return false;
    return true;
  }

  /** Of a line that begins as remarks do: a record that is short is none if it names somebody, unless the user said that all are. */
  function isRemark(from: number, to: number, cells: number): boolean {
    return dialect.remarks || (cells !== width && !PERSON.test(bytes.toString('utf8', from, to)));
  }

  let at = 0;
  let line = batch.line;
  let nextOdd = 0;

  /** What the record as a whole says of itself, then the visit. `content`: cells in which something stands; `ink`: something else than blanks. */
  function pass(content: number, ink: boolean): void {
    if ((content === 0 || !ink) && isBlank()) record.trouble = BLANK;
    else if (isHeader()) record.trouble = REPEATED;
    else if ((!record.plain || (content <= FEW && content * 2 <= width)) && width > 1 && isFooter(header.map((_, i) => record.text(i)))) record.trouble = FOOTER;
    visit(record);
  }

  /** Visits `count` records the scanner has read. */
  function scanned({ records, spans }: Scanner, count: number): void {
    for (let at = 0, cells = 0; at < count * RECORD; at += RECORD, cells += width * SPAN) {
      const told = records[at + 3] as number;
      record.well(spans, cells);
      record.line = line;
      record.start = records[at] as number;
      record.end = records[at + 1] as number;
      line += dialect.byRecord ? 1 : records[at + 2] as number;
      record.ascii = (told & (WIDE | ESCAPED)) === 0;
      record.formula = (told & FORMULA) !== 0;
      if ((told & UNCLEAR) !== 0) clear(spans, cells);
      pass(told >> 8, (told & INK) !== 0);
    }
  }

  /** Finds out what the scanner leaves open: whether a cell begins a formula behind what is not seen. */
  function clear(spans: Int32Array, from: number): void {
    for (let at = from; at < from + width * SPAN; at += SPAN) {
      if (((spans[at + 2] as number) & UNCLEAR) === 0 || !opensFormulaIn(bytes, spans[at] as number, spans[at + 1] as number)) continue;
      spans[at + 2] = (spans[at + 2] as number) | FORMULA;
      record.formula = true;
    }
  }

  let scanner = dialect.unclosed || dialect.wrapped || batch.table > 0 || !sound || hasNul ? null : scanners(total, form, width);
  unload();
  scanner?.load(batch.bytes, form, width);
  let vain = 0;
  while (at < total) {
    if (scanner !== null && odd[nextOdd] !== at) {
      const count = scanner.scan(at, odd[nextOdd] ?? total);
      scanned(scanner, count);
      at = scanner.next();
      if (count > 0 && (at >= total || at === odd[nextOdd])) continue;
      // Bytes of which hardly a record is ordinary are not looked at twice.
      if (count === 0 && ++vain > MOST_VAIN) scanner = null;
    }
    const start = at;
    let lines = 0;
    let cells = 0;
    let content = 0;
    let ink = false;
    let unclosed = false;
    let all = 0; // flags of the cells
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
          if ((any & WIDE_BYTE) !== 0) flag |= WIDE;
          if (opensFormulaIn(bytes, from, to)) flag |= FORMULA;
        }
        all |= flag;
        if (cells < width) {
          const span = cells * SPAN;
          own[span] = from;
          own[span + 1] = to;
          own[span + 3] = 0;
          own[span + 2] = (to === from ? 0 : ((((twice | before) & BLANK_BYTE) !== 0 ? any | ODD : any) & KINDS) << KINDS_AT) | flag;
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
      if (plain && (((all & WIDE) !== 0 && !sound) || hasNul) && !isWhole(bytes, start, end)) plain = false;
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
    if (comment !== -1 && bytes[start] === comment && isRemark(start, end, cells)) continue;
    if (batch.table > 0) {
      foreign(batch.table);
      visit(record);
      continue;
    }
    if (plain) {
      record.well(own, 0);
      record.ascii = (all & (WIDE | ESCAPED)) === 0;
      record.formula = (all & FORMULA) !== 0;
    } else {
      const { cells, trouble } = readDamaged(bytes.subarray(start, end), dialect, width);
      record.damaged(cells, trouble, opensFormula);
    }
    if (isOdd && at - start > RECORD_CAP - LONGEST_CHARACTER) record.trouble = [...record.trouble, CAPPED];
    if (unclosed) record.trouble = [...record.trouble, UNCLOSED];
    if (joined) record.trouble = [...record.trouble, { kind: 'ragged', detail: 'a line break in a cell without quotes' }];
    pass(content, ink);
  }
}

/** That something else than blanks stands in a record the scanner has read. */
const INK = 1 << 7;
/** Records at which the scanner stops at once before it is not asked any more. */
const MOST_VAIN = 16;
const QUOTE = 34;
/** Bytes by which a record may be cut before the cap, so that no character is. */
const LONGEST_CHARACTER = 4;
const CAPPED: Trouble = { kind: 'ragged', detail: 'longer than 1 MB: the rest is a row of its own' };
const UNCLOSED: Trouble = { kind: 'ragged', detail: 'a quote that is not closed, read as text' };
const BLANK: readonly Trouble[] = [{ kind: 'blank', detail: 'every cell is empty' }];
const FOOTER: readonly Trouble[] = [{ kind: 'footer', detail: 'a total or a remark of the program that wrote the list' }];
/** Filled cells of a footer that is as wide as a record. */
const FEW = 3;
const REPEATED: readonly Trouble[] = [{ kind: 'repeated-header', detail: 'the header line again' }];
