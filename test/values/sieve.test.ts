import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRecords } from '../../src/read/records.js';
import { scannerFor, type ScannerFor } from '../../src/read/scanner.js';
import type { Field } from '../../src/types.js';
import { kindsIn } from '../../src/values/characters.js';
import { createSieve } from '../../src/values/sieve.js';
import { dialectOf } from '../read/bytes.js';

const COLUMNS: readonly (Field | null)[] = ['first_name', 'postal_code', 'phone', 'street', null];
const sieve = createSieve(COLUMNS, ['n/a', 'none', '#name?', 'x', 'unknown']);
const header = COLUMNS.map((_, column) => `h${column}`);
const sized = scannerFor(undefined, () => sieve.tables);
const scanners: ScannerFor = (_, form, width) => sized(Infinity, form, width);

/** What the sieve says of a text. */
function passes(column: number, text: string): boolean {
  return text === '' || sieve.passes(column, kindsIn(text), text.length, text.charCodeAt(0), text.charCodeAt(text.length - 1));
}

/** The cells of the rows as the scanner sees them: their text, whether it says that they are ordinary, and their kinds. */
function scan(rows: readonly (readonly string[])[]): { column: number; text: string; isOrdinary: boolean; kinds: number; isWide: boolean }[] {
  const bytes = new Uint8Array(Buffer.from(rows.map((cells) => cells.map((cell) => (/[",\n]|^$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',') + '\n').join('')));
  const seen: ReturnType<typeof scan> = [];
  readRecords({ bytes, line: 2, odd: [], table: 0 }, dialectOf(COLUMNS.length), header, (record) => {
    for (let column = 0; column < record.width; column++)
      seen.push({ column, text: record.text(column), isOrdinary: record.plain && record.isOrdinary(column), kinds: record.kindsOf(column), isWide: !record.isAscii(column) });
  }, scanners);
  return seen;
}

const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(...'abXx 12.,@-+?|=\''), maxLength: 40, size: 'max' }) },
  { weight: 3, arbitrary: fc.string({ unit: fc.constantFrom(...'aéÄßłœŸžÃÂ€×ı ü1.', 'İ', '\u00a0', '李', '😀', '\u200b'), maxLength: 36, size: 'max' }) },
  { weight: 2, arbitrary: fc.constantFrom('', 'n/a', 'None', '#NAME?', 'X', '1234', '05-Sept.', 'Müller', 'Straße 5', 'a'.repeat(254), 'é'.repeat(254), 'é'.repeat(255), 'Ãœ', 'aŸ', 'ŒÃ', 'Łódź', 'unknowné', ' é', 'é ', 'é  é') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }).filter((cell) => !cell.includes('\0')) },
);

it('the scanner lets pass what the sieve lets pass', () => {
  const counts = { passed: 0, wide: 0, held: 0 };
  fc.assert(fc.property(fc.array(fc.tuple(text, text, text, text, text), { minLength: 1, maxLength: 6 }), (rows) => {
    for (const { column, text, isOrdinary, kinds, isWide } of scan(rows)) {
      // Of what is beyond ASCII the scanner knows the letters of many languages, not of all.
      if (isOrdinary || !isWide) expect([text, isOrdinary]).toEqual([text, passes(column, text)]);
      if (isOrdinary) expect([text, kinds]).toEqual([text, kindsIn(text)]);
      counts[isOrdinary ? (isWide ? 'wide' : 'passed') : 'held']++;
    }
  }), { numRuns: 2_000 });
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(1_000);
});

it.each(['Müller', 'Straße', 'Groß Gerau', 'François', 'Muñoz', 'Çelik', 'Köln', 'Jõgeva', 'Łabędź', 'Šimek', 'Århus', 'größer', 'İstanbul'])('%s needs no string', (text) => {
  expect(scan([[text, '80331', text, text, text]]).filter(({ isOrdinary }) => isOrdinary).map(({ column }) => column)).toContain(0);
});
