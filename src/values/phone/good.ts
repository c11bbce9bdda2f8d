import { isWarm } from './dial.js';
import type { Fictional } from './fictional.js';
import { after, NEVER, readPattern, type Pattern } from './pattern.js';
import { countryOf, judgedAt, planOf, stateAfter, type Country, type Plan } from './plan.js';

/** What a good number is, but for its digits. */
export interface Good {
  /** ISO 3166-1 alpha-2, '' where it belongs to no single country. */
  readonly country: string;
  /** Its calling code, in ASCII. */
  readonly calling: Uint8Array;
  /** Digits of the text that are not those of the national number: the calling code, or what is dialled at home before it. */
  readonly skipped: number;
  /** Bytes of the number in E.164. */
  readonly length: number;
  /** Whether a text as long as that, with a plus in front, is the number in E.164. */
  readonly abroad: boolean;
}

/** How a national number is reached: from the country whose prefix is `skipped`, or by its calling code. */
interface Entry { readonly id: number; readonly plan: Plan; readonly country: Country; readonly abroad: boolean; readonly skipped: number; readonly hasPrefix: boolean }
/** What was read so far. `last`: those characters before that a text may not go on after, or end with. */
interface State {
  readonly last: Last;
  /** Where it is not known yet how the number is reached: from where, and the digits. Null country: after a plus. */
  readonly open: { readonly country: Country | null; readonly digits: string } | null;
  readonly inside: { readonly entry: Entry; readonly at: number; readonly fictional: Pattern } | null;
}
type Last = '' | '(' | '(0' | '.' | '.0';

/** What a byte may be: 0 to 9 a digit, a blank or hyphen, a point, brackets, and anything else. */
const BLANK = 10, POINT = 11, OPEN = 12, CLOSE = 13, OTHER = 14;
const KINDS = new Uint8Array(256).fill(OTHER);
for (let digit = 0; digit < 10; digit++) KINDS[48 + digit] = digit;
for (const [sign, kind] of [[' ', BLANK], ['-', BLANK], ['.', POINT], ['(', OPEN], [')', CLOSE]] as const) KINDS[sign.charCodeAt(0)] = kind;
const WIDTH = 16;
const PLUS = 43;

/** No good number, whatever comes. 0: nobody has asked. */
const LOST = 1;
const MOST_STATES = 1 << 15;
const MOST_DIGITS = 15;
const FEWEST_DIGITS = 5;

export type GoodIn = (bytes: Uint8Array, start: number, end: number, home: string) => Good | null;

export function goodNumbers(fictional: Fictional): GoodIn {
  let next = new Uint16Array(1 << 10);
  let told: (Good | null | undefined)[] = [];
  const states: State[] = [];
  const numbers = new Map<string, number>();
  const entries = new Map<string, Entry>();
  const goods = new Map<string, Good>();
  const starts = new Uint16Array(26 * 26 + 1);
  const lost: State = { last: '', open: null, inside: null };
  add(lost);
  add(lost);
  next.fill(LOST, LOST * WIDTH, LOST * WIDTH + WIDTH);
  const afterPlus = add({ last: '', open: { country: null, digits: '' }, inside: null });

  function add(state: State): number {
    const number = states.push(state) - 1;
    if (states.length * WIDTH > next.length) {
      const more = new Uint16Array(next.length * 2);
      more.set(next);
      next = more;
    }
    told.push(undefined);
    return number;
  }
  function numberOf(state: State | null): number {
    if (state === null) return LOST;
    const { last, open, inside } = state;
    const key = open !== null ? `${last} ${open.country?.code ?? '+'} ${open.digits}` : `${last} ${inside!.entry.id} ${inside!.at} ${inside!.fictional.id}`;
    let number = numbers.get(key);
    if (number === undefined) {
      if (states.length === MOST_STATES) return LOST;
      numbers.set(key, number = add(state));
    }
    return number;
  }
  const step = (from: number, kind: number): number => next[from * WIDTH + kind] = numberOf(following(states[from]!, kind));

  function following(state: State, kind: number): State | null {
    const { last } = state;
    switch (kind) {
      case BLANK: return { ...state, last: '' };
      case POINT: return { ...state, last: '.' };
      case OPEN: return { ...state, last: '(' };
      case CLOSE: return last === '(0' ? null : { ...state, last: '' };
      case OTHER: return null;
      default: return further(state, kind, kind === 0 && (last === '(' || last === '.') ? `${last}0` : '');
    }
  }
  function further({ open, inside }: State, digit: number, last: Last): State | null {
    if (inside !== null) return { last, open, inside: { ...inside, at: stepped(inside.entry.plan, inside.at, digit), fictional: after(inside.fictional, digit) } };
    const { country, digits } = open!;
    const read = digits + String(digit);
    const entry = entered(country, read);
    if (entry === null) return null;
    if (entry === 'open') return { last, open: { country, digits: read }, inside };
    const rest = [...read.slice(entry.skipped)].map(Number);
    return { last, open: null, inside: { entry, at: rest.reduce((at, one) => stepped(entry.plan, at, one), 0), fictional: rest.reduce((pattern, one) => after(pattern, one), fictional.behind(entry.plan.calling)) } };
  }

  function entered(country: Country | null, read: string): Entry | 'open' | null {
    if (country === null) {
      if (read.startsWith('0')) return null;
      for (let length = 1; length <= 3 && length <= read.length; length++) {
        const plan = planOf(read.slice(0, length));
        if (plan !== undefined) return behindPrefix(plan.countries[0]!, true, read, length);
      }
      return read.length < 3 ? 'open' : null;
    }
    const { calling } = country.plan;
    if (read.startsWith('00') || read.startsWith('011') || read.startsWith(calling)) return null;
    if (read.length > 1 && country.mayGoAbroad[Number(read.slice(0, 2))] === true) return null;
    if (read.length < 3) return 'open';
    return behindPrefix(country, false, read, 0);
  }
  function behindPrefix(country: Country, abroad: boolean, read: string, start: number): Entry | 'open' | null {
    const national = read.slice(start);
    if (national === '') return 'open';
    const prefix = prefixLength(country, national);
    return typeof prefix === 'number' ? entry(country, abroad, start + prefix, prefix > 0) : prefix;
  }
  function prefixLength({ prefix, packed, mayHavePrefix }: Country, national: string): number | 'open' | null {
    if (prefix !== null) return national.startsWith(prefix) ? prefix.length : prefix.startsWith(national) ? 'open' : 0;
    if (mayHavePrefix[Number(national[0])] !== true) return 0;
    const written = packed[7] || packed[5] || '';
    if ((packed[8] || '') !== '' || written.includes('$')) return null;
    let pattern = readPattern(written);
    for (let at = 0; at < national.length; at++) {
      if (pattern.whole) return null;
      pattern = after(pattern, Number(national[at]));
      if (pattern === NEVER) return 0;
      if (pattern.whole) return isAtEnd(pattern) ? at + 1 : null;
    }
    return 'open';
  }
  function entry(country: Country, abroad: boolean, skipped: number, hasPrefix: boolean): Entry {
    const key = `${country.code} ${country.plan.calling} ${abroad} ${skipped} ${hasPrefix}`;
    let known = entries.get(key);
    if (known === undefined) entries.set(key, known = { id: entries.size, plan: country.plan, country, abroad, skipped, hasPrefix });
    return known;
  }

  function tell(number: number): Good | null {
    const { last, inside } = states[number]!;
    if (inside === null || last === '.0' || inside.fictional.whole) return null;
    const { entry, at } = inside;
    const { plan, country, abroad, skipped, hasPrefix } = entry;
    const { length } = plan.states[at]!;
    if (skipped + length < FEWEST_DIGITS || plan.calling.length + length > MOST_DIGITS) return null;
    const { judged, isOwn } = judgedAt(plan, at, country, abroad);
    if (!judged.valid || !judged.possible || judged.type === 'PREMIUM_RATE' || judged.type === 'SHARED_COST' || (hasPrefix && !isOwn)) return null;
    const key = `${judged.country} ${entry.id} ${length}`;
    let good = goods.get(key);
    if (good === undefined) goods.set(key, good = { country: judged.country, calling: new TextEncoder().encode(plan.calling), skipped, length: 1 + plan.calling.length + length, abroad: abroad && !hasPrefix });
    return good;
  }

  function startIn(country: Country | undefined): number {
    return country === undefined ? LOST : numberOf({ last: '', open: { country, digits: '' }, inside: null });
  }

  return (bytes, start, end, home) => {
    if (!isWarm()) return null;
    let at = start;
    let state = 0;
    if (bytes[start] === PLUS) {
      state = afterPlus;
      at++;
    } else if (home === '') return null;
    else {
      const place = (home.charCodeAt(0) - 65) * 26 + home.charCodeAt(1) - 65;
      state = starts[place]!;
      if (state === 0) state = starts[place] = startIn(countryOf(home));
    }
    for (; at < end; at++) {
      const kind = KINDS[bytes[at]!]!;
      const to = next[state * WIDTH + kind]!;
      state = to === 0 ? step(state, kind) : to;
    }
    const good = told[state];
    return good === undefined ? told[state] = tell(state) : good;
  };
}

const isAtEnd = (pattern: Pattern): boolean => Array.from({ length: 10 }, (_, digit) => after(pattern, digit)).every((rest) => rest === NEVER);

const stepped = (plan: Plan, at: number, digit: number): number => stateAfter(plan, at, digit);
