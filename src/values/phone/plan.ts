import { keptPlan, LENGTH_AT, WHOLE_AT, WIDTH, type KeptPlan } from './kept.js';
import { after, ANYTHING, followedBy, NEVER, readPattern, type Pattern } from './pattern.js';
import { metadata, type PackedPlan } from './metadata.js';
import { internationalStripper, literal, pairsOf, startsOf, stripper } from './prefix.js';

/** Positions of the types in a packed plan, in the order in which Google tries them after fixed line and mobile. */
const FIXED = 0;
const MOBILE = 1;
const OTHERS: readonly (readonly [number, string])[] = [
  [1, 'MOBILE'], [3, 'PREMIUM_RATE'], [2, 'TOLL_FREE'], [9, 'SHARED_COST'], [8, 'VOIP'], [4, 'PERSONAL_NUMBER'], [7, 'PAGER'], [6, 'UAN'], [5, 'VOICEMAIL'],
];
/** The other two things that are followed of a country: all its numbers, and the digits that tell it from its neighbours. */
const GENERAL = 10;
const LEADING = 11;

/** The numbering plan of one country. */
export interface Country {
  /** ISO 3166-1 alpha-2, '' for a calling code of no country. */
  readonly code: string;
  readonly plan: Plan;
  /** Where it stands among the countries of its calling code. */
  readonly index: number;
  readonly packed: PackedPlan;
  readonly lengths: readonly number[];
  /** The digits dialled before a number at home, '' if none; null where a pattern says what they are. */
  readonly prefix: string | null;
  /** The digits with which they may start. */
  readonly mayHavePrefix: readonly boolean[];
  /** The two digits (0 to 99) with which the way abroad may start. */
  readonly mayGoAbroad: readonly boolean[];
  /** Takes the national prefix (and a carrier code) off, as its plan says; the same string if there is none. */
  readonly strip: (digits: string) => string;
  /** Takes the international prefix off; undefined if there is none. */
  readonly stripInternational: (digits: string) => string | undefined;
}

/** All countries of one calling code. One walk over the digits of a national number follows the patterns of all of them. */
export interface Plan {
  readonly calling: string;
  readonly countries: readonly Country[];
  /** What is followed: which country's, and what it is. */
  readonly slots: readonly { readonly country: number; readonly role: number }[];
  /** What may have been read so far, by number; the first is that of no digits. Those the build has followed come when they are asked for. */
  readonly states: (State | undefined)[];
  readonly numberOf: Map<string, number>;
  /** `WIDTH` numbers for each state, by digit the state that comes next; 0: nobody has asked. One after another they stay in the cache, as objects would not. */
  next: Int32Array;
  readonly kept: KeptPlan | undefined;
  readonly ends: (End | undefined)[];
}
interface State {
  /** Digits read. */
  readonly length: number;
  /** Slots that may still match, and what they wait for. */
  readonly slots: readonly number[];
  readonly patterns: readonly Pattern[];
}
/** What the numbering plans say of a number. `country` is '' where the number belongs to no single country. */
export interface JudgedNumber {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** As Google names them: MOBILE, FIXED_LINE, PREMIUM_RATE …; '' when the number is not valid. */
  readonly type: string;
  /** Its length exists in the country. */
  readonly possible: boolean;
  /** Its digits exist in the country. */
  readonly valid: boolean;
}
/** What is known of a number that ends here. */
export interface End {
  /** Bit for each country of the calling code: the number is one of its. */
  readonly general: number;
  /** The country it belongs to, -1 if that cannot be told. */
  readonly exact: number;
  /** By country. */
  readonly judged: readonly JudgedNumber[];
}

const byCalling = new Map<string, Plan | undefined>();

/** The plan of a calling code, made when first asked for; undefined if no country has the code. */
export function planOf(calling: string): Plan | undefined {
  if (!byCalling.has(calling)) byCalling.set(calling, make(calling));
  return byCalling.get(calling);
}

const byCountry = new Map<string, Country | null>();

/** The plan of a country (alpha-2), undefined if it has none of its own. */
export function countryOf(code: string): Country | undefined {
  let country = byCountry.get(code);
  if (country === undefined) byCountry.set(code, country = planOf(metadata.countries[code]?.[0] ?? '')?.countries.find((one) => one.code === code) ?? null);
  return country ?? undefined;
}

function make(calling: string): Plan | undefined {
  const codes = metadata.country_calling_codes[calling] ?? (calling in metadata.nonGeographic ? [''] : undefined);
  if (codes === undefined) return undefined;
  const countries: Country[] = [];
  const slots: { country: number; role: number }[] = [];
  const patterns: Pattern[] = [];
  const kept = keptPlan(calling);
  const plan: Plan = { calling, countries, slots, states: [], numberOf: new Map(), next: kept === undefined ? new Int32Array(FIRST_STATES * WIDTH) : new Int32Array(kept.states), kept, ends: [] };
  for (const [index, code] of codes.entries()) {
    const packed = code === '' ? metadata.nonGeographic[calling]! : metadata.countries[code]!;
    countries.push({ code, plan, index, packed, lengths: packed[3], prefix: literal(packed[7] || packed[5] || ''), mayHavePrefix: startsOf(packed[7] || packed[5] || ''), mayGoAbroad: pairsOf(packed[1] || ''), strip: stripper(packed[7] || packed[5] || '', packed[8] || ''), stripInternational: internationalStripper(packed[1] || '') });
    const follow = (role: number, source: string): void => {
      slots.push({ country: index, role });
      if (kept !== undefined) return;
      const pattern = readPattern(source);
      patterns.push(role === LEADING ? followedBy(pattern, ANYTHING) : pattern);
    };
    follow(GENERAL, packed[2]);
    if (packed[10]) follow(LEADING, packed[10]);
    for (const [role, type] of (packed[11] ?? []).entries()) if (type !== 0 && type[0]) follow(role, type[0]);
  }
  if (kept === undefined) add(plan, { length: 0, slots: slots.map((_, slot) => slot), patterns });
  else plan.states.length = plan.ends.length = kept.states.length / WIDTH;
  return plan;
}

/** A state. Of the patterns of one that the build has followed only those are asked for that match as they are, and those that match whatever comes. */
function stateOf({ states, kept }: Plan, at: number): State {
  return states[at] ??= restored(kept!, at * WIDTH);
}
function restored({ states, wholes }: KeptPlan, from: number): State {
  const slots = wholes[states[from + WHOLE_AT]!]!;
  return { length: states[from + LENGTH_AT]!, slots, patterns: slots.map(() => ANYTHING) };
}

const FIRST_STATES = 64;
function add(plan: Plan, state: State): number {
  if (plan.states.length * WIDTH === plan.next.length) {
    const more = new Int32Array(plan.next.length * 2);
    more.set(plan.next);
    plan.next = more;
  }
  return plan.states.push(state) - 1;
}

/** Walks the digits (0 to 9) of a national number that stand in [from, to). */
export function endAfter(plan: Plan, digits: Uint8Array, from: number, to: number): End {
  let at = 0;
  for (let i = from; i < to; i += 1) at = plan.next[at * WIDTH + digits[i]!] || step(plan, at, digits[i]!);
  return endAt(plan, at);
}

/** Walks a national number. */
export function endOf(plan: Plan, digits: string): End {
  let at = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits.charCodeAt(i) - 48;
    at = plan.next[at * WIDTH + digit] || step(plan, at, digit);
  }
  return endAt(plan, at);
}

/** The state after one more digit (0 to 9). */
export function stateAfter(plan: Plan, at: number, digit: number): number {
  return plan.next[at * WIDTH + digit] || step(plan, at, digit);
}

/** What is known of a number of so many digits, dialled in the country or from abroad, that ends in a state; and whether it is one of the country's. */
export function judgedAt({ plan, index, lengths }: Country, at: number, abroad: boolean): { readonly judged: JudgedNumber; readonly isOwn: boolean; readonly length: number } {
  const { length } = stateOf(plan, at);
  const { exact, general, judged } = endAt(plan, at);
  const mine = judged[exact === -1 ? index : exact]!;
  return {
    judged: exact === -1 && abroad ? nameless(mine) : mine, length,
    isOwn: ((general >> index) & 1) === 1 && (exact === -1 ? lengths : plan.countries[exact]!.lengths).includes(length),
  };
}

/** The same of a number of which only the calling code is known. */
export const nameless = (judged: JudgedNumber): JudgedNumber => (judged.country === '' ? judged : { ...judged, country: '' });

const endAt = (plan: Plan, at: number): End => (plan.ends[at] ??= settle(plan, stateOf(plan, at)));

function step(plan: Plan, at: number, digit: number): number {
  const from = stateOf(plan, at);
  const slots: number[] = [];
  const patterns: Pattern[] = [];
  let key = `${from.length + 1}`;
  for (const [i, pattern] of from.patterns.entries()) {
    const rest = after(pattern, digit);
    if (rest === NEVER) continue;
    slots.push(from.slots[i]!);
    patterns.push(rest);
    key += ` ${from.slots[i]!}:${rest.id}`;
  }
  let to = plan.numberOf.get(key);
  if (to === undefined) plan.numberOf.set(key, (to = add(plan, { length: from.length + 1, slots, patterns })));
  return (plan.next[at * WIDTH + digit] = to);
}

function settle(plan: Plan, { length, slots, patterns }: State): End {
  /** By country, a bit for each role that matches the whole number. */
  const hits = plan.countries.map(() => 0);
  for (const [i, slot] of slots.entries()) {
    const { country, role } = plan.slots[slot]!;
    if (patterns[i]!.whole && (role >= GENERAL || fits(plan.countries[country]!, role, length))) hits[country]! |= 1 << role;
  }
  const judged = plan.countries.map(({ code, packed, lengths }, index): JudgedNumber => {
    const type = typeOf(packed, hits[index]!);
    return { country: code, type, possible: lengths.includes(length), valid: type !== '' };
  });
  const exact = plan.countries.length === 1
    ? (plan.countries[0]!.code === '' ? -1 : 0)
    : plan.countries.findIndex(({ packed }, index) => (packed[10] ? (hits[index]! >> LEADING) & 1 : judged[index]!.valid));
  return { general: hits.reduce((bits, hit, index) => bits | (((hit >> GENERAL) & 1) << index), 0), exact, judged };
}

function fits({ packed, lengths }: Country, role: number, length: number): boolean {
  const type = packed[11]?.[role];
  return (type === undefined || type === 0 ? lengths : type[1] ?? lengths).includes(length);
}

function typeOf(packed: PackedPlan, hits: number): string {
  const has = (role: number): boolean => ((hits >> role) & 1) === 1;
  if (!has(GENERAL)) return '';
  if (has(FIXED)) {
    const mobile = packed[11]?.[MOBILE];
    // Google leaves the mobile pattern out where it is that of the fixed lines.
    return mobile === undefined || mobile === 0 || !mobile[0] || has(MOBILE) ? 'FIXED_LINE_OR_MOBILE' : 'FIXED_LINE';
  }
  return OTHERS.find(([role]) => has(role))?.[1] ?? '';
}

/** Mexico: what was dialled before a number until 2020 still stands in address books; src/values/phone.ts leaves it out. */
export const mayHoldFormerPrefix = ({ calling }: Plan): boolean => calling === '52';
