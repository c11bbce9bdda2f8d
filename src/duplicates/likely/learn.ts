import { level, LEVELS, type Comparison } from './levels.js';
import { modelOf, probability, type Model } from './model.js';

/** Compared pairs: levels and shares of each, one after the other. Of those that look the same one stands for all, `times` as many. */
export interface Compared { readonly count: number; readonly levels: Uint8Array; readonly shares: Float64Array; readonly times: Uint32Array }

/**
 * Learns the model from the list itself. `random`: pairs taken without looking, nearly all of two people. `candidates`: a
 * sample of the pairs worth comparing, each standing for `weight` of them. `people`: how many profiles there are. Short
 * lists stay close to what is known of lists in general. The same pairs in the same order give the same model.
 */
export function learn(comparisons: readonly Comparison[], people: number, random: Compared, candidates: Compared, weight: number): Model {
  const total = Math.max(1, people * (people - 1) / 2);
  const priorOdds = (matches: number): number => Math.log2(Math.min(Math.max(matches, people * FEWEST), people * MOST) / total);
  const nothing = new Float64Array(LEVELS);
  let model = modelOf(
    comparisons,
    comparisons.map(({ prior }) => blended(prior.m, nothing, 1)),
    comparisons.map(({ prior }) => blended(prior.u, nothing, 1)),
    priorOdds(people * EXPECTED),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const before = model.prior;
    const matched = expectedLevels(model, candidates, (p) => p);
    const unmatched = expectedLevels(model, random, (p) => 1 - p);
    model = modelOf(
      comparisons,
      comparisons.map(({ prior }, c) => blended(prior.m, matched.counts[c]!, MATCH_TRUST)),
      comparisons.map(({ prior }, c) => blended(prior.u, unmatched.counts[c]!, RANDOM_TRUST)),
      priorOdds(matched.sum * weight + people * EXPECTED * PRIOR_TRUST),
    );
    if (round > 0 && Math.abs(model.prior - before) < SETTLED) break;
  }
  return model;
}

/** Counted levels mixed with what is known beforehand, which counts like `trust` pairs. Missing values are not counted. */
function blended(prior: readonly number[], counts: Float64Array, trust: number): Float64Array {
  const out = new Float64Array(LEVELS);
  let sum = 0;
  for (let at = level.opposed; at < LEVELS; at++) sum += out[at] = (counts[at] ?? 0) + (prior[at] ?? 0) * trust + TINY;
  for (let at = level.opposed; at < LEVELS; at++) out[at]! /= sum;
  return out;
}

/** How often each level is met, by comparison, each pair counted with the weight its probability gives it. */
function expectedLevels(model: Model, { count, levels, shares, times }: Compared, weigh: (p: number) => number): { counts: Float64Array[]; sum: number } {
  const width = model.comparisons.length;
  const counts = model.comparisons.map(() => new Float64Array(LEVELS));
  let sum = 0;
  for (let pair = 0; pair < count; pair++) {
    const weight = weigh(probability(model, levels, shares, pair * width)) * times[pair]!;
    if (weight < NEGLIGIBLE * times[pair]!) continue;
    sum += weight;
    for (let c = 0; c < width; c++) counts[c]![levels[pair * width + c]!]! += weight;
  }
  return { counts, sum };
}

const ROUNDS = 8;
/** Bits by which the odds of a match change from one round to the next when there is nothing more to learn. */
const SETTLED = 0.001;
/** Pairs of duplicates there may be for each row, at least, at first, and at most. */
const FEWEST = 0.002;
const EXPECTED = 0.03;
const MOST = 8;
const PRIOR_TRUST = 0.1;
const MATCH_TRUST = 100;
const RANDOM_TRUST = 2000;
const NEGLIGIBLE = 1e-6;
const TINY = 1e-9;
