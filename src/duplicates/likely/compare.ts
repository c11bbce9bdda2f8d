import { isWithin, likeness } from './alike.js';
import { edits, jaroWinkler } from './distance.js';
import { COMPANY, EMAIL, FAMILY, GIVEN, level, ofKind, PERSONAL, PHONE, PLACE, type Comparison } from './levels.js';
import type { Names } from './names.js';
import type { Extra, People, Values } from './people.js';
import type { Vocabulary } from './vocabulary.js';

/** Positions of the comparisons every list has; the columns that were named follow. */
export const AT = { given: 0, family: 1, email: 2, phone: 3, company: 4, place: 5, extras: 6 } as const;

export interface Comparer {
  readonly comparisons: readonly Comparison[];
  /**
   * Compares two profiles: `levels[c]` for every comparison, and in `shares[c]` the share of people that hold the value
   * both have, where they agree on one that can be counted, else 0.
   */
  compare(a: number, b: number): void;
  /**
   * Whether the pair can reach the threshold that flags at all: two names that differ rule most pairs out before
   * anything else is looked at. Says no only where `probability` would give `NOT_A_MATCH` or less.
   */
  couldMatch(a: number, b: number): boolean;
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
  const share = (holders: number, { typical, unseen }: Comparison, scale = 1): number =>
    (Math.max(holders - 2, 0) + scale * (unseen + typical * TYPICAL_WEIGHT)) / (people.size + TYPICAL_WEIGHT);

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
    shares[AT.given] = g === level.exact ? share(nameCounts.given[names.solid(givenA)]!, GIVEN) : 0;
    shares[AT.family] = f === level.exact ? share(nameCounts.family[names.solid(familyA)]!, FAMILY) : 0;
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
        let now = x === y ? level.exact : emailLevel(other, x, y);
        if ((now === level.other || now === level.partial) && (isFromName(a, other, y) || isFromName(b, other, y))) now = level.differs;
        if (now > best) best = now;
        if (x === y) found = share(other.counts[y]!, EMAIL);
      }
    }
    levels[AT.email] = best;
    shares[AT.email] = best === level.exact ? found : 0;
  }

  /** Whether a mailbox is made of the name: then it says of two people only what their names say already. */
  function isFromName(p: number, { vocabulary: { bytes, starts } }: Values, mailbox: number): boolean {
    const from = starts[mailbox]!;
    const at = atSign(bytes, from, starts[mailbox + 1]!);
    return [given.of[p]!, family.of[p]!].some((number) => number >= 0 && contains(bytes, from, at, given.vocabulary, number));
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
        const now = x === y ? level.exact : isWithin(other.vocabulary, x, y, 1) ? level.near : level.differs;
        if (now > best) best = now;
        if (x === y) found = share(other.counts[y]!, PHONE);
      }
    }
    levels[AT.phone] = best;
    shares[AT.phone] = best === level.exact ? found : 0;
  }

  function compareCompanies(a: number, b: number): void {
    const x = company.of[a]!;
    const y = company.of[b]!;
    let best: number = x < 0 || y < 0 ? level.missing : x === y ? level.exact : wordsLevel(company, x, y);
    shares[AT.company] = best === level.exact ? share(company.counts[x]!, COMPANY) : 0;
    const site = domain.of[a]!;
    if (best < level.near && site >= 0 && site === domain.of[b] && domain.counts[site]! < people.size * COMMON_DOMAIN + 10) {
      best = level.other;
      shares[AT.company] = share(domain.counts[site]!, COMPANY);
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
      if (streetLevel === level.exact) found = share(street.counts[street.of[a]!]!, PLACE, 0.1);
    } else if (local >= level.near) {
      now = streetLevel === level.missing || streetLevel === level.partial ? level.partial : level.weak;
      if (now === level.partial && postalLevel === level.exact) found = share(postal.counts[postal.of[a]!]!, PLACE);
      else if (now === level.partial && cityLevel === level.exact) found = share(city.counts[city.of[a]!]!, PLACE, 20);
    } else now = streetLevel === level.missing && local === level.missing ? level.missing : level.differs;
    levels[AT.place] = now;
    shares[AT.place] = found;
  }

  function compareExtra(extra: Extra, a: number, b: number, at: number): void {
    const how = extra.kind === 'date' ? datesLevel : extra.kind === 'code' ? codesLevel : wordsLevel;
    const now = valueLevel(extra, a, b, how);
    levels[at] = now;
    shares[at] = now === level.exact ? share(extra.counts[extra.of[a]!]!, comparisons[at]!) : 0;
  }

  const hasPersonal = comparisons.slice(AT.extras).some(({ typical }) => typical < PERSONAL);

  return {
    comparisons, levels, shares,
    couldMatch(a, b) {
      if (hasPersonal) return true;
      compareNames(a, b);
      const g = levels[AT.given]!;
      if (g === level.opposed || g === level.differs) return false;
      if (levels[AT.family] !== level.differs) return true;
      comparePhones(a, b);
      if (levels[AT.phone]! >= level.near) return true;
      compareEmails(a, b);
      return levels[AT.email]! >= level.near;
    },
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

/** The same words but for a slip or two: near. All words of one in the other: partial. */
function wordsLevel(values: Values, x: number, y: number): number {
  const { bytes, starts } = values.vocabulary;
  const [a, aEnd, b, bEnd] = [starts[x]!, starts[x + 1]!, starts[y]!, starts[y + 1]!];
  const shorter = Math.min(aEnd - a, bEnd - b);
  if (shorter > 3 && isWithin(values.vocabulary, x, y, shorter > 11 ? 2 : 1)) return level.near;
  if (shorter > 3 && hasWords(bytes, a, aEnd, b, bEnd)) return aEnd - a === bEnd - b ? level.near : level.partial;
  return likeness(values.vocabulary, x, y, 0.92) > 0 ? level.partial : level.differs;
}

/** Whether every word of the shorter text is a word of the longer, or three letters and more of its beginning, in any order. */
function hasWords(bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): boolean {
  if (aEnd - a > bEnd - b) return hasWords(bytes, b, bEnd, a, aEnd);
  for (let from = a; from < aEnd;) {
    let to = from;
    while (to < aEnd && bytes[to] !== SPACE) to++;
    if (!hasWord(bytes, from, to, b, bEnd)) return false;
    from = to + 1;
  }
  return true;
}

/** Whether the texts have a word of four letters or more in common. */
function sharesWord(bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): boolean {
  for (let from = a; from < aEnd;) {
    let to = from;
    while (to < aEnd && bytes[to] !== SPACE) to++;
    if (to - from > 3 && hasWord(bytes, from, to, b, bEnd)) return true;
    from = to + 1;
  }
  return false;
}

function hasWord(bytes: Uint8Array, word: number, wordEnd: number, b: number, bEnd: number): boolean {
  const length = wordEnd - word;
  for (let from = b; from + length <= bEnd;) {
    let i = 0;
    while (i < length && bytes[from + i] === bytes[word + i]) i++;
    if (i === length && (length > 2 || from + i === bEnd || bytes[from + i] === SPACE)) return true;
    while (from < bEnd && bytes[from] !== SPACE) from++;
    from++;
  }
  return false;
}

const codesLevel: How = (values, x, y) => (isWithin(values.vocabulary, x, y, 1) ? level.near : level.differs);

/** Two house numbers are two places, however alike the streets are written; a street without one may be the same. */
function streetsLevel(values: Values, x: number, y: number): number {
  const { bytes, starts } = values.vocabulary;
  const [a, aEnd, b, bEnd] = [starts[x]!, starts[x + 1]!, starts[y]!, starts[y + 1]!];
  const n = houseNumber(bytes, a, aEnd);
  const m = houseNumber(bytes, b, bEnd);
  const words = wordsLevel(values, x, y);
  const isOther = n !== m && n !== 0 && m !== 0 && !hasNumber(bytes, n, b, bEnd) && !hasNumber(bytes, m, a, aEnd);
  if (isOther) return words >= level.near ? level.weak : level.differs;
  if (words === level.near) return n === 0 !== (m === 0) ? level.partial : level.near;
  const isAlike = words === level.partial || sharesWord(bytes, a, aEnd, b, bEnd);
  return !isAlike ? level.differs : n === 0 || m === 0 ? level.partial : level.near;
}

const hasNumber = (bytes: Uint8Array, number: number, from: number, to: number): boolean => houseNumber(bytes, from, to, number) === number;

/**
 * The first number in the text, with at most one letter after it (12a, but not 3rd); 0 if there is none. With `wanted`,
 * that number if it is there at all (a flat may stand before the house).
 */
function houseNumber(bytes: Uint8Array, from: number, to: number, wanted = 0): number {
  for (let i = from; i < to; i++) {
    const start = i;
    let number = 0;
    while (i < to && bytes[i]! >= ZERO && bytes[i]! <= NINE) number = (number * 10 + bytes[i++]! - ZERO) % 1_000_000;
    const end = i;
    while (i < to && bytes[i] !== SPACE) i++;
    if (end > start && i - end < 2 && (wanted === 0 || number === wanted)) return number;
  }
  return 0;
}

/** One digit off or two swapped, or day and month exchanged: near. Two of year, month and day the same: partial. */
function datesLevel(values: Values, x: number, y: number): number {
  if (isWithin(values.vocabulary, x, y, 1)) return level.near;
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
  const aAt = atSign(bytes, a, aEnd);
  const bAt = atSign(bytes, b, bEnd);
  const shorter = Math.min(aAt - a, bAt - b);
  const allowed = shorter > 7 ? 2 : shorter > 4 ? 1 : 0;
  const slips = edits(bytes, a, aAt, b, bAt, 2);
  if (slips <= allowed && edits(bytes, aAt, aEnd, bAt, bEnd, 1) <= 1 && (slips < 2 || sameDigits(bytes, a, aAt, b, bAt))) return level.near;
  if (slips === 0) return shorter > 6 ? level.other : level.partial;
  if (slips <= allowed) return level.partial;
  return shorter > 4 && jaroWinkler(bytes, a, aAt, b, bAt) >= 0.9 ? level.partial : level.differs;
}

/** anna17 and anna71 are two people, however near. */
function sameDigits(bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): boolean {
  const next = (i: number, end: number): number => {
    while (i < end && (bytes[i]! < ZERO || bytes[i]! > NINE)) i++;
    return i;
  };
  for (let i = next(a, aEnd), j = next(b, bEnd); ; i = next(i + 1, aEnd), j = next(j + 1, bEnd)) {
    if (i === aEnd || j === bEnd) return i === aEnd && j === bEnd;
    if (bytes[i] !== bytes[j]) return false;
  }
}

/** Whether the bytes hold the text of a vocabulary, if that is three letters or more. */
function contains(bytes: Uint8Array, from: number, to: number, { bytes: letters, starts }: Vocabulary, number: number): boolean {
  const start = starts[number]!;
  const length = starts[number + 1]! - start;
  for (let at = from; length > 2 && at + length <= to; at++) {
    let i = 0;
    while (i < length && bytes[at + i] === letters[start + i]) i++;
    if (i === length) return true;
  }
  return false;
}

function atSign(bytes: Uint8Array, from: number, to: number): number {
  for (let i = to - 1; i > from; i--) if (bytes[i] === AT_SIGN) return i;
  return to;
}

const SPACE = 32;
const ZERO = 48;
const NINE = 57;
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
