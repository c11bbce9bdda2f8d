import type { Trouble } from '../types.js';
import { alignFew, alignMany } from './align.js';
import type { Dialect } from './dialect.js';
import { misfits } from './kinds.js';
import { type Reading, otherReadings, readCells } from './readings.js';
import { strictCells } from './strict.js';

/** The cells of a record that was not well-formed, as many as the header has, and what was wrong. */
export interface Mended {
  readonly cells: readonly string[];
  readonly trouble: readonly Trouble[];
}

const NONE: readonly Trouble[] = [];
const ragged = (detail: string): readonly Trouble[] => [{ kind: 'ragged', detail }];

/** A damaged record longer than this is not searched for the reading that suits; one longer than the second is not read at all. */
const LONG = 10_000;
const LONGEST = 200_000;
/** Quotes tried as the place of a lost delimiter. */
const MOST_QUOTES = 40;

/**
 * Reads a record that the plain loop could not: csv-parse first, which knows every dialect; then, of all ways to read
 * its quotes, the one that gives the right number of cells, each suiting its column. Nothing is lost: cells too
 * many are joined into the last one.
 */
export function mend(text: string, dialect: Dialect, width: number): Mended {
  const reading = readCells(text, dialect);
  // What is well-formed has as many cells in either, and what is not takes csv-parse ten times as long to refuse.
  const strict = dialect.wrapped || reading.cells.length !== width ? null : strictCells(text, dialect);
  if (strict?.length === width) return { cells: strict, trouble: NONE };
  if (text.length > LONGEST && width > 1) return reading.cells.length === width ? { cells: reading.cells, trouble: quotesOf(reading, dialect) } : unreadable(text, width);
  const fits = (cells: readonly string[]): boolean => cells.length === width && misfits(dialect.forms, cells) === 0;
  if (reading.strays === 0 && reading.cells.length === width) return { cells: reading.cells, trouble: NONE };
  if (reading.strays > 0 && text.length < LONG) {
    const slashed = text.includes(`\\${dialect.quote}`) ? readCells(text, { ...dialect, escape: 'backslash' }) : reading;
    if (slashed.strays === 0 && slashed.cells.length === width) return { cells: slashed.cells, trouble: ragged('its quotes are escaped with backslashes, unlike those of the list') };
    if (fits(reading.cells)) return { cells: reading.cells, trouble: quotesOf(reading, dialect) };
    const close = spacedQuotes(text, dialect);
    const tight = close === text ? reading : readCells(close, dialect);
    if (tight.strays === 0 && tight.cells.length === width) return { cells: tight.cells, trouble: NONE };
    // However its quotes are read, a record has no more cells than delimiters allow.
    const most = text.split(dialect.delimiter).length;
    const other = most < width ? null : bestOther(text, reading, dialect, width);
    if (other !== null) return { cells: other.cells, trouble: ragged('a quote that is not escaped or not closed, read as text') };
    const split = most + 1 < width ? null : alignSplit(text, dialect);
    if (split !== null) return { cells: split, trouble: ragged('a delimiter is missing; put in the columns they suit') };
  }
  const { cells } = reading;
  if (cells.length < width) {
    const padded = [...cells, ...Array<string>(width - cells.length).fill('')];
    if (dialect.short && cells.length === dialect.usual && reading.strays === 0) return { cells: padded, trouble: NONE };
    const unwrapped = reading.quoted[0] === true && cells.length === 1 ? readCells(cells[0] as string, dialect).cells : [];
    if (unwrapped.length === width && width > 1) return { cells: unwrapped, trouble: ragged('the whole line stands in quotes') };
    if (fits(padded) && reading.strays === 0) return { cells: padded, trouble: ragged(counted(cells, width)) };
    const other = text.length > LONG ? null : otherDelimiter(text, dialect, width) ?? alignFew(text, reading, dialect);
    if (other !== null) return { cells: other, trouble: ragged(`${counted(cells, width)}; put in the columns they suit`) };
    if (reading.strays > 0 && reading.quoted.includes(true)) return unreadable(text, width);
    return { cells: padded, trouble: ragged(counted(cells, width)) };
  }
  if (cells.length > width) {
    const cut = cells.slice(0, width);
    const spare = cells.slice(width).every((cell) => cell === '');
    if (spare && fits(cut)) return { cells: cut, trouble: NONE };
    const aligned = text.length > LONG ? null : alignMany(reading, dialect.delimiter, dialect) ?? otherDelimiter(text, dialect, width);
    if (aligned !== null) return { cells: aligned, trouble: ragged(`${counted(cells, width)}; put in the columns they suit`) };
    if (spare) return { cells: cut, trouble: NONE };
    if (reading.strays > 0 && reading.quoted.includes(true)) return unreadable(text, width);
    return { cells: [...cells.slice(0, width - 1), cells.slice(width - 1).join(dialect.delimiter)], trouble: ragged(counted(cells, width)) };
  }
  return { cells, trouble: quotesOf(reading, dialect) };
}

const counted = (cells: readonly string[], width: number): string => `${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, the header has ${width}`;

const unreadable = (text: string, width: number): Mended => ({
  cells: [text, ...Array<string>(width - 1).fill('')], trouble: [{ kind: 'unreadable', detail: 'its quotes or delimiters contradict each other' }],
});

/** A malformed quoted cell is said; a quote inside an unquoted cell is text like any other, and so is an apostrophe. */
function quotesOf(reading: Reading, dialect: Dialect): readonly Trouble[] {
  if (reading.malformed === -1 || dialect.quote === "'") return NONE;
  return [{ kind: 'ragged', column: reading.malformed, detail: 'a quote that is not escaped or not closed, read as text' }];
}

/** `a, "b, c", d`: spaces around the quotes. */
function spacedQuotes(text: string, { delimiter, quote }: Dialect): string {
  return text.replaceAll(`${delimiter} ${quote}`, delimiter + quote).replaceAll(`${quote} ${delimiter}`, quote + delimiter);
}

/** The reading with the right number of cells that suits the columns best, the first of several alike. */
function bestOther(text: string, reading: Reading, dialect: Dialect, width: number): Reading | null {
  let best: Reading | null = null;
  let least = reading.cells.length === width ? misfits(dialect.forms, reading.cells) : Infinity;
  for (const other of otherReadings(text, dialect)) {
    if (other.cells.length !== width) continue;
    const wrong = misfits(dialect.forms, other.cells);
    if (wrong < least) [best, least] = [other, wrong];
    if (wrong === 0) break;
  }
  return best;
}

/** A record written with another delimiter than the rest of the list. */
function otherDelimiter(text: string, dialect: Dialect, width: number): readonly string[] | null {
  if (width < 3) return null;
  for (const delimiter of [',', ';', '\t', '|', ' ']) {
    if (delimiter === dialect.delimiter || !text.includes(delimiter)) continue;
    const reading = readCells(text, { ...dialect, delimiter });
    if (reading.strays > 0 || reading.cells.length < width) continue;
    const typed = dialect.forms.filter((form) => form.kind !== '' && form.filled).length;
    if (reading.cells.length === width && misfits(dialect.forms, reading.cells) === 0 && (typed > 0 || delimiter !== ' ')) return reading.cells;
    if (typed < 2) continue;
    const aligned = text.length > LONG ? null : alignMany(reading, delimiter, dialect);
    if (aligned !== null) return aligned;
  }
  return null;
}

/** A delimiter lost before an opening quote: `33.83"Shirt, plaid"`. */
function alignSplit(text: string, dialect: Dialect): readonly string[] | null {
  const { delimiter, quote, width, forms } = dialect;
  let tried = 0;
  for (let at = text.indexOf(quote, 1); at !== -1 && tried++ < MOST_QUOTES; at = text.indexOf(quote, at + 1)) {
    const other = readCells(`${text.slice(0, at)}${delimiter}${text.slice(at)}`, dialect);
    if (other.strays === 0 && other.cells.length === width && misfits(forms, other.cells) === 0) return other.cells;
  }
  return null;
}
