import { candidates, PAIR, type Skipped } from './blocks.js';
import { cluster, type Edges } from './cluster.js';
import { comparer, type Comparer } from './compare.js';
import { firmTeller } from './firm.js';
import { explainer, type Explained } from './explain.js';
import type { Column } from './kinds.js';
import { learn, type Compared } from './learn.js';
import { LEVELS } from './levels.js';
import { probability, type Model } from './model.js';
import { readNames } from './names.js';
import { normaliser } from './normal.js';
import { gather, type People } from './people.js';
import type { Words } from './words.js';

/** What is said of two rows that may be one person's; `a` < `b`. */
export interface Match extends Explained { readonly a: number; readonly b: number; readonly probability: number }

export interface Likely {
  /** Rows that are probably one person's, ascending, at the threshold that flags. */
  readonly likely: readonly (readonly number[])[];
  /** The same at the threshold that counts as the same person. */
  readonly same: readonly (readonly number[])[];
  /** What was too common to compare everybody who shares it. */
  readonly skipped: readonly Skipped[];
  /** What the model says of two rows that stand in one group. As long as this is held the whole list is. */
  tell(a: number, b: number): Match;
  /** The probability alone, in less time. */
  probability(a: number, b: number): number;
}

export interface Thresholds { readonly flag: number; readonly same: number }
export const THRESHOLDS: Thresholds = { flag: 0.5, same: 0.95 };

/** Collects people and finds those that are there more than once. */
export interface Search {
  add(row: number, texts: readonly string[]): void;
  /** Called once. Takes seconds in a long list: yields now and then, with the share that is done. */
  find(): Generator<number, Likely>;
}

export function search(columns: readonly Column[], words: Words, thresholds: Thresholds = THRESHOLDS): Search {
  const normal = normaliser(words);
  const freeMail = new Set(words.freeMail);
  const gathering = gather(columns, normal, { isFirm: firmTeller(words), isFreeMail: (domain) => freeMail.has(domain) });
  return {
    add: gathering.add,
    *find() {
      const people = gathering.people();
      const names = readNames(people.given, people.family.of, words, (text) => normal.normalise('given', text));
      const compared = comparer(people, names);
      const { pairs, skipped } = yield* within(candidates(people, names, (a, b) => compared.couldMatch(a, b)), 0, CHOSEN);
      // Nobody resembles anybody: nothing to weigh, and learning how would cost more than reading a short list.
      if (pairs.length === 0 && !people.rowStarts.subarray(0, people.size).some((start, p) => people.rowStarts[p + 1]! - start > 1)) return { likely: [], same: [], skipped, tell: noGroup, probability: noGroup };
      const model = learnFrom(people, compared, pairs);
      yield LEARNT;
      const score = (a: number, b: number): number => {
        compared.compare(a, b);
        return probability(model, compared.levels, compared.shares, 0);
      };
      const edges = yield* within(likelyPairs(people, pairs, thresholds.flag, score), LEARNT, 1);
      const rowsOf = (p: number): number[] => Array.from(people.rows.subarray(people.rowStarts[p], people.rowStarts[p + 1]));
      const inRows = (groups: number[][]): number[][] => groups.map((group) => [...new Set(group)].flatMap(rowsOf).sort(ascending)).sort((a, b) => a[0]! - b[0]!);
      const likely = inRows(withRepeated(cluster(edges, thresholds.flag, score), edges, thresholds.flag));
      const explain = explainer(model);
      const profiles = profilesOf(people, likely);
      return {
        likely,
        same: inRows(withRepeated(cluster(edges, thresholds.same, score), edges, thresholds.same)),
        skipped,
        probability: (one, other) => (one < other ? score(profiles.get(one)!, profiles.get(other)!) : score(profiles.get(other)!, profiles.get(one)!)),
        tell(one, other) {
          const [a, b] = one < other ? [one, other] : [other, one];
          const found = score(profiles.get(a)!, profiles.get(b)!);
          return { a, b, probability: found, ...explain(compared) };
        },
      };
    },
  };
}

const noGroup = (): never => { throw new RangeError('no such group'); };

/** How far the search is when the pairs worth a look are chosen, and when it is learnt what they tell: by the time it takes in lists of 20,000 to 200,000 rows. */
const CHOSEN = 0.45;
const LEARNT = 0.6;

/** A part of the work, as a part of the whole. */
function* within<T>(part: Generator<number, T>, from: number, to: number): Generator<number, T> {
  let next = part.next();
  for (; next.done !== true; next = part.next()) yield from + (to - from) * next.value;
  return next.value;
}

/** The profiles of rows that stand in groups. */
function profilesOf({ size, rows, rowStarts }: People, groups: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const wanted = new Set(groups.flat());
  const profiles = new Map<number, number>();
  for (let p = 0; p < size; p++) for (let i = rowStarts[p]!; i < rowStarts[p + 1]!; i++) if (wanted.has(rows[i]!)) profiles.set(rows[i]!, p);
  return profiles;
}

const ascending = (a: number, b: number): number => a - b;

function learnFrom(people: People, compared: Comparer, pairs: Float64Array): Model {
  const step = Math.max(1, Math.ceil(pairs.length / SAMPLE));
  const chosen = Math.ceil(pairs.length / step);
  const candidate = compareAll(compared, chosen, (i) => pairs[i * step]!);
  const strides = people.size < 2 ? 0 : Math.min(people.size >> 1, Math.ceil(people.size * STRIDES), Math.ceil(SAMPLE / 2 / people.size));
  const random = compareAll(compared, Math.min(strides * people.size, SAMPLE), (i) => {
    const a = i % people.size;
    return a * PAIR + (a + 1 + Math.floor(i / people.size)) % people.size;
  });
  return learn(compared.comparisons, people.size, random, candidate, step);
}

/** Pairs the model is learnt from, at most, of each sort. */
const SAMPLE = 50_000;
/** People each is compared with to learn what two people have in common: few in a short list, which says little of that and should be quick. */
const STRIDES = 1 / 80;

/** Compares pairs. Most of those taken without looking agree on nothing, each in one of few ways, and are told but once. */
function compareAll({ comparisons, compare, levels, shares }: Comparer, count: number, pair: (i: number) => number): Compared {
  const width = comparisons.length;
  const told = { count: 0, levels: new Uint8Array(count * width), shares: new Float64Array(count * width), times: new Uint32Array(count) };
  const alike = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const both = pair(i);
    compare(Math.floor(both / PAIR), both % PAIR);
    const key = keyOf(levels, shares);
    const known = key === -1 ? undefined : alike.get(key);
    if (known !== undefined) {
      told.times[known]!++;
      continue;
    }
    if (key !== -1) alike.set(key, told.count);
    told.levels.set(levels, told.count * width);
    told.shares.set(shares, told.count * width);
    told.times[told.count++] = 1;
  }
  return told;
}

/** The levels as one number, -1 where a share makes the pair unlike others or there are too many for a number. */
function keyOf(levels: Uint8Array, shares: Float64Array): number {
  if (levels.length > EXACT_LEVELS) return -1;
  let key = 0;
  for (let c = 0; c < levels.length; c++) {
    if (shares[c]! > 0) return -1;
    key = key * LEVELS + levels[c]!;
  }
  return key;
}
/** Eight levels each, in the 53 bits of a number. */
const EXACT_LEVELS = 17;

/** The pairs at or above the threshold; a profile of several rows is a pair with itself. */
function* likelyPairs(people: People, pairs: Float64Array, least: number, score: (a: number, b: number) => number): Generator<number, Edges> {
  const found: number[] = [];
  const consider = (a: number, b: number): void => {
    const p = score(a, b);
    if (p >= least) found.push(a, b, p);
  };
  for (let p = 0; p < people.size; p++) if (people.rowStarts[p + 1]! - people.rowStarts[p]! > 1) consider(p, p);
  for (let from = 0; from < pairs.length; from += AT_ONCE) {
    for (const pair of pairs.subarray(from, from + AT_ONCE)) {
      const first = Math.floor(pair / PAIR);
      consider(first, pair - first * PAIR);
    }
    yield Math.min(1, (from + AT_ONCE) / pairs.length);
  }
  const count = found.length / 3;
  const edges = { count, a: new Uint32Array(count), b: new Uint32Array(count), probability: new Float64Array(count) };
  for (let i = 0; i < count; i++) {
    edges.a[i] = found[i * 3]!;
    edges.b[i] = found[i * 3 + 1]!;
    edges.probability[i] = found[i * 3 + 2]!;
  }
  return edges;
}

/** Pairs weighed between two moments at which the search gives way: some hundredths of a second. */
const AT_ONCE = 1 << 14;

/** Adds the profiles of several rows that resemble nobody but themselves. */
function withRepeated(groups: number[][], edges: Edges, least: number): number[][] {
  const grouped = new Set(groups.flat());
  for (let i = 0; i < edges.count; i++)
    if (edges.a[i] === edges.b[i] && edges.probability[i]! >= least && !grouped.has(edges.a[i]!)) groups.push([edges.a[i]!]);
  return groups;
}
