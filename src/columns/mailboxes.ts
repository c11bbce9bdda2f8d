import { BY_VALUES_RANK, NONE, type Candidate } from './candidate.js';
import { ENOUGH, FEW, MOST, type Profile } from './guess.js';

/** So large a share of different addresses, in so many rows: nearly each lead has one of its own, as owners of leads have not. */
const OWN = 0.6, SURELY_OWN = 0.8, MANY = 10;
const BY_VALUES = 0.6;

/**
 * `User Email` in an export of bookings is the host's, the same in each row, beside the one of `Invitee Email`. Taken for the
 * lead's it would make all of them one person.
 */
export function withoutTheirEmails(candidates: readonly Candidate[], profiles: readonly Profile[], header: readonly string[]): readonly Candidate[] {
  const guessed = candidates.flatMap(({ field, why }, column) => (field === 'email' && why !== 'map' && why !== 'rules' ? [column] : []));
  if (guessed.length < 2) return candidates;
  const own = guessed.find((column) => hasOwn(profiles[column]!));
  if (own === undefined) return candidates;
  return candidates.map((candidate, column): Candidate =>
    (guessed.includes(column) && hasFew(profiles[column]!) ? { ...NONE, note: `the same few addresses again and again; "${header[own]}" has one for each row` } : candidate));
}

/** `Rep Email` is somebody else's, unless it is the only column of addresses and nearly each row has another one. */
export function withEmail(candidates: readonly Candidate[], profileOf: (column: number) => Profile): readonly Candidate[] {
  if (candidates.some(({ field }) => field === 'email')) return candidates;
  const found = candidates.findIndex(({ field, why }, column) => field === null && why === 'none' && hasOwn(profileOf(column), MANY, SURELY_OWN));
  return candidates.map((candidate, column): Candidate => (column === found ? { field: 'email', confidence: BY_VALUES, why: 'values', rank: BY_VALUES_RANK, empty: false } : candidate));
}

const hasFew = ({ filled, different, holds }: Profile): boolean => filled >= ENOUGH && different <= Math.max(1, filled * FEW) && holds('email', MOST);
const hasOwn = ({ filled, different, holds }: Profile, rows = ENOUGH, share = OWN): boolean => filled >= rows && different >= filled * share && holds('email', MOST);
