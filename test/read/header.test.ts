import { describe, expect, test } from 'vitest';
import { readText } from './bytes.js';

const rows = (count: number, end = ''): string => Array.from({ length: count }, (_, i) => `Ann ${i},a${i}@x.com,Rome${end}\n`).join('');

describe('delimiters at the end of lines', () => {
  test.each([
    ['of the header alone name no column', `Name,Email,City,\n${rows(30)}`, 3, 30, 0],
    ['of the header and one row', `Name,Email,City,\n${rows(29)}Bob,b@x.com,Oslo,\n`, 3, 30, 0],
    ['of all lines, more than there are columns', `Name,Email,City${','.repeat(30)}\n${rows(30, ','.repeat(30))}`, 33, 30, 0],
    ['of all lines, and one stray cell', `Name,Email,City${','.repeat(30)}\n${rows(29, ','.repeat(30))}Bob,b@x.com,Oslo${','.repeat(30)}stray\n`, 33, 30, 0],
    ['of the header, where rows have a cell there', `Name,Email,City,\n${rows(10)}${rows(10, ',x')}`, 4, 20, 10],
  ])('%s', async (_, text, width, count, ragged) => {
    const read = await readText(text);
    expect([read.list.info.headerLine, read.list.header.slice(0, 3), read.list.header.length, read.rows.length]).toEqual([1, ['Name', 'Email', 'City'], width, count]);
    expect(read.rows.filter((row) => row.trouble.includes('ragged')).length).toBe(ragged);
  });
});

test('what PHP complains of above the list is no web page', async () => {
  const { list } = await readText(`<br />\n<b>Notice</b>:  Undefined index: mail in <b>/srv/export.php</b> on line <b>42</b><br />\nName,Email,City\n${rows(5)}`);
  expect([list.info.headerLine, list.header]).toEqual([3, ['Name', 'Email', 'City']]);
});

test.each([
  ['a column without a name', 'First,Last,,Email,Phone', 'Ann,Lee,x,none,n/a'],
  ['one, and a remark for an address', 'Name,,Email', 'Ann Lee,x,ask her'],
  ['a year', 'Name,2024,Email', 'Ann Lee,x,ask her'],
  ['an empty name at the end', 'Mobile Phone,', 'tel:+4930901820,x'],
])('a header with %s is above the first lead, whatever that lacks', async (_, header, lead) => {
  const width = header.split(',').length;
  const next = Array.from({ length: 4 }, (_, i) => header.split(',').map((name) => (name === 'Email' ? `a${i}@corp.de` : /Phone/.test(name) ? `+49 30 90182${i}` : `y${i}`)).join(','));
  const read = await readText([header, lead, ...next, ''].join('\n'));
  expect([read.list.info.headerLine, read.list.header.length, read.rows.length]).toEqual([1, width, 5]);
});
