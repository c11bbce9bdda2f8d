import type { Dialect } from './dialect.js';

/** One way to read the text of a record. */
export interface Reading {
  readonly cells: readonly string[];
  /** Which cells stood in quotes. */
  readonly quoted: readonly boolean[];
  /** Where each cell starts in the text, opening quote included. */
  readonly starts: readonly number[];
  /** Cells whose quotes are not well-formed: 0 is a record by the book. */
  readonly strays: number;
  /** The first cell that opens with a quote and is not well-formed, -1 if none is. */
  readonly malformed: number;
}

/** After so many quotes that never close, a quote is text: each is looked for to the end of the record. */
const MOST_UNCLOSED = 8;

/** How to take a quoted cell that is not well-formed. */
type Choice = 'lenient' | 'inner' | 'beyond' | 'literal';

/**
 * Reads a record's text. Quotes open only at the start of a cell; a quote inside a quoted cell that no delimiter
 * follows is text; an opening quote that is never closed is text. `choices`: which malformed quoted cell, counted from
 * 0, is to be taken otherwise.
 */
export function readCells(text: string, dialect: Dialect, choices: ReadonlyMap<number, Choice> = new Map()): Reading {
  const { delimiter, quote } = dialect;
  const cells: string[] = [];
  const quoted: boolean[] = [];
  const starts: number[] = [];
  let strays = 0;
  let malformed = 0;
  let first = -1;
  let unclosed = 0;
  for (let at = 0; ;) {
    let end = -1;
    starts.push(at);
    if (quote !== '' && unclosed < MOST_UNCLOSED && text.startsWith(quote, at)) {
      const cell = quotedCell(text, at + 1, dialect);
      if (cell.sound) end = cell.end;
      else {
        const choice = choices.get(malformed++) ?? 'lenient';
        strays++;
        if (cell.end === -1) unclosed++;
        if (first === -1) first = cells.length;
        if (choice === 'lenient') end = cell.end;
        else if (choice === 'inner') end = cell.inner;
        else if (choice === 'beyond') end = cell.beyond;
      }
      if (end !== -1) {
        cells.push(unescape(text.slice(at + 1, end), dialect));
        quoted.push(true);
        at = end + 1;
      }
    }
    if (end === -1) {
      const next = text.indexOf(delimiter, at);
      const cell = text.slice(at, next === -1 ? text.length : next);
      if (quote !== '' && cell.includes(quote)) strays++;
      cells.push(cell);
      quoted.push(false);
      at += cell.length;
    }
    if (at >= text.length) break;
    at += delimiter.length;
  }
  if (dialect.wrapped && cells.length === 1 && quoted[0] === true) return readCells(cells[0] as string, { ...dialect, wrapped: false });
  return { cells, quoted, starts, strays, malformed: first };
}

/** Other readings of a record with malformed quoted cells, least change first; few, as records seldom have more than two. */
export function* otherReadings(text: string, dialect: Dialect): Generator<Reading> {
  const kinds: readonly Choice[] = ['inner', 'beyond', 'literal'];
  const most = 4;
  for (let first = 0; first < most; first++)
    for (const choice of kinds) yield readCells(text, dialect, new Map([[first, choice]]));
  for (let first = 0; first < most; first++)
    for (let second = first + 1; second < most; second++)
      for (const one of kinds) for (const other of kinds) yield readCells(text, dialect, new Map([[first, one], [second, other]]));
}

interface QuotedCell {
  /** The quote that closes it, -1 if none does. */
  readonly end: number;
  /** A doubled quote before a delimiter taken as text and closing quote: position of the second; -1 if there is none. */
  readonly inner: number;
  /** The next quote that could close it, when the first one is taken as text: `"the "best", ever"`; -1 if there is none. */
  readonly beyond: number;
  readonly sound: boolean;
}

function quotedCell(text: string, from: number, dialect: Dialect): QuotedCell {
  const { delimiter, quote } = dialect;
  const ends = (at: number): boolean => at >= text.length || text.startsWith(delimiter, at);
  const nextEnd = (after: number): number => {
    let at = text.indexOf(quote, after);
    while (at !== -1 && !ends(at + 1)) at = text.indexOf(quote, at + 1);
    return at;
  };
  let inner = -1;
  let sound = true;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '\\' && dialect.escape === 'backslash') at++;
    else if (character === quote) {
      if (ends(at + 1)) return { end: at, inner, beyond: sound ? -1 : nextEnd(at + 1), sound: sound && inner === -1 };
      if (text[at + 1] === quote) {
        at++;
        // `"48"",` may be a cell that ends in an unescaped quote.
        if (inner === -1 && at > from + 1 && ends(at + 1)) inner = at;
      } else sound = false;
    }
  }
  return { end: -1, inner, beyond: -1, sound: false };
}

function unescape(text: string, dialect: Dialect): string {
  const single = text.replaceAll(dialect.quote + dialect.quote, dialect.quote);
  return dialect.escape === 'backslash' ? single.replaceAll(`\\${dialect.quote}`, dialect.quote).replaceAll('\\\\', '\\') : single;
}
