import { describe, expect, test } from 'vitest';
import { readText } from './bytes.js';

const HEADER = 'Name,Email,City\n';
const lines = (count: number): Buffer[] => Array.from({ length: count }, (_, i) => Buffer.from(`Jürgen ${i},j${i}@x.com,Köln\n`));

describe('one encoding for all lines but those that are damaged', () => {
  test('a line of rubbish does not make the others another encoding', async () => {
    const rubbish = Buffer.from(Array.from({ length: 500 }, (_, i) => 128 + ((i * 37) % 128)));
    const { list, rows } = await readText(Buffer.concat([Buffer.from(HEADER), ...lines(20), rubbish, Buffer.from('\n'), ...lines(20)]));
    expect([list.info.encoding, rows.length, new Set(rows.filter((_, i) => i !== 20).map((row) => row.cells[2]))]).toEqual(['utf-8', 41, new Set(['Köln'])]);
    expect(rows[20]?.trouble).toContain('encoding');
  });
  test.each([[10, 20, false], [20, 10, true], [15, 15, true]])('%d lines in UTF-8 and %d in Windows-1252 are UTF-8: %s', async (utf8, other, isUtf8) => {
    const { list } = await readText(Buffer.concat([Buffer.from(HEADER), ...lines(utf8), ...lines(other).map((line) => Buffer.from(line.toString(), 'latin1'))]));
    expect(list.info.encoding === 'utf-8').toBe(isUtf8);
  });
  test('a mark of UTF-16 before bytes that are none', async () => {
    const { list, rows } = await readText(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(HEADER), ...lines(3)]));
    expect([list.info.encoding, list.header, rows[2]?.cells]).toEqual(['utf-8', ['Name', 'Email', 'City'], ['Jürgen 2', 'j2@x.com', 'Köln']]);
  });
});
