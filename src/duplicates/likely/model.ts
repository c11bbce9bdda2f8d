import { ceiling, isNamed } from './ceiling.js';
import { AT } from './compare.js';
import { level, type Comparison } from './levels.js';

/** What agreeing or not is worth, in the tradition of Fellegi and Sunter: m among rows of one person, u among two people's. */
export interface Model {
  readonly comparisons: readonly Comparison[];
  /** Probabilities by comparison and level. */
  readonly m: readonly Float64Array[];
  readonly u: readonly Float64Array[];
  /** What the two make of a level where no share is known, in bits: asked for by the million. */
  readonly weights: readonly Float64Array[];
  /** Odds, in bits, that two rows taken at random are one person's. */
  readonly prior: number;
}

export function modelOf(comparisons: readonly Comparison[], m: readonly Float64Array[], u: readonly Float64Array[], prior: number): Model {
  const weights = m.map((row, c) => row.map((probability, at) => (at === level.missing ? 0 : Math.log2(probability / u[c]![at]!))));
  return { comparisons, m, u, weights, prior };
}

/** Weight of one comparison in bits: positive speaks for one person. A missing value says nothing. */
export function bits({ m, weights }: Model, c: number, at: number, share: number): number {
  return share > 0 && at !== level.missing ? Math.log2(m[c]![at]! / share) : weights[c]![at]!;
}

/**
 * Probability that two rows are one person's; 0 when they clearly are two people's. `offset` is where the
 * pair's levels and shares begin.
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
  const found = Math.min(1 / (1 + 2 ** -sum), ceiling(model.comparisons, levels, shares, offset));
  // Two addresses and two phones: no third row that could be either ties them together.
  return found < HARDLY && levels[offset + AT.email] === level.differs && levels[offset + AT.phone] === level.differs ? 0 : found;
}

/** Below it two rows are clearly two people when whatever they are reached by differs. */
const HARDLY = 0.02;
/** How much the second and third witness from one household or company count. */
const SHARED = 0.4;
