import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMULA, WIDE } from '../../src/read/record.js';
import { readRecords } from '../../src/read/records.js';
import { dialectOf, readBytes } from './bytes.js';
import { disarm } from '../../src/values/formula.js';

const cell = fc.array(fc.constantFrom('a', 'B', '7', ' ', ',', ';', '"', '\n', '\r\n', 'é', '李', '😎', '=', "'", '\t', '.', '|'), { maxLength: 8 }).map((parts) => parts.join(''));

/** A list as a careful program writes it: quotes where they are needed, and anywhere else at will. */
function written(rows: readonly (readonly string[])[], delimiter: string, eol: string, quoteAll: boolean): string {
  return rows.map((cells) => cells.map((text) =>
    (quoteAll || /["\r\n]/.test(text) || text.includes(delimiter[0] as string) ? `"${text.replaceAll('"', '""')}"` : text)).join(delimiter) + eol).join('');
}

test('reads what csv-parse reads, in any delimiter and line end', async () => {
  await fc.assert(fc.asyncProperty(
    fc.integer({ min: 2, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 })),
    fc.constantFrom(',', ';', '\t', '|', '||', ', '), fc.constantFrom('\n', '\r\n'), fc.boolean(),
    async (rows, delimiter, eol, quoteAll) => {
      const text = written(rows, delimiter, eol, quoteAll);
      const judged = parse(text, { delimiter, record_delimiter: ['\r\n', '\n'] }) as string[][];
      const read = await readBytes(Buffer.from(text), dialectOf(rows[0]?.length ?? 0, { delimiter }));
      expect(read.map((row) => row.cells)).toEqual(judged);
      expect(read.map((row) => row.cells)).toEqual(rows);
    },
  ), { numRuns: 1500 });
});

test('backslash escapes are read as csv-parse reads them', async () => {
  const text = 'a,"say \\"hi\\"",c\n1,"two\nlines \\" here",3\n';
  const judged = parse(text, { escape: '\\' }) as string[][];
  expect((await readBytes(Buffer.from(text), dialectOf(3, { escape: 'backslash' }))).map((row) => row.cells)).toEqual(judged);
});

describe('records that are not as they should be', () => {
  test.each([
    ['too few cells', '1,2\n', ['1|2|'], ['ragged']],
    ['too many', '1,2,3,4,5\n', ['1|2|3,4,5'], ['ragged']],
    ['too many but empty', '1,2,3,,\n', ['1|2|3'], []],
    ['no cell filled', ',,\n', ['||'], ['blank']],
    ['white space only', ' ,\t,"  "\n', [' |\t|  '], ['blank']],
    ['empty lines are no records', '1,2,3\n\n\r\n4,5,6\n', ['1|2|3', '4|5|6'], []],
    ['the header again', 'h0,h1, h2\n', ['h0|h1| h2'], ['repeated-header']],
    ['an unescaped quote in an unquoted cell', '1,a "b" c,3\n', ['1|a "b" c|3'], []],
    ['NUL characters', '1,a\0b,3\n', ['1|a\0b|3'], ['encoding']],
  ])('%s', async (_, text, cells, trouble) => {
    const rows = await readBytes(Buffer.from(text), dialectOf(3, { names: ['h0', 'h1', 'h2'] }));
    expect(rows.map((row) => row.cells.join('|'))).toEqual(cells);
    expect(rows.flatMap((row) => row.trouble)).toEqual(trouble);
  });

  test('an empty line of a list with one column is a blank record', async () => {
    const rows = await readBytes(Buffer.from('a\n\nb\n'), dialectOf(1));
    expect(rows.map((row) => [...row.cells, ...row.trouble])).toEqual([['a'], ['', 'blank'], ['b']]);
  });

  test('bytes that are no UTF-8 are read as Windows-1252, the others stay', async () => {
    const rows = await readBytes(Buffer.concat([Buffer.from('Zoë,M'), Buffer.from([0xfc]), Buffer.from('ller,'), Buffer.from([0x80]), Buffer.from('5\nÉva,x,y\n')]), dialectOf(3));
    expect(rows.map((row) => [row.cells.join('|'), row.trouble.join()])).toEqual([['Zoë|Müller|€5', 'encoding,encoding'], ['Éva|x|y', '']]);
  });
});

test('a formula is seen behind white space and invisible characters', () => {
  const before = ['', ' ', '   ', '\t', '\u00a0', '\u3000', '\ufeff', '\u200b', '\u2060', '\u2028', ' '.repeat(40), '\u00a0'.repeat(40)];
  const cells = before.flatMap((blank) => [`${blank}=cmd|x`, `${blank}＝1+1`, `${blank}a=b`, `${blank}Ünal`, blank]);
  const text = cells.map((cell) => `${cell},x\n`).join('');
  const seen: boolean[] = [];
  readRecords({ bytes: new TextEncoder().encode(text), line: 1, odd: [], table: 0 }, dialectOf(2), ['a', 'b'], (record) => seen.push((record.flagsOf(0) & FORMULA) !== 0));
  expect(seen).toEqual(cells.map((cell) => disarm(cell) !== cell));
  expect(seen.filter((one) => one).length).toBe(2 * before.length);
});

test('flags tell what a cell is made of', () => {
  const bytes = new TextEncoder().encode('=1,"+2",é,＝x,a=b\n');
  const flags: number[] = [];
  const header = ['a', 'b', 'c', 'd', 'e'];
  readRecords({ bytes, line: 1, odd: [], table: 0 }, dialectOf(5), header, (record) => flags.push(...header.map((_, i) => record.flagsOf(i))));
  expect(flags.map((flag) => [flag & FORMULA ? 'formula' : '', flag & WIDE ? 'wide' : ''].join(''))).toEqual(['formula', 'formula', 'wide', 'formulawide', '']);
});
