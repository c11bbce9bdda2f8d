import type { Rules } from '../types.js';
import { priceOf } from '../judge/judge.js';
import type { InputReport, Report, SourceReport } from './report.js';
import type { SourceSums, Sums, Tally } from './tally.js';

/** What the run itself knows, beside what was counted. */
export type RunFacts = Pick<Report, 'tool' | 'as_of' | 'started_at' | 'seconds' | 'outputs' | 'earlier' | 'gates' | 'warnings'> & {
  readonly input: InputReport;
  readonly rules: Rules;
  readonly duplicates: { readonly clusters: number; readonly rows: number };
  /** The list has a price column, or the rules a price. */
  readonly priced: boolean;
};

/** The report, from what was counted. `sums`: those of the tally. */
export function assembleReport(run: RunFacts, tally: Tally, sums: Sums): Report {
  const { rules } = run;
  return {
    schema: 1, tool: run.tool, as_of: run.as_of, started_at: run.started_at, seconds: run.seconds,
    inputs: [run.input],
    counts: { rows: tally.rows(), ...tally.verdicts() },
    reasons: ranked(sums.reasons).map(([code, rows]) => ({ code, verdict: priceOf(code, rules).verdict, rows })),
    fixes: sums.fixes,
    tiers: sums.tiers,
    score: scoreOf(sums.scores, tally.rows()),
    duplicates: { ...run.duplicates, exact: sums.found.get('duplicate/exact') ?? 0, likely: sums.found.get('duplicate/likely') ?? 0, known: sums.found.get('duplicate/known') ?? 0 },
    segments: rules.segments.map(({ name }) => segmentOf(name, sums)),
    sources: [...sums.sources].sort(([, a], [, b]) => b.rows - a.rows).map(([source, sum]) => sourceOf(source, sum, run.priced)),
    money: run.priced ? moneyOf(sums, tally, rules.currency) : null,
    outputs: run.outputs, earlier: run.earlier,
    rules: { name: rules.name, sha256: rules.sha256 },
    lists: rules.lists, gates: run.gates, warnings: run.warnings,
  };
}

function ranked<K>(sums: ReadonlyMap<K, number>): [K, number][] {
  return [...sums].sort(([, a], [, b]) => b - a);
}

/** Mean and median of the scores; the histogram's last tenth holds 90 to 100. */
function scoreOf(scores: readonly number[], rows: number): Report['score'] {
  const histogram = new Array<number>(10).fill(0);
  let sum = 0;
  scores.forEach((count, score) => {
    sum += count * score;
    const tenth = Math.min(9, Math.floor(score / 10));
    histogram[tenth] = (histogram[tenth] as number) + count;
  });
  const middle = (place: number): number => {
    let seen = 0;
    return scores.findIndex((count) => (seen += count) > place);
  };
  const median = rows === 0 ? 0 : (middle(Math.floor((rows - 1) / 2)) + middle(Math.floor(rows / 2))) / 2;
  return { mean: rows === 0 ? 0 : Math.round(sum / rows * 10) / 10, median, histogram };
}

function sourceOf(source: string, sum: SourceSums, priced: boolean): SourceReport {
  return {
    source, rows: sum.rows, ...sum.verdicts, tiers: sum.tiers,
    cost: priced ? cents(sum.paid) : null,
    cost_per_cleaned: priced && sum.verdicts.cleaned > 0 ? cents(sum.paid / sum.verdicts.cleaned) : null,
  };
}

function segmentOf(segment: string, { segments }: Sums): Report['segments'][number] {
  const { cleaned = 0, flagged = 0, rejected = 0 } = segments.get(`segment/${segment}`) ?? {};
  return { segment, rows: cleaned + flagged + rejected, cleaned, flagged, rejected };
}

function moneyOf(sums: Sums, tally: Tally, currency: string): NonNullable<Report['money']> {
  const { cleaned } = tally.verdicts();
  return { currency, paid: cents(sums.paid), cost_per_cleaned: cleaned === 0 ? null : cents(sums.paid / cleaned), wasted: cents(sums.wasted) };
}

const cents = (amount: number): number => Math.round(amount * 100) / 100;
