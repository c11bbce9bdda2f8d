import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRecords } from '../../src/read/records.js';
import { kindsIn } from '../../src/values/characters.js';
import { dialectOf } from './bytes.js';

it('the reader knows the kinds of characters of each text', () => {
  const cell = fc.oneof(fc.string({ unit: fc.constantFrom(...'aZ9 .,+|-=?\t"\r\u00a0üЖ李\u3000😀'), maxLength: 8 }), fc.constantFrom('', ' a', 'a ', 'a  b', 'a b'));
  fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, end, quoted) => {
    const write = (text: string): string => (quoted || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const bytes = new Uint8Array(Buffer.from(rows.map((row) => row.map(write).join(',') + end).join('')));
    readRecords({ bytes, line: 2, odd: [], table: 0 }, dialectOf(3), ['x', 'y', 'z'], (record) => {
      for (let i = 0; i < 3; i++) if (record.isAscii(i)) expect(record.kindsOf(i), JSON.stringify(record.text(i))).toBe(kindsIn(record.text(i)));
    });
  }), { numRuns: 2_000 });
});
