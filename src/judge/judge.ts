import type { Code, Field, Judged, Price, Rules, Tier, TierRules, Verdict } from '../types.js';

/** What the judge needs to know of a finding. */
export interface Fact {
  readonly code: Code;
  readonly field: Field | null;
  /** The finding's fix was applied. */
  readonly fixed: boolean;
  /** The finding spoils a cell for which another column has a usable one: worth a hint, costs nothing. */
  readonly spare: boolean;
}

type Prices = Pick<Rules, 'score' | 'verdicts' | 'codes' | 'tiers'>;
const FREE: Price = { verdict: 'note', points: 0 };
/** The one fix that does not mend: an apostrophe takes away the danger of a formula, not the doubt about who typed it. */
const DISARMED: Code = 'cell/formula';
const SEVERITY = { reject: 0, flag: 1, note: 2, off: 3 } as const;

/**
 * Prices the facts of one lead. Each code is paid once, however many columns show it; what was mended costs nothing.
 * The receipt adds up to the score.
 */
export function judge(facts: readonly Fact[], rules: Prices): Judged {
  const prices = receipt(facts, rules);
  const points = prices.reduce((sum, [, price]) => sum + price.points, 0);
  const score = Math.min(100, Math.max(0, Math.round(rules.score.base + points)));
  const verdict = verdictOf(prices.map(([, price]) => price), score, rules.verdicts);
  return {
    verdict,
    tier: verdict === 'rejected' ? 'junk' : tierOf(new Set(prices.map(([code]) => code)), rules.tiers),
    score,
    reasons: prices.filter(([, price]) => price.points < 0 || SEVERITY[price.verdict] < SEVERITY.note).map(([code]) => code),
    signals: prices.filter(([, price]) => price.points > 0).sort(([, a], [, b]) => b.points - a.points).map(([code]) => code),
    // A rejected row is evidence: of its cells only those a spreadsheet would run are changed.
    fixes: facts.filter((fact) => fact.fixed && (verdict !== 'rejected' || fact.code === DISARMED)).map((fact) => `${fact.field ?? 'cell'}:${fact.code}`),
  };
}

/** What each code costs or earns, worst first. The base and these points are the score, kept between 0 and 100. */
export function receipt(facts: readonly Fact[], rules: Pick<Rules, 'codes'>): readonly (readonly [Code, Price])[] {
  const paid = new Map<Code, Price>();
  for (const { code, spare, fixed } of facts) {
    const free = spare || (fixed && code !== DISARMED);
    if (!free || !paid.has(code)) paid.set(code, free ? FREE : priceOf(code, rules));
  }
  return [...paid].sort(([, a], [, b]) => SEVERITY[a.verdict] - SEVERITY[b.verdict] || a.points - b.points);
}

/** A code the rules do not price is shown and costs nothing. */
export function priceOf(code: Code, rules: Pick<Rules, 'codes'>): Price {
  return rules.codes[code] ?? { verdict: 'note', points: 0 };
}

function verdictOf(prices: readonly Price[], score: number, lines: Rules['verdicts']): Verdict {
  if (score < lines.reject_below || prices.some((price) => price.verdict === 'reject')) return 'rejected';
  return score < lines.flag_below || prices.some((price) => price.verdict === 'flag') ? 'flagged' : 'cleaned';
}

/** However complete an entry is, it stays a suspect until something says what the person did. */
function tierOf(codes: ReadonlySet<Code>, tiers: TierRules): Tier {
  const any = (wanted: readonly Code[]): boolean => wanted.some((code) => codes.has(code));
  if (!any(tiers.prospect)) return 'suspect';
  if (!any(tiers.lead) || codes.has('missing/contact') || codes.has('fit/out-of-market')) return 'prospect';
  const shown = tiers.qualified.of.filter((code) => codes.has(code)).length;
  return shown >= tiers.qualified.needed ? 'qualified' : 'lead';
}
