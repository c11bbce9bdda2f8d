import { expect, it } from 'vitest';
import { ofKind } from '../../../src/duplicates/likely/levels.js';

it.each<['date' | 'code' | 'text', number, number, boolean]>([
  ['date', 1 / 15_000, 100_000, true], ['code', 0, 100_000, true], ['code', 1 / 60, 100_000, false], ['code', 1 / 60, 5_000, false],
  ['date', 1 / 250, 1_000, true], ['text', 0, 100_000, false],
])('%s that two share with probability %f among %i: one\'s own %s', (kind, coincidence, people, personal) => {
  expect(ofKind(kind, 'x', coincidence, people)).toMatchObject({ name: 'x', personal });
});
