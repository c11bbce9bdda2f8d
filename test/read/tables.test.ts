import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText, rowsOf, openText } from './bytes.js';

const LIST = 'Name,Email,City\nAnn,ann@acme.com,Rome\nBob,bob@acme.com,Oslo\nCy,cy@acme.com,Bonn\n';
const kinds = async (text: string, size?: number): Promise<string[]> => (await rowsOf(await openText(text), size)).map(({ line, trouble }) => [line, ...trouble].join(' '));

test.each([
  ['of another width', 'Order,Product,Amount,Day\n1,Board,5.50,2026-10-02\n2,Beam,7.50,2026-10-03\n', ['6 repeated-header', '7 unreadable', '8 unreadable']],
  ['of the same width', 'Order,Product,Amount\n1,Board,5.50\n2,Beam,7.50\n', ['6 repeated-header', '7 unreadable', '8 unreadable']],
  ['and the list goes on', 'Order,Product,Amount\n1,Board,5.50\nName,Email,City\nDee,dee@acme.com,Cork\n', ['6 repeated-header', '7 unreadable', '8 repeated-header', '9']],
  ['behind a row of delimiters', '', []],
])('a second table %s', async (name, more, expected) => {
  const text = name.startsWith('behind') ? `${LIST},,\n,,\nOrder,Product,Amount,Day\n1,Board,5.50,2026-10-02\n` : `${LIST}\n${more}`;
  const found = await kinds(text);
  expect(found.slice(3).filter((one) => !one.endsWith('blank'))).toEqual(name.startsWith('behind') ? ['7 repeated-header', '8 unreadable'] : expected);
  for (const size of [1, 2, 7, 40]) expect(await kinds(text, size)).toEqual(found);
  for (const end of ['\r\n', '\r']) expect(await kinds(text.replaceAll('\n', end))).toEqual(found);
});

test.each([' ', ' , ,', ',,', ';'])('a second table behind a line of %j', async (line) => {
  const found = await kinds(`${LIST}${line}\nOrder,Product,Amount,Day\n1,Board,5.50,2026-10-02\n`);
  expect(found.slice(-2)).toEqual(line === ';' ? ['6 ragged', '7 ragged'] : ['6 repeated-header', '7 unreadable']);
});

test('the header again in quotes: the list goes on', async () => {
  const found = await kinds(`${LIST}\nOrder,Product,Amount\n1,Board,5.50\n"Name","Email","City"\nDee,dee@acme.com,Cork\n`);
  expect(found.slice(-4)).toEqual(['6 repeated-header', '7 unreadable', '8 repeated-header', '9']);
});

test('a header inside quotes is none', async () => {
  const { rows } = await readText(`${LIST}Dee,dee@acme.com,"\nName,Email,Town\nx"\nEve,eve@acme.com,Graz\n`);
  expect(rows.map(({ trouble }) => trouble.join())).toEqual(['', '', '', '', '']);
});

test.each([
  ['leads behind a blank line', 'Dee,dee@acme.com,Cork\n\nEve,eve@acme.com,Graz\n'],
  ['a lead of names only', 'Dee,unknown,Cork\nEve,eve@acme.com,Graz\n'],
  ['two leads of names only', 'Dee,unknown,Cork\nEve,unknown,Graz\n'],
  ['a lead who wrote what the form asked for', 'Name,dee@acme.com,City\nEve,eve@acme.com,Graz\n'],
])('%s are no table', async (_, more) => {
  expect((await kinds(`${LIST}\n${more}`)).filter((one) => /header|unreadable/.test(one))).toEqual([]);
});

test('names of columns in their own columns begin no other table', async () => {
  expect((await kinds(`${LIST}Name,,City\nEve,eve@acme.com,Graz\n`)).slice(3)).toEqual(['5', '6']);
});

test('a blank line inside quotes begins no table', async () => {
  const { rows } = await readText(`${LIST}Dee,dee@acme.com,"\n\nOrder,Product,Amount,Day\n1,Board,5.50,2026-10-02\n"\nEve,eve@acme.com,Graz\n`);
  expect(rows.map(({ trouble }) => trouble.join())).toEqual(['', '', '', '', '']);
});

test('where a batch ends makes no difference', async () => {
  const line = fc.constantFrom('', ',,', 'Ann,ann@acme.com,Rome', 'Order,Product,Amount,Day', '1,Board,5.50,2026-10-02', 'Order,Product,Amount', '1,Board,5.50', 'Name,Email,City', '"x\n\ny",b@acme.com,z', 'a');
  await fc.assert(fc.asyncProperty(fc.array(line, { maxLength: 12 }), fc.integer({ min: 1, max: 60 }), fc.constantFrom('\n', '\r', '\r\n'), async (lines, size, end) => {
    const text = `${LIST}${lines.join('\n')}\n`.replaceAll('\n', end);
    expect(await kinds(text, size)).toEqual(await kinds(text));
  }), { numRuns: 300 });
});
