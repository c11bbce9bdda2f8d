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

describe('a byte lost or put in within UTF-16', () => {
  const rows = Array.from({ length: 12 }, (_, i) => `Jürgen Зоя ${i},j${i}@x.com,Köln ${i}`);
  const text = Buffer.from(`Name,Email,City\n${rows.join('\n')}\n`, 'utf16le');
  const fifth = text.indexOf(Buffer.from(rows[5]!, 'utf16le'));
  const harms: readonly (readonly [string, (bytes: Buffer, at: number) => Buffer])[] = [
    ['lost', (bytes, at) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])],
    ['put in', (bytes, at) => Buffer.concat([bytes.subarray(0, at), Buffer.from([0x41]), bytes.subarray(at)])],
  ];
  for (const [name, harm] of harms) for (const isLittle of [true, false]) test(`${name}, ${isLittle ? 'little' : 'big'} endian: the other rows stay, and most of its own`, async () => {
    for (let at = fifth + 2; at < fifth + rows[5]!.length * 2 - 2; at += 3) {
      const harmed = harm(isLittle ? text : Buffer.from(text).swap16(), at);
      for (const chunk of [1, 7, 1 << 16]) {
        const read = await readText(Buffer.concat([Buffer.from(isLittle ? [0xff, 0xfe] : [0xfe, 0xff]), harmed]), { chunk });
        const texts = read.rows.map(({ cells }) => cells.join(','));
        expect(texts.filter((_, i) => i !== 5)).toEqual(rows.filter((_, i) => i !== 5));
        expect(texts[5]).toContain('\ufffd');
        expect([...rows[5]!].filter((sign) => texts[5]!.includes(sign)).length).toBeGreaterThan(rows[5]!.length - 6);
      }
    }
  });
});
