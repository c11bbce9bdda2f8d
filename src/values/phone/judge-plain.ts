import { isWarm } from './dial.js';
import type { Fictional } from './fictional.js';
import { after, type Pattern } from './pattern.js';
import { countryOf, judgedAt, mayHoldFormerPrefix, stateAfter, type Country } from './plan.js';
import { reachAbroad, reachAtHome, type Open, type Reach } from './reach.js';

/** What there is to say of a plain number, but for its digits. */
export interface Plain {
  /** `good`: a valid one that is neither fictional nor dear. */
  readonly verdict: 'good' | 'fictional' | 'impossible' | 'invalid';
  /** ISO 3166-1 alpha-2, '' where it belongs to no single country. */
  readonly country: string;
  readonly calling: string;
  /** Digits in front of the national number, and its own. */
  readonly skipped: number;
  readonly digits: number;
  /** It has a plus in front. */
  readonly abroad: boolean;
}

/** Judges the number in [start, end) of ASCII, dialled in a country (alpha-2, '' if unknown); null: it is no plain one, or none that is told here. */
export type JudgePlain = (bytes: Uint8Array, start: number, end: number, from: string) => Plain | null;

/** What the bytes so far may be the beginning of. */
interface State {
  /** The last characters, where one more would make `(0)` of them, or where they are a spreadsheet's `.0` if nothing follows. */
  readonly last: '' | '(' | '(0' | '.' | '.0';
  readonly way: Unreached | Reached;
}
/** It takes more digits to know how they reach a plan. `country`: where they are dialled, null: after a plus. */
interface Unreached { readonly country: Country | null; readonly digits: string }
/** Where the digits are in the plan, and what would still make them fictional. */
interface Reached { readonly reach: Reach; readonly at: number; readonly fictional: Pattern }

/** What a byte is: 0 to 9 a digit, or one of these. */
const BLANK = 10, POINT = 11, OPEN = 12, CLOSE = 13, OTHER = 14;
const KINDS = new Uint8Array(256).fill(OTHER);
for (let digit = 0; digit < 10; digit++) KINDS[0x30 + digit] = digit;
for (const [sign, kind] of [[' ', BLANK], ['-', BLANK], ['.', POINT], ['(', OPEN], [')', CLOSE]] as const) KINDS[sign.charCodeAt(0)] = kind;
/** Room for the kinds in the row of a state. */
const WIDTH = 16;
const PLUS = 0x2b;

/** In place of a state: nobody has asked. */
const UNASKED = 0;
/** The state of what is no plain number, whatever follows. */
const LOST = 1;
const MOST_STATES = 1 << 15;

const LONGEST = 60;
/** Digits of a national number. */
const FEWEST = 2;
const MOST = 17;

/**
 * Judges plain numbers (`readPlain` says which they are) and reads none of them: what the check has to know, whether it is
 * fictional included, is told by one walk over the bytes, from state to state of a table that grows as numbers take steps
 * that none took before. Of any other number it says nothing: readPhone does (a test shows that the two agree).
 */
export function plainJudge(fictional: Fictional): JudgePlain {
  let next = new Uint16Array(WIDTH << 8);
  next.fill(LOST, LOST * WIDTH, (LOST + 1) * WIDTH);
  const states: (State | null)[] = [null, null];
  /** By state: of a number that ends there. Undefined: nobody has asked. */
  const told: (Plain | null | undefined)[] = [null, null];
  const numbers = new Map<string, number>();
  const afterPlus = numberOf({ last: '', way: { country: null, digits: '' } });
  /** By the letters of the country. */
  const atHome = new Uint16Array(26 * 26);

  function numberOf(state: State | null): number {
    if (state === null) return LOST;
    const key = keyOf(state);
    let number = numbers.get(key);
    if (number !== undefined) return number;
    if (states.length === MOST_STATES) return LOST;
    numbers.set(key, number = states.push(state) - 1);
    told.push(undefined);
    if (states.length * WIDTH > next.length) {
      const more = new Uint16Array(next.length * 2);
      more.set(next);
      next = more;
    }
    return number;
  }

  const step = (from: number, kind: number): number => next[from * WIDTH + kind] = numberOf(following(states[from] as State, kind));

  function following({ last, way }: State, kind: number): State | null {
    switch (kind) {
      case BLANK: return { last: '', way };
      case POINT: return { last: '.', way };
      case OPEN: return { last: '(', way };
      case CLOSE: return last === '(0' ? null : { last: '', way };
      case OTHER: return null;
      default: {
        const further = 'reach' in way ? ahead(way, kind) : reached(way.country, way.digits + String(kind));
        return further === null ? null : { last: kind === 0 && (last === '(' || last === '.') ? `${last}0` : '', way: further };
      }
    }
  }

  const ahead = ({ reach, at, fictional }: Reached, digit: number): Reached => ({ reach, at: stateAfter(reach.country.plan, at, digit), fictional: after(fictional, digit) });

  function reached(country: Country | null, digits: string): Unreached | Reached | null {
    const reach: Reach | Open | null = country === null ? reachAbroad(digits) : reachAtHome(country, digits);
    if (reach === null) return null;
    if (reach === 'open') return { country, digits };
    const first: Reached = { reach, at: 0, fictional: fictional.behind(reach.country.plan.calling) };
    return [...digits.slice(reach.skipped)].reduce((way, digit) => ahead(way, Number(digit)), first);
  }

  function startIn(code: string): number {
    const country = countryOf(code);
    return country === undefined ? LOST : numberOf({ last: '', way: { country, digits: '' } });
  }

  return (bytes, start, end, from) => {
    if (end - start > LONGEST || !isWarm()) return null;
    let at = start;
    let state: number;
    if (bytes[start] === PLUS) {
      state = afterPlus;
      at++;
    } else {
      if (from === '') return null;
      const letters = (from.charCodeAt(0) - 0x41) * 26 + from.charCodeAt(1) - 0x41;
      state = atHome[letters] as number;
      if (state === UNASKED) state = atHome[letters] = startIn(from);
    }
    for (; at < end; at++) {
      const kind = KINDS[bytes[at] as number] as number;
      const to = next[state * WIDTH + kind] as number;
      state = to === UNASKED ? step(state, kind) : to;
    }
    const plain = told[state];
    return plain === undefined ? told[state] = plainAt(states[state] as State) : plain;
  };
}

const keyOf = ({ last, way }: State): string => 'reach' in way
  ? [last, way.reach.country.plan.calling, way.reach.country.code, way.reach.abroad, way.reach.skipped, way.at, way.fictional.id].join()
  : [last, way.country?.code ?? PLUS, way.digits].join();

/** What a text is that ends here. */
function plainAt({ last, way }: State): Plain | null {
  if (!('reach' in way) || last === '.0') return null;
  const { country, abroad, skipped, prefixed } = way.reach;
  const { judged, isOwn, length } = judgedAt(country, way.at, abroad);
  // As it is dialled at home: what remains must be a number of the country.
  if ((prefixed && !isOwn) || length < FEWEST || length > MOST) return null;
  const verdict = way.fictional.whole ? 'fictional' : !judged.possible ? 'impossible' : !judged.valid ? 'invalid' : 'good';
  if (verdict === 'impossible' && mayHoldFormerPrefix(country.plan)) return null;
  if (verdict === 'good' && (judged.type === 'PREMIUM_RATE' || judged.type === 'SHARED_COST')) return null;
  return { verdict, country: judged.country, calling: country.plan.calling, skipped, digits: length, abroad };
}

/** Whether the text is the number in E.164: nothing but a plus and the digits. */
export const standsIn = ({ abroad, calling, digits }: Plain, start: number, end: number): boolean => abroad && end - start === 1 + calling.length + digits;

/** One array for each length, filled again for each number. */
const spellings = Array.from({ length: 1 + 3 + MOST + 1 }, (_, length) => new Array<number>(length).fill(0));

/** The number in E.164. */
export function spelled({ calling, skipped, digits }: Plain, bytes: Uint8Array, start: number, end: number): string {
  const codes = spellings[1 + calling.length + digits] as number[];
  codes[0] = PLUS;
  for (let i = 0; i < calling.length; i++) codes[1 + i] = calling.charCodeAt(i);
  let to = 1 + calling.length - skipped;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    if ((KINDS[byte] as number) > 9) continue;
    if (to > calling.length) codes[to] = byte;
    to++;
  }
  return String.fromCharCode.apply(null, codes);
}
