import type { Field } from '../types.js';

/** What one column was taken for, how sure that is (0 to 1) and what decided it. */
export interface ColumnGuess {
  readonly field: Field | null;
  readonly confidence: number;
  readonly why: 'map' | 'rules' | 'exact' | 'tokens' | 'values' | 'none';
  /** For people: what else it could be, or why it is not used. */
  readonly note?: string;
}
/** A guess that may still lose to a better column of its field. Lower ranks win. */
export interface Candidate extends ColumnGuess {
  readonly rank: number;
  /** Not one cell of the sample is filled. */
  readonly empty: boolean;
  /** Counts beside a better column of its field, too. */
  readonly beside?: boolean;
}

export const NONE: Candidate = { field: null, confidence: 0, why: 'none', rank: 0, empty: false };
/** What only the values say gives way to what a name says. */
export const BY_VALUES_RANK = 60;
