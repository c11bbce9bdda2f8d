import { expect, test } from 'vitest';
import type { Bars } from '../../src/duplicates/bars.js';
import type { Groups } from '../../src/duplicates/groups.js';
import type { Likely, Match } from '../../src/duplicates/likely/find.js';
import { suspectsOf } from '../../src/duplicates/suspects.js';

/** What is asked of the groups and of the model for one group of so many likely duplicates, of which every third is an exact one of the row before. */
function asked(size: number): number {
  let questions = 0;
  const counted = <T>(answer: T): T => {
    questions++;
    return answer;
  };
  const group = Array.from({ length: size }, (_, row) => row);
  const probability = (a: number, b: number): number => counted(1 / (1 + Math.abs(a - b)));
  const tell = (a: number, b: number): Match => ({ a: Math.min(a, b), b: Math.max(a, b), probability: probability(a, b), agreed: [], disagreed: [] });
  const found: Likely = { likely: [group], same: [group], skipped: [], tell, probability };
  const groups = { survivor: (row: number) => counted(row % 3 === 2 ? row - 1 : row), prefers: (a: number, b: number) => counted(a < b) } as Groups;
  const { suspects, same } = suspectsOf(found, groups, { has: () => false } as Partial<Bars> as Bars, () => false);
  expect([suspects.size, suspects.get(3)?.survivor, same.get(1)]).toEqual([size * 2 / 3 - 1, 0, 0]);
  return questions;
}

test('a household as large as the list takes time in proportion', () => {
  expect(asked(3000)).toBeLessThan(asked(300) * 11);
});
