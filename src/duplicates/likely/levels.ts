/** How far two values agree, from a missing one to the same. Not every comparison uses every level. */
/** `opposed`: they differ, and neither is a slip. `other`: a way of agreeing that the comparison explains. */
export const level = { missing: 0, opposed: 1, differs: 2, weak: 3, partial: 4, near: 5, other: 6, exact: 7 } as const;
export const LEVELS = 8;

/**
 * One comparison of the model.
 * - `prior.m`: how often two rows of one person are at each level, as known from lists that were marked by hand.
 * - `prior.u`: the same for two rows of two people; at the exact level the frequency of the value stands in its place.
 * - `typical`: how often two people share a value of this kind, for values the list is too short to tell.
 * - `unseen`: how many more holders a value has that nobody else in the list holds: people share names, not phones.
 */
export interface Comparison {
  readonly name: string;
  readonly prior: { readonly m: readonly number[]; readonly u: readonly number[] };
  readonly typical: number;
  readonly unseen: number;
  /** Whether a value is one person's own: a date of birth, a membership number; not a house number, though it is a code. */
  readonly personal: boolean;
  /** Of those, a number: twins share a birthday and no number. */
  readonly number: boolean;
}

const comparison = (name: string, typical: number, unseen: number, m: readonly number[], u: readonly number[]): Comparison => ({ name, typical, unseen, personal: false, number: false, prior: { m, u } });

//                                              missing opposed differs weak partial near other exact
export const GIVEN = comparison('first name', 1 / 80, 0.5, [0, 0.02, 0.03, 0.05, 0.04, 0.16, 0.02, 0.68], [0, 0.7, 0.23, 0.03, 0.03, 0.008, 0.0005, 0.012]);
export const FAMILY = comparison('last name', 1 / 800, 0.3, [0, 0, 0.05, 0.01, 0.04, 0.14, 0, 0.76], [0, 0, 0.97, 0.01, 0.02, 0.002, 0, 0.001]);
export const EMAIL = comparison('e-mail', 1e-6, 0.01, [0, 0, 0.3, 0, 0.1, 0.15, 0.05, 0.4], [0, 0, 0.99, 0, 0.01, 0.0001, 0.0001, 1e-6]);
export const PHONE = comparison('phone', 1e-6, 0.02, [0, 0, 0.3, 0, 0, 0.07, 0, 0.63], [0, 0, 0.9999, 0, 0, 0.0001, 0, 1e-6]);
export const COMPANY = comparison('company', 1 / 2000, 0.2, [0, 0, 0.15, 0, 0.07, 0.1, 0.08, 0.6], [0, 0, 0.99, 0, 0.004, 0.001, 0.002, 0.0005]);
export const PLACE = comparison('address', 1 / 1000, 0.05, [0, 0, 0.12, 0.08, 0.15, 0.05, 0.15, 0.45], [0, 0, 0.97, 0.02, 0.01, 0.001, 0.0001, 0.0001]);
const DATE = comparison('date', 1 / 15000, 0.1, [0, 0, 0.07, 0, 0.06, 0.14, 0, 0.73], [0, 0, 0.95, 0, 0.045, 0.003, 0, 0.0001]);
const CODE = comparison('code', 1e-5, 0.02, [0, 0, 0.1, 0, 0, 0.12, 0, 0.78], [0, 0, 0.999, 0, 0, 0.0005, 0, 1e-5]);
const TEXT = comparison('text', 1 / 50, 0.5, [0, 0, 0.2, 0, 0.06, 0.12, 0, 0.62], [0, 0, 0.96, 0, 0.01, 0.01, 0, 0.02]);

/** The comparison of a column that was named. `coincidence`: how often two of the `people` have the same value there. */
export function ofKind(kind: 'date' | 'code' | 'text', name: string, coincidence: number, people: number): Comparison {
  const personal = kind !== 'text' && coincidence < Math.max(PERSONAL, DUPLICATED / people);
  return { ...{ date: DATE, code: CODE, text: TEXT }[kind], name, personal, number: personal && kind === 'code' };
}

/** Two people share what is their own less often than this. */
const PERSONAL = 1 / 500;
/** In a short list most who share a value are one person: up to so many for each row say nothing against it. */
const DUPLICATED = 8;
