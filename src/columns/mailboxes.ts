import { BY_VALUES_RANK, NONE, type Candidate } from './candidate.js';
import { ENOUGH, FEW, MOST, type Profile } from './guess.js';

/** Shares of different addresses. Nearly each lead has one of its own; owners of leads, agents and firms have each of them several. */
const OWN = 0.6, SURELY_OWN = 0.9, SHARED = 0.5, NEARLY_OWN = 0.8;
/** Of so few rows the share says little. */
const MANY = 10;
/** So many rows may have the shared address only. */
const ALONE = 0.05;
const BY_VALUES = 0.6;

/**
 * `User Email` in an export of bookings is the host's, the same in row after row, beside the one of `Invitee Email`; so is
 * `Company Email` beside those of the people. Taken for the lead's it would make one person of all who share it. Where it is
 * all that some rows have, it stays.
 */
export function withoutTheirEmails(candidates: readonly Candidate[], profiles: readonly Profile[], sample: readonly (readonly string[])[], header: readonly string[]): readonly Candidate[] {
  const guessed = candidates.flatMap(({ field, why }, column) => (field === 'email' && why !== 'map' && why !== 'rules' ? [column] : []));
  const own = guessed.filter((column) => hasOwn(profiles[column]!)).sort((a, b) => share(profiles[b]!) - share(profiles[a]!) || a - b)[0];
  if (guessed.length < 2 || own === undefined) return candidates;
  const most = share(profiles[own]!) >= SURELY_OWN ? SHARED : FEW;
  return candidates.map((candidate, column): Candidate =>
    (column !== own && guessed.includes(column) && isShared(profiles[column]!, most) && !standsAlone(sample, column, own)
      ? { ...NONE, note: `the same addresses again and again; "${header[own]}" has one for each row` } : candidate));
}

/**
 * `Rep Email` and `Referral Email` are somebody else's, unless nearly each row has another address there and there is no other
 * column of addresses, or only one that rows share (`Advocate Email`).
 */
export function withEmail(candidates: readonly Candidate[], profiles: readonly Profile[], profileOf: (column: number) => Profile): readonly Candidate[] {
  const isTheirs = ({ field, why }: Candidate, column: number): boolean => field === 'email' && why !== 'map' && why !== 'rules' && profiles[column]!.filled >= MANY && isShared(profiles[column]!, SHARED);
  if (candidates.some((candidate, column) => candidate.field === 'email' && !isTheirs(candidate, column))) return candidates;
  const found = candidates.findIndex(({ field, why }, column) => {
    if (field !== null || why !== 'none') return false;
    const profile = profileOf(column);
    return profile.filled >= MANY && share(profile) >= NEARLY_OWN && profile.holds('email', MOST);
  });
  if (found < 0) return candidates;
  return candidates.map((candidate, column): Candidate =>
    (column === found ? { field: 'email', confidence: BY_VALUES, why: 'values', rank: BY_VALUES_RANK, empty: false } : isTheirs(candidate, column) ? { ...NONE, note: 'the same addresses again and again' } : candidate));
}

const share = ({ filled, different }: Profile): number => (filled === 0 ? 0 : different / filled);
const hasOwn = (profile: Profile): boolean => profile.filled >= ENOUGH && share(profile) >= OWN && profile.holds('email', MOST);
const isShared = (profile: Profile, most: number): boolean => profile.filled >= ENOUGH && (profile.different === 1 || share(profile) <= most) && profile.holds('email', MOST);

/** Whether the address is all that some rows have. */
function standsAlone(sample: readonly (readonly string[])[], column: number, own: number): boolean {
  let filled = 0, alone = 0;
  for (const row of sample) {
    if ((row[column] ?? '').trim() === '') continue;
    filled++;
    if ((row[own] ?? '').trim() === '') alone++;
  }
  return alone > filled * ALONE;
}
