/** An edge between two profiles, and how likely it is that they are one person. */
export interface Edges { readonly count: number; readonly a: Uint32Array; readonly b: Uint32Array; readonly probability: Float64Array }

/**
 * Groups profiles, the likeliest pairs first. Two groups are joined when they look like one person as a whole, not
 * because one row of each does: a chain of small resemblances must not tie two people together. `score` gives the
 * probability for any two profiles (0: clearly two people), also for those that were no candidates. Groups of two and more, each ascending.
 */
export function cluster(edges: Edges, least: number, score: (a: number, b: number) => number): number[][] {
  const order = Array.from({ length: edges.count }, (_, i) => i).filter((i) => edges.probability[i]! >= least);
  order.sort((i, j) => edges.probability[j]! - edges.probability[i]! || edges.a[i]! - edges.a[j]! || edges.b[i]! - edges.b[j]!);
  const groups = new Map<number, number[]>();
  const groupOf = (p: number): number[] => {
    let group = groups.get(p);
    if (group === undefined) groups.set(p, (group = [p]));
    return group;
  };
  for (const i of order) {
    const one = groupOf(edges.a[i]!);
    const other = groupOf(edges.b[i]!);
    if (one === other || (one.length * other.length > 1 && !isOnePerson(one, other, least, score))) continue;
    const [large, small] = one.length >= other.length ? [one, other] : [other, one];
    for (const p of small) {
      large.push(p);
      groups.set(p, large);
    }
  }
  return [...new Set(groups.values())].filter((group) => group.length > 1).map((group) => group.sort((a, b) => a - b));
}

/** Whether no pair across the two groups is clearly two people and the average pair is good; of large groups a part is looked at. */
function isOnePerson(one: readonly number[], other: readonly number[], least: number, score: (a: number, b: number) => number): boolean {
  let sum = 0;
  let seen = 0;
  for (const a of sample(one)) {
    for (const b of sample(other)) {
      const p = score(a, b);
      if (p === 0) return false;
      sum += p;
      seen++;
    }
  }
  return sum >= seen * least * AVERAGE;
}

/** A pair may be poor in evidence (a name and nothing else) where the groups are clearly one. */
const AVERAGE = 0.6;
const LOOKED_AT = 20;

function sample(group: readonly number[]): readonly number[] {
  if (group.length <= LOOKED_AT) return group;
  const step = group.length / LOOKED_AT;
  return Array.from({ length: LOOKED_AT }, (_, i) => group[Math.floor(i * step)] as number);
}
