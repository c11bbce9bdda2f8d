import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Dialect } from '../../src/read/dialect.js';
import { readRecords } from '../../src/read/records.js';
import { type Scanner, type ScannerFor, scannerFor } from '../../src/read/scanner.js';
import { dialectOf } from './bytes.js';

/** All there is to say of the records. */
function read(text: string | Buffer, dialect: Dialect, scanners: ScannerFor, table = 0): unknown[] {
  const header = Array.from({ length: dialect.width }, (_, i) => `h${i}`);
  const said: unknown[] = [];
  readRecords({ bytes: new Uint8Array(typeof text === 'string' ? Buffer.from(text) : text), line: 2, odd: [], table }, dialect, header, (record) => {
    const { line, start, end, plain, ascii, formula, trouble } = record;
    said.push({ line, start, end, plain, ascii, formula: plain && formula, trouble });
    for (let i = 0; i < record.width; i++) {
      said.push(record.text(i));
      if (plain) said.push([record.startOf(i), record.endOf(i), record.flagsOf(i) & 15, record.isAscii(i) ? record.kindsOf(i) : -1]);
    }
  }, scanners);
  return said;
}

const sized = scannerFor();

/** However short the bytes are, and counting what the scanner read. */
function counting(): { readonly scanners: ScannerFor; readonly seen: { records: number } } {
  const seen = { records: 0 };
  return {
    seen,
    scanners: (_, form, width) => {
      const scanner = sized(Infinity, form, width) as Scanner;
      return { ...scanner, get records() { return scanner.records; }, get spans() { return scanner.spans; }, scan: (from, stop) => {
        const count = scanner.scan(from, stop);
        seen.records += count;
        return count;
      } };
    },
  };
}

const DIALECTS: readonly (readonly [string, Partial<Dialect>])[] = [
  ['commas', {}],
  ['semicolons, cells too many', { delimiter: ';', usual: 4 }],
  ['tabs without quotes', { delimiter: '\t', quote: '' }],
  ['single quotes', { quote: "'" }],
  ['carriage returns', { cr: true }],
  ['remarks', { comment: '#' }],
  ['remarks as wide as records', { comment: '#', remarks: true }],
  ['one column', { width: 1, usual: 1 }],
  ['lines counted by records', { byRecord: true }],
];

it.each(DIALECTS)('the scanner reads what the loop reads: %s', (_, options) => {
  const dialect = { ...dialectOf(options.width ?? 3), ...options };
  const quote = dialect.quote === '' ? '"' : dialect.quote;
  const inside = fc.string({ unit: fc.constantFrom(...'aZ09 .,;+|-=@?#\t\'"\r\nüЖ李\u00a0😀', '\r\n'), maxLength: 40, size: 'max' });
  const cell = fc.oneof(
    { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(...'abc 12.@-+?|ü'), maxLength: 36, size: 'max' }) },
    { weight: 2, arbitrary: inside.map((text) => quote + text.replaceAll(quote, quote + quote) + quote) },
    { weight: 1, arbitrary: fc.constantFrom('', ' ', ' x', '  =1', '=1', '\u200b=1', '\u00a0', '"', `${quote}a${quote}b`, 'a'.repeat(15) + '\r', 'h0', 'h1') },
    { weight: 1, arbitrary: inside },
  );
  const record = fc.tuple(fc.array(cell, { minLength: dialect.width, maxLength: dialect.width }), fc.constantFrom('', '', '', dialect.delimiter, '\r'));
  const seen = { records: 0 };
  fc.assert(fc.property(fc.array(record, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), (records, end, ended) => {
    const text = records.map(([cells, more]) => cells.join(dialect.delimiter) + more).join(end) + (ended ? end : '');
    const counted = counting();
    expect(read(text, dialect, counted.scanners), JSON.stringify(text)).toEqual(read(text, dialect, () => null));
    seen.records += counted.seen.records;
  }), { numRuns: 1_500 });
  expect(seen.records).toBeGreaterThan(1_000);
});

it.each<readonly [string, string | Buffer, Partial<Dialect>, number]>([
  ['bytes that are no UTF-8', Buffer.from('a,b,c\nd,\xfc,f\n', 'latin1'), {}, 0],
  ['NUL', 'a,b,c\nd,e\0,f\n', {}, 0],
  ['another table', 'a,b,c\nd,e,f\n', {}, 2],
  ['quotes that are not closed', 'a,b,c\nd,"e,f\n', { quote: '', unclosed: true }, 0],
  ['lines in quotes', 'd,e,f\n"a,b,c"\n"d,""e"",f"\n', { wrapped: true }, 0],
  ['backslashes', 'a,b,c\nd,"e\\",f"\n', { escape: 'backslash' }, 0],
  ['delimiters of two characters', 'a, b, c\nd, e, f\n', { delimiter: ', ' }, 0],
])('the scanner leaves to the loop: %s', (_, text, options, table) => {
  const dialect = dialectOf(3, options);
  const loop = read(text, dialect, () => null, table);
  expect(read(text, dialect, (_size, form, width) => sized(Infinity, form, width), table)).toEqual(loop);
  expect(loop).not.toEqual([]);
});

it('records stop where one begins that the splitter has cut', () => {
  const text = 'a,b,c\nd,"e,f\ng,h,i\n';
  const said = (scanners: ScannerFor): unknown[] => {
    const rows: unknown[] = [];
    readRecords({ bytes: new Uint8Array(Buffer.from(text)), line: 2, odd: [6, 13], table: 0 }, dialectOf(3), ['x', 'y', 'z'], (record) => rows.push([record.line, record.text(0), record.plain]), scanners);
    return rows;
  };
  expect(said(counting().scanners)).toEqual([[2, 'a', true], [3, 'd', false], [4, 'g', true]]);
  expect(said(() => null)).toEqual(said(counting().scanners));
});

it('bytes of the batch before are none of this one', () => {
  const before = `${'a'.repeat(20)},${'b'.repeat(20)},"${'c'.repeat(20)}"\nd,e,${'f'.repeat(40)}\n`.repeat(2);
  for (let length = 1; length < before.length; length++) {
    const text = before.slice(0, length);
    read(before, dialectOf(3), counting().scanners);
    expect(read(text, dialectOf(3), counting().scanners), text).toEqual(read(text, dialectOf(3), () => null));
  }
});

it('more cells than one answer has room for', () => {
  const text = 'a,b,c\n'.repeat(20_000);
  expect(read(text, dialectOf(3), sized)).toEqual(read(text, dialectOf(3), () => null));
});

it('a column in which hardly a text comes again is given up, whatever the others do', () => {
  const rows = 9_000;
  const recalling = scannerFor((column) => column < 3);
  const header = ['often', 'never', 'seldom', 'unasked'];
  /** How many texts of each column are known by a number, in one batch after the other. */
  const known = [true, true, true, false, true].map((often, batch) => {
    const text = Array.from({ length: rows }, (_, row) => `${often ? row % 2_000 : `x${row}`},a${batch}-${row},${row % 3 === 0 ? `b${batch}-${row}` : ''},c\n`).join('');
    const counts = header.map(() => 0);
    readRecords({ bytes: new Uint8Array(Buffer.from(text)), line: 2, odd: [], table: 0 }, dialectOf(4), header, (record) => {
      for (let column = 0; column < record.width; column++) if (record.knownAs(column) !== 0) counts[column]!++;
    }, recalling);
    return counts;
  });
  // One record is the loop's: the one that has no room in the first answer.
  const all = rows - 1;
  expect(known).toEqual([[all, all, rows / 3, 0], [all, 0, rows / 3, 0], [all, 0, rows / 3, 0], [all, 0, 0, 0], [0, 0, 0, 0]]);
});
