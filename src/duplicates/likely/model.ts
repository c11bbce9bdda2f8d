import { AT } from './compare.js';
import { level, LEVELS, PERSONAL, type Comparison } from './levels.js';

/** What agreeing or not is worth, in the tradition of Fellegi and Sunter: m among rows of one person, u among two people's. */
export interface Model {
  readonly comparisons: readonly Comparison[];
  /** Probabilities by comparison and level. */
  readonly m: readonly Float64Array[];
  readonly u: readonly Float64Array[];
  /** Odds, in bits, that two rows taken at random are one person's. */
  readonly prior: number;
}

/** Below the threshold that flags. */
const NOT_A_MATCH = 0.1;
/** Below the threshold that counts as the same person. */
const NOT_THE_SAME = 0.9;

/** Weight of one comparison in bits: positive speaks for one person. A missing value says nothing. */
export function bits({ m, u }: Model, c: number, at: number, share: number): number {
  return at === level.missing ? 0 : Math.log2(m[c]![at]! / (share > 0 ? share : u[c]![at]!));
}

/**
 * Probability that two rows are one person's; 0 when they clearly are two people's. `offset` is where the pair's levels and shares begin.
 *
 * What people of one household or company share (phone, company, address) is not independent: colleagues agree on all
 * of it. So its strongest witness counts in full and the others for a part, for and against. Where rows carry no names
 * the company itself is what is compared, and all count.
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
  const part = isNamed(levels, offset) ? SHARED : 1;
  sum += strongest + (witness - strongest) * part + worst + (against - worst) * part;
  return Math.min(1 / (1 + 2 ** -sum), ceiling(model, levels, shares, offset));
}

const isNamed = (levels: Uint8Array, offset: number): boolean =>
  levels[offset + AT.given] !== level.missing || levels[offset + AT.family] !== level.missing;

/** How much the second and third witness from one household or company count. */
const SHARED = 0.4;

/** What stands against two rows being one person's however much they share, as a probability they cannot exceed. */
function ceiling({ comparisons }: Model, levels: Uint8Array, shares: Float64Array, offset: number): number {
  const at = (c: number): number => levels[offset + c]!;
  const named = isNamed(levels, offset);
  const given = at(AT.given);
  const family = at(AT.family);
  const place = at(AT.place);
  const mailbox = at(AT.email) >= level.near;
  let beyondName = mailbox || at(AT.phone) >= level.near || place >= level.partial || (named && at(AT.company) >= level.partial);
  let contradicted = at(AT.email) === level.differs || at(AT.phone) === level.differs || (named && at(AT.company) === level.differs)
    || place === level.differs || place === level.weak;
  let personal = false;
  let otherPerson = false;
  for (let c: number = AT.extras; c < comparisons.length; c++) {
    const isPersonal = comparisons[c]!.typical < PERSONAL;
    if (at(c) === level.differs) {
      contradicted = true;
      otherPerson ||= isPersonal;
    } else if (at(c) >= level.near && isPersonal) personal = beyondName = true;
    else if (named && at(c) === level.exact && shares[offset + c]! < TELLING) beyondName = true;
  }
  // A household or a company shares its phone, address and even mailbox; a birthday or a number of one's own it does not.
  const name = named ? given : at(AT.company);
  if (name === level.opposed && !personal) return 0;
  if (name === level.opposed || name === level.differs) return personal ? NOT_THE_SAME : NOT_A_MATCH;
  // A name alone is not a person, nor are two branches one office.
  if (contradicted && !beyondName) return NOT_A_MATCH;
  // Two Annas in one company or house; one Anna who took a name keeps her phone or mailbox.
  const isReached = mailbox || (at(AT.phone) >= level.near && at(AT.company) < level.partial);
  if (family === level.differs && !personal && !isReached) return NOT_A_MATCH;
  // Father and son of one name, sisters with similar names, a name taken in marriage: somebody should look.
  const isUnlike = family === level.differs || family === level.partial || (given === level.partial && !personal && at(AT.email) !== level.exact);
  return isUnlike || (otherPerson && !personal) ? NOT_THE_SAME : 1;
}

/** Words shared less often than this say something: a birth place does, a gender does not. */
const TELLING = 1 / 50;

/** Compared pairs: levels and shares of each, one after the other. */
export interface Compared { readonly count: number; readonly levels: Uint8Array; readonly shares: Float64Array }

/**
 * Learns the model from the list itself. `random`: pairs taken without looking, nearly all of two people. `candidates`: a
 * sample of the pairs worth comparing, each standing for `weight` of them. `total`: all pairs there are. Short lists stay
 * close to what is known of lists in general. The same pairs in the same order give the same model.
 */
export function learn(comparisons: readonly Comparison[], people: number, random: Compared, candidates: Compared, weight: number): Model {
  const total = Math.max(1, people * (people - 1) / 2);
  const priorOdds = (matches: number): number => Math.log2(Math.min(Math.max(matches, people * FEWEST), people * MOST) / total);
  const nothing = new Float64Array(LEVELS);
  let model: Model = {
    comparisons,
    m: comparisons.map(({ prior }) => blended(prior.m, nothing, 1)),
    u: comparisons.map(({ prior }) => blended(prior.u, nothing, 1)),
    prior: priorOdds(people * EXPECTED),
  };
  for (let round = 0; round < ROUNDS; round++) {
    const matched = expectedLevels(model, candidates, (p) => p);
    const unmatched = expectedLevels(model, random, (p) => 1 - p);
    model = {
      comparisons,
      m: comparisons.map(({ prior }, c) => blended(prior.m, matched.counts[c]!, MATCH_TRUST)),
      u: comparisons.map(({ prior }, c) => blended(prior.u, unmatched.counts[c]!, RANDOM_TRUST)),
      prior: priorOdds(matched.sum * weight + people * EXPECTED * PRIOR_TRUST),
    };
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
function expectedLevels(model: Model, { count, levels, shares }: Compared, weigh: (p: number) => number): { counts: Float64Array[]; sum: number } {
  const width = model.comparisons.length;
  const counts = model.comparisons.map(() => new Float64Array(LEVELS));
  let sum = 0;
  for (let pair = 0; pair < count; pair++) {
    const weight = weigh(probability(model, levels, shares, pair * width));
    if (weight < NEGLIGIBLE) continue;
    sum += weight;
    for (let c = 0; c < width; c++) counts[c]![levels[pair * width + c]!]! += weight;
  }
  return { counts, sum };
}

const ROUNDS = 10;
/** Pairs of duplicates there may be for each row, at least, at first, and at most. */
const FEWEST = 0.002;
const EXPECTED = 0.03;
const MOST = 8;
const PRIOR_TRUST = 0.1;
const MATCH_TRUST = 100;
const RANDOM_TRUST = 2000;
const NEGLIGIBLE = 1e-6;
const TINY = 1e-9;
