import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OpenLead } from '../../src/pool/lead.js';
import { beginAsking } from '../../src/values/cell-memo.js';
import { readRecords } from '../../src/read/records.js';
import { scannerFor } from '../../src/read/scanner.js';
import type { Known } from '../../src/types.js';
import { kindsIn } from '../../src/values/characters.js';
import { dialectOf } from '../read/bytes.js';

beginAsking();

it('cells that come again have the text that was read', () => {
  const cell = fc.oneof(
    fc.constantFrom('Germany', 'Germane', 'Großbritannien', 'Schweiz', '', '=1', 'A "B"', 'x'.repeat(32), 'y'.repeat(33)),
    fc.string({ unit: fc.constantFrom('a', 'b', 'ü', ' '), maxLength: 6 }),
    fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 14, maxLength: 18 }),
    fc.string({ unit: fc.constantFrom('a', 'ü'), minLength: 15, maxLength: 33 }),
  );
  const lead = new OpenLead(['country', 'title', null], () => false);
  const scanners = scannerFor((column) => column < 2);
  const known = { again: 0 };
  const seen = new Set<Known>();
  fc.assert(fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 30 }), (rows) => {
    const bytes = new Uint8Array(Buffer.from(rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"\n`.trimEnd()).join(',') + '\n').join('')));
    readRecords({ bytes, line: 2, odd: [], table: 0 }, dialectOf(3), ['x', 'y', 'z'], (record) => {
      lead.fill(record, bytes);
      const { known: one } = lead.of('country')[0]!;
      if (one !== null) {
        expect(one.text).toBe(record.text(0));
        if (seen.has(one)) known.again++;
        seen.add(one);
      }
      expect(lead.of('country')[0]!.text).toBe(record.text(0));
      expect(lead.of('title')[0]!.text).toBe(record.text(1));
      expect(lead.of('title')[0]!.kinds).toBe(kindsIn(record.text(1)));
    }, (_, form, width) => scanners(Infinity, form, width));
  }), { numRuns: 1_000 });
  expect(known.again).toBeGreaterThan(1_000);
});

it('so have more texts than there is room for, however far they are alike', () => {
  const forms: readonly ((n: number) => string)[] = [(n) => `${'x'.repeat(16)}${n}`, (n) => `${'y'.repeat(32)}${n % 10}`, (n) => `${n}`, (n) => `${'z'.repeat(20)}${n % 1_000}`];
  const texts = Array.from({ length: 24_000 }, (_, row) => forms[row % forms.length]!(row * 7 % 18_000));
  const bytes = new Uint8Array(Buffer.from(texts.map((text) => `${text},x\n`).join('')));
  const lead = new OpenLead(['country', 'title'], () => false);
  const scanners = scannerFor(() => true);
  const odd: string[] = [];
  let row = 0;
  let known = 0;
  readRecords({ bytes, line: 2, odd: [], table: 0 }, dialectOf(2), ['x', 'y'], (record) => {
    lead.fill(record, bytes);
    const cell = lead.of('country')[0]!;
    if (cell.known !== null) known++;
    if (cell.text !== texts[row]) odd.push(`${texts[row]} as ${cell.text}`);
    row++;
  }, scanners);
  expect(odd).toEqual([]);
  expect([row, known > 10_000]).toEqual([texts.length, true]);
});
