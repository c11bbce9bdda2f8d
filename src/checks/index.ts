import type { Check, Code, Explanation } from '../types.js';
import { cell } from './cell.js';
import { company } from './company.js';
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
  row, cell, email, phone, name, company, missing, stale, suppress, intent, fit, duplicate,
];

/** Every code with its words, in the order of the checks. A code's place in this list is its number between threads. */
export const EXPLANATIONS: ReadonlyMap<Code, Explanation> = new Map(
  CHECKS.flatMap((check) => Object.entries(check.problems).map(([problem, words]) => [`${check.name}/${problem}` as Code, words] as const)),
);
export const ALL_CODES: readonly Code[] = [...EXPLANATIONS.keys()];
