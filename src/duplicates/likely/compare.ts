import { isWithin } from './alike.js';
import { coincidence, countNames } from './counts.js';
import { datesLevel } from './day.js';
import { COMPANY, EMAIL, FAMILY, GIVEN, level, ofKind, PHONE, PLACE, type Comparison } from './levels.js';
import { emailLevel, isFromInitial, isFromName, isOfTwoWords, isOneHost } from './mailbox.js';
import type { Names } from './names.js';
import type { Extra, People, Values } from './people.js';
import { IN, sideBySide } from './side-by-side.js';
import { streetsLevel } from './street.js';
import { codesLevel, differ, statesDiffer, wordsLevel } from './text.js';
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
  const comparisons = [GIVEN, FAMILY, EMAIL, PHONE, COMPANY, PLACE, ...people.extras.map((extra) => ofKind(extra.kind, extra.name, coincidence(extra, people.size), people.size))];
  const levels = new Uint8Array(comparisons.length);
  const shares = new Float64Array(comparisons.length);
  const { given, emails, phones, company, domain, street, city, postal, state, extras } = people;
  const nameCounts = countNames(people, names);
  const { numbers, width, emailsAt, phonesAt, extrasAt } = sideBySide(people);

  /**
   * What share of people hold a value that `holders` profiles hold, the two at hand not counted. A short list knows
   * little of how common a value is, so it starts from what is typical.
   */
  const share = (holders: number, { typical, unseen }: Comparison, scale = 1): number =>
    (Math.max(holders - 2, 0) + scale * (unseen + typical * TYPICAL_WEIGHT)) / (people.size + TYPICAL_WEIGHT);

  /** How far the two agree in a place that both may have. */
  function valueLevel({ vocabulary }: Values, a: number, b: number, place: number, how: How): number {
    const x = numbers[a + place]!, y = numbers[b + place]!;
    return x < 0 || y < 0 ? level.missing : x === y ? level.exact : how(vocabulary, x, y);
  }

  const familyCount = (name: number): number => nameCounts.family[names.solid(name)]!;

  // Here and below `a` and `b` are where the numbers of two profiles begin.
  function compareNames(a: number, b: number): void {
    let givenA = numbers[a + IN.given]!, familyA = numbers[a + IN.family]!;
    const givenB = numbers[b + IN.given]!, familyB = numbers[b + IN.family]!;
    let g = names.given(givenA, givenB);
    let f = names.family(familyA, familyB);
    let swapped = false;
    if (g < level.near && f < level.near) {
      const across = names.given(givenA, familyB);
      const back = names.given(familyA, givenB);
      // One of the two must be the very same: Søren Ward is not Edward Sørensen.
      if ((across === level.exact && MAY_SWAP[back] === 1) || (back === level.exact && MAY_SWAP[across] === 1)) {
        [givenA, familyA] = [familyA, givenA];
        [g, f] = [back, across];
        swapped = true;
      }
    }
    let counted = familyA;
    if (!swapped && (g < level.near || f < level.near)) {
      const whole = names.whole(givenA, familyA, givenB, familyB);
      if (whole !== null) {
        [g, f] = [level.near, whole === 'part' ? level.near : level.exact];
        swapped = whole === 'turned';
        if (familyCount(familyB) > familyCount(familyA)) counted = familyB;
      }
    }
    const one = numbers[a + IN.generation]!, other = numbers[b + IN.generation]!;
    // Senior and Junior are two; who is called neither may be either.
    if (one !== other && g === level.exact) g = one < 0 || other < 0 ? level.partial : level.opposed;
    levels[AT.given] = g;
    levels[AT.family] = f;
    shares[AT.given] = g === level.exact ? share(nameCounts.given[names.solid(givenA)]!, GIVEN) : 0;
    shares[AT.family] = f === level.exact ? share(familyCount(counted), FAMILY) : 0;
    if (swapped && g !== level.missing) levels[AT.given] = level.other;
    else if (swapped) levels[AT.family] = Math.min(f, level.near);
  }

  function compareEmails(a: number, b: number): void {
    let best: number = level.missing;
    let found = 0;
    let areOwn = false;
    for (let i = emailsAt; i < phonesAt; i++) {
      const x = numbers[a + i]!;
      if (x < 0) continue;
      for (let j = emailsAt; j < phonesAt; j++) {
        const y = numbers[b + j]!;
        if (y < 0) continue;
        let now = x === y ? level.exact : emailLevel(emails[0]!.vocabulary, x, y);
        if ((now === level.other || now === level.partial) && (isNamed(a, y) || isNamed(b, y) || (numbers[a + IN.given]! >= 0 && numbers[b + IN.given]! >= 0 && isOfTwoWords(emails[0]!.vocabulary, y) && !isOneHost(emails[0]!.vocabulary, x, y)))) now = level.differs;
        // jose.lopez and joseph.lopez: what looks like a slip is the name of each.
        if (now === level.near && (isOwnNames(IN.given, a, x, b, y) || isOwnNames(IN.family, a, x, b, y) || isOwnInitials(a, x, b, y))) now = level.differs;
        areOwn ||= levels[AT.given] === level.partial && isOwnNames(IN.given, a, x, b, y);
        if (now > best) best = now;
        if (x === y) found = share(emails[0]!.counts[y]!, EMAIL);
      }
    }
    levels[AT.email] = best;
    // Mallory writes from mallory@, Malcolm from malcolm@: no slip.
    if (areOwn && best === level.differs) levels[AT.given] = level.differs;
    shares[AT.email] = best === level.exact ? found : 0;
  }

  /** Whether the mailbox holds the name in that place of a profile. Given and family names are of one vocabulary, as are all mailboxes. */
  const holds = (mailbox: number, profile: number, name: number): boolean => isFromName(emails[0]!.vocabulary, mailbox, given.vocabulary, numbers[profile + name]!);
  const isNamed = (p: number, mailbox: number): boolean => holds(mailbox, p, IN.given) || holds(mailbox, p, IN.family);

  /** Whether the two have other names and each mailbox holds its own. */
  const isOwnNames = (name: number, a: number, x: number, b: number, y: number): boolean =>
    numbers[a + name] !== numbers[b + name] && holds(x, a, name) && holds(y, b, name);

  /** anna.fischer@ and anna.fisher@, each with a phone of her own, or names still less alike: what looks like a slip is the name of each. */
  function areNamesakes(a: number, b: number): boolean {
    const at = levels[AT.family]!;
    if (at !== level.partial && (at !== level.near || levels[AT.phone] !== level.differs)) return false;
    if (levels[AT.email] !== level.differs) return false;
    const x = numbers[a + emailsAt]!, y = numbers[b + emailsAt]!;
    return x >= 0 && y >= 0 && holds(x, a, IN.family) && holds(y, b, IN.family) && !holds(x, b, IN.family) && !holds(y, a, IN.family);
  }

  /** The same of g.kolo and m.kolo. */
  function isOwnInitials(a: number, x: number, b: number, y: number): boolean {
    const one = numbers[a + IN.given]!, other = numbers[b + IN.given]!;
    const { vocabulary: mailboxes } = emails[0]!;
    return !isFromInitial(mailboxes, x, given.vocabulary, other) && isFromInitial(mailboxes, x, given.vocabulary, one) && isFromInitial(mailboxes, y, given.vocabulary, other);
  }

  function comparePhones(a: number, b: number): void {
    let best: number = level.missing;
    let found = 0;
    for (let i = phonesAt; i < extrasAt; i++) {
      const x = numbers[a + i]!;
      if (x < 0) continue;
      for (let j = phonesAt; j < extrasAt; j++) {
        const y = numbers[b + j]!;
        if (y < 0) continue;
        const now = x === y ? level.exact : isWithin(phones[0]!.vocabulary, x, y, 1) ? level.near : level.differs;
        if (now > best) best = now;
        if (x === y) found = share(phones[0]!.counts[y]!, PHONE);
      }
    }
    levels[AT.phone] = best;
    shares[AT.phone] = best === level.exact ? found : 0;
  }

  function compareCompanies(a: number, b: number): void {
    const x = numbers[a + IN.company]!, y = numbers[b + IN.company]!;
    let best: number = x < 0 || y < 0 ? level.missing : x === y ? level.exact : wordsLevel(company.vocabulary, x, y, LONG_NAME);
    shares[AT.company] = best === level.exact ? share(company.counts[x]!, COMPANY) : 0;
    const site = numbers[a + IN.domain]!;
    if (best !== level.near && site >= 0 && site === numbers[b + IN.domain] && domain.counts[site]! < people.size * COMMON_DOMAIN + 10) {
      const found = share(domain.counts[site]!, COMPANY);
      // There are many Hotel Ashdowns, and one at that address of the web.
      shares[AT.company] = best === level.exact ? Math.min(found, shares[AT.company]!) : found;
      best = Math.max(best, level.other);
    }
    levels[AT.company] = best;
  }

  function comparePlaces(a: number, b: number): void {
    const streetLevel = valueLevel(street, a, b, IN.street, streetsLevel);
    const postalLevel = valueLevel(postal, a, b, IN.postal, codesLevel);
    // Springfield, Illinois is not Springfield, Massachusetts.
    const elsewhere = differ(numbers[a + IN.country]!, numbers[b + IN.country]!) || (postalLevel !== level.exact && statesDiffer(state.vocabulary, numbers[a + IN.state]!, numbers[b + IN.state]!));
    const cityLevel = elsewhere ? level.differs : valueLevel(city, a, b, IN.city, wordsLevel);
    // Postal codes of two towns are often one digit apart: nearly the same code says nothing where the towns differ.
    const local = cityLevel === level.differs && (postalLevel !== level.exact || elsewhere) ? level.differs : Math.max(postalLevel, cityLevel);
    let now: number;
    let found = 0;
    if (streetLevel >= level.near) {
      // Every town has a Station Road 1; but a town may go by two names, its own and that of the city around it.
      now = local === level.differs ? (elsewhere || postalLevel === level.differs ? level.differs : level.near) : streetLevel === level.exact ? level.exact : level.other;
      if (streetLevel === level.exact && now !== level.differs) found = share(street.counts[numbers[a + IN.street]!]!, PLACE, 0.1);
    } else if (local >= level.near) {
      now = streetLevel === level.missing || streetLevel === level.partial ? level.partial : level.weak;
      if (now === level.partial && postalLevel === level.exact) found = share(postal.counts[numbers[a + IN.postal]!]!, PLACE);
      else if (now === level.partial && cityLevel === level.exact) found = share(city.counts[numbers[a + IN.city]!]!, PLACE, 20);
    } else now = streetLevel === level.missing && local === level.missing ? level.missing : level.differs;
    levels[AT.place] = now;
    shares[AT.place] = found;
  }

  function compareExtra(extra: Extra, a: number, b: number, i: number): void {
    const at = AT.extras + i;
    const how = extra.kind === 'date' ? datesLevel : extra.kind === 'code' ? codesLevel : wordsLevel;
    const now = valueLevel(extra, a, b, extrasAt + i, how);
    levels[at] = now;
    shares[at] = now === level.exact ? share(extra.counts[numbers[a + extrasAt + i]!]!, comparisons[at]!) : 0;
  }

  const hasPersonal = comparisons.some(({ personal }) => personal);

  return {
    comparisons, levels, shares,
    couldMatch(one, other) {
      if (hasPersonal) return true;
      const a = one * width, b = other * width;
      compareNames(a, b);
      const g = levels[AT.given]!;
      if (g === level.opposed || g === level.differs) return false;
      if (levels[AT.family] !== level.differs) return true;
      comparePhones(a, b);
      if (levels[AT.phone]! >= level.near) return true;
      compareEmails(a, b);
      return levels[AT.email]! >= level.near;
    },
    compare(one, other) {
      const a = one * width, b = other * width;
      compareNames(a, b);
      compareEmails(a, b);
      comparePhones(a, b);
      if (areNamesakes(a, b)) levels[AT.family] = level.differs;
      compareCompanies(a, b);
      comparePlaces(a, b);
      extras.forEach((extra, i) => { compareExtra(extra, a, b, i); });
    },
  };
}

/** How many people's worth of trust a typical share deserves against the list's own. */
const TYPICAL_WEIGHT = 100;
/** Names of companies are made of common words: Polargrid Studio is not Solargrid Studio. */
const LONG_NAME = 19;
/** A domain that more of the list share than this says nothing of where somebody works. */
const COMMON_DOMAIN = 0.01;

type How = (texts: Vocabulary, x: number, y: number) => number;

/** Levels of one half of a name at which the halves may be swapped, when the other half is the very same: missing, an initial, nearly. */
const MAY_SWAP: readonly number[] = [1, 0, 0, 1, 0, 1, 0, 1];
