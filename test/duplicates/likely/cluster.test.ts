import { expect, it } from 'vitest';
import { cluster, type Edges } from '../../../src/duplicates/likely/cluster.js';

const edgesOf = (...pairs: [number, number, number][]): Edges => ({
  count: pairs.length, a: Uint32Array.from(pairs, ([a]) => a), b: Uint32Array.from(pairs, ([, b]) => b), probability: Float64Array.from(pairs, ([, , p]) => p),
});
/** Every pair has the probability of its edge, others `without`. */
const scoreOf = ({ count, a, b, probability }: Edges, without: number) => (x: number, y: number): number => {
  for (let i = 0; i < count; i++) if ((a[i] === x && b[i] === y) || (a[i] === y && b[i] === x)) return probability[i]!;
  return without;
};

it.each<[string, [number, number, number][], number, number[][]]>([
  ['nothing', [], 0, []],
  ['a pair', [[4, 7, 0.9]], 0, [[4, 7]]],
  ['a pair below the threshold', [[4, 7, 0.4]], 0, []],
  ['three that agree', [[1, 2, 0.9], [2, 3, 0.9], [1, 3, 0.9]], 0, [[1, 2, 3]]],
  ['a link between two people: the stronger half stays', [[1, 2, 0.9], [2, 3, 0.8]], 0, [[1, 2]]],
  ['a third that only one knows', [[1, 2, 0.9], [2, 3, 0.8]], 0.2, [[1, 2, 3]]],
  ['a third that the others do not resemble', [[1, 2, 0.9], [2, 3, 0.55]], 0.01, [[1, 2]]],
  ['two people of two rows each, tied by one row', [[1, 2, 0.99], [3, 4, 0.99], [2, 3, 0.9]], 0, [[1, 2], [3, 4]]],
])('groups %s', (_, pairs, without, expected) => {
  const edges = edgesOf(...pairs);
  expect(cluster(edges, 0.5, scoreOf(edges, without))).toEqual(expected);
});
