import { type ColumnKind, columnForms, isData, kindOf } from './kinds.js';

/** What a column of it is full of stands in no header. */
const TELLING: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['email', 'url', 'phone', 'date']);
const ADDRESS = /[^\s@<>]@[^\s@<>]+\.\p{L}{2}/u;
/** In a text: an address, or a number as people are called by. */
export const PERSON = /[^\s@]@[^\s@]+\.\p{L}{2}|\+\d[\d ()./-]{7,}/u;
/** What stands for a value that is not known. */
const PLACEHOLDER = /^\s*(?:n\/?a|none|null|unknown)\s*$/i;
const NO_NAME = /^\s*(?:n\/?a|none|null|un[k\u212a]nown|no \S+|not \S+)\s*$/i;
const NAME = /^\D*\p{L}{2}/u;
/** `Contact:`, as before a value in a preamble. */
const LABEL = /:\s*$/;
/** Of the cells of a column, so many are of its kind. */
const MOSTLY = 0.6;

export const isTelling = (cell: string): boolean => TELLING.has(kindOf(cell));
const isContact = (cell: string): boolean => ['email', 'phone'].includes(kindOf(cell));

/** Kinds of the columns that mostly hold addresses, numbers and the like; '' of the others. */
export function tellingColumns(rows: readonly (readonly string[])[], width: number): ColumnKind[] {
  return Array.from({ length: width }, (_, column) => {
    const kinds = rows.flatMap((cells) => (cells.length === width && (cells[column] as string).trim() !== '' ? [kindOf(cells[column] as string)] : []));
    return [...TELLING].find((kind) => kinds.length > 2 && kinds.filter((one) => one === kind).length >= kinds.length * MOSTLY) ?? '';
  });
}

/**
 * Whether a row is one of a lead and no text above the table: an address or a number in the column of such, or a row as
 * wide as the others with one in it. `telling`: the kinds of the columns.
 */
export function isRecord(cells: readonly string[], telling: readonly ColumnKind[]): boolean {
  const width = telling.length;
  if (width < 2 || cells.length < width * 0.6) return false;
  return cells.some((cell, column) => isContact(cell) && telling[column] === kindOf(cell))
    || (cells.length >= width && cells.some(isContact) && cells.every((cell) => !LABEL.test(cell)));
}

/**
 * Values among the cells, unless the column below is of another kind (a column named `2024`), or names over columns of
 * e-mail addresses, phone numbers and the like prove that the others are names too.
 */
export function holdsValues(cells: readonly string[], below: readonly (readonly string[])[]): boolean {
  const forms = columnForms(below, cells.length);
  if (cells.some((cell, column) => ADDRESS.test(cell) && forms[column]?.kind !== 'email')) return true;
  if (forms.some(({ kind }, column) => TELLING.has(kind) && NAME.test(cells[column] as string) && !NO_NAME.test(cells[column] as string)) && !cells.some(isTelling)) return false;
  if (cells.some((cell) => PLACEHOLDER.test(cell))) return true;
  let values = 0;
  let names = 0;
  for (const [column, cell] of cells.entries()) {
    const kind = kindOf(cell);
    if (kind === 'email' || kind === 'url') return true;
    if (kind === 'empty') continue;
    if (!isData(kind)) {
      names++;
      continue;
    }
    const filled = below.map((row) => kindOf(row[column] ?? '')).filter((other) => other !== 'empty');
    if (filled.length === 0 || filled.filter((other) => other === kind).length * 2 >= filled.length) values++;
  }
  return values > 0 && (values >= 2 || values >= names * 0.2);
}
