import type { Field } from '../types.js';
import { BY_VALUES_RANK, NONE, type Candidate, type ColumnGuess } from './candidate.js';
import { choose } from './choose.js';
import type { FieldWords, Meaning } from './fields.js';
import { ENOUGH, guessFromValues, looksLikeLastNames, looksLikePeople, profileOf, tellsSubscription, UNSEEN, valuesLack, valuesSay, type Profile } from './guess.js';
import { readHeader, type HeaderReading } from './header.js';
import { mappedColumns } from './map.js';
import { withEmail, withoutTheirEmails } from './mailboxes.js';
import { NAMES, settle } from './settle.js';

export type { ColumnGuess } from './candidate.js';
export type { FieldWords } from './fields.js';

/** Below this a column is used, but the reader is told. */
const DOUBTFUL = 0.75;
const USED = 0.5;
/** A bare `Name` gives way to `Contact name`. */
const BARE_NAME_RANK = 10;
/** `Contact` over what looks like names. */
const PERSON = 0.65;

/**
 * Names the columns of a list.
 * @param header names of the columns as they stand in the file; duplicates and empty ones are ordinary.
 * @param sample up to 1,000 rows of cells, which confirm or refute what a name suggests and speak where it says nothing.
 * @param map what the user said, field → column names (any case) or 1-based numbers; an empty list leaves the field without
 *   columns. Wins over everything. A column that does not exist is a usage error.
 * @param known name of a column → field, null for none: what the rules say. Wins over what is detected.
 */
export function nameColumns(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  words: FieldWords,
  map: ReadonlyMap<Field, readonly string[]>,
  known: Readonly<Record<string, Field | null>> = {},
): { readonly columns: readonly (Field | null)[]; readonly guesses: readonly ColumnGuess[]; readonly warnings: readonly string[] } {
  const mapped = mappedColumns(header, map);
  const settled = new Map(Object.entries(known).map(([name, field]) => [plainName(name), field]));
  const readings = header.map((name) => readHeader(name, words));
  const profiles = readings.map((reading, column) => (reading.other ? UNSEEN : profileOf(sample, column, words.values)));
  const meanings = new Set(readings.flatMap(({ meaning, confidence }) => (meaning !== null && confidence >= USED ? [meaning] : [])));

  const candidates = header.map((_, column): Candidate => {
    const field = mapped.get(column);
    if (field !== undefined) return { field, confidence: 1, why: 'map', rank: -1, empty: false };
    const said = settled.get(plainName(header[column]!));
    if (said !== undefined) return said === null || map.has(said) ? NONE : { field: said, confidence: 1, why: 'rules', rank: -1, empty: false };
    const candidate = weigh(readings[column]!, profiles[column]!, meanings);
    return candidate.field !== null && map.has(candidate.field) ? NONE : candidate;
  });
  const own = withoutTheirEmails(candidates, profiles, sample, header);
  const sure = map.has('email') ? own : withEmail(own, profiles, (column) => (readings[column]!.other && !settled.has(plainName(header[column]!)) ? profileOf(sample, column, words.values) : UNSEEN));
  const guesses = choose(withLastNames(withoutManyDates(withoutTexts(sure, profiles)), readings, profiles, map), words, header);
  return { columns: guesses.map((guess) => guess.field), guesses, warnings: warningsOf(header, guesses) };
}

const plainName = (name: string): string => name.trim().toLowerCase();

/** What header and values make of a column together. */
function weigh(reading: HeaderReading, profile: Profile, meanings: ReadonlySet<Meaning>): Candidate {
  const empty = profile.filled === 0;
  const rank = reading.rank + (reading.meaning === 'name' ? BARE_NAME_RANK : 0);
  const field = reading.meaning === null ? null : settle(reading.meaning, meanings, profile);
  if (field !== null) {
    // Consent is given as yes and no, or as the day it was given.
    if (field === 'consent' && profile.holds('date', 0.8)) return { field: 'consent_at', confidence: reading.confidence, why: reading.why === 'none' ? 'tokens' : reading.why, rank, empty };
    const say = valuesSay(field, profile);
    const confidence = say === 'yes' ? Math.min(0.98, reading.confidence + 0.3) : reading.confidence;
    const refuted = say === 'no' || (reading.ifValues && say !== 'yes') || (reading.confidence < DOUBTFUL && valuesLack(field, profile));
    if (!refuted && confidence >= USED) return { field, confidence: reading.why === 'exact' ? 1 : confidence, why: reading.why, rank, empty, ...(field === 'status' && tellsSubscription(profile) ? { beside: true } : {}) };
  }
  if (reading.other) return NONE;
  const guess = guessFromValues(profile, reading.nameless);
  if (guess === undefined && reading.person && !NAMES.some((name) => meanings.has(name)) && looksLikePeople(profile)) return { field: 'full_name', confidence: PERSON, why: 'values', rank: BY_VALUES_RANK, empty };
  if (guess === undefined || (guess.field !== 'email' && field === null && !reading.open)) return NONE;
  return { ...guess, why: 'values', rank: BY_VALUES_RANK, empty };
}

/** Last names show themselves only by standing beside first names that were found by their values. */
function withLastNames(candidates: readonly Candidate[], readings: readonly HeaderReading[], profiles: readonly Profile[], map: ReadonlyMap<Field, unknown>): readonly Candidate[] {
  const first = candidates.findIndex(({ field, why }) => field === 'first_name' && why === 'values');
  if (first < 0 || map.has('last_name') || candidates.some(({ field }) => field === 'last_name')) return candidates;
  const last = [first + 1, first - 1].find((at) => candidates[at]?.field === null && readings[at]!.nameless && looksLikeLastNames(profiles[at]!));
  return candidates.map((candidate, column) => (column === last ? { field: 'last_name', confidence: 0.55, why: 'values', rank: BY_VALUES_RANK, empty: false } : candidate));
}

const DATES: readonly (Field | null)[] = ['created_at', 'last_activity_at', 'consent_at'];

/** `Last Activity` beside `Last Activity Date` says what it was and not when. */
function withoutTexts(candidates: readonly Candidate[], profiles: readonly Profile[]): readonly Candidate[] {
  const dated = new Set(candidates.flatMap(({ field }, column) => (DATES.includes(field) && profiles[column]!.holds('date', 0.5) ? [field] : [])));
  return candidates.map((candidate, column) => {
    const { filled, holds } = profiles[column]!;
    const isText = dated.has(candidate.field) && candidate.why === 'tokens' && filled >= ENOUGH && !holds('date', 0.2);
    return isText ? { ...NONE, note: `could be ${candidate.field}, but holds no dates` } : candidate;
  });
}

/** Of several columns of dates without names nobody can say which is the day the lead was made. */
function withoutManyDates(candidates: readonly Candidate[]): readonly Candidate[] {
  const guessed = candidates.filter(({ field, why }) => field === 'created_at' && why === 'values');
  return guessed.length < 2 ? candidates : candidates.map((candidate) => (guessed.includes(candidate) ? NONE : candidate));
}

function warningsOf(header: readonly string[], guesses: readonly ColumnGuess[]): readonly string[] {
  return guesses.flatMap(({ field, confidence, why }, column) => {
    if (field === null || why === 'map' || why === 'rules' || confidence >= DOUBTFUL) return [];
    const how = why === 'values' ? 'its values look like it' : 'its name suggests it';
    return [`column ${column + 1} "${header[column]}" is read as ${field} (${how}, ${Math.round(confidence * 100)} % sure); if that is wrong: --map ${field}=<column>`];
  });
}
