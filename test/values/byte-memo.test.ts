import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byteMemo } from '../../src/values/byte-memo.js';

const encoder = new TextEncoder();

it('says of bytes what would be read of their text, and reads each text once while it is remembered', () => {
  const words = fc.array(fc.oneof(fc.string({ unit: fc.constantFrom('a', 'b', '.', '-'), maxLength: 4 }), fc.integer({ min: 0, max: 3_000 }).map((n) => `host${n}.com`), fc.constant('x'.repeat(200))), { maxLength: 4_000, size: 'max' });
  fc.assert(fc.property(words, fc.constantFrom(300, 1 << 16), (texts, limit) => {
    let reads = 0;
    const memo = byteMemo((text) => { reads++; return `<${text}>`; }, limit);
    for (const text of texts) {
      const bytes = encoder.encode(`@${text},`);
      expect(memo.of(bytes, 1, bytes.length - 1)).toBe(`<${text}>`);
    }
    const short = texts.filter((text) => text.length < 100);
    if (new Set(short).size < limit) expect(reads).toBe(new Set(short).size + texts.length - short.length);
  }), { numRuns: 60 });
});
