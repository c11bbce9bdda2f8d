import type { Field, Lead } from '../types.js';
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
 * The texts of a lead for the model, as one string; '' when nothing in it is a person's own and no column is named to tell
 * people apart. `places`: columns of this list named with --match-on, -1 for none.
 */
export function personText(lead: Lead, places: readonly number[]): string {
  let text = '';
  let isPerson = places.length > 0;
  let isNamed = false;
  // Where no column is about people, the companies are who the list is of.
  let isOfFirms = true;
  for (const [field, , count] of SLOTS) {
    let left = count;
    const isShared = isNamed && field === 'email' && lead.has('email/role') && lead.of(field).filter((cell) => !cell.isEmpty).length === 1;
    for (const cell of lead.of(field)) {
      if (field === 'email' || NAMES.has(field)) isOfFirms = false;
      if (left === 0) break;
      // An address that many rows share because it is none must not make them one person.
      if (cell.isEmpty || cell.state === 'unusable') continue;
      // Germany, Deutschland and DE are one.
      // info@acme.com says of somebody where they work, and nothing else.
      text += unseparated(field === 'country' ? lead.country : isShared ? cell.text.slice(cell.text.lastIndexOf('@')) : cell.text) + TEXT;
      left--;
      isPerson ||= OWN.has(field) || (isOfFirms && field === 'company');
      isNamed ||= NAMES.has(field);
    }
    text += TEXT.repeat(left);
  }
  if (!isPerson) return '';
  for (const place of places) text += (place < 0 ? '' : unseparated(lead.row.cells[place] as string)) + TEXT;
  return text;
}

/** Texts of one row, to be split again with the rows. */
export const joinTexts = (texts: readonly string[]): string => texts.map((text) => unseparated(text) + TEXT).join('');

/** Rows of a batch as one string: a clone of one long string costs nothing, one of many short ones does. */
export const joinPeople = (texts: readonly string[]): string => texts.join(ROW);

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
