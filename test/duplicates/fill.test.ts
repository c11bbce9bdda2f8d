import { describe, expect, it } from 'vitest';
import { fillings, lentColumns, type Held } from '../../src/duplicates/fill.js';
import type { Field } from '../../src/types.js';

type Cells = readonly (readonly [Field, string])[];
const held = (row: number, cells: Cells): Held => ({ row, columns: lentColumns(cells.map(([field]) => field)), texts: cells.map(([, text]) => text) });
/** What a row with these cells is filled with, as `field=text<row`. */
const filled = (target: Cells, ...sources: Cells[]): string =>
  fillings(held(1, target), sources.map((cells, at) => held(at + 2, cells))).map(({ field, text, row }) => `${field}=${text}<${row}`).join(' ');
const SPOILT = '\u001d';

describe('empty cells are filled', () => {
  it.each<[string, Cells, Cells[], string]>([
    ['from the first that has something', [['email', ''], ['phone', '+1']], [[['email', ''], ['phone', '']], [['email', 'a@b.de'], ['phone', '+2']], [['email', 'c@d.de'], ['phone', '']]], 'email=a@b.de<3'],
    ['a company with its title', [['company', ''], ['title', '']], [[['company', 'Acme'], ['title', 'CEO']]], 'company=Acme<2 title=CEO<2'],
    ['no title from another company', [['company', 'Acme'], ['title', '']], [[['company', 'Bad'], ['title', 'CEO']]], ''],
    ['case and punctuation do not make another company', [['company', 'ACME, Inc.'], ['title', '']], [[['company', 'Acme Inc'], ['title', 'CEO']]], 'title=CEO<2'],
    ['a whole address', [['street', ''], ['city', 'Berlin'], ['postal_code', '']], [[['street', 'Weg 1'], ['city', 'berlin'], ['postal_code', '10115']]], 'street=Weg 1<2 postal_code=10115<2'],
    ['no half of another address', [['street', ''], ['city', 'Berlin']], [[['street', 'Weg 1'], ['city', 'Bonn']]], ''],
    ['no half of two addresses', [['street', ''], ['city', ''], ['postal_code', '']], [[['street', 'Weg 1'], ['city', ''], ['postal_code', '']], [['street', 'Gasse 2'], ['city', 'Bonn'], ['postal_code', '53111']]], 'street=Weg 1<2'],
    ['no name of somebody else of the family', [['first_name', 'Ann'], ['last_name', '']], [[['first_name', 'Bob'], ['last_name', 'Lee']]], ''],
    ['another phone contradicts nothing', [['phone', '+1'], ['phone', '']], [[['phone', '+2'], ['phone', '+3']]], 'phone=+3<2'],
    ['but none twice', [['phone', '+1'], ['phone', '']], [[['phone', '+2'], ['phone', '+1']]], ''],
    ['between lists with other columns', [['phone', ''], ['email', 'a@b.de']], [[['company', 'Acme'], ['email', 'a@b.de'], ['phone', '+1']]], 'phone=+1<2'],
    ['not with what cannot be used', [['email', '']], [[['email', `${SPOILT}a@b`]]], ''],
    ['not where something stands that cannot be used', [['email', `${SPOILT}a@b`]], [[['email', 'a@b.de']]], ''],
    ['never an id', [['id', ''], ['email', 'a@b.de']], [[['id', '7'], ['email', 'a@b.de']]], ''],
  ])('%s', (_, target, sources, expected) => expect(filled(target, ...sources)).toBe(expected));
});

it('what is about the record and not about the person is not lent', () => {
  const all: Field[] = ['id', 'id', 'email', 'consent', 'consent_at', 'opted_out', 'status', 'source', 'created_at', 'last_activity_at', 'price', 'notes', 'budget', 'phone', 'phone'];
  expect(lentColumns(all).map(({ column, nth }) => [column, nth])).toEqual([[0, 0], [2, 0], [13, 0], [14, 1]]);
});
