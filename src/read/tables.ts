import { decode } from './decode.js';
import { CR, type Dialect, LF } from './dialect.js';
import { isData, kindOf, misfits } from './kinds.js';
import { afterBreak, eachLine, lastBreak, nextBreak } from './lines.js';
import { readCells } from './readings.js';

/** Where in a list a header line stands that is not its own, or its own again. */
export interface HeaderFound {
  readonly at: number;
  readonly own: boolean;
}

/** Lines of a range, but the first, that may be more than rows, and how many line breaks it has. */
export interface Survey {
  /** They begin as the header does, or hold no text perhaps. */
  readonly headers: readonly number[];
  readonly blanks: readonly number[];
  readonly breaks: number;
}

export function surveyLines(dialect: Dialect): (bytes: Buffer, from: number, to: number) => Survey {
  const { cr, delimiter, quote, names } = dialect;
  const [name] = Buffer.from(names[0] ?? '');
  const quoteByte = quote.charCodeAt(0);
  const mayBeBlank = new Set([LF, CR, 0x20, ...Buffer.from(delimiter)]);
  return (bytes, from, to) => {
    const headers: number[] = [];
    const blanks: number[] = [];
    const breaks = eachLine(bytes, from, to, cr, (start) => {
      const byte = bytes[start] as number;
      if (byte === name || (byte === quoteByte && bytes[start + 1] === name)) headers.push(start);
      if (mayBeBlank.has(byte)) blanks.push(start);
    });
    return { headers, blanks, breaks };
  };
}

/**
 * Finds header lines inside the list: lines that begin with the name of the first column and hold at least half of
 * the names. Several tables in one file are told apart by them. `isStart`: whether a record starts at an offset.
 */
export function findHeader(bytes: Buffer, from: number, to: number, headers: Survey['headers'], dialect: Dialect, isStart: (at: number) => boolean): HeaderFound | null {
  const name = dialect.names[0] ?? '';
  if (name.trim() === '' || dialect.names.length < 2) return null;
  const length = 1 + Buffer.byteLength(name);
  for (const at of [from, ...headers]) {
    const first = bytes.toString('utf8', at, at + length);
    if (!first.startsWith(name) && first !== dialect.quote + name) continue;
    const own = headerAt(bytes, at, to, dialect);
    if (own !== null && (at === from || isStart(at))) return { at, own };
  }
  return null;
}

/** Whether the line is the list's header (true), another one with some of its names (false), or none. */
function headerAt(bytes: Buffer, at: number, to: number, dialect: Dialect): boolean | null {
  let end = at;
  while (end < to && bytes[end] !== 10 && bytes[end] !== 13) end++;
  const cells = readCells(decode(bytes.subarray(at, end)).text, dialect).cells.map((cell) => cell.trim());
  const names = dialect.names.map((one) => one.trim());
  const shared = cells.filter((cell) => cell !== '' && names.includes(cell)).length;
  if (shared < 2 || shared * 2 < Math.min(names.length, cells.length)) return null;
  if (cells.length === names.length && cells.every((cell, i) => cell === names[i] || cell === '')) return true;
  return cells.some(isReachable) ? null : false; // somebody who wrote what the form asked for: `First Name,Last Name,ann@acme.com`
}

const isReachable = (cell: string): boolean => ['email', 'phone'].includes(kindOf(cell));

/** Names of columns are short. */
const LONGEST_NAME = 40;
/** A line longer than this is not waited for. */
const LONGEST_LINE = 64 << 10;

/**
 * The first place in the range at which a table of its own begins: behind a line without text, a line of names and no
 * values, then one as wide with values, which is not as the rows of the list are. -1: none; null: more bytes are needed
 * to tell. `blank`: a line without text stands before `from`.
 */
export function findTable(bytes: Buffer, from: number, to: number, blanks: Survey['blanks'], final: boolean, dialect: Dialect, blank: boolean, isStart: (at: number) => boolean): number | null {
  if (dialect.names.length < 2) return -1;
  if (blank || (from < to && isEmpty(bytes, from, dialect))) {
    const at = pastBlanks(bytes, from, to, dialect);
    const opens = at < to ? opensTable(bytes, at, final, dialect) : false;
    if (opens === null) return null;
    if (opens && isStart(at)) return at;
  }
  let passed = from;
  for (const line of blanks) {
    if (line <= passed || !isEmpty(bytes, line, dialect)) continue;
    const after = pastBlanks(bytes, line, to, dialect);
    if (after >= to) break;
    passed = after;
    const opens = opensTable(bytes, after, final, dialect);
    if (opens === null) return null;
    if (opens && isStart(after)) return after;
  }
  return -1;
}

/** Whether the last line of the range holds no text. */
export function endsBlank(bytes: Buffer, from: number, to: number, dialect: Dialect): boolean {
  if (bytes[to - 1] !== LF && !(dialect.cr && bytes[to - 1] === CR)) return false;
  const line = to - (bytes[to - 1] === LF && bytes[to - 2] === CR ? 2 : 1);
  const start = lastBreak(bytes, from, line, dialect.cr);
  return isEmpty(bytes, start === -1 ? from : start, dialect);
}

function opensTable(bytes: Buffer, at: number, final: boolean, dialect: Dialect): boolean | null {
  const end = nextBreak(bytes, at, dialect.cr);
  if (end - at > LONGEST_LINE) return false;
  const names = cellsOf(bytes, at, end, dialect);
  if (!areNames(names)) return false;
  const next = afterBreak(bytes, end);
  const nextEnd = nextBreak(bytes, next, dialect.cr);
  if (nextEnd >= bytes.length && !final && nextEnd - next <= LONGEST_LINE) return null;
  const values = cellsOf(bytes, next, nextEnd, dialect);
  if (!areValues(values, names)) return false;
  return (values.length !== dialect.width && values.length !== dialect.usual) || (misfits(dialect.forms, values) > 0 && misfits(dialect.forms, names) > 0);
}

/** Whether a line may be a header: different names in all cells, and no value. */
export const areNames = (cells: readonly string[]): boolean => cells.length > 1 && new Set(cells).size === cells.length && cells.every(isName);
/** Whether a line may be the first under it. */
export const areValues = (cells: readonly string[], names: readonly string[]): boolean => cells.length === names.length && cells.some((cell) => isData(kindOf(cell)));

const isName = (cell: string): boolean => cell !== '' && cell.length <= LONGEST_NAME && /\p{L}/u.test(cell) && !isData(kindOf(cell));

const cellsOf = (bytes: Buffer, at: number, end: number, dialect: Dialect): string[] =>
  readCells(decode(bytes.subarray(at, end)).text.replace(/\r$/, ''), dialect).cells.map((cell) => cell.trim());

/** The first line from `at` on that holds text. */
function pastBlanks(bytes: Buffer, at: number, to: number, dialect: Dialect): number {
  while (at < to && isEmpty(bytes, at, dialect)) at = afterBreak(bytes, nextBreak(bytes, at, dialect.cr));
  return Math.min(at, to);
}

/** Nothing but blanks and delimiters up to the line break. */
function isEmpty(bytes: Buffer, at: number, { delimiter, cr }: Dialect): boolean {
  for (; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte === LF || (cr && byte === CR)) return true;
    if (byte !== CR && byte !== 0x20 && !delimiter.includes(String.fromCharCode(byte))) return false;
  }
  return true;
}
