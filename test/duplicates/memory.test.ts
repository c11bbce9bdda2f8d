import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { pushHash } from '../../src/duplicates/hash.js';
import { createMemory } from '../../src/duplicates/memory.js';
import { createPlaces } from '../../src/duplicates/places.js';

const hashes = (...texts: string[]): Uint32Array => {
  const into: number[] = [];
  for (const text of texts) pushHash(text, into);
  return Uint32Array.from(into);
};
const claim = (memory: ReturnType<typeof createMemory>, row: number, ...texts: string[]): number => {
  const keys = hashes(...texts);
  return memory.claim(keys, 0, keys.length, row);
};

describe('memory', () => {
  it('knows the row that showed a key first, by any of the keys', () => {
    const memory = createMemory();
    expect(claim(memory, 2, 'a', 'b')).toBe(-1);
    expect(claim(memory, 3, 'c')).toBe(-1);
    expect(claim(memory, 4, 'x', 'b')).toBe(2);
    expect(claim(memory, 5, 'x')).toBe(2); // x came with a duplicate of row 2
    expect(claim(memory, 6, 'c', 'a')).toBe(2); // the earliest of several
    expect(claim(memory, 7)).toBe(-1);
  });

  it('answers as a Map does, while it grows', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 3000 }), (values) => {
      const memory = createMemory(4);
      const map = new Map<number, number>();
      values.forEach((value, row) => {
        expect(claim(memory, row, `key ${value}`)).toBe(map.get(value) ?? -1);
        if (!map.has(value)) map.set(value, row);
      });
      expect(memory.size).toBe(map.size);
    }), { numRuns: 20 });
  });
});

it('hashes differ where texts do: no collision of either half pair over 200,000 near-alike keys', () => {
  const seen = new Set<string>();
  const into: number[] = [];
  for (let number = 0; number < 200_000; number++) {
    into.length = 0;
    pushHash(`mail person${number}@example${number % 7}.com`, into);
    seen.add(into.join());
  }
  expect(seen.size).toBe(200_000);
});

it('rows keep their names across lists', () => {
  const places = createPlaces();
  const a = places.open('a.csv');
  const [first, second] = [a.number(2), a.number(9)];
  const b = places.open('b.csv');
  const third = b.number(2);
  expect(new Set([first, second, third]).size).toBe(3);
  expect([first, second, third].map((row) => a.name(row))).toEqual(['2', '9', 'b.csv:2']);
  expect([first, second, third].map((row) => b.name(row))).toEqual(['a.csv:2', 'a.csv:9', '2']);
});
