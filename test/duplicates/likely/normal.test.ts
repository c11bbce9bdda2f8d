import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inferKind, type Kind } from '../../../src/duplicates/likely/kinds.js';
import { normaliser } from '../../../src/duplicates/likely/normal.js';
import { words } from './shipped.js';

const { normalise, nameParts } = normaliser(words);
type Compared = Exclude<Kind, 'full'>;

describe('spellings that are compared as one', () => {
  it.each<[Compared, string, string]>([
    ['family', 'Schröder', 'SCHROEDER'], ['family', 'Błaszczyk', 'Blaszczyk'], ['family', "O'Callaghan", 'OCallaghan'], ['family', 'Kjærgaard', 'Kjaergaard'],
    ['family', 'Соколов', 'Sokolov'], ['family', 'Παπαδακης', 'Papadakis'], ['family', 'Weissenberger, MD', 'Weissenberger'], ['given', 'Dr. Konstantin', 'Konstantin'],
    ['given', 'Jean-Pierre', 'jean pierre'],
    ['email', 'Ann+News@Example.com', 'ann@example.com'], ['email', 'j.mueller@web.de', 'j.muller@web.de'],
    ['phone', '+49 (0)421 3381220', '0421/33 81 220'], ['phone', '0044 1736 555220', '(01736) 555 220'], ['phone', '+1 (415) 555-2281 ext. 14', '415.555.2281'],
    ['company', 'ACME GmbH', 'Acme'], ['company', 'Acme, Inc.', 'ACME'], ['company', 'Zumbusch Logistik GmbH & Co. KG', 'Zumbusch Logistik'],
    ['company', 'The Pettibone Company', 'Pettibone'], ['company', 'Field & Fork', 'Field and Fork Ltd'], ['company', 'Bellandi Vini S.r.l.', 'Bellandi Vini'],
    ['company', 'Bursztyn Sp. z o.o.', 'bursztyn'], ['company', 'I.B.M. Corp', 'IBM'], ['company', 'Sunbelt (Arizona) Pty Ltd', 'Sunbelt'],
    ['website', 'https://www.acme.com/contact?x=1', 'acme.com'],
    ['street', 'Hauptstraße 12', 'Hauptstr. 12'], ['street', '310 Canal Street', '310 Canal St.'], ['street', '12 Elgin Crescent 3 a', '12 elgin cres 3a'],
    ['street', '7 North Parade Avenue', '7 N Parade Ave'],
    ['postal', '02108', '2108'], ['postal', 'W11 2JR', 'w112jr'], ['postal', '70115-1234', '70115'],
    ['date', '1961-03-14', '14.03.1961'], ['date', '14 Mar 1961', '1961-3-14'], ['date', '19610314', '1961/03/14'], ['date', '1961-03-14T00:00:00', '1961-03-14'],
    ['date', '14031961', '14.03.1961'], ['date', '03141961', '03/14/1961'], ['date', '20111912', '20.11.1912'], ['date', '19121120', '1912-11-20'],
    ['code', 'AB-12/34', 'ab1234'], ['city', 'São Paulo', 'sao  paulo'],
  ])('%s: %s, %s', (kind, a, b) => {
    expect(normalise(kind, a)).not.toBe('');
    expect(normalise(kind, a)).toBe(normalise(kind, b));
  });
});

it.each<[Compared, string]>([['email', 'n/a'], ['email', '@x.com'], ['phone', '12345'], ['phone', 'call me'], ['date', 'unknown'], ['company', ' ']])(
  '%s: nothing to compare in %j', (kind, text) => { expect(normalise(kind, text)).toBe(''); });

it('keeps a name that is all titles or legal forms', () => {
  expect(normalise('family', 'Sir')).toBe('sir');
  expect(normalise('company', 'AG')).toBe('ag');
});

it('takes any text', () => {
  const kinds: Compared[] = ['given', 'family', 'company', 'street', 'city', 'postal', 'code', 'text', 'email', 'phone', 'website', 'date'];
  fc.assert(fc.property(fc.constantFrom(...kinds), fc.string({ unit: 'binary' }), (kind, text) => { expect(typeof normalise(kind, text)).toBe('string'); }));
});

it.each([
  ['John Smith', 'john', 'smith'], ['Smith, John', 'john', 'smith'], ['Dr. Anna Maria Keller', 'anna maria', 'keller'],
  ['Pieter van der Berg', 'pieter', 'van der berg'], ['Robert (Bob) Hall', 'robert', 'hall'], ['Hall', '', 'hall'], ['John Smith, PhD', 'john', 'smith'],
])('parts of %s', (full, given, family) => { expect(nameParts(full)).toEqual([given, family]); });

it.each<['date' | 'code' | 'text', string[]]>([
  ['date', ['14031961', '03141961', '31121999']],
  ['date', ['1961-03-14', '14.03.1961', '', '19610314', '3/14/1961', '14 Mar 1961']],
  ['code', ['4711', 'AB-1234', 'tq13 8df', '00123/7']],
  ['text', ['devon', 'male', '', 'wood carver']],
  ['text', ['Block 3', 'behind the mill', 'left door']],
])('infers %s', (kind, texts) => { expect(inferKind(texts)).toBe(kind); });
