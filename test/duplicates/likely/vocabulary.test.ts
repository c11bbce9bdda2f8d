import fc from 'fast-check';
import { expect, it } from 'vitest';
import { positionsByKey } from '../../../src/duplicates/likely/sort.js';
import { Vocabulary } from '../../../src/duplicates/likely/vocabulary.js';

it('gives equal texts one number and gives the text back', () => {
  const text = fc.string({ unit: fc.constantFrom(...'abcxyz éŁ私Ω0123456789@.'), maxLength: 30 });
  fc.assert(fc.property(fc.array(text, { maxLength: 400 }), (texts) => {
    const known = new Vocabulary();
    const numbers = texts.map((entry) => known.number(entry));
    numbers.forEach((number, i) => {
      expect(known.text(number)).toBe(texts[i]);
      expect(number).toBe(numbers[texts.indexOf(texts[i]!)]);
    });
    expect(known.size).toBe(new Set(texts.filter((entry) => entry !== '')).size);
  }));
});

it('keeps the hash of a text whatever came before it', () => {
  const first = new Vocabulary();
  const second = new Vocabulary();
  second.number('someone else');
  expect(first.hashes[first.number('szczepanski')]).toBe(second.hashes[second.number('szczepanski')]);
});

it('sorts positions by key and leaves equal keys as they were', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 0xffffffff }))), (keys) => {
    const expected = keys.map((_, i) => i).sort((a, b) => keys[a]! - keys[b]! || a - b);
    expect([...positionsByKey(Uint32Array.from(keys))]).toEqual(expected);
  }));
});
