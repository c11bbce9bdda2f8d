import { isUtf8 } from 'node:buffer';
import { unload } from '../kernel.js';
import type { Trouble } from '../types.js';
import type { Batch } from './batch.js';
import { broken } from './broken.js';
import { countBreaks, isWhole, type Slices, withoutBreak } from './bytes.js';
import { readDamaged } from './damaged.js';
import { decode } from './decode.js';
import { bytesOf, CR, type Dialect, LF } from './dialect.js';
import { PERSON } from './evidence.js';
import { opensFormula, opensFormulaIn } from './formula-head.js';
import { noLeadIn } from './no-lead.js';
import { ESCAPED, FORMULA, RawRecord, SPAN, WIDE } from './record.js';
import { RECORD, type Scanner, type ScannerFor, scannerFor, UNCLEAR } from './scanner.js';
import { RECORD_CAP, shapes } from './shape.js';
import { type Walked, walkerOf } from './walk.js';

/** For those who remember nothing of a list: it is in use while one batch is read. */
const forAll = scannerFor();

/**
 * Visits the records of a batch in order. Lines of zero bytes are no records, unless the list has one column. Ordinary
 * records are read by the scanner, or else by a walk over their bytes; what is not well-formed is mended.
 */
export function readRecords(batch: Batch, dialect: Dialect, header: readonly string[], visit: (record: RawRecord) => void, scanners: ScannerFor = forAll): void {
  const bytes = Buffer.from(batch.bytes.buffer, batch.bytes.byteOffset, batch.bytes.length) as Slices;
  const { odd } = batch;
  const total = bytes.length;
  const width = header.length;
  const form = bytesOf(dialect);
  const { cr, comment } = form;
  const isSimple = form.delimiter.length === 1 && !form.backslash && !dialect.wrapped;
  const shape = isSimple ? null : shapes(bytes, form);
  const cut = broken(bytes, total, true, dialect, form);
  const sound = isUtf8(bytes);
  const hasNul = bytes.includes(0);
  const record = new RawRecord(bytes, dialect.quote, width);
  const walk = walkerOf(bytes, dialect, form, record.own);
  const noLead = noLeadIn(record, bytes, header, dialect);

  /** Of a line that begins as remarks do: a record that is short is none if it names somebody, unless the user said that all are. */
  function isRemark(from: number, to: number, cells: number): boolean {
    return dialect.remarks || (cells !== width && !PERSON.test(bytes.toString('utf8', from, to)));
  }

  let at = 0;
  let line = batch.line;
  let nextOdd = 0;

  function pass(content: number, ink: boolean): void {
    const trouble = noLead(content, ink);
    if (trouble !== null) record.trouble = trouble;
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

  /** A record of which is known no more than where the next one starts. */
  function unread(start: number, next: number, cells: number): Walked {
    const end = withoutBreak(bytes, start, next);
    return { end, next, lines: countBreaks(bytes, start, next, cr), cells, content: end - start, ink: false, unclosed: false, flags: 0, plain: false };
  }

  function recordAt(start: number, isOdd: boolean): Walked {
    if (isOdd) return unread(start, odd[nextOdd + 1] as number, 0);
    if (shape === null) return walk(start);
    const { next, cells } = shape.record(start, total, true);
    return unread(start, next, cells);
  }

  /** A record under another header: the columns of the list say nothing about its cells. */
  function foreign(headerLine: number): void {
    record.damaged(header.map((_, i) => (i === 0 ? decode(bytes.subarray(record.start, record.end)).text : '')), [record.line === headerLine
      ? { kind: 'repeated-header', detail: 'the header of another table' }
      : { kind: 'unreadable', detail: `belongs to another table, whose header is on line ${headerLine}` }], opensFormula);
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
    const isOdd = odd[nextOdd] === start;
    const found = recordAt(start, isOdd);
    const { cells, content, flags } = found;
    let { end, lines } = found;
    if (isOdd) nextOdd += 2;
    at = found.next;
    const plain = found.plain && (((flags & WIDE) === 0 || sound) && !hasNul || isWhole(bytes, start, end));

    let joined = false;
    if (!plain && !isOdd && cells < width && content !== 0) {
      // A line break in an unquoted cell?
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
    if (content === 0 && cells <= 1 && width > 1 && end === start) continue;
    if (comment !== -1 && bytes[start] === comment && isRemark(start, end, cells)) continue;
    if (batch.table > 0) {
      foreign(batch.table);
      visit(record);
      continue;
    }
    if (plain) {
      record.well(record.own, 0);
      record.ascii = (flags & (WIDE | ESCAPED)) === 0;
      record.formula = (flags & FORMULA) !== 0;
    } else {
      const damaged = readDamaged(bytes.subarray(start, end), dialect, width);
      record.damaged(damaged.cells, damaged.trouble, opensFormula);
    }
    if (isOdd && at - start > RECORD_CAP - LONGEST_CHARACTER) record.trouble = [...record.trouble, !cr && hasReturns(bytes, start, at) ? RETURNS : CAPPED];
    if (found.unclosed) record.trouble = [...record.trouble, UNCLOSED];
    if (joined) record.trouble = [...record.trouble, JOINED];
    pass(content, found.ink);
  }
}

/** A carriage return that no line feed follows. */
function hasReturns(bytes: Buffer, from: number, to: number): boolean {
  for (let at = bytes.indexOf(CR, from); at !== -1 && at + 1 < to; at = bytes.indexOf(CR, at + 1)) if (bytes[at + 1] !== LF) return true;
  return false;
}

/** That something else than blanks stands in a record the scanner has read. */
const INK = 1 << 7;
/** Records at which the scanner stops at once before it is not asked any more. */
const MOST_VAIN = 16;
/** Bytes by which a record may be cut before the cap, so that no character is. */
const LONGEST_CHARACTER = 4;
const CAPPED: Trouble = { kind: 'ragged', detail: 'longer than 1 MB: the rest is a row of its own' };
const RETURNS: Trouble = { kind: 'ragged', detail: 'longer than 1 MB: the rest is a row of its own; carriage returns stand in it alone, --line-end cr makes them line ends' };
const UNCLOSED: Trouble = { kind: 'ragged', detail: 'a quote that is not closed, read as text' };
const JOINED: Trouble = { kind: 'ragged', detail: 'a line break in a cell without quotes' };
