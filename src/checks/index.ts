import type { Check, Code, Explanation, Rules } from '../types.js';
import { cell } from './cell.js';
import { company } from './company.js';
import { consent } from './consent.js';
import { duplicate } from './duplicate.js';
import { email } from './email.js';
import { fit } from './fit.js';
import { intent } from './intent.js';
import { missing } from './missing.js';
import { name } from './name.js';
import { phone } from './phone.js';
import { row } from './row.js';
import { stale } from './stale.js';
import { suppress } from './suppress.js';

/** All checks in the order they run: each sees the fixes of those before it. */
export const CHECKS: readonly Check<string, never>[] = [
  row, cell, email, phone, name, company, missing, stale, suppress, consent, intent, fit, duplicate,
];

/** Every code with its words, in the order of the checks. A code's place in this list is its number between threads. */
export const EXPLANATIONS: ReadonlyMap<Code, Explanation> = new Map(
  CHECKS.flatMap((check) => Object.entries(check.problems).map(([problem, words]) => [`${check.name}/${problem}` as Code, words] as const)),
);
export const ALL_CODES: readonly Code[] = [...EXPLANATIONS.keys()];

/** The words of every code, those of the rules' own findings included. */
export function explanationsOf(rules: Pick<Rules, 'findings'>): ReadonlyMap<Code, Explanation> {
  return rules.findings.length === 0 ? EXPLANATIONS : new Map([...EXPLANATIONS, ...rules.findings.map((own) => [own.code, own] as const)]);
}

/** Every code a row can get under these rules: built in, the rules' own, and one for each segment. A code's place is its number between threads. */
export function codesOf(rules: Pick<Rules, 'findings' | 'segments'>): readonly Code[] {
  return [...ALL_CODES, ...rules.findings.map(({ code }) => code), ...rules.segments.map(({ name }) => `segment/${name}` as Code)];
}
