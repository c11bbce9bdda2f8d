import { edits, jaroWinkler } from './distance.js';
import { COMPANY, EMAIL, FAMILY, GIVEN, level, ofKind, PHONE, PLACE, type Comparison } from './levels.js';
import type { Names } from './names.js';
import type { Extra, People, Values } from './people.js';

/** Positions of the comparisons every list has; the columns that were named follow. */
export const AT = { given: 0, family: 1, email: 2, phone: 3, company: 4, place: 5, extras: 6 } as const;

export interface Comparer {
  readonly comparisons: readonly Comparison[];
  /**
   * Compares two profiles: `levels[c]` for every comparison, and in `shares[c]` the share of people that hold the value
   * both have, where they agree on one that can be counted, else 0.
   */
  compare(a: number, b: number): void;
  readonly levels: Uint8Array;
  readonly shares: Float64Array;
}

export function comparer(people: People, names: Names): Comparer {
  const comparisons = [GIVEN, FAMILY, EMAIL, PHONE, COMPANY, PLACE, ...people.extras.map(({ kind, name }) => ofKind(kind, name))];
  const levels = new Uint8Array(comparisons.length);
  const shares = new Float64Array(comparisons.length);
  const { given, family, emails, phones, company, domain, street, city, postal, extras } = people;
  const nameCounts = countNames(people, names);

  /**
   * What share of people hold a value that `holders` profiles hold, the two at hand not counted. A short list knows
   * little of how common a value is, so it starts from what is typical.
   */
  const share = (holders: number, typical: number): number =>
    (Math.max(holders - 2, LEAST) + typical * TYPICAL_WEIGHT) / (people.size + TYPICAL_WEIGHT);

  function compareNames(a: number, b: number): void {
    let [givenA, familyA] = [given.of[a]!, family.of[a]!];
    const [givenB, familyB] = [given.of[b]!, family.of[b]!];
    let g = names.given(givenA, givenB);
    let f = names.family(familyA, familyB);
    let swapped = false;
    if (g < level.near && f < level.near) {
      const across = names.given(givenA, familyB);
      const back = names.given(familyA, givenB);
      if ((across >= level.near && (back >= level.near || back === level.missing)) || (back >= level.near && across === level.missing)) {
        [givenA, familyA] = [familyA, givenA];
        [g, f] = [back, across];
        swapped = true;
      }
    }
    levels[AT.given] = g;
    levels[AT.family] = f;
    shares[AT.given] = g === level.exact ? share(nameCounts.given[names.solid(givenA)]!, GIVEN.typical) : 0;
    shares[AT.family] = f === level.exact ? share(nameCounts.family[names.solid(familyA)]!, FAMILY.typical) : 0;
    if (swapped && g !== level.missing) levels[AT.given] = level.other;
    else if (swapped) levels[AT.family] = Math.min(f, level.near);
  }

  function compareEmails(a: number, b: number): void {
    let best: number = level.missing;
    let found = 0;
    for (const one of emails) {
      if (one.of[a]! < 0) continue;
      for (const other of emails) {
        const y = other.of[b]!;
        if (y < 0) continue;
        const x = one.of[a]!;
        const now = x === y ? level.exact : emailLevel(other, x, y);
        if (now > best) best = now;
        if (x === y) found = share(other.counts[y]!, EMAIL.typical);
      }
    }
    levels[AT.email] = best;
    shares[AT.email] = best === level.exact ? found : 0;
  }

  function comparePhones(a: number, b: number): void {
    let best: number = level.missing;
    let found = 0;
    for (const one of phones) {
      if (one.of[a]! < 0) continue;
      for (const other of phones) {
        const y = other.of[b]!;
        if (y < 0) continue;
        const x = one.of[a]!;
        const now = x === y ? level.exact : within(other, x, y, 1) ? level.near : level.differs;
        if (now > best) best = now;
        if (x === y) found = share(other.counts[y]!, PHONE.typical);
      }
    }
    levels[AT.phone] = best;
    shares[AT.phone] = best === level.exact ? found : 0;
  }

  function compareCompanies(a: number, b: number): void {
    const x = company.of[a]!;
    const y = company.of[b]!;
    let best: number = x < 0 || y < 0 ? level.missing : x === y ? level.exact : wordsLevel(company, x, y);
    shares[AT.company] = best === level.exact ? share(company.counts[x]!, COMPANY.typical) : 0;
    const site = domain.of[a]!;
    if (best < level.near && site >= 0 && site === domain.of[b] && domain.counts[site]! < people.size * COMMON_DOMAIN + 10) {
      best = level.other;
      shares[AT.company] = share(domain.counts[site]!, COMPANY.typical);
    }
    levels[AT.company] = best;
  }

  function comparePlaces(a: number, b: number): void {
    const streetLevel = valueLevel(street, a, b, streetsLevel);
    const postalLevel = valueLevel(postal, a, b, codesLevel);
    const cityLevel = valueLevel(city, a, b, wordsLevel);
    const local = Math.max(postalLevel, cityLevel);
    let now: number;
    let found = 0;
    if (streetLevel >= level.near) {
      now = local === level.differs ? level.near : streetLevel === level.exact ? level.exact : level.other;
      if (streetLevel === level.exact) found = share(street.counts[street.of[a]!]!, PLACE.typical / 10);
    } else if (postalLevel === level.exact) {
      now = level.partial;
      found = share(postal.counts[postal.of[a]!]!, PLACE.typical);
    } else if (local >= level.near) {
      now = level.weak;
      if (cityLevel === level.exact) found = share(city.counts[city.of[a]!]!, PLACE.typical * 20);
    } else now = streetLevel === level.missing && local === level.missing ? level.missing : level.differs;
    levels[AT.place] = now;
    shares[AT.place] = found;
  }

  function compareExtra(extra: Extra, a: number, b: number, at: number): void {
    const how = extra.kind === 'date' ? datesLevel : extra.kind === 'code' ? codesLevel : wordsLevel;
    const now = valueLevel(extra, a, b, how);
    levels[at] = now;
    shares[at] = now === level.exact ? share(extra.counts[extra.of[a]!]!, comparisons[at]!.typical) : 0;
  }

  return {
    comparisons, levels, shares,
    compare(a, b) {
      compareNames(a, b);
      compareEmails(a, b);
      comparePhones(a, b);
      compareCompanies(a, b);
      comparePlaces(a, b);
      extras.forEach((extra, i) => { compareExtra(extra, a, b, AT.extras + i); });
    },
  };
}

/** A value nobody else holds still has this many unseen holders. */
const LEAST = 0.5;
/** How many people's worth of trust a typical share deserves against the list's own. */
const TYPICAL_WEIGHT = 100;
/** A domain that more of the list share than this says nothing of where somebody works. */
const COMMON_DOMAIN = 0.01;

type How = (values: Values, x: number, y: number) => number;

function valueLevel(values: Values, a: number, b: number, how: How): number {
  const x = values.of[a]!;
  const y = values.of[b]!;
  return x < 0 || y < 0 ? level.missing : x === y ? level.exact : how(values, x, y);
}

function within({ vocabulary: { bytes, starts } }: Values, x: number, y: number, most: number): boolean {
  return edits(bytes, starts[x]!, starts[x + 1]!, starts[y]!, starts[y + 1]!, most) <= most;
}

/** The same words but for a slip or two: near. One begins with the whole of the other: partial. */
function wordsLevel(values: Values, x: number, y: number): number {
  const { bytes, starts } = values.vocabulary;
  const [a, aEnd, b, bEnd] = [starts[x]!, starts[x + 1]!, starts[y]!, starts[y + 1]!];
  const shorter = Math.min(aEnd - a, bEnd - b);
  if (shorter > 3 && edits(bytes, a, aEnd, b, bEnd, shorter > 7 ? 2 : 1) <= (shorter > 7 ? 2 : 1)) return level.near;
  const alike = jaroWinkler(bytes, a, aEnd, b, bEnd);
  if (alike >= 0.93 && shorter > 3) return level.near;
  if (shorter > 3 && startsWithWords(bytes, a, aEnd, b, bEnd)) return level.partial;
  return alike >= 0.86 ? level.partial : level.differs;
}

function startsWithWords(bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): boolean {
  const shorter = Math.min(aEnd - a, bEnd - b);
  for (let i = 0; i < shorter; i++) if (bytes[a + i] !== bytes[b + i]) return false;
  return (aEnd - a === shorter ? bytes[b + shorter] : bytes[a + shorter]) === SPACE;
}

const codesLevel: How = (values, x, y) => (within(values, x, y, 1) ? level.near : level.differs);

/** Streets with two different house numbers are two places, however alike they are written. */
function streetsLevel(values: Values, x: number, y: number): number {
  const { bytes, starts } = values.vocabulary;
  const [a, aEnd, b, bEnd] = [starts[x]!, starts[x + 1]!, starts[y]!, starts[y + 1]!];
  const n = houseNumber(bytes, a, aEnd);
  const m = houseNumber(bytes, b, bEnd);
  const words = wordsLevel(values, x, y);
  if (n !== m && n !== 0 && m !== 0) return words >= level.near ? level.weak : level.differs;
  return words >= level.near || (words === level.partial && n === m) ? level.near : words;
}

/** The first number in the text, 0 if there is none. */
function houseNumber(bytes: Uint8Array, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = bytes[i]! - 48;
    if (digit >= 0 && digit <= 9) number = (number * 10 + digit) % 1_000_000;
    else if (number > 0) break;
  }
  return number;
}

/** One digit off or two swapped, or day and month exchanged: near. Two of year, month and day the same: partial. */
function datesLevel(values: Values, x: number, y: number): number {
  if (within(values, x, y, 1)) return level.near;
  const { bytes, starts } = values.vocabulary;
  const [a, b] = [starts[x]!, starts[y]!];
  if (starts[x + 1]! - a !== 8 || starts[y + 1]! - b !== 8) return level.differs;
  const same = (i: number, j: number, length: number): boolean => {
    for (let k = 0; k < length; k++) if (bytes[a + i + k] !== bytes[b + j + k]) return false;
    return true;
  };
  const year = same(0, 0, 4);
  if (year && same(4, 6, 2) && same(6, 4, 2)) return level.near;
  return Number(year) + Number(same(4, 4, 2)) + Number(same(6, 6, 2)) >= 2 ? level.partial : level.differs;
}

/** The same mailbox elsewhere: other. A slip in the address: near. Mailboxes that are alike: partial. */
function emailLevel(values: Values, x: number, y: number): number {
  const { bytes, starts } = values.vocabulary;
  const [a, aEnd, b, bEnd] = [starts[x]!, starts[x + 1]!, starts[y]!, starts[y + 1]!];
  if (edits(bytes, a, aEnd, b, bEnd, 2) <= 2 && aEnd - a > 9) return level.near;
  const aAt = atSign(bytes, a, aEnd);
  const bAt = atSign(bytes, b, bEnd);
  const shorter = Math.min(aAt - a, bAt - b);
  const slips = edits(bytes, a, aAt, b, bAt, 2);
  if (slips === 0) return shorter > 4 ? level.other : level.partial;
  if (slips <= (shorter > 6 ? 2 : 1) && shorter > 4) return level.partial;
  return jaroWinkler(bytes, a, aAt, b, bAt) >= 0.9 && shorter > 4 ? level.partial : level.differs;
}

function atSign(bytes: Uint8Array, from: number, to: number): number {
  for (let i = to - 1; i > from; i--) if (bytes[i] === AT_SIGN) return i;
  return to;
}

const SPACE = 32;
const AT_SIGN = 64;

function countNames({ given, family }: People, names: Names): { given: Uint32Array; family: Uint32Array } {
  const size = given.vocabulary.size;
  const count = (of: Int32Array): Uint32Array => {
    const counts = new Uint32Array(size);
    for (const number of of) if (number >= 0) counts[names.solid(number)]!++;
    return counts;
  };
  return { given: count(given.of), family: count(family.of) };
}
