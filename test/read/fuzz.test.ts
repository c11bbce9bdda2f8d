import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Complaint } from '../../src/errors.js';
import type { List } from '../../src/read/list.js';
import { openText, rowsOf } from './bytes.js';

/** Longer by `FUZZ=20000 npx vitest run test/read/fuzz.test.ts`. */
const RUNS = Number(process.env['FUZZ'] ?? 300);

const list = fc.record({
  width: fc.integer({ min: 1, max: 6 }), rows: fc.integer({ min: 0, max: 40 }), delimiter: fc.constantFrom(',', ';', '\t', '|', '||', ', '),
  end: fc.constantFrom('\n', '\r\n', '\r'), quote: fc.constantFrom('"', "'"), every: fc.integer({ min: 1, max: 5 }),
}).map(({ width, rows, delimiter, end, quote, every }) => {
  const cell = (row: number, column: number): string => {
    const text = [`Ann ${row}`, `a${row}@x.com`, `2025-01-${10 + row}`, `${row * 7}`, `Bolt${delimiter}Nut ${row}`, `two${end}lines é${row}`][column] as string;
    return column > 3 || (row + column) % every === 0 ? quote + text + quote : text;
  };
  const header = ['Name', 'Email', 'Created', 'Number', 'Company', 'Note'].slice(0, width).join(delimiter);
  return [header, ...Array.from({ length: rows }, (_, row) => Array.from({ length: width }, (_each, column) => cell(row, column)).join(delimiter))].join(end) + end;
});

type Harm = { readonly at: number; readonly cut: number; readonly put: string };
const harm: fc.Arbitrary<Harm> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.integer({ min: 0, max: 30 }),
  put: fc.constantFrom('', '"', "'", '""', ',', ';', '\n', '\r', '\r\n', '\\', '\0', ' ', 'x', '",', ',"', '"\n', '\n"', 'é', '\t', '|'),
});

const harmed = fc.tuple(list, fc.array(harm, { maxLength: 6 }), fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), { maxLength: 3 })).map(([text, harms, bytes]) => {
  for (const { at, cut, put } of harms) {
    const from = Math.floor(at * text.length);
    text = text.slice(0, from) + put + text.slice(from + cut);
  }
  const buffer = Buffer.from(text);
  for (const [at, byte] of bytes) if (buffer.length > 0) buffer[Math.floor(at * buffer.length)] = byte === 35 ? 36 : byte;
  return buffer;
});

/** ASCII letters and digits: what must be found again, in order. */
const ink = (text: string): string => text.replace(/[^a-z0-9]/gi, '');

test('harmed lists never crash, lose or double anything, and do not depend on how they are cut', async () => {
  await fc.assert(fc.asyncProperty(harmed, fc.integer({ min: 1, max: 200 }), async (bytes, size) => {
    let opened: List;
    try {
      opened = await openText(bytes, { chunk: size });
    } catch (error) {
      expect(error).toBeInstanceOf(Complaint);
      return;
    }
    await opened.keep();
    try {
      const rows = await rowsOf(opened);
      expect(await rowsOf(opened, size)).toEqual(rows);
      for (const row of rows) expect(row.cells.length).toBe(opened.header.length);
      expect(rows.map((row) => row.line)).toEqual(rows.map((row) => row.line).sort((a, b) => a - b));
      const { encoding, preamble, headerRows } = opened.info;
      if (encoding !== 'utf-8') return;
      const found = [...preamble, ...headerRows.flat(), ...rows.flatMap((row) => row.cells)].join('');
      expect(ink(found)).toBe(ink(bytes.toString()));
    } finally {
      await opened.close();
    }
  }), { numRuns: RUNS });
}, 3_600_000);
