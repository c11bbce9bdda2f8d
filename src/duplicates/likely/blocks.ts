import type { Names } from './names.js';
import type { People, Values } from './people.js';
import { positionsByKey } from './sort.js';
import { wordKey } from './skeleton.js';
import { houseKey } from './street.js';
import { mailboxKey } from './mailbox.js';
import { mixed } from './vocabulary.js';

/** A reason to compare two people: they share one of the keys. A profile has up to `keys.length` of them, 0 for none. */
interface Pass { readonly name: string; readonly keys: () => readonly Uint32Array[] }

/** Blocks so large that their pairs were not all compared. */
export interface Skipped { readonly block: string; readonly rows: number }

export interface Candidates {
  /** `a * PAIR + b` with a < b, ascending, each pair once. */
  readonly pairs: Float64Array;
  readonly skipped: readonly Skipped[];
}
/** More profiles than a list has rows. */
export const PAIR = 2 ** 26;

/**
 * The pairs worth comparing. Two rows of one person agree somewhere, but nobody knows where, so several passes look for
 * pairs that share one thing each; a cell gone wrong hides a pair from some passes and not from all. Each pass has a
 * budget of pairs, the largest blocks going first over board: they are the ones that say least (all Smiths of London).
 * The passes that say most come first, as there is a budget for all of them too. Of the pairs that share something only
 * those are kept that `couldMatch`. Yields after each pass, with the share of them that is done.
 */
export function* candidates(people: People, names: Names, couldMatch: (a: number, b: number) => boolean): Generator<number, Candidates> {
  const { size } = people;
  const each = Math.max(size * PAIRS_A_PASS, LEAST_A_PASS);
  let left = Math.max(size * PAIRS_IN_ALL, LEAST_IN_ALL);
  let pairs = new Float64Array(1 << 16);
  let count = 0;
  const skipped: Skipped[] = [];
  const all = passes(people, names);
  for (const [done, { name, keys }] of all.entries()) {
    const { entries, order } = sorted(keys());
    if (order.length === 0) continue;
    const { most, pairs: made } = largestWithin(entries, order, Math.min(each, left));
    left -= made;
    const passedOver = new Set<number>();
    eachBlock(entries, order, (from, to) => {
      if (to - from > most) {
        for (let i = from; i < to; i++) passedOver.add(profileOf(order[i]!, size));
        return;
      }
      if (count + (to - from) ** 2 / 2 > pairs.length) pairs = grown(pairs, count + (to - from) ** 2 / 2);
      for (let i = from; i < to; i++) {
        const a = profileOf(order[i]!, size);
        for (let j = i + 1; j < to; j++) {
          const b = profileOf(order[j]!, size);
          if (a !== b && couldMatch(a, b)) pairs[count++] = a < b ? a * PAIR + b : b * PAIR + a;
        }
      }
    });
    if (passedOver.size > 0) skipped.push({ block: name, rows: rowsOf(people, passedOver) });
    if (count > pairs.length / 2) count = unique(pairs, count);
    yield (done + 1) / all.length;
  }
  return { pairs: pairs.slice(0, unique(pairs, count)), skipped };
}

const PAIRS_A_PASS = 1;
const LEAST_A_PASS = 600_000;
const PAIRS_IN_ALL = 6;
const LEAST_IN_ALL = 8_000_000;
const FEW = 0.1;
/** Of so few rows all pairs are compared. */
const FEW_ROWS = 60;
const FIRST_WORDS = [0, 1, 2];

function passes(people: People, names: Names): Pass[] {
  const { size, given, family, emails, phones, company, domain, street, city, postal, extras } = people;
  const givenKeys = keysOf(size, (p) => names.givenKey(given.of[p]!));
  const familyKeys = keysOf(size, (p) => names.familyKey(family.of[p]!));
  const familyAsGiven = (): Uint32Array => keysOf(size, (p) => names.givenKey(family.of[p]!));
  const givenAsFamily = keysOf(size, (p) => names.firstWordKey(given.of[p]!) || names.familyKey(given.of[p]!));
  // García is García López; of Phan Van Phuc nobody knows which end is the family.
  const words = [(p: number) => names.spellingKey(family.of[p]!), (p: number) => names.firstWordKey(family.of[p]!), (p: number) => names.lastWordKey(family.of[p]!), (p: number) => names.lastWordKey(given.of[p]!)]
    .map((key) => keysOf(size, key)).filter((keys) => keys.some((key) => key !== 0));
  const both = (a: Uint32Array, b: Uint32Array): Uint32Array => keysOf(size, (p) => (a[p] === 0 || b[p] === 0 ? 0 : mixed(a[p]!, b[p]!)));
  const whole = (values: Values): Uint32Array => keysOf(size, (p) => (values.of[p]! < 0 ? 0 : values.vocabulary.hashes[values.of[p]!]!));
  const mailbox = (values: Values): Uint32Array => keysOf(size, (p) => (values.of[p]! < 0 ? 0 : mailboxKey(values.vocabulary, values.of[p]!)));
  const companyWord = (place: number): Uint32Array => keysOf(size, (p) => (company.of[p]! < 0 ? 0 : wordKey(company.vocabulary, company.of[p]!, place)));
  /** The thing with either name, or with a word of one, so that swapped names meet too. */
  const withName = (thing: Uint32Array): Uint32Array[] => [familyKeys, givenAsFamily, ...words].map((name) => both(thing, name));

  // Where rows are matched by their names, sharing a company and a city without a name leads nowhere.
  const unnamed = given.of.reduce((sum, number, p) => sum + Number(number < 0 && family.of[p]! < 0), 0);
  const needsNames = extras.length === 0 && unnamed < size * FEW;
  const shared: readonly { readonly name: string; readonly values: Values }[] = [
    { name: 'company', values: company }, { name: 'domain', values: domain }, { name: 'postal code', values: postal }, { name: 'city', values: city }, ...extras.map((extra) => ({ name: extra.name, values: extra })),
  ].filter(({ values }) => values.of.some((number) => number >= 0));
  return [
    ...(size > FEW_ROWS ? [] : [{ name: 'everybody', keys: () => [new Uint32Array(size).fill(1)] }]),
    { name: 'e-mail', keys: () => emails.map(whole) },
    { name: 'phone', keys: () => phones.map(whole) },
    ...extras.map((extra) => ({ name: extra.name, keys: () => [whole(extra)] })),
    ...shared.map(({ name, values }) => ({ name: `name and ${name}`, keys: () => withName(whole(values)) })),
    { name: 'name', keys: () => [both(givenKeys, familyKeys), both(familyAsGiven(), givenAsFamily), ...words.map((name) => both(givenKeys, name))] },
    { name: 'mailbox', keys: () => emails.map(mailbox) },
    { name: 'street', keys: () => [whole(street), keysOf(size, (p) => (street.of[p]! < 0 ? 0 : houseKey(street.vocabulary, street.of[p]!)))] },
    ...(needsNames ? [] : [
      ...shared.flatMap((one, i) => shared.slice(i + 1).map((other) => ({ name: `${one.name} and ${other.name}`, keys: () => [both(whole(one.values), whole(other.values))] }))),
      { name: 'company', keys: () => [whole(company)] },
      { name: 'domain', keys: () => [whole(domain)] },
      ...shared.filter(({ values }) => values !== company).map(({ name, values }) => ({ name: `a word of the company and ${name}`, keys: () => FIRST_WORDS.map((place) => both(companyWord(place), whole(values))) })),
      { name: 'a word of the company', keys: () => FIRST_WORDS.map(companyWord) },
    ]),
  ];
}

function keysOf(size: number, key: (p: number) => number): Uint32Array {
  const keys = new Uint32Array(size);
  for (let p = 0; p < size; p++) keys[p] = key(p);
  return keys;
}


function rowsOf({ rowStarts }: People, profiles: ReadonlySet<number>): number {
  let rows = 0;
  for (const p of profiles) rows += rowStarts[p + 1]! - rowStarts[p]!;
  return rows;
}

/** Whose key it is that `sorted` put there. (Passes have few keys, and a division is dear.) */
function profileOf(entry: number, size: number): number {
  let profile = entry;
  while (profile >= size) profile -= size;
  return profile;
}

/** All keys of a pass in one array, key `slot` of profile `p` at `slot * size + p`; `order` leaves out those that are 0. */
function sorted(keys: readonly Uint32Array[]): { entries: Uint32Array; order: Uint32Array } {
  const size = keys[0]?.length ?? 0;
  const entries = keys.length === 1 ? keys[0]! : new Uint32Array(size * keys.length);
  if (keys.length > 1) keys.forEach((key, slot) => { entries.set(key, slot * size); });
  const filled = new Uint32Array(entries.length);
  let count = 0;
  for (let entry = 0; entry < entries.length; entry++) if (entries[entry] !== 0) filled[count++] = entry;
  return { entries, order: positionsByKey(entries, filled.subarray(0, count)) };
}

function eachBlock(entries: Uint32Array, order: Uint32Array, visit: (from: number, to: number) => void): void {
  for (let from = 0; from < order.length;) {
    const key = entries[order[from]!]!;
    let to = from + 1;
    while (to < order.length && entries[order[to]!] === key) to++;
    if (to - from > 1) visit(from, to);
    from = to;
  }
}

/** The largest block size such that all blocks up to it make no more pairs than the budget, and how many they make. */
function largestWithin(entries: Uint32Array, order: Uint32Array, budget: number): { most: number; pairs: number } {
  const bySize = new Map<number, number>();
  eachBlock(entries, order, (from, to) => bySize.set(to - from, (bySize.get(to - from) ?? 0) + 1));
  let most = 0;
  let pairs = 0;
  for (const [size, blocks] of [...bySize].sort((a, b) => a[0] - b[0])) {
    const more = blocks * size * (size - 1) / 2;
    if (pairs + more > budget) break;
    pairs += more;
    most = size;
  }
  return { most, pairs };
}

/** Sorts the first `count` and drops what is there twice; how many are left. By both numbers of a pair, as sorting what they make is ten times slower. */
function unique(pairs: Float64Array, count: number): number {
  const first = new Uint32Array(count);
  const second = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    first[i] = Math.floor(pairs[i]! / PAIR);
    second[i] = pairs[i]! - first[i]! * PAIR;
  }
  let kept = 0;
  for (const i of positionsByKey(first, positionsByKey(second))) {
    const pair = first[i]! * PAIR + second[i]!;
    if (kept === 0 || pairs[kept - 1] !== pair) pairs[kept++] = pair;
  }
  return kept;
}

function grown(array: Float64Array<ArrayBuffer>, least: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(Math.max(array.length * 1.5, least));
  larger.set(array);
  return larger;
}
