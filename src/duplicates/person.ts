import type { Field, Lead } from '../types.js';
import { cellsOf } from '../values/asked.js';
import { inferKind, type Column, type Kind } from './likely/kinds.js';

/** Between the rows and the texts of the rows, as they travel from a thread. */
const ROW = '\u001e';
const TEXT = '\u001f';
const SEPARATORS = /[\u001e\u001f]/;

/** What tells people apart, and how many columns of a field take part. The same for all lists of a run. */
const SLOTS: readonly (readonly [Field, Kind, number])[] = [
  ['first_name', 'given', 1], ['last_name', 'family', 1], ['full_name', 'full', 1], ['email', 'email', 2], ['phone', 'phone', 2],
  ['company', 'company', 1], ['website', 'website', 1], ['street', 'street', 2], ['city', 'city', 1], ['postal_code', 'postal', 1], ['state', 'state', 1], ['country', 'country', 1],
];

/** Columns of the model: the slots above, then the columns named with --match-on, whose kind their texts tell. */
export function personColumns(named: readonly string[], sample: (name: string) => readonly string[]): Column[] {
  return [
    ...SLOTS.flatMap(([field, kind, count]) => Array.from({ length: count }, () => ({ name: field, kind }))),
    ...named.map((name) => ({ name, kind: inferKind(sample(name)) })),
  ];
}

const NAMES: ReadonlySet<Field> = new Set<Field>(['first_name', 'last_name', 'full_name']);
/** What belongs to one person and not to all of a company or a town. */
const OWN: ReadonlySet<Field> = new Set<Field>([...NAMES, 'email', 'phone']);

/**
 * Reads the texts of a lead for the model, by its columns; null when nothing in it is a person's own and no column is named to tell
 * people apart. `places`: columns of this list named with --match-on, -1 for none.
 */
export function personReader(places: readonly number[]): (lead: Lead) => readonly string[] | null {
  const slots = SLOTS.map(([field, , count]) => ({ field, count, cells: cellsOf(field), isName: NAMES.has(field), isOwn: OWN.has(field) }));
  return (lead) => {
    const texts: string[] = [];
    let isPerson = places.length > 0;
    let isNamed = false;
    // Where no column is about people, the companies are who the list is of.
    let isOfFirms = true;
    for (const { field, count, cells: cellsIn, isName, isOwn } of slots) {
      let left = count;
      const cells = cellsIn(lead);
      if (cells.length > 0 && (isName || field === 'email')) isOfFirms = false;
      // info@acme.com says of somebody where they work, and nothing else.
      const isShared = isNamed && field === 'email' && lead.has('email/role') && cells.filter((cell) => !cell.isEmpty).length === 1;
      for (const cell of cells) {
        if (left === 0) break;
        // An address that many rows share because it is none must not make them one person.
        if (cell.isEmpty || cell.state === 'unusable') continue;
        // Germany, Deutschland and DE are one.
        texts.push(field === 'country' ? lead.country : isShared ? cell.text.slice(cell.text.lastIndexOf('@')) : cell.text);
        left--;
        isPerson ||= isOwn || (isOfFirms && field === 'company');
        isNamed ||= isName;
      }
      for (; left > 0; left--) texts.push('');
    }
    if (!isPerson) return null;
    if (places.length === 0) return texts;
    const { cells } = lead.row;
    for (const place of places) texts.push(place < 0 ? '' : cells[place] as string);
    return texts;
  };
}

/** Texts of one row, to be split again with the rows. */
export const joinTexts = (texts: readonly string[]): string => texts.map((text) => unseparated(text) + TEXT).join('');

/** Rows of a batch as one string: a clone of one long string costs nothing, one of many short ones does. */
export const joinRows = (texts: readonly string[]): string => texts.join(ROW);

/** The rows of a batch, to be split into their texts. */
export const splitRows = (joined: string): string[] => joined.split(ROW);

/** The texts of a row, by column; null for a row that does not take part. */
export function splitTexts(row: string): string[] | null {
  if (row === '') return null;
  const texts = row.split(TEXT);
  texts.pop();
  return texts;
}

/** The text without what stands between rows and texts when they travel. */
export const unseparated = (text: string): string => (SEPARATORS.test(text) ? text.replaceAll(ROW, ' ').replaceAll(TEXT, ' ') : text);
