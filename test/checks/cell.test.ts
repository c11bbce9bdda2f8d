import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cell } from '../../src/checks/cell.js';
import { FIELDS, type CellState, type Code, type Field } from '../../src/types.js';
import { ODD } from '../../src/values/characters.js';
import { lostTo, unspoil } from '../../src/values/excel.js';
import { disarm } from '../../src/values/formula.js';
import { tidy } from '../../src/values/whitespace.js';
import { defaultOptions } from './default-options.js';
import { leadOf, TestCell } from './lead.js';
import { look } from './look.js';

const options = defaultOptions(cell);
const at = (field: Field, text: string, leadCountry = '') => look(cell, options, { [field]: text }, { leadCountry });

type Expected = [field: Field, text: string, codes: string, after?: string];

describe('whitespace', () => {
  const table: Expected[] = [
    ['first_name', ' Ann ', 'whitespace', 'Ann'], ['first_name', 'Ann', '', 'Ann'], ['company', 'Acme  Ltd', 'whitespace', 'Acme Ltd'], ['company', '\u00a0Acme\u00a0Ltd', 'whitespace', 'Acme Ltd'],
    ['email', '\ufeffann@acme.com\u200b', 'whitespace', 'ann@acme.com'], ['email', 'ann@acme.com\r\n', 'whitespace', 'ann@acme.com'], ['phone', '\u202a+44 20 7946 0958\u202c', 'whitespace', '+44 20 7946 0958'],
    ['street', '1 Main St\nApt 2', '', '1 Main St\nApt 2'], ['street', ' 1 Main St\nApt 2 ', 'whitespace', '1 Main St\nApt 2'], ['notes', 'a  b\n\nc', '', 'a  b\n\nc'], ['city', 'New\u00a0York', 'whitespace', 'New York'],
    ['title', '   ', 'whitespace', ''], ['title', '', '', ''], ['full_name', 'Ann\tLee', 'whitespace', 'Ann Lee'],
  ];
  test.each(table)('%s %j: %s', (field, text, codes, after) => expectLooked(field, text, codes, after));
});

describe('mojibake', () => {
  const table: Expected[] = [
    ['last_name', 'MÃ¼ller', 'mojibake', 'Müller'], ['last_name', 'Ãœnal', 'mojibake', 'Ünal'], ['last_name', 'WeiÃŸ', 'mojibake', 'Weiß'],
    ['first_name', 'JOÃO', '', 'JOÃO'], ['notes', 'Donâ€™t call  him', 'mojibake', 'Don’t call  him'], ['company', ' CafÃ© Noir ', 'mojibake whitespace', 'Café Noir'], ['email', 'ï»¿ann@acme.com', 'mojibake whitespace', 'ann@acme.com'],
  ];
  test.each(table)('%s %j: %s', (field, text, codes, after) => expectLooked(field, text, codes, after));
});

describe('garbled', () => {
  const table: Expected[] = [
    ['last_name', 'M\ufffdller', 'garbled', 'M\ufffdller'], ['notes', 'caf\ufffd', 'garbled', 'caf\ufffd'], ['last_name', 'M?ller', 'garbled', 'M?ller'], ['city', 'K??ln', 'garbled', 'K??ln'],
    ['notes', 'Who?what?', '', 'Who?what?'], ['company', 'Who?What', '', 'Who?What'], ['last_name', 'Lee?', '', 'Lee?'],
  ];
  test.each(table)('%s %j: %s', (field, text, codes, after) => expectLooked(field, text, codes, after));
});

describe('placeholder', () => {
  const empty: [Field, string][] = [
    ['email', 'N/A'], ['email', 'n/a'], ['phone', '-'], ['phone', '--'], ['phone', '.'], ['phone', '?'], ['company', 'null'], ['company', '(null)'], ['company', 'NULL'], ['title', 'none'], ['title', 'None'], ['title', 'nil'], ['email', 'undefined'], ['phone', 'nan'], ['phone', 'NaN'],
    ['company', 'Unknown'], ['title', 'TBD'], ['company', 'xxx'], ['phone', 'XXXXX'], ['title', 'k.A.'], ['title', 'keine Angabe'], ['phone', 'keine'], ['title', 'sans objet'], ['phone', 'non renseign\u00e9'], ['company', 'ninguno'], ['company', 'nessuno'], ['phone', 'geen'], ['phone', 'onbekend'], ['title', 'n\u00e3o informado'], ['title', 'N\u00c3O INFORMADO'],
    ['phone', '#N/A'], ['website', '\u2014'], ['website', '\u2026'], ['website', '...'], ['first_name', 'N/A'], ['last_name', 'unknown'], ['last_name', '(null)'], ['first_name', 'undefined'], ['last_name', '-'], ['last_name', '.'], ['last_name', 'XXX'], ['full_name', 'n/a'], ['city', 'Unknown'], ['country', '#N/A'], ['country', 'test'], ['country', 'None'], ['country', 'n.a.'], ['state', 'n/a'], ['title', 'test'],
    ['opted_out', 'null'], ['opted_out', '-'], ['consent', 'N/A'], ['status', 'NULL'], ['budget', '-'], ['notes', 'n/a'], ['created_at', 'NaT'], ['created_at', 'null'], ['employees', '-'], ['employees', 'k.A.'], ['source', 'unknown'], ['phone', ' - '],
  ];
  test.each(empty)('%s %j is as good as empty', (field, text) => {
    const { codes, texts, findings } = at(field, text);
    expect(codes.at(-1)).toBe('cell/placeholder');
    expect(findings.at(-1)).toMatchObject({ leaves: 'empty' });
    expect(findings.at(-1)).not.toHaveProperty('fix');
    expect(texts[field]).toEqual(['']);
  });

  const meant: [Field, string][] = [
    ['last_name', 'Null'], ['last_name', 'None'], ['last_name', 'Test'], ['last_name', 'Nan'], ['first_name', 'Nil'], ['last_name', 'Na'], ['first_name', 'Nat'], ['last_name', 'Void'], ['last_name', 'Blank'], ['last_name', 'Leer'], ['full_name', 'Nada'], ['last_name', 'Geen'], ['last_name', 'NULL'],
    ['opted_out', 'no'], ['opted_out', 'none'], ['consent', 'none'], ['consent', 'unknown'], ['status', 'unknown'], ['status', 'test'], ['status', 'pendiente'], ['budget', 'none'], ['budget', 'keine'], ['need', 'none'], ['timeline', 'unknown'], ['timeline', 'TBD'], ['authority', 'none'], ['notes', 'none'], ['notes', 'test'],
    ['country', 'NA'], ['state', 'ND'], ['state', 'NC'], ['state', 'NA'], ['state', 'N.C.'], ['country', 'NC'], ['city', 'Nan'], ['city', 'None'], ['city', 'Leer'], ['company', 'Test GmbH'], ['company', 'None Better Ltd'], ['title', 'Test Manager'], ['first_name', '\u674e\u96f7'], ['notes', '\u2b50\u2b50'], ['company', '3M'], ['company', 'X'], ['company', 'XX'], ['employees', '0'], ['company', 'NN'],
  ];
  test.each(meant)('%s %j is an answer', (field, text) => expectLooked(field, text, '', text));
});

describe('formula', () => {
  const table: Expected[] = [
    ['company', '=HYPERLINK("http://evil.example","x")', 'formula', `'=HYPERLINK("http://evil.example","x")`], ['full_name', '=SUM(A1:A10)', 'formula', "'=SUM(A1:A10)"], ['notes', "@SUM(1+1)*cmd|' /C calc'!A0", 'formula', "'@SUM(1+1)*cmd|' /C calc'!A0"],
    ['notes', '  =1+1', 'whitespace formula', "'=1+1"], ['company', '\uff1d1+1', 'formula', "'\uff1d1+1"], ['full_name', '-2+3+cmd|x', 'formula', "'-2+3+cmd|x"], ['email', '=cmd|x', 'formula', "'=cmd|x"],
    ['phone', '+44 20 7946 0958', '', '+44 20 7946 0958'], ['phone', '+1 (512) 555-0100 ext. 5', '', '+1 (512) 555-0100 ext. 5'], ['price', '-100', '', '-100'], ['notes', '- call back', '', '- call back'], ['full_name', '+1234567890', '', '+1234567890'],
    ['company', "'=1+1", '', "'=1+1"], ['phone', "'@x|y", '', "'@x|y"], ['phone', "'+1-800-FLOWERS", '', "'+1-800-FLOWERS"],
  ];
  test.each(table)('%s %j: %s', (field, text, codes, after) => expectLooked(field, text, codes, after));

  test('an unmapped cell is disarmed and nothing else', () => {
    const asUnmapped = (text: string): readonly Code[] => {
      const codes: Code[] = [];
      cell.start(options, { today: 0, country: '', header: [], columns: [null], dateOrders: [] })(
        leadOf([new TestCell(0, null, text)]),
        (problem, _, about) => { codes.push(`cell/${problem}`); expect(about?.fix).toBe(`'${text}`); });
      return codes;
    };
    expect(asUnmapped(' =1+1 ')).toEqual(['cell/formula']);
    expect(asUnmapped('@SUM(A1)')).toEqual(['cell/formula']);
    for (const text of ['-', ' n/a', '=', '+1 512', '="001"', '#REF!', '\u00a0x', '4.4E+11', '@acme']) expect(asUnmapped(text)).toEqual([]);
  });
});

describe('truncated', () => {
  const long = (length: number): string => 'abcd '.repeat(length).slice(0, length - 1) + 'x';
  const table: [Field, string, string][] = [
    ['notes', long(255), 'truncated'], ['notes', long(32_767), 'truncated'], ['notes', long(254), ''], ['notes', long(256), ''], ['company', long(255), 'truncated'],
    ['title', 'Senior Vice President of Sal\u2026', 'truncated'], ['title', 'Senior Vice Presid...', 'truncated'], ['company', 'Acme Internat...', 'truncated'], ['street', '12 Long Ro\u2026', 'truncated'],
    ['notes', 'wants to think\u2026', ''], ['need', 'a CRM, maybe...', ''], ['company', 'Acme Inc.', ''], ['title', 'Mgr..', ''],
  ];
  test.each(table)('%s: %#', (field, text, codes) => expectLooked(field, text, codes, text));

  test('at a blank', () => { expectLooked('notes', `${long(254)} `, 'whitespace truncated', long(254)); });

  test.each<[Field, string]>([['email', 'ann.lee@acme-internat...'], ['phone', '+44 20 79\u2026']])('a cut %s cannot be used', (field, text) =>
    expect(at(field, text).findings).toMatchObject([{ code: 'cell/truncated', leaves: 'unusable' }]));
});

describe('excel damage', () => {
  const mended: [Field, string, string, string?][] = [
    ['phone', '="(703) 439-9049"', '(703) 439-9049'], ['postal_code', '="00123"', '00123'], ['id', '=""00123""', '00123'], ['company', '="Acme"', 'Acme'], ['phone', '=+447911123456', '+447911123456'], ['phone', "'+1 512 555 0100", '+1 512 555 0100'], ['id', "'0123", '0123'], ['postal_code', "'01234'", '01234'],
    ['created_at', "'2024-03-01", '2024-03-01'], ['phone', '447911123456.0', '447911123456'], ['id', '10023.0', '10023'], ['postal_code', '10115.0', '10115'], ['id', '1,234,567', '1234567'], ['postal_code', '10,115', '10115'], ['phone', '447,911,123,456', '447911123456'],
    ['phone', '4.47911123456E+11', '447911123456'], ['id', '1.2345E+4', '12345'], ['phone', `="'0123"`, '0123'], ['postal_code', '1067.0', '01067', 'DE'], ['postal_code', '=" 02134 "', '02134', 'US'],
    ['postal_code', '2134', '02134', 'US'], ['postal_code', '2134-1234', '02134-1234', 'US'], ['postal_code', '1067', '01067', 'DE'], ['postal_code', '6000', '06000', 'FR'], ['postal_code', '8001', '08001', 'ES'], ['postal_code', '187', '0187', 'NO'], ['postal_code', '800', '0800', 'AU'], ['postal_code', '1310100', '01310100', 'BR'], ['postal_code', '600000', '0600000', 'JP'], ['postal_code', '18956', '018956', 'SG'],
  ];
  test.each(mended)('%s %j is %j', (field, text, after, country) => {
    const { codes, texts } = at(field, text, country);
    expect(codes).toEqual(['cell/excel-damage']);
    expect(texts[field]).toEqual([after]);
  });

  const whole: [Field, string, string?][] = [
    ['postal_code', '8001', 'CH'], ['postal_code', '1010', 'AT'], ['postal_code', '2000', 'AU'], ['postal_code', '1000', 'BE'], ['postal_code', '1012', 'NL'], ['postal_code', '1000', 'DK'], ['postal_code', '2134'], ['postal_code', '2134', 'GB'], ['postal_code', '02134', 'US'], ['postal_code', 'SW1A', 'US'], ['postal_code', '213', 'US'], ['postal_code', '11000', 'CZ'], ['postal_code', '0134', 'US'], ['id', '2134', 'US'],
    ['company', "'t Hart BV"], ['last_name', "'t Hart"], ['last_name', "'tHooft"], ['street', "'0 Main St"], ['id', '12E5'], ['id', '1E10'], ['id', 'A1.0'], ['id', '1.0'], ['company', '1.0'], ['company', '1,234'], ['phone', '555,0100'], ['employees', '1,234'], ['price', '1.5E+06'], ['budget', '1E+06'], ['phone', '+44.20.7946.0958'], ['phone', '(020) 7946 0958'],
    ['created_at', 'Mar-05'], ['timeline', 'Mar-05'], ['street', '5 May Road'], ['street', 'Via 20 Settembre 5'], ['first_name', 'April'], ['employees', '10-50'], ['employees', '11 - 50'], ['notes', '4.4E+11'], ['company', '#1 Plumbing'], ['notes', '##'],
  ];
  test.each(whole)('%s %j is whole', (field, text, country) => {
    const { codes, texts } = at(field, text, country);
    expect(codes).toEqual([]);
    expect(texts[field]).toEqual([text]);
  });

  const lost: [Field, string, CellState | 'empty'][] = [
    ['phone', '4.4791E+11', 'unusable'], ['phone', '4,4791E+11', 'unusable'], ['phone', '4.4791e+11', 'unusable'], ['id', '1.23457E+15', 'unusable'], ['postal_code', '1.23E+08', 'unusable'], ['phone', '4E+11', 'unusable'], ['phone', '3.39E10', 'unusable'], ['phone', '+4.4791E+11', 'unusable'], ['company', '1.23E+08', 'unusable'], ['id', '1.234567890123456E+15', 'unusable'],
    ['company', '#NAME?', 'empty'], ['phone', '#REF!', 'empty'], ['title', '#VALUE!', 'empty'], ['employees', '#DIV/0!', 'empty'], ['phone', '#####', 'empty'], ['created_at', '########', 'empty'], ['phone', '#WERT!', 'empty'], ['phone', '#\u00a1VALOR!', 'empty'], ['notes', '#NAME?', 'empty'], ['last_name', '#NOM?', 'empty'], ['company', 'Err:502', 'empty'],
    ['employees', 'Mar-05', 'unusable'], ['employees', '5-Mar', 'unusable'], ['employees', '10-Jan', 'unusable'], ['employees', 'Nov-50', 'unusable'], ['employees', '10. Okt', 'unusable'], ['employees', '2024-10-01', 'unusable'], ['employees', '2024-10-01 00:00:00', 'unusable'], ['employees', '10.01.2024', 'unusable'], ['street', '3-May', 'unusable'], ['postal_code', 'Dez-05', 'unusable'], ['id', 'Sep-2', 'unusable'], ['employees', '10-janv.', 'unusable'],
  ];
  test.each(lost)('%s %j is lost', (field, text, leaves) => {
    const { findings } = at(field, text);
    expect(findings).toMatchObject([{ code: 'cell/excel-damage', leaves, hint: expect.any(String) as string }]);
    expect(findings[0]).not.toHaveProperty('fix');
  });

  test('the country of the run stands in for a row without one', () => {
    expect(look(cell, options, { postal_code: '2134' }, { country: 'US' }).texts.postal_code).toEqual(['02134']);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom('=', '"', "'", '+', '-', '@', ' ', '\u00a0', '\t', '\n', '.', ',', '0', '00', '1', '.0', 'E+', 'E+11', '#', '(', '|', 'x', 'n/a', 'Mar', '\u2026', '\ufeff', '\u200b', '\uff1d', '2134', '\ud800', '\u200d', '\u0d4d'),
    fc.string({ unit: 'binary', maxLength: 3 }));
  const text = fc.oneof(fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')), fc.string({ unit: 'binary' }));

  test('that nothing is found in is left alone by every reader', () => {
    fc.assert(fc.property(fc.constantFrom(...FIELDS), text, fc.constantFrom<'' | 'US' | 'JP'>('', 'US', 'JP'), (field, input, leadCountry) => {
      if (look(cell, options, { [field]: input }, { leadCountry }).codes.length > 0) return;
      expect(disarm(input)).toBe(input);
      expect(tidy(input, ['id', 'street', 'notes', 'need', 'timeline', 'authority', 'budget'].includes(field) ? 'text' : 'line')).toBe(input);
      expect(unspoil(input, field, field === 'postal_code' ? { '': 0, US: 5, JP: 7 }[leadCountry] : 0)).toBe(input);
      expect(lostTo(input, field)).toBe('');
    }), { numRuns: 5000 });
  });

  test('is mended once and then left alone', () => {
    fc.assert(fc.property(fc.constantFrom(...FIELDS), text, fc.constantFrom('', 'US', 'DE', 'JP', 'CH'), (field, input, leadCountry) => {
      const once = look(cell, options, { [field]: input }, { leadCountry });
      const fixed = once.findings.findLast((finding) => finding.fix !== undefined)?.fix ?? input;
      const again = look(cell, options, { [field]: fixed }, { leadCountry });
      expect(again.findings.filter((finding) => finding.fix !== undefined)).toEqual([]);
    }), { numRuns: 5000 });
  });
});

function expectLooked(field: Field, text: string, codes: string, after = text): void {
  const looked = at(field, text);
  expect(looked.codes).toEqual(codes === '' ? [] : codes.split(' ').map((code) => `cell/${code}`));
  expect(looked.texts[field]).toEqual([after]);
}

describe('the short cut', () => {
  test('spares only cells of which the long way says nothing', () => {
    const pieces = fc.constantFrom('0', '1', '12', '3', '45678', '-', ' ', '/', '.', ',', 'Mar', 'E+', 'E', 'x', 'N/A', 'Unknown', 'tbd', "'", '+', '2024-03-05', '#', '..', 'Sept.', 'é', '|', '2134');
    const text = fc.array(pieces, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, fc.constantFrom('id', 'phone', 'postal_code', 'street', 'employees', 'first_name', 'notes'), fc.constantFrom('', 'US', 'DE', 'FR', 'BR'), (written, field, country) => {
      fc.pre(field !== 'first_name' || !/\dE\d/.test(written)); // no name, and no code either: nobody looks at it
      const codes = (kinds: number | undefined): string[] => {
        const found: string[] = [];
        const one = new TestCell(0, field as Field, written);
        one.kinds = kinds ?? one.kinds;
        cell.start(options, { today: 0, country: '', header: [field], columns: [field as Field], dateOrders: [null] })(leadOf([one], { country }), (problem, _, about) => {
          found.push(`${problem} ${about?.fix ?? ''} ${about?.leaves ?? ''}`);
          if (about?.fix !== undefined) one.text = about.fix;
          if (about?.leaves === 'empty') one.text = '';
        });
        return found;
      };
      expect(codes(undefined)).toEqual(codes(ODD));
    }), { numRuns: 10_000 });
  });
});
