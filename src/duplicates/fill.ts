import type { Field, Lead } from '../types.js';
import { plainWords } from '../values/plain.js';

/**
 * What one record of a person may lend another, in blocks that belong together. All else is about the record and not
 * about the person: its id, source, dates, consent, status, price, notes.
 */
const BLOCKS: readonly (readonly Field[])[] = [
  ['email'], ['phone'], ['first_name', 'last_name', 'full_name'],
  ['company', 'website', 'industry', 'employees', 'title'], ['street', 'city', 'state', 'postal_code', 'country'],
];
/** Fields of which a person has several: another value contradicts nothing. */
const SEVERAL: ReadonlySet<Field> = new Set<Field>(['email', 'phone']);
const LENT: ReadonlySet<Field | null> = new Set<Field | null>(BLOCKS.flat());

/** A column that takes part; `nth`: which of the columns of its field. */
export interface LentColumn { readonly column: number; readonly field: Field; readonly nth: number }

/** The columns that take part, and the first column of ids, which lends nothing. */
export function lentColumns(columns: readonly (Field | null)[]): LentColumn[] {
  const lent: LentColumn[] = [];
  columns.forEach((field, column) => {
    if (field === null || !(LENT.has(field) || (field === 'id' && !columns.slice(0, column).includes('id')))) return;
    lent.push({ column, field, nth: lent.filter((other) => other.field === field).length });
  });
  return lent;
}

/** In front of a text that stands in a cell and is not to be lent. */
const SPOILT = '\u001d';

/** The texts of a lead's lent columns; `raw` gives a cell as it was read. */
export function lentTexts(lead: Lead, columns: readonly LentColumn[], raw: (column: number) => string): string[] {
  return columns.map(({ column, field, nth }) => {
    const cell = lead.of(field)[nth];
    if (cell !== undefined && cell.text !== '' && cell.state === 'usable') return cell.text;
    const text = raw(column);
    return text.trim() === '' ? '' : SPOILT + text;
  });
}

/** One record of a person. */
export interface Held { readonly row: number; readonly columns: readonly LentColumn[]; readonly texts: readonly string[] }

/** An empty cell and what it is filled with, from the row `row`. */
export interface Filling { readonly column: number; readonly field: Field; readonly text: string; readonly row: number }

/**
 * Fills the empty cells of a record from others of the same person, the first that has something coming first. A record
 * that contradicts a block (another company, another street) lends nothing of it: two halves make no address.
 */
export function fillings(target: Held, sources: readonly Held[]): Filling[] {
  const texts = [...target.texts];
  const filled: Filling[] = [];
  for (const block of BLOCKS) {
    for (const source of sources) {
      const pairs = target.columns.flatMap(({ column, field, nth }, at) => {
        const from = block.includes(field) ? source.columns.findIndex((other) => other.field === field && other.nth === nth) : -1;
        return from < 0 ? [] : [{ column, field, at, lent: source.texts[from]! }];
      });
      if (pairs.some(({ field, at, lent }) => !SEVERAL.has(field) && contradict(texts[at]!, lent))) continue;
      for (const { column, field, at, lent } of pairs) {
        if (texts[at] !== '' || lent === '' || lent.startsWith(SPOILT)) continue;
        if (target.columns.some((other, place) => other.field === field && texts[place] === lent)) continue;
        texts[at] = lent;
        filled.push({ column, field, text: lent, row: source.row });
      }
    }
  }
  return filled;
}

const contradict = (one: string, other: string): boolean =>
  one !== '' && other !== '' && one !== other && plainWords(one).join(' ') !== plainWords(other).join(' ');
