import fc from 'fast-check';
import { expect, test } from 'vitest';
import { split } from '../../src/read/split.js';
import { dialectOf, openText, readBytes } from './bytes.js';

/** Texts made of what matters to a splitter. */
const rough = fc.array(fc.constantFrom('"', '""', ',', '\n', '\r\n', '\r', 'a', 'é', ' ', 'x,y,z\n', '"q",', ',"', '",', '"\n', '\\"', ', '), { maxLength: 60 }).map((parts) => parts.join(''));
const dialects = fc.constantFrom(
  dialectOf(3), dialectOf(2), dialectOf(1), dialectOf(3, { cr: true }), dialectOf(3, { escape: 'backslash' }),
  dialectOf(3, { delimiter: ', ' }), dialectOf(3, { quote: '' }), dialectOf(3, { usual: 4 }), dialectOf(2, { delimiter: ', ', cr: true }),
  dialectOf(3, { names: ['x', 'y', 'q'] }), dialectOf(3, { names: ['x', 'y', 'z'], cr: true }), dialectOf(3, { wrapped: true }),
);

test('the same rows for any batch size and any chunk size, whatever the bytes', async () => {
  await fc.assert(fc.asyncProperty(rough, dialects, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), async (text, dialect, size, chunk) => {
    const bytes = Buffer.from(text);
    const whole = await readBytes(bytes, dialect);
    expect(await readBytes(bytes, dialect, size, chunk)).toEqual(whole);
    expect(await readBytes(bytes, dialect, 1, 1)).toEqual(whole);
  }), { numRuns: 1500 });
});

test('the batches are the list, byte for byte', async () => {
  await fc.assert(fc.asyncProperty(rough, dialects, fc.integer({ min: 1, max: 40 }), async (text, dialect, size) => {
    async function* chunks(): AsyncGenerator<Buffer> {
      yield Buffer.from(text);
    }
    const parts: Uint8Array[] = [];
    let line = 1;
    for await (const batch of split(chunks(), dialect, 1, size)) {
      expect(batch.line).toBe(line);
      const breaks = dialect.cr ? /\r\n|\n|\r/g : /\n/g;
      line += Buffer.from(batch.bytes).toString().match(breaks)?.length ?? 0;
      parts.push(batch.bytes);
    }
    expect(Buffer.concat(parts).toString()).toBe(text);
  }), { numRuns: 500 });
});

test.each([
  ['a quote that never closes costs one record', 'a,b,c\n1,"open,3\n4,5,6\n7,8,9\n', ['a|b|c', '1|"open|3', '4|5|6', '7|8|9']],
  ['also when a later cell is quoted', 'a,b,c\n1,"open,3\n4,"five",6\n7,8,9\n', ['a|b|c', '1|"open|3', '4|five|6', '7|8|9']],
  ['also on two lines running', 'a,b,c\n1,"two, too","open\n4,"five, too","open\n7,8,9\n', ['a|b|c', '1|two, too|"open', '4|five, too|"open', '7|8|9']],
  ['also in the last cell', 'a,b,c\n1,2,"open\n4,"five",6\n', ['a|b|c', '1|2|"open', '4|five|6']],
  ['also in the last record', 'a,b,c\n1,2,"open\n', ['a|b|c', '1|2|"open']],
  ['also on every line', '1,"a,3\n2,"b,3\n4,"c,3\n', ['1|"a|3', '2|"b|3', '4|"c|3']],
  ['a line break in quotes is none of the list', 'a,b,c\n1,"two\nlines",3\n4,5,6\n', ['a|b|c', '1|two\nlines|3', '4|5|6']],
  ['nor are empty lines in quotes', 'a,b,c\n1,"two\n\n\nlines",3\n4,5,6\n', ['a|b|c', '1|two\n\n\nlines|3', '4|5|6']],
  ['an unescaped quote does not open a second line', 'a,b,c\n1,"say "hi" now",3\n4,5,6', ['a|b|c', '1|say "hi" now|3', '4|5|6']],
  ['a quote inside an unquoted cell is text', 'a,b,c\n1,5" pipe,3\n4,"x",6', ['a|b|c', '1|5" pipe|3', '4|x|6']],
])('%s', async (_, text, rows) => {
  expect((await readBytes(Buffer.from(text), dialectOf(3))).map((row) => row.cells.join('|'))).toEqual(rows);
});

test('lines are counted through line breaks in quotes', async () => {
  const rows = await readBytes(Buffer.from('a,b\r\n\r\n"x\r\ny",2\r\n3,4\n'), dialectOf(2));
  expect(rows.map((row) => row.line)).toEqual([1, 3, 5]);
});

test.each([1, 12, 1 << 18])('or by records, where lines of the list are none of a file, in batches of %d bytes', async (size) => {
  const rows = await readBytes(Buffer.from('a,b\n"x\n\ny",2\n3,"4 ""\n"\n5,6\n'), dialectOf(2, { byRecord: true }), size);
  expect(rows.map((row) => [row.line, row.cells[0]])).toEqual([[1, 'a'], [2, 'x\n\ny'], [3, '3'], [4, '5']]);
});

test('an unclosed quote on each of many lines takes time in proportion', async () => {
  const bytes = Buffer.from('x,""y,3\n'.repeat(60_000) + '1,"z,3\n'.repeat(60_000));
  expect((await readBytes(bytes, dialectOf(3))).length).toBe(120_000);
});

test('a line without end is cut at the record cap, the same way in any chunks', async () => {
  const bytes = Buffer.concat([Buffer.from('a,b\n1,"'), Buffer.alloc(2_500_000, 'é'), Buffer.from('\n3,4\n')]);
  const whole = await readBytes(bytes, dialectOf(2));
  const again = await readBytes(bytes, dialectOf(2), 1000, 70_000);
  expect(again).toEqual(whole);
  expect(whole.map((row) => row.cells.join('').length).reduce((a, b) => a + b)).toBeGreaterThan(1_249_990);
  expect(whole.at(-1)?.cells).toEqual(['3', '4']);
  expect(whole.filter((row) => row.trouble.includes('encoding')).length).toBe(0); // between two characters
}, 60_000);

test('a record that the cap cuts is said to be damaged', async () => {
  const rows = await readBytes(Buffer.concat([Buffer.from('a,b\n1,'), Buffer.alloc(1_500_000, 'x'), Buffer.from('\n3,4\n')]), dialectOf(2));
  expect(rows.map((row) => [row.line, row.cells[0]?.length, ...row.trouble])).toEqual([[1, 1], [2, 1, 'ragged'], [2, 1_500_002 - (1 << 20), 'unreadable'], [3, 1]]);
});

test('a record that line breaks without quotes have cut is whole in any batches and chunks', async () => {
  const people = ['Ann', 'Bob', 'Cyd', 'Dee', 'Eve', 'Fay', 'Gus', 'Hal'].map((name, at) => `${name},Lee,${name.toLowerCase()}@acme${at}.com,+1 212 736 500${at},Acme ${at},Berlin`);
  const cut = ['Mensah\nCocoa', 'Mensah\nCocoa\nTrade', 'Mensah\nCocoa\nTrade\nLtd'].map((company, at) => `Kofi,Mensah,kofi${at}@cocoa.com,+233 30 274 041${at},${company},Accra`);
  const text = `First Name,Last Name,Email,Phone,Company,City\n${[...people, ...cut.flatMap((record) => [record, people[0]!, record]), ...people].join('\n')}\n`;
  const { dialect } = await openText(text);
  const whole = await readBytes(Buffer.from(text), dialect);
  expect(whole.map((row) => row.cells[4]!.split('\n').length).join('')).toBe('111111111' + '212' + '313' + '414' + '11111111');
  for (let chunk = 1; chunk < 120; chunk += 7)
    for (const size of [1, 45, 200]) expect(await readBytes(Buffer.from(text), dialect, size, chunk)).toEqual(whole);
  for (let size = 2; size < text.length; size += 5) expect(await readBytes(Buffer.from(text), dialect, size)).toEqual(whole);
});
