import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { KEY, pushHash } from '../../src/duplicates/hash.js';
import { createMemory, HASH_BITS } from '../../src/duplicates/memory.js';
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

  it.each([
    ['in place', undefined], ['by copies', (bytes: number) => new ArrayBuffer(bytes)],
    ['in place, then by copies', (bytes: number) => new ArrayBuffer(bytes, { maxByteLength: bytes * 2 })],
  ])('answers as a Map does, while it grows %s', (_, reserve) => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: 1000, maxLength: 200_000, size: 'max' }), (values) => {
      const memory = createMemory(reserve);
      const map = new Map<number, number>();
      const wrong = values.filter((value, row) => {
        const before = map.get(value) ?? -1;
        if (before === -1) map.set(value, row);
        return claim(memory, row, `key ${value}`) !== before;
      });
      expect([wrong, memory.size()]).toEqual([[], map.size]);
    }), { numRuns: 2 });
  });

  it('finds every key again after it grew, and gives those of a duplicate away', () => {
    const memory = createMemory();
    for (let row = 0; row < 300_000; row++) claim(memory, row, `key ${row}`);
    for (let row = 0; row < 300_000; row++) claim(memory, 300_000 + row, `other ${row}`, `key ${row}`);
    let wrong = 0;
    for (let row = 0; row < 300_000; row++) if (claim(memory, 900_000, `other ${row}`) !== row || claim(memory, 900_000, `key ${row}`) !== row) wrong++;
    expect([wrong, memory.size()]).toEqual([0, 600_000]);
  });
});

describe('hashes', () => {
  // Keys as lists have them: nearly alike, most of them of the same length.
  const COUNT = 400_000;
  const lanes = Array.from({ length: KEY }, () => new Uint32Array(COUNT));
  const into: number[] = [];
  for (let number = 0; number < COUNT; number++) {
    into.length = 0;
    pushHash(number % 2 === 0 ? `mail person${number}@example${number % 7}.com` : `phone +4930${1_000_000 + number} ann smith`, into);
    lanes.forEach((lane, at) => { lane[number] = into[at]!; });
  }

  /** How many values of 32 bits stand there again. */
  const repeats = (values: Uint32Array): number => {
    const sorted = values.slice().sort();
    let count = 0;
    for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) count++;
    return count;
  };
  const expected = COUNT ** 2 / 2 / 2 ** 32; // 18.6
  // Quarters of the lanes that are stored or choose the shard; the last two bits of the last lane are the kind.
  const pieces = lanes.flatMap((lane, at) => [0, 8, 16, 24].filter((shift) => at < 2 || shift > 0).map((shift) => ({ name: `${at}>>${shift}`, lane, shift })));

  it('collide no more often than chance has it, in any four quarters put together', () => {
    const odd: string[] = [];
    for (let i = 0; i < pieces.length; i++)
      for (let j = i + 1; j < pieces.length; j++) {
        const [one, two] = [pieces[i]!, pieces[j]!];
        const [three, four] = [pieces[(j + 1) % pieces.length]!, pieces[(i + 3) % pieces.length]!];
        if (new Set([one, two, three, four]).size < 4) continue;
        const values = new Uint32Array(COUNT);
        for (let n = 0; n < COUNT; n++)
          values[n] = [one, two, three, four].reduce((all, { lane, shift }) => all << 8 | lane[n]! >>> shift & 255, 0);
        const count = repeats(values);
        if (count > expected + 6 * Math.sqrt(expected)) odd.push(`${one.name} ${two.name} ${three.name} ${four.name}: ${count}`);
      }
    expect(odd).toEqual([]);
  });

  it.each([[100_000_000, 'two keys a row'], [250_000_000, 'five']])('%d keys of 50 million rows (%s) collide with a probability below 1e-6', (keys) => {
    expect(keys ** 2 / 2 / 2 ** HASH_BITS).toBeLessThan(1e-6);
  });
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
