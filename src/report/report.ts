import type { Code, Field, Tier, Verdict } from '../types.js';

/** The JSON report, schema 1. Holds no cell of any lead. */
export interface Report {
  readonly schema: 1;
  readonly tool: { readonly name: string; readonly version: string };
  /** YYYY-MM-DD, the day ages were counted from. */
  readonly as_of: string;
  /** ISO 8601. */
  readonly started_at: string;
  readonly seconds: number;
  readonly inputs: readonly InputReport[];
  readonly counts: Counts;
  /** Most rows first. */
  readonly reasons: readonly { readonly code: Code; readonly verdict: string; readonly rows: number }[];
  readonly fixes: readonly { readonly field: Field | null; readonly code: Code; readonly cells: number }[];
  readonly tiers: Tiers;
  readonly score: { readonly mean: number; readonly median: number; readonly histogram: readonly number[] };
  readonly duplicates: {
    readonly clusters: number; readonly rows: number; readonly exact: number; readonly likely: number; readonly known: number;
  };
  /** In the order of the rules; empty when they define none. */
  readonly segments: readonly ({ readonly segment: string } & Counts)[];
  readonly sources: readonly SourceReport[];
  readonly money: {
    readonly currency: string; readonly paid: number; readonly cost_per_cleaned: number | null; readonly wasted: number;
  } | null;
  readonly outputs: readonly { readonly path: string; readonly rows: number; readonly sha256: string }[];
  /** Files of earlier runs of this list that are still there and that this one left alone. */
  readonly earlier: readonly { readonly path: string; readonly sha256: string }[];
  readonly rules: { readonly name: string; readonly sha256: string };
  readonly lists: readonly { readonly name: string; readonly version: string; readonly entries: number }[];
  readonly gates: readonly { readonly gate: string; readonly value: number; readonly passed: boolean }[];
  readonly warnings: readonly string[];
}

export interface InputReport {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: string;
  readonly delimiter: string;
  /** Line of the file the header stands on, 0 when there is none. */
  readonly header_line: number;
  readonly rows: number;
  /** Column name → field, for the mapped columns. */
  readonly columns: Readonly<Record<string, Field>>;
  readonly unmapped: readonly string[];
}

export type Counts = { readonly rows: number } & Readonly<Record<Verdict, number>>;
export type Tiers = Readonly<Record<Tier, number>>;

export interface SourceReport extends Counts {
  readonly source: string;
  readonly tiers: Tiers;
  readonly cost: number | null;
  readonly cost_per_cleaned: number | null;
}
