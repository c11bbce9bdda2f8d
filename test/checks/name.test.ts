import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { name } from '../../src/checks/name.js';
import type { Field } from '../../src/types.js';
import { defaultOptions } from './default-options.js';
import { look } from './look.js';

const options = defaultOptions(name);
type Values = Partial<Record<Field, string | readonly string[]>>;
const codes = (values: Values, leadCountry = ''): string => look(name, options, values, { leadCountry }).codes.map((code) => code.slice('name/'.length)).join(' ');
const both = (first_name: string, last_name: string, email = ''): Values => ({ first_name, last_name, email });

describe('placeholder', () => {
  const nobody: [Values, string][] = [
    [both('Test', 'Test'), 'placeholder placeholder'], [both('test', 'test'), 'placeholder case placeholder'], [both('John', 'Doe'), 'placeholder placeholder'], [both('JANE', 'DOE'), 'case case placeholder placeholder'], [both('Max', 'Mustermann'), 'placeholder placeholder'], [both('Erika', 'Musterfrau'), 'placeholder placeholder'],
    [both('First Name', 'Last Name'), 'placeholder placeholder'], [both('Vorname', 'Nachname'), 'placeholder placeholder'], [both('Unknown', 'Unknown'), 'placeholder placeholder'], [both('Null', 'Null'), 'placeholder placeholder'], [both('None', 'None'), 'placeholder placeholder'], [both('Nan', 'Nan'), 'placeholder placeholder'],
    [both('Customer', ''), 'placeholder'], [both('Guest', 'User'), 'placeholder placeholder'], [both('Abc', 'Xyz'), 'placeholder placeholder'], [both('Asdf', 'Asdf'), 'placeholder placeholder'], [both('Fulano', 'de Tal'), 'placeholder placeholder'], [both('Test', 'Müller'), 'placeholder'], [both('Foo', 'Bar'), 'placeholder placeholder'], [both('Mickey', 'Mouse'), 'placeholder placeholder'],
    [both('Joe', 'Bloggs'), 'placeholder placeholder'], [both('Accounts', 'Payable'), 'placeholder placeholder'], [both('<test lead: dummy data for first_name>', '<test lead: dummy data for last_name>'), 'placeholder placeholder'], [both('A', 'A'), 'placeholder placeholder'], [both('X', 'Y'), 'placeholder placeholder'],
    [both('テスト', '太郎'), 'placeholder placeholder'], [both('测试', '测试'), 'placeholder placeholder'], [both('Тест', 'Тестов'), 'placeholder placeholder'], [{ full_name: 'Ola Nordmann' }, 'placeholder'], [{ full_name: 'Вася Пупкин' }, 'placeholder'], [{ full_name: 'Test Test' }, 'placeholder'],
    [{ full_name: 'John Doe' }, 'placeholder'], [{ full_name: 'TEST USER' }, 'placeholder'], [{ full_name: '<test lead: dummy data for full_name>' }, 'placeholder'], [{ full_name: 'Max Mustermann' }, 'placeholder'], [{ full_name: 'Customer' }, 'placeholder'], [{ full_name: 'no name' }, 'placeholder'], [{ full_name: 'Lorem Ipsum' }, 'placeholder'], [{ full_name: 'Nome Cognome' }, 'placeholder'], [{ full_name: 'Piet Puk' }, 'placeholder'], [{ first_name: 'Demo' }, 'placeholder'],
  ];
  test.each(nobody)('%j: %s', (values, expected) => expect(codes(values)).toBe(expected));

  const somebody: Values[] = [
    both('Jennifer', 'Null'), both('Ann', 'None'), both('Anna', 'Test'), both('Jane', 'Doe-Smith'), both('John', 'Dow'), both('Nan', 'Goldin'), both('Na', 'Li'), both('Nil', 'Yalter'), both('', 'Gast'), both('Erika', 'Muster'), both('Tom', 'Sales'), both('Mario', 'Rossi'), both('Jean', 'Dupont'), both('Juan', 'Pérez'), both('Guy', 'Sample'), both('Michael', 'Tester'), both('', 'Test'), both('Lee', 'Guest'), both('Hans', 'Kunde'),
    both('Jan', 'Kowalski'), both('Иван', 'Иванов'), { full_name: 'Nguyễn Văn An' }, both('Steve', 'Test'), { full_name: 'テスト' }, { full_name: 'Kari Nordmann-Berg' },
    both('Thomas', 'Thomas'), both('Ali', 'Ali'), both('Mohamed', 'Mohamed'), both('Bar', 'Refaeli'), both('Max', 'Muster-Mann'), both('J', 'K'), both('Prospero', 'Manager'), both('Sir', 'Office'), { full_name: 'Jennifer Null' }, { full_name: 'Christopher Null' }, { full_name: 'Prince' }, { full_name: '李雷' }, { full_name: 'Test-Maria Huber' }, { full_name: 'Contact Person Ltd' }, both('Nobuko', 'Nobody'),
  ];
  test.each(somebody)('%j is somebody', (values) => expect(codes(values)).toBe(''));

  test('a placeholder cannot be used', () => expect(look(name, options, { full_name: 'John Doe' }).findings).toMatchObject([{ leaves: 'unusable' }]));
});

describe('gibberish', () => {
  test('is doubtful and keeps its spelling', () => {
    const { findings, texts } = look(name, options, both('asdfgh', 'qwerty'));
    expect(findings).toMatchObject([{ code: 'name/gibberish', field: 'first_name', leaves: 'doubtful' }, { code: 'name/placeholder', field: 'last_name' }]);
    expect(texts.first_name).toEqual(['asdfgh']);
  });
  test.each([['Ng', 'Szczepański'], ['Hrvoje', 'Vlk'], ['Krzysztof', 'Smrt'], ['Kylian', 'Mbappé'], ['雷', '李'], ['O', 'Xi']])('%s %s has none', (first, last) => expect(codes(both(first, last))).toBe(''));
});

describe('case', () => {
  test.each<[Values, string, Values]>([
    [both('JOHN', "O'BRIEN"), 'case case', { first_name: ['John'], last_name: ["O'Brien"] }],
    [both('SEAN', 'MCDONALD'), 'case case', { first_name: ['Sean'], last_name: ['McDonald'] }],
    [both('Anna', 'VAN DER BERG'), 'case', { first_name: ['Anna'], last_name: ['van der Berg'] }],
    [both('maria', 'de la cruz'), 'case case', { first_name: ['Maria'], last_name: ['de la Cruz'] }],
    [{ full_name: ['LI WEI', 'Li Wei'] }, 'case', { full_name: ['Li Wei', 'Li Wei'] }],
    [{ company: 'ACME LTD', title: 'CEO' }, '', { company: ['ACME LTD'], title: ['CEO'] }],
    [both('', ''), '', { first_name: [''], last_name: [''] }],
  ])('%j: %s', (values, expected, after) => {
    const looked = look(name, options, values);
    expect(looked.codes.map((code) => code.slice(5)).join(' ')).toBe(expected);
    expect(looked.texts).toMatchObject(after);
  });
  test('the country of the lead decides', () => expect(look(name, options, { last_name: 'DE SMET' }, { leadCountry: 'BE' }).texts.last_name).toEqual(['De Smet']));
});

describe('swapped', () => {
  const swapped: Values[] = [both('Smith', 'Jennifer'), both('Müller', 'Hans'), both('García', 'Juan'), both('Smith,', 'Pat'), both('Weber', 'Sabine'), both('Kowalski', 'Piotr'), both('Zhukov', 'Dmitri', 'dmitri.zhukov@acme.com'), both('MÜLLER', 'HANS'), both('Lindqvist', 'Anna', 'anna_lindqvist@acme.se')];
  test.each(swapped)('%j', (values) => {
    const { findings } = look(name, options, values);
    const found = findings.filter((finding) => finding.code === 'name/swapped');
    expect(found).toMatchObject([{ field: 'first_name', hint: expect.any(String) as string }]);
    expect(found[0]).not.toHaveProperty('fix');
  });
  test('the hint names them the right way round', () => expect(look(name, options, both('Smith,', 'Pat')).findings[0]?.hint).toContain('Pat Smith?'));

  const right: Values[] = [
    both('Jennifer', 'Smith'), both('Hans', 'Müller'), both('John', 'James'), both('Thomas', 'Martin'), both('Elton', 'John'), both('Lindqvist', 'Anna'), both('Lindqvist', 'Anna', 'lindqvist.anna@acme.se'), both('Anderson', 'Paulo'), both('Nguyen', 'An'), both('Jackson', 'Michael'), both('Smith', 'Wesson'), both('Anna', 'Maria'), both('Maria', 'José'),
    both('Robert', 'Paul'), both('John, Jr', 'Smith'), both('Smith', ''), both('', 'Hans'), both('Kim', 'Lee', 'lee.kim@acme.com'), both('Ali', 'Hassan'), both('Pat', 'Hans', 'pat.hans@acme.com'),
  ];
  test.each(right)('%j is right', (values) => expect(codes(values)).toBe(''));
});

test('any name is mended once and then left alone', () => {
  const piece = fc.oneof(fc.constantFrom('VAN ', 'de ', 'JOHN', 'smith', "O'", 'mc', ' ', '-', '.', ',', 'test', 'asdf', '1', 'ß', 'İ', 'ı', '\ud800'), fc.string({ unit: 'binary', maxLength: 3 }));
  const text = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(''));
  fc.assert(fc.property(text, text, text, fc.constantFrom('', 'TR', 'BE'), (first_name, last_name, full_name, leadCountry) => {
    const { texts } = look(name, options, { first_name, last_name, full_name }, { leadCountry });
    expect(look(name, options, texts, { leadCountry }).findings.filter((finding) => finding.fix !== undefined)).toEqual([]);
  }), { numRuns: 1000 });
});
