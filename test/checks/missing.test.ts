import { describe, expect, it } from 'vitest';
import { missing } from '../../src/checks/missing.js';
import type { CellState, Code, Field } from '../../src/types.js';
import { leadOf, TestCell } from './lead.js';
import { look } from './look.js';

const NONE = { required: [], recommended: [] };

describe('contact', () => {
  it.each<[Partial<Record<Field, string | string[]>>, Code[]]>([
    [{ email: 'ann@gmail.com', phone: '' }, []],
    [{ email: '', phone: '+491701234567' }, []],
    [{ email: ['', 'ann@gmail.com'] }, []],
    [{ email: '', phone: ['', ''] }, ['missing/contact']],
    [{ full_name: 'Ann' }, ['missing/contact']],
  ])('%j → %j', (values, codes) => expect(look(missing, NONE, values).codes).toEqual(codes));

  it.each<[CellState, CellState, Code[]]>([
    ['unusable', 'unusable', ['missing/contact']], ['doubtful', 'unusable', ['missing/usable-contact']], ['unusable', 'doubtful', ['missing/usable-contact']], ['usable', 'unusable', []],
  ])('e-mail %s, phone %s → %j', (email, phone, codes) => {
    const lead = leadOf([new TestCell(0, 'email', 'a@b', email), new TestCell(1, 'phone', '1', phone)]);
    const found: Code[] = [];
    missing.start(NONE, { today: 0, country: '', header: [], columns: ['email', 'phone'], dateOrders: [] })(lead, (problem) => found.push(`missing/${problem}`));
    expect(found).toEqual(codes);
  });
});

describe('an address or a number in another column', () => {
  const slipped = { found: ['row/ragged'] as Code[] };
  it.each<[string, Partial<Record<Field, string>>, { found?: Code[] }, Code]>([
    ['an address in the phone column', { email: '', phone: 'ann@gmail.com' }, {}, 'missing/usable-contact'],
    ['an address in the notes', { email: '', phone: '', notes: 'write to ann@gmail.com' }, {}, 'missing/usable-contact'],
    ['a number in the e-mail column', { email: '+49 170 1234567', phone: '' }, {}, 'missing/usable-contact'],
    ['an address in a row that may have slipped', { email: '', company: 'ann@gmail.com' }, slipped, 'missing/usable-contact'],
    ['a number in a row that may have slipped', { email: '', city: '(555) 123-4567' }, slipped, 'missing/usable-contact'],
    ['an address in the column of companies', { email: '', company: 'ann@gmail.com' }, {}, 'missing/usable-contact'],
    ['an address in the column of names', { email: 'Ann Lee', full_name: 'ann@gmail.com' }, {}, 'missing/usable-contact'],
    ['the address of who brought the lead', { email: '', source: 'jo@gmail.com' }, {}, 'missing/contact'],
    ['a number in another column', { email: '', id: '00491701234567' }, {}, 'missing/contact'],
    ['a slipped row without either', { email: '', phone: '', company: 'ACME 2000', notes: 'called @ 3.30' }, slipped, 'missing/contact'],
    ['a short number', { email: '12345', phone: '' }, slipped, 'missing/contact'],
  ])('%s → %s', (_, values, around, code) => {
    const cells = Object.entries(values).map(([field, text], column) => new TestCell(column, field as Field, text, 'unusable'));
    const lead = leadOf(cells, { has: (other) => around.found?.includes(other) ?? false });
    const found: Code[] = [];
    missing.start(NONE, { today: 0, country: '', header: [], columns: cells.map((cell) => cell.field), dateOrders: [] })(lead, (problem) => found.push(`missing/${problem}`));
    expect(found).toEqual([code]);
  });
});

describe('fields', () => {
  const names = ['first_name|full_name', 'company'];
  it.each<[string, Partial<Record<Field, string | string[]>>, (Field | null)[]]>([
    ['a field of the group is enough', { email: 'a@b.de', full_name: 'Ann', first_name: '', company: 'X' }, []],
    ['the first of the group is named', { email: 'a@b.de', full_name: '', company: 'X' }, ['first_name']],
    ['several', { email: 'a@b.de', first_name: '', company: ['', ''] }, ['first_name', 'company']],
    ['one column of several is enough', { email: 'a@b.de', first_name: 'Ann', company: ['', 'X'] }, []],
  ])('recommended: %s', (_, values, fields) => {
    const { findings } = look(missing, { required: [], recommended: names }, values);
    expect(findings.map(({ code, field }) => [code, field])).toEqual(fields.map((field) => ['missing/recommended', field]));
  });
  it('a column the list does not have: nothing to recommend, but still required', () => {
    expect(look(missing, { required: [], recommended: names }, { email: 'a@b.de' }).codes).toEqual([]);
    expect(look(missing, { required: names, recommended: [] }, { email: 'a@b.de', company: '' }).findings.map((f) => [f.code, f.field]))
      .toEqual([['missing/required', 'first_name'], ['missing/required', 'company']]);
  });
});
