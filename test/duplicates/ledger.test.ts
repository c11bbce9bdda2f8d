import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEY, pushHash, type KeyKind } from '../../src/duplicates/hash.js';
import { createLedger, HASH_BITS, type Store } from '../../src/duplicates/ledger.js';
import { finished } from '../finished.js';

/** A store in memory. */
function inMemory(): Store & { readonly length: number } {
  let bytes = Buffer.alloc(0);
  return {
    write(more) { bytes = Buffer.concat([bytes, more]); },
    read(into, at) { into.set(bytes.subarray(at, at + into.length)); },
    get length() { return bytes.length; },
  };
}
const none: Store = { write: () => { throw new Error('nothing is to be set aside'); }, read: () => { throw new Error('nothing was set aside'); } };

/** What rows with these texts for keys share, by a Map. */
function expected(rows: readonly (readonly string[])[]): string[] {
  const first = new Map<string, number>();
  return rows.flatMap((texts, row) => texts.flatMap((text, place) => {
    const known = first.get(text);
    if (known === undefined) first.set(text, row);
    return known === undefined || known === row ? [] : [`${known} ${row} ${kindOf(text)} ${place}`];
  })).sort();
}
const kindOf = (text: string): KeyKind => text.length % 4 as KeyKind;

function told(rows: readonly (readonly string[])[], store: Store, page?: number): string[] {
  const ledger = createLedger(store, page);
  rows.forEach((texts, row) => {
    // Not from the beginning of the numbers: keys of a batch stand one row after the other.
    const keys = [1, 2, 3];
    for (const text of texts) pushHash(text, keys, kindOf(text));
    ledger.add(Uint32Array.from([...keys, 4, 5, 6]), KEY, keys.length, row);
  });
  const all: string[] = [];
  finished(ledger.compare((a, b, kind, place) => { all.push(`${a} ${b} ${kind} ${place}`); }));
  const more: string[] = [];
  finished(ledger.compare((a, b) => { more.push(`${a} ${b}`); }));
  expect(more).toEqual([]);
  return all.sort();
}

describe('a ledger', () => {
  const rows = fc.array(fc.array(fc.integer({ min: 0, max: 60 }).map((n) => `key ${n}`), { maxLength: 4 }), { maxLength: 120 });
  it.each([1, 2, 7, 64, 100_000])('tells what a Map tells, with room for %d keys', (page) => {
    fc.assert(fc.property(rows, (some) => { expect(told(some, inMemory(), page)).toEqual(expected(some)); }), { numRuns: 200 });
  });
  it('sets nothing aside of a short list', () => {
    expect(told([['a'], ['b', 'a']], none)).toEqual(['0 1 1 1']);
  });
  it('of many keys, many pages and rows beyond 2^31', () => {
    const store = inMemory();
    const ledger = createLedger(store, 1 << 12);
    const [count, base] = [150_000, 2 ** 32 - 400_000];
    for (let n = 0; n < 2 * count; n++) {
      const keys: number[] = [];
      pushHash(`key ${n % count}`, keys);
      ledger.add(Uint32Array.from(keys), 0, KEY, base + n);
    }
    let [pairs, wrong] = [0, 0];
    finished(ledger.compare((a, b) => { pairs++; if (b - a !== count) wrong++; }));
    expect([pairs, wrong]).toEqual([count, 0]);
    expect(store.length).toBeGreaterThan(4_000_000);
  });
  it('of one key that all rows show, no matter how many', () => {
    const ledger = createLedger(inMemory(), 1 << 10);
    const keys: number[] = [];
    pushHash('a', keys);
    for (let row = 0; row < 50_000; row++) ledger.add(Uint32Array.from(keys), 0, KEY, row);
    let sum = 0;
    finished(ledger.compare((a, b) => { sum += a === 0 ? b : NaN; }));
    expect(sum).toBe(50_000 * 49_999 / 2);
  });
  /** The numbers of keys as they are, one key a row; `first row` of each pair. */
  function pairsOf(keys: readonly (readonly [number, number, number])[], page?: number): string[] {
    const ledger = createLedger(inMemory(), page);
    keys.forEach((key, row) => { ledger.add(Uint32Array.from(key), 0, KEY, row); });
    const pairs: string[] = [];
    finished(ledger.compare((a, b) => { pairs.push(`${a} ${b}`); }));
    return pairs.sort();
  }
  it.each([1, 100])('of keys that agree in all but one of their numbers, with room for %d keys', (page) => {
    const other = [[1, 2, 3 << 24], [65_537, 2, 3 << 24], [1, 9, 3 << 24], [1, 2, 3 << 24 | 1 << 10], [1, 2, 4 << 24], [1, 2, 3 << 24 | 1]] as const;
    expect(pairsOf([...other, ...other], page)).toEqual(other.map((_, row) => `${row} ${row + other.length}`));
  });
  it('of one shard that has more keys than are compared at a time', () => {
    const count = 60_000;
    const pairs = pairsOf(Array.from({ length: 2 * count }, (_, n) => [n % count, 7, 0xff000000]), 1 << 14);
    expect([pairs.length, pairs.filter((pair) => { const [a = 0, b = 0] = pair.split(' ').map(Number); return b - a === count; }).length]).toEqual([count, count]);
  });
  it('of a row with more keys than places are told', () => {
    const many = Array.from({ length: 300 }, (_, n) => `key ${n}`);
    expect(told([[...many].reverse(), many], inMemory(), 64)).toEqual(many.map((text, place) => `0 1 ${kindOf(text)} ${Math.min(place, 255)}`).sort());
  });
  it('takes 500 million keys for others with a probability below 1e-6', () => {
    expect(500_000_000 ** 2 / 2 / 2 ** HASH_BITS).toBeLessThan(1e-6);
  });
});
