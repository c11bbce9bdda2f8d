import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { describe, expect, it } from 'vitest';
import { isWithin, likeness } from '../../../src/duplicates/likely/alike.js';
import { edits, jaroWinkler } from '../../../src/duplicates/likely/distance.js';
import { Vocabulary } from '../../../src/duplicates/likely/vocabulary.js';

const encoder = new TextEncoder();
const both = <T>(a: string, b: string, what: (bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number) => T): T =>
  what(encoder.encode(a + b), 0, a.length, a.length, a.length + b.length);
const slips = (a: string, b: string, most = 60): number => both(a, b, (...ends) => edits(...ends, most));

/** Optimal string alignment, straight from its recurrence. */
function alignment(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + Number(a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
    }
  }
  return d[a.length]![b.length]!;
}

/** Winkler's measure from its definition: letters that match within reach, those out of order, a common beginning. */
function definedJaroWinkler(a: string, b: string): number {
  if (a === '' || b === '') return a === b ? 1 : 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  const inA: string[] = [];
  [...a].forEach((letter, i) => {
    const j = [...b].findIndex((other, k) => other === letter && Math.abs(i - k) <= reach && !taken.has(k));
    if (j === -1) return;
    taken.add(j);
    inA.push(letter);
  });
  if (inA.length === 0) return 0;
  const inB = [...taken].sort((x, y) => x - y).map((k) => b[k]);
  const moved = inA.filter((letter, i) => letter !== inB[i]).length / 2;
  const jaro = (inA.length / a.length + inA.length / b.length + (inA.length - moved) / inA.length) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

const name = fc.string({ unit: fc.constantFrom(...'abcdelmnrst 12'), maxLength: 20 });
/** Far apart, with one beginning, or an edit or two from each other. */
const little = fc.string({ unit: fc.constantFrom(...'ab1'), maxLength: 2 });
const pair = fc.oneof(
  fc.tuple(name, name), fc.tuple(name, name, name).map(([head, a, b]): [string, string] => [head + a, head + b]),
  fc.tuple(name, little, little, name).map(([head, a, b, tail]): [string, string] => [head + a + tail, head + b + tail]),
);

describe('edits', () => {
  it.each([
    ['smith', 'smith', 0], ['smith', 'smyth', 1], ['hall', 'hlal', 1], ['', 'abc', 3], ['kitten', 'sitting', 3], ['ca', 'abc', 3],
  ])('%s to %s: %i', (a, b, expected) => { expect(slips(a, b)).toBe(expected); });

  it('is optimal string alignment', () => {
    fc.assert(fc.property(pair, ([a, b]) => { expect(slips(a, b)).toBe(alignment(a, b)); }), { numRuns: 500 });
  });
  it('never exceeds the Levenshtein distance, which counts a swap as two', () => {
    fc.assert(fc.property(pair, ([a, b]) => {
      expect(slips(a, b)).toBeLessThanOrEqual(distance(a, b));
      expect(slips(a, b) * 2).toBeGreaterThanOrEqual(distance(a, b));
    }), { numRuns: 500 });
  });
  it('stops at the most that is asked for', () => {
    fc.assert(fc.property(pair, fc.integer({ min: 0, max: 3 }), ([a, b], most) => {
      expect(slips(a, b, most)).toBe(Math.min(alignment(a, b), most + 1));
    }), { numRuns: 500 });
  });
});

describe('jaroWinkler', () => {
  it.each([['martha', 'marhta', 0.961], ['dwayne', 'duane', 0.84], ['dixon', 'dicksonx', 0.813]])('%s and %s: %f', (a, b, expected) => {
    expect(both(a, b, jaroWinkler)).toBeCloseTo(expected, 3);
  });
  it('is what its definition says', () => {
    fc.assert(fc.property(pair, ([a, b]) => { expect(both(a, b, jaroWinkler)).toBeCloseTo(definedJaroWinkler(a, b), 10); }), { numRuns: 500 });
  });
});

describe('the shortcut by letters', () => {
  it('never changes an answer', () => {
    fc.assert(fc.property(pair, fc.integer({ min: 0, max: 2 }), fc.constantFrom(0.8, 0.92), ([a, b], most, least) => {
      fc.pre(a !== '' && b !== '');
      const texts = new Vocabulary();
      const [x, y] = [texts.number(a), texts.number(b)];
      expect(isWithin(texts, x, y, most)).toBe(alignment(a, b) <= most);
      const exact = both(a, b, jaroWinkler);
      expect(likeness(texts, x, y, least)).toBe(exact >= least ? exact : 0);
    }), { numRuns: 500 });
  });
});
