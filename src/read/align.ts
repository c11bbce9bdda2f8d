import type { Dialect } from './dialect.js';
import { suits, type ColumnForm } from './kinds.js';
import { type Reading, readCells } from './readings.js';

/** Beyond these a record is not worth the search. */
const LONGEST = 4000;
const MOST_PLACES = 300;
const NONE: ReadonlySet<number> = new Set();

/**
 * Puts the cells of a record that has too few in their columns: a delimiter was lost, or an empty cell left out. null
 * unless exactly one way makes every cell suit its column.
 */
export function alignFew(text: string, reading: Reading, dialect: Dialect): readonly string[] | null {
  const { cells, starts } = reading;
  const { forms, width, delimiter } = dialect;
  if (forms.every((form) => form.kind === '') || text.length > LONGEST || cells.length < 2) return null;
  // The place is between the first cell that does not suit its column and the last that does not when counted from the end.
  let last = 0;
  while (last < cells.length - 1 && suits(forms[last] as ColumnForm, cells[last] as string)) last++;
  let first = cells.length - 1;
  while (first > 0 && suits(forms[first + width - cells.length] as ColumnForm, cells[first] as string)) first--;

  const found = new Map<string, { cells: readonly string[]; strays: number }>();
  const consider = (one: readonly string[], strays: number, left: ReadonlySet<number> = NONE): void => {
    if (one.length !== width || one.some((cell, i) => !left.has(i) && !suits(forms[i] as ColumnForm, cell))) return;
    const key = one.join('\0');
    if (!found.has(key)) found.set(key, { cells: one, strays });
  };
  if (cells.length === width - 1 && first <= last) {
    let places = 0;
    for (let at = (starts[first] as number) + 1; at < (starts[last + 1] ?? text.length) && places < MOST_PLACES; at++) {
      if (!seam(text, at)) continue;
      places++;
      const other = readCells(`${text.slice(0, at)}${delimiter}${text.slice(at)}`, dialect);
      consider(other.cells, other.strays);
    }
  }
  const empty = Array<string>(width - cells.length).fill('');
  const leaveOut = (known: (at: number) => ReadonlySet<number>): void => {
    for (let at = 0; at <= cells.length; at++) consider([...cells.slice(0, at), ...empty, ...cells.slice(at)], reading.strays, known(at));
  };
  leaveOut(() => NONE);
  // What was left out may be a cell that no other record leaves empty, unless the record is cut off there.
  if (found.size === 0 && empty.length === 1) leaveOut((at) => (at === cells.length - 1 && isPiece(forms[at]?.kind, cells[at]) ? NONE : new Set([at])));
  const least = Math.min(...[...found.values()].map((one) => one.strays));
  const best = [...found.values()].filter((one) => one.strays === least);
  return best.length === 1 ? (best[0] as { cells: readonly string[] }).cells : null;
}

/** Whether a cell may have been cut from a value of the kind. */
function isPiece(kind: ColumnForm['kind'] | undefined, cell = ''): boolean {
  if (kind === 'email') return cell.includes('@');
  return kind === 'phone' ? /^[\s\d+()./-]*$/.test(cell) : /\d/.test(cell);
}

/** Whether two different sorts of characters meet before `at`: a number and a word, a quote and anything. */
function seam(text: string, at: number): boolean {
  const left = sort(text[at - 1] as string);
  const right = sort(text[at] as string);
  return left !== right || left === 'quote';
}

function sort(character: string): string {
  if (/[\d.,:/+-]/.test(character)) return 'number';
  if (/\s/.test(character)) return 'space';
  if (character === '"' || character === "'") return 'quote';
  return /\p{L}/u.test(character) ? 'letter' : 'other';
}

/**
 * Puts the cells of a record that has too many in their columns: an empty cell too much is left out, or neighbours
 * that a delimiter inside a cell parted are joined again. null unless exactly one way makes every cell suit its column.
 */
export function alignMany(reading: Reading, joint: string, dialect: Dialect): readonly string[] | null {
  const { forms } = dialect;
  if (forms.every((form) => form.kind === '') || reading.cells.length > forms.length * 4 + 40) return null;
  const dropped = ways(reading, forms, joint, 'drop');
  if (dropped.length === 1) return dropped[0] as readonly string[];
  if (dropped.length > 1) return null;
  const joined = ways(reading, forms, joint, 'join');
  if (joined.length === 1) return joined[0] as readonly string[];
  // `Acme, Inc`: the part that was cut off starts with a space.
  const spaced = joined.filter((cells) => cells.some((cell) => cell.includes(`${joint} `) && joint !== ' '));
  return spaced.length === 1 ? (spaced[0] as readonly string[]) : null;
}

/** Up to 20 different ways to bring the cells into the columns by leaving out empty ones, or by joining neighbours. */
function ways(reading: Reading, forms: readonly ColumnForm[], joint: string, by: 'drop' | 'join'): (readonly string[])[] {
  const { cells, quoted } = reading;
  const found = new Map<string, readonly string[]>();
  let steps = 0;
  const place = (from: number, column: number, placed: readonly string[]): void => {
    if (++steps > 5000 || found.size >= 20) return;
    if (column === forms.length) {
      const rest = cells.slice(from);
      if (rest.length === 0 || (by === 'drop' && rest.every((cell) => cell === ''))) found.set(placed.join('\0'), placed);
      return;
    }
    const form = forms[column] as ColumnForm;
    if (cells.length - from < forms.length - column) return;
    const cell = cells[from] as string;
    if (suits(form, cell)) place(from + 1, column + 1, [...placed, cell]);
    const spare = cells.length - from - (forms.length - column);
    if (by === 'drop' && spare > 0 && cell === '' && quoted[from] !== true) place(from + 1, column, placed);
    if (by === 'join' && quoted[from] !== true && cell !== '') {
      let text = cell;
      for (let more = 1; more <= spare; more++) {
        if (quoted[from + more] === true || cells[from + more] === '') break;
        text += joint + (cells[from + more] as string);
        if (suits(form, text)) place(from + more + 1, column + 1, [...placed, text]);
      }
    }
  };
  place(0, 0, []);
  return [...found.values()];
}
