import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLead } from '../../src/pool/lead.js';
import { beginAsking } from '../../src/values/cell-memo.js';
import { readRecords } from '../../src/read/records.js';
import { kindsIn } from '../../src/values/characters.js';
import { dialectOf } from '../read/bytes.js';

beginAsking();

it('cells that come again have the text that was read', () => {
  const cell = fc.oneof(
    fc.constantFrom('Germany', 'Germane', 'Großbritannien', 'Schweiz', '', '=1', 'A "B"', 'x'.repeat(32), 'y'.repeat(33)),
    fc.string({ unit: fc.constantFrom('a', 'b', 'ü', ' '), maxLength: 6 }),
  );
  const lead = createLead(['country', 'title', null], () => false);
  fc.assert(fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 30 }), (rows) => {
    const bytes = new Uint8Array(Buffer.from(rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"\n`.trimEnd()).join(',') + '\n').join('')));
    readRecords({ bytes, line: 2, odd: [], table: 0 }, dialectOf(3), ['x', 'y', 'z'], (record) => {
      lead.fill(record, bytes);
      expect(lead.of('country')[0]!.text).toBe(record.text(0));
      expect(lead.of('title')[0]!.text).toBe(record.text(1));
      expect(lead.of('title')[0]!.kinds).toBe(kindsIn(record.text(1)));
    });
  }), { numRuns: 1_000 });
});
