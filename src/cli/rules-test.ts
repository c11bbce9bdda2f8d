import { rehearse, type Cast, type Rehearsed } from '../rehearse.js';
import type { Rules } from '../types.js';
import { readDay } from './options.js';

/** One row under test, as it stands in a rules file. */
export interface Example {
  readonly name?: string;
  readonly lead: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly as_of?: string;
  readonly country?: string;
  readonly verdict?: string;
  readonly tier?: string;
  readonly score?: number;
  readonly segment?: string;
  readonly codes?: readonly string[];
  readonly without?: readonly string[];
}

/** An example and what did not come of it as it says; empty when all did. */
export interface Tried { readonly example: Example; readonly differs: readonly string[] }

/** Runs the examples of a rules file. `today`: days since 1970-01-01, for those that do not say `as_of`. */
export function tryExamples(examples: readonly Example[], rules: Rules, today: number): readonly Tried[] {
  const came = rehearse(examples.map((example) => [castOf(example), {
    today: example.as_of === undefined ? today : readDay(example.as_of), country: example.country ?? '',
  }]), rules);
  return examples.map((example, at) => ({ example, differs: compare(example, came[at]!) }));
}

const castOf = ({ lead }: Example): Cast =>
  Object.fromEntries(Object.entries(lead).map(([field, value]) => [field, typeof value === 'object' ? value : String(value)]));

function compare(example: Example, { facts, judged, segment }: Rehearsed): readonly string[] {
  const found = new Set<string>(facts.map(({ code }) => code));
  const is = (what: string, wanted: unknown, got: unknown): readonly string[] => (wanted === undefined || wanted === got ? [] : [`${what} is ${String(got) || 'none'}, not ${String(wanted)}`]);
  return [
    ...is('verdict', example.verdict, judged.verdict), ...is('tier', example.tier, judged.tier),
    ...is('score', example.score, judged.score), ...is('segment', example.segment, segment),
    ...(example.codes ?? []).filter((code) => !found.has(code)).map((code) => `${code} is not found`),
    ...(example.without ?? []).filter((code) => found.has(code)).map((code) => `${code} is found`),
  ];
}
