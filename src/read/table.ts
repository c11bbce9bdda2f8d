import { decode } from './decode.js';
import { CR, type Dialect, LF } from './dialect.js';
import { holdsValues, isRecord, isTelling, tellingColumns } from './evidence.js';
import { isGroups, isLower, joinNames } from './grouped.js';
import { type ColumnKind, columnForms, isData, kindOf } from './kinds.js';
import { HEADINGS } from './leaves-out.js';
import { readCells } from './readings.js';
import { areNames, areValues } from './tables.js';
import { recordEnds } from './cut.js';
import { breaks, rowsIn } from './lines.js';

/** A record of the sample, before it is known what it is. */
export interface SampleRow {
  readonly cells: readonly string[];
  readonly line: number;
  /** Offset of its first byte, and of the next record. */
  readonly start: number;
  readonly next: number;
  /** Line on which that one starts, blank lines counting. */
  readonly nextLine: number;
}

/** Where the table begins. */
export interface Table {
  /** Names of the columns, null when the list has no header. */
  readonly header: readonly string[] | null;
  /** Line of the header, 0 without one. */
  readonly headerLine: number;
  /** Lines the header takes, as read; more than one when it is written in two, or stands there again at once. */
  readonly headerRows: readonly (readonly string[])[];
  /** Offset and line of the first record after the header. */
  readonly start: number;
  readonly line: number;
  /** Lines before the header that hold text. */
  readonly preamble: readonly string[];
}

/** Rows of the sample looked at for the header. */
const DEPTH = 60;

/** The records of the sample as text, blank lines left out. `line`: of the first byte. */
export function sampleRows(sample: Buffer, dialect: Dialect, final: boolean, most: number, line = 1): SampleRow[] {
  const rows: SampleRow[] = [];
  let start = 0;
  for (const { end } of recordEnds(sample, dialect, final)) {
    let last = end;
    if (last > start && sample[last - 1] === LF) last--;
    if (last > start && sample[last - 1] === CR) last--;
    const nextLine = line + (dialect.byRecord ? rowsIn(sample, start, end) : breaks(sample, start, end, dialect.cr));
    if (last > start) rows.push({ cells: readCells(decode(sample.subarray(start, last)).text, dialect).cells, line, start, next: end, nextLine });
    line = nextLine;
    start = end;
    if (rows.length >= most) break;
  }
  return rows;
}

/**
 * Finds the header: the first row that is about as wide as the rows of the table and whose cells are names and no
 * values. What stands before it is a preamble. A row of the table that holds an e-mail address, a date or another
 * value is no header: then the list has none.
 */
export function locate(rows: readonly SampleRow[]): Table {
  const oneColumn = rows.every(({ cells }) => cells.slice(1).every((cell) => cell === ''));
  const width = oneColumn ? 1 : bodyWidth(rows);
  const telling = tellingColumns(rows.map(({ cells }) => cells), width);
  const used = usedColumns(rows, width);
  const preamble: string[] = [];
  for (let at = 0; at < rows.length && at < DEPTH; at++) {
    const row = rows[at] as SampleRow;
    const filled = row.cells.filter((cell) => cell.trim() !== '').length;
    const wide = row.cells.length >= Math.max(Math.min(2, width), width * 0.6) && filled >= Math.max(1, Math.min(used, row.cells.length) * 0.5);
    if (isRecord(row.cells, telling)) break;
    if (!wide || betterBelow(rows, at, width, used)) {
      if (filled > 0) preamble.push(row.cells.join(' ').trim());
      continue;
    }
    if (holdsValues(row.cells, rows.slice(at + 1, at + 40).map(({ cells }) => cells))) break;
    const names = joined(rows, at);
    if (names !== null) return { ...names, headerLine: row.line, preamble: preamble.slice(0, names.above ? -1 : undefined) };
    const headerRows = [row.cells];
    let last = row;
    for (let next = rows[at + 1]; next !== undefined && sameNames(next.cells, row.cells); next = rows[at + headerRows.length]) {
      headerRows.push(next.cells);
      last = next;
    }
    return { header: row.cells, headerLine: row.line, headerRows, start: last.next, line: last.nextLine, preamble };
  }
  return headless(rows, width, telling, preamble);
}

/** Columns in which something stands: a spreadsheet may write delimiters for many more. */
function usedColumns(rows: readonly SampleRow[], width: number): number {
  let used = 0;
  for (let column = 0; column < width; column++) if (rows.some(({ cells }) => (cells[column] ?? '').trim() !== '')) used++;
  return used;
}

/** A list whose first rows are no header. Its header may stand above in another delimiter, or further down where the rows were sorted. */
function headless(rows: readonly SampleRow[], width: number, telling: readonly ColumnKind[], preamble: readonly string[]): Table {
  // A row that holds a value is no preamble, however short it is.
  const at = Math.max(0, rows.findIndex(({ cells }) => cells.some((cell) => cell.trim() !== '') && (cells.length >= width * 0.6 || cells.some(isTelling))));
  const first = rows[at];
  if (first === undefined) return { header: null, headerLine: 0, headerRows: [], start: 0, line: 1, preamble: [] };
  const start = { start: first.start, line: first.line };
  const above = rows[at - 1];
  const names = above === undefined || above.nextLine !== first.line ? null : otherwiseDelimited(above.cells, width);
  if (names !== null) return { header: names, headerLine: (above as SampleRow).line, headerRows: [names], ...start, preamble: preamble.slice(0, -1) };
  const within = rows.find(({ cells }) => cells.length === width && areNames(cells) && telling.some((kind, column) => HEADINGS[kind]?.test(cells[column] as string) === true));
  if (within !== undefined) return { header: within.cells, headerLine: within.line, headerRows: [within.cells], ...start, preamble: preamble.slice(0, at) };
  return { header: null, headerLine: 0, headerRows: [], ...start, preamble: preamble.slice(0, at) };
}

const isHeading = (cell: string): boolean => /^[^\d@:]{1,40}$/.test(cell) && Object.values(HEADINGS).some((pattern) => pattern.test(cell));

/** The header at `at` when its names are written in two lines; `above`: that one and the one before it. */
function joined(rows: readonly SampleRow[], at: number): (Pick<Table, 'header' | 'headerRows' | 'start' | 'line'> & { readonly above: boolean }) | null {
  const row = rows[at] as SampleRow;
  const of = (upper: SampleRow, lower: SampleRow, above: boolean): ReturnType<typeof joined> =>
    ({ header: joinNames(upper.cells, lower.cells), headerRows: [upper.cells, lower.cells], start: lower.next, line: lower.nextLine, above });
  const upper = rows[at - 1];
  if (upper !== undefined && upper.nextLine === row.line && isGroups(upper.cells, row.cells)) return of(upper, row, true);
  const lower = rows[at + 1];
  const below = rows.slice(at + 2, at + 2 + DEPTH).map(({ cells }) => cells).filter((cells) => cells.length === row.cells.length);
  return lower !== undefined && isLower(row.cells, lower.cells, columnForms(below, row.cells.length)) ? of(row, lower, false) : null;
}

/** The names in a line that is written with another delimiter than the rows under it. */
function otherwiseDelimited(cells: readonly string[], width: number): readonly string[] | null {
  if (cells.length > 1) return null;
  for (const delimiter of [',', ';', '\t', '|']) {
    const names = (cells[0] as string).split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
    if (names.length === width && areNames(names)) return names;
  }
  return null;
}

/** The rows of the first table, when a blank line, names and then values tell that another begins. */
export function ownRows(rows: readonly SampleRow[]): readonly SampleRow[] {
  const end = rows.findIndex(({ cells, line }, at) => {
    const before = rows[at - 1];
    const next = rows[at + 1];
    if (at < 2 || before === undefined || next === undefined) return false;
    const blank = line !== before.nextLine || before.cells.every((cell) => cell.trim() === '');
    return blank && areNames(cells) && areValues(next.cells, cells);
  });
  return end === -1 ? rows : rows.slice(0, end);
}

/** The width most rows have, trailing empty cells and one-cell lines counting little. */
export function bodyWidth(rows: readonly SampleRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + (cells.length === 1 ? 0.4 : 1));
  let width = 1;
  let most = 0;
  for (const [cells, count] of counts) if (count > most || (count === most && cells > width)) [width, most] = [cells, count];
  return width;
}

/**
 * Whether a row that is not filled throughout, or holds a value, stands above a better header: one that is filled
 * throughout, holds none, and has rows with values under it. Below a row that names most columns, one for e-mails or
 * phones among them, a row that names none of these is the first lead.
 */
function betterBelow(rows: readonly SampleRow[], at: number, width: number, used: number): boolean {
  const above = (rows[at] as SampleRow).cells;
  if (isFull(above, width)) return false;
  const named = above.filter((cell) => cell.trim() !== '').length * 2 > used && above.some(isHeading);
  for (let next = at + 1; next <= at + 6 && next < rows.length; next++) {
    const { cells } = rows[next] as SampleRow;
    if (isFull(cells, width)) return (!named || cells.some(isHeading)) && rows.slice(next + 1, next + 20).some((row) => row.cells.length === width && row.cells.some((cell) => isData(kindOf(cell))));
    if (cells.length >= width && cells.filter((cell) => isData(kindOf(cell))).length > 1) return false;
  }
  return false;
}

const isFull = (cells: readonly string[], width: number): boolean => cells.length === width && cells.every((cell) => cell.trim() !== '' && !isData(kindOf(cell)));

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((cell, i) => cell.trim().toLowerCase() === (b[i] as string).trim().toLowerCase());
