import { describe, expect, test } from 'vitest';
import { readText } from './bytes.js';

/** Thirty rows whose notes are `note(i)`. */
const noted = (note: (i: number) => string): string =>
  ['Name,Email,Note', ...Array.from({ length: 30 }, (_, i) => `Ann ${'abcdefghij'[i % 10]},a${i}@x.com,${note(i)}`)].join('\n');

describe('a row that escapes otherwise than the list', () => {
  test('a backslash in one row does not leave the doubled quotes of the others as they are', async () => {
    const { list, rows } = await readText(noted((i) => (i === 7 ? '"said \\"no\\""' : '"said ""yes"""')));
    expect([list.info.escape, new Set(rows.filter((_, i) => i !== 7).map((row) => row.cells[2]))]).toEqual(['doubled', new Set(['said "yes"'])]);
    expect(rows[7]).toMatchObject({ cells: ['Ann h', 'a7@x.com', 'said "no"'], trouble: ['ragged'] });
  });
  test('doubled quotes in one row are quotes in a list with backslashes', async () => {
    const { list, rows } = await readText(noted((i) => (i === 7 ? '"said ""yes"""' : '"said \\"no\\""')));
    expect([list.info.escape, rows[7]?.cells[2], rows[8]?.cells[2]]).toEqual(['backslash', 'said "yes"', 'said "no"']);
  });
});

describe('what the first line says of the delimiter', () => {
  const people = 'Name,Email,Note\nAnn,ann@x.com,soon; very soon\nBob,bob@x.com,\n';
  test.each([
    ['is taken', 'sep=;\n', ';', 'said by its first line'], ['is not where the next line shows another one', 'sep=;\n', ',', ''], ['is not if it is a quote', 'sep="\n', ',', ''],
  ])('%s', async (_, first, delimiter, why) => {
    const { list, rows } = await readText(first + people.replaceAll(';', '/').replaceAll(',', delimiter === ';' ? ';' : ',').replace('/', delimiter === ';' ? '/' : ';'));
    expect([list.info.delimiter, list.info.delimiterWhy, list.header, rows.map((row) => row.line)]).toEqual([delimiter, why, ['Name', 'Email', 'Note'], [3, 4]]);
  });
});

test.each([['start of heading', '\u0001'], ['record separator', '\u001e'], ['tab and space', '\t ']])('delimiters of machines and hands: %s', async (_, delimiter) => {
  const { list, rows } = await readText(noted(() => '"two\nlines"').replaceAll(',', delimiter));
  expect([list.info.delimiter, rows.length, rows[3]?.cells[2]]).toEqual([delimiter, 30, 'two\nlines']);
});

describe('carriage returns alone further down', () => {
  const people = Array.from({ length: 400 }, (_, i) => `Ann ${i},a${i}@x.com,"met, at the fair"`);
  test.each([
    ['between the last rows', 'Name,Email,Note\n' + people.slice(0, 380).join('\n') + '\n' + people.slice(380).join('\r'), 'mixed'],
    ['between two rows', 'Name,Email,Note\r\n' + people.slice(0, 380).join('\r\n') + '\r' + people.slice(380).join('\r\n'), 'mixed'],
  ])('%s end them', async (_, text, lineEnd) => {
    const { list, rows } = await readText(text);
    expect([list.info.lineEnd, rows.length, rows.at(-1)?.line, rows.flatMap((row) => row.trouble)]).toEqual([lineEnd, 400, 401, []]);
  });
  test('in cells are text', async () => {
    const { list, rows } = await readText(['Name,Email,Note', ...people.slice(0, 300), 'Bob,b@x.com,one\rtwo', 'Cy,c@x.com,"one\rtwo"'].join('\n'));
    expect([list.info.lineEnd, rows.slice(-2).map((row) => row.cells[2])]).toEqual(['LF', ['one\rtwo', 'one\rtwo']]);
  });
});
