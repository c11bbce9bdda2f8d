import type { Names } from './names.js';
import type { People, Values } from './people.js';

/** How often two profiles hold the same value. */
export function coincidence({ counts }: Values, size: number): number {
  let pairs = 0;
  for (const count of counts) pairs += count * (count - 1);
  return pairs / Math.max(1, size * (size - 1));
}

/** How often each given and each family name occurs, with or without its spaces. */
export function countNames({ given, family }: People, names: Names): { given: Uint32Array; family: Uint32Array } {
  const size = given.vocabulary.size;
  const count = (of: Int32Array): Uint32Array => {
    const counts = new Uint32Array(size);
    for (const number of of) if (number >= 0) counts[names.solid(number)]!++;
    return counts;
  };
  return { given: count(given.of), family: count(family.of) };
}
