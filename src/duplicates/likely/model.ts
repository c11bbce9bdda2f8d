import { AT } from './compare.js';
import { level, LEVELS, type Comparison } from './levels.js';

/** What agreeing or not is worth, in the tradition of Fellegi and Sunter: m among rows of one person, u among two people's. */
export interface Model {
  readonly comparisons: readonly Comparison[];
  /** Probabilities by comparison and level. */
  readonly m: readonly Float64Array[];
  readonly u: readonly Float64Array[];
  /** Odds, in bits, that two rows taken at random are one person's. */
  readonly prior: number;
}

/** What stands against two rows being one person, whatever else agrees: a probability they cannot exceed. */
const NOT_A_MATCH = 0.3;
const NOT_THE_SAME = 0.9;

/** Weight of one comparison in bits: positive speaks for one person. A missing value says nothing. */
export function bits({ m, u }: Model, c: number, at: number, share: number): number {
  return at === level.missing ? 0 : Math.log2(m[c]![at]! / (share > 0 ? share : u[c]![at]!));
}

/**
 * Probability that two rows are one person's. `offset` is where the pair's levels and shares begin.
 *
 * What people of one household or company share (phone, company, address) is not independent: colleagues agree on all
 * of it. So its strongest witness counts in full and the others for a part, for and against.
 */
export function probability(model: Model, levels: Uint8Array, shares: Float64Array, offset: number): number {
  let sum = model.prior;
  let witness = 0;
  let strongest = 0;
  let against = 0;
  let worst = 0;
  for (let c = 0; c < model.comparisons.length; c++) {
    const at = levels[offset + c]!;
    if (at === level.missing) continue;
    const weight = bits(model, c, at, shares[offset + c]!);
    if (c < AT.email || c >= AT.extras || (c === AT.email && weight > 0)) sum += weight;
    else if (weight > 0) {
      witness += weight;
      if (weight > strongest) strongest = weight;
    } else {
      against += weight;
      if (weight < worst) worst = weight;
    }
  }
  sum += strongest + (witness - strongest) * SHARED + worst + (against - worst) * SHARED;
  return Math.min(1 / (1 + 2 ** -sum), ceiling(model, levels, offset));
}

/** How much the second and third witness from one household or company count. */
const SHARED = 0.4;

function ceiling({ comparisons }: Model, levels: Uint8Array, offset: number): number {
  const at = (c: number): number => levels[offset + c]!;
  const given = at(AT.given);
  const family = at(AT.family);
  let personal = at(AT.email) >= level.near;
  let beyondName = personal || at(AT.phone) >= level.near || at(AT.company) >= level.partial || at(AT.place) >= level.partial;
  let contradicted = at(AT.email) === level.differs || at(AT.phone) === level.differs || at(AT.company) === level.differs || at(AT.place) === level.differs;
  for (let c: number = AT.extras; c < comparisons.length; c++) {
    if (at(c) >= level.near) {
      beyondName = true;
      if (comparisons[c]!.typical < PERSONAL) personal = true;
    } else if (at(c) === level.differs) contradicted = true;
  }
  if (given === level.differs) return personal ? NOT_THE_SAME : NOT_A_MATCH;
  if (contradicted && !beyondName) return NOT_A_MATCH;
  if (family === level.differs || (given === level.partial && !personal)) return NOT_THE_SAME;
  return 1;
}

/** Values shared less often than this are one person's own: a date of birth, a membership number. */
const PERSONAL = 1 / 1000;

/** Compared pairs: levels and shares of each, one after the other. */
export interface Compared { readonly count: number; readonly levels: Uint8Array; readonly shares: Float64Array }

/**
 * Learns the model from the list itself. `random`: pairs taken without looking, nearly all of two people. `candidates`: a
 * sample of the pairs worth comparing, each standing for `weight` of them. `total`: all pairs there are. Short lists stay
 * close to what is known of lists in general. The same pairs in the same order give the same model.
 */
export function learn(comparisons: readonly Comparison[], people: number, random: Compared, candidates: Compared, weight: number): Model {
  const u = comparisons.map(({ prior }, c) => blended(prior.u, countLevels(random, comparisons.length, c), RANDOM_TRUST));
  const total = Math.max(1, people * (people - 1) / 2);
  const priorOdds = (matches: number): number => Math.log2(Math.min(Math.max(matches, people * FEWEST), people * MOST) / total);
  let model: Model = { comparisons, u, m: comparisons.map(({ prior }) => blended(prior.m, new Float64Array(LEVELS), 1)), prior: priorOdds(people * EXPECTED) };
  for (let round = 0; round < ROUNDS; round++) {
    const counts = comparisons.map(() => new Float64Array(LEVELS));
    let matches = 0;
    for (let pair = 0; pair < candidates.count; pair++) {
      const offset = pair * comparisons.length;
      const p = probability(model, candidates.levels, candidates.shares, offset);
      if (p < NEGLIGIBLE) continue;
      matches += p;
      for (let c = 0; c < comparisons.length; c++) counts[c]![candidates.levels[offset + c]!]! += p;
    }
    model = {
      ...model,
      m: comparisons.map(({ prior }, c) => blended(prior.m, counts[c]!, MATCH_TRUST)),
      prior: priorOdds(matches * weight + people * EXPECTED * PRIOR_TRUST),
    };
  }
  return model;
}

/** Counted levels mixed with what is known beforehand, which counts like `trust` pairs. Missing values are not counted. */
function blended(prior: readonly number[], counts: Float64Array, trust: number): Float64Array {
  const out = new Float64Array(LEVELS);
  let sum = 0;
  for (let at = level.differs; at < LEVELS; at++) sum += out[at] = (counts[at] ?? 0) + (prior[at] ?? 0) * trust + TINY;
  for (let at = level.differs; at < LEVELS; at++) out[at]! /= sum;
  return out;
}

function countLevels({ count, levels }: Compared, width: number, c: number): Float64Array {
  const counts = new Float64Array(LEVELS);
  for (let pair = 0; pair < count; pair++) counts[levels[pair * width + c]!]!++;
  return counts;
}

const ROUNDS = 12;
/** Pairs of duplicates there may be for each row, at least, at first, and at most. */
const FEWEST = 0.002;
const EXPECTED = 0.03;
const MOST = 8;
const PRIOR_TRUST = 0.1;
const MATCH_TRUST = 100;
const RANDOM_TRUST = 2000;
const NEGLIGIBLE = 1e-6;
const TINY = 1e-9;
