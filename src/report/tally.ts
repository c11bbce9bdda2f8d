import { TIERS, VERDICTS, type Code, type Field, type Judged, type Tier, type Verdict } from '../types.js';
import type { Fact } from '../judge/judge.js';

/** One kind of row: what was found and what the judge made of it. Counted, not kept per row. */
export interface Kind {
  readonly facts: readonly Fact[];
  readonly judged: Judged;
  /** Places of its verdict in `VERDICTS` and of its tier in `TIERS`. */
  readonly verdict: number;
  readonly tier: number;
  /** Rows of this kind that were counted; the tally keeps it. */
  rows: number;
}

/** Counts rows by kind and source; everything the report says of findings is a sum over these. */
export interface Tally {
  /** The source of this name, to count rows with. */
  source(name: string): Source;
  count(kind: Kind, source: Source | null, price: number): void;
  rows(): number;
  verdicts(): Record<Verdict, number>;
  sums(): Sums;
}

/** What was counted of one source. */
export interface Source {
  readonly name: string;
  rows: number;
  /** Rows by place in `VERDICTS` and in `TIERS`. */
  readonly verdicts: number[];
  readonly tiers: number[];
  paid: number;
}

export interface Sums {
  readonly reasons: ReadonlyMap<Code, number>;
  readonly signals: ReadonlyMap<Code, number>;
  /** Rows in which a code was found at all, notes included: what gates count. */
  readonly found: ReadonlyMap<Code, number>;
  readonly fixes: readonly { readonly field: Field | null; readonly code: Code; readonly cells: number }[];
  readonly tiers: Record<Tier, number>;
  /** Rows of each segment, by its code. */
  readonly segments: ReadonlyMap<Code, Record<Verdict, number>>;
  /** Rows by score, 0 to 100. */
  readonly scores: readonly number[];
  readonly sources: ReadonlyMap<string, SourceSums>;
  readonly paid: number;
  /** Paid for rows that were rejected. */
  readonly wasted: number;
}
export interface SourceSums { rows: number; verdicts: Record<Verdict, number>; tiers: Record<Tier, number>; paid: number }

export function createTally(): Tally {
  const kinds: Kind[] = [];
  const byName = new Map<string, Source>();
  const sources: Source[] = [];
  let rows = 0;
  let paid = 0;
  let wasted = 0;
  return {
    source(name) {
      let source = byName.get(name);
      if (source === undefined) byName.set(name, source = { name, rows: 0, verdicts: VERDICTS.map(() => 0), tiers: TIERS.map(() => 0), paid: 0 });
      return source;
    },
    count(kind, source, price) {
      rows++;
      const { verdict, tier } = kind;
      if (kind.rows++ === 0) kinds.push(kind);
      paid += price;
      if (verdict === REJECTED) wasted += price;
      if (source === null) return;
      // In the order in which rows showed them.
      if (source.rows++ === 0) sources.push(source);
      (source.verdicts[verdict] as number)++;
      (source.tiers[tier] as number)++;
      source.paid += price;
    },
    rows: () => rows,
    verdicts() {
      const sums = zeros(VERDICTS);
      for (const kind of kinds) sums[kind.judged.verdict] += kind.rows;
      return sums;
    },
    sums: () => ({ ...sumKinds(kinds), sources: new Map(sources.map((source) => [source.name, sumsOf(source)])), paid, wasted }),
  };
}

const REJECTED = VERDICTS.indexOf('rejected');

const sumsOf = ({ rows, verdicts, tiers, paid }: Source): SourceSums => ({ rows, verdicts: named(VERDICTS, verdicts), tiers: named(TIERS, tiers), paid });

function sumKinds(kinds: readonly Kind[]): Pick<Sums, 'reasons' | 'signals' | 'found' | 'fixes' | 'tiers' | 'segments' | 'scores'> {
  const reasons = new Map<Code, number>();
  const signals = new Map<Code, number>();
  const found = new Map<Code, number>();
  const fixes = new Map<string, { field: Field | null; code: Code; cells: number }>();
  const tiers = zeros(TIERS);
  const segments = new Map<Code, Record<Verdict, number>>();
  const scores = new Array<number>(101).fill(0);
  for (const { facts, judged, rows } of kinds) {
    for (const code of judged.reasons) add(reasons, code, rows);
    for (const code of judged.signals) add(signals, code, rows);
    for (const code of new Set(facts.map((fact) => fact.code))) add(found, code, rows);
    for (const fix of judged.fixes) {
      const [field, code] = split(fix);
      const sum = fixes.get(fix) ?? { field, code, cells: 0 };
      fixes.set(fix, { ...sum, cells: sum.cells + rows });
    }
    tiers[judged.tier] += rows;
    const segment = facts.find(({ code }) => code.startsWith('segment/'))?.code;
    if (segment !== undefined) {
      const sum = segments.get(segment) ?? zeros(VERDICTS);
      segments.set(segment, { ...sum, [judged.verdict]: sum[judged.verdict] + rows });
    }
    scores[judged.score] = (scores[judged.score] as number) + rows;
  }
  return { reasons, signals, found, fixes: [...fixes.values()].sort((a, b) => b.cells - a.cells), tiers, segments, scores };
}

function split(fix: string): [Field | null, Code] {
  const colon = fix.indexOf(':');
  const field = fix.slice(0, colon);
  return [field === 'cell' ? null : field as Field, fix.slice(colon + 1) as Code];
}

function add(sums: Map<Code, number>, code: Code, rows: number): void {
  sums.set(code, (sums.get(code) ?? 0) + rows);
}

const zeros = <K extends string>(keys: readonly K[]): Record<K, number> => named(keys, keys.map(() => 0));

const named = <K extends string>(keys: readonly K[], numbers: readonly number[]): Record<K, number> =>
  Object.fromEntries(keys.map((key, place) => [key, numbers[place]])) as Record<K, number>;
