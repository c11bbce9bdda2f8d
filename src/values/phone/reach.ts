import { after, NEVER, readPattern, type Pattern } from './pattern.js';
import { planOf, type Country } from './plan.js';

/** How the digits of a text reach a numbering plan. */
export interface Reach {
  /** The country whose prefix counts. */
  readonly country: Country;
  /** By the calling code, after a plus. */
  readonly abroad: boolean;
  /** How many of the digits are none of the national number: the calling code, and what is dialled at home before it. */
  readonly skipped: number;
  /** Something that is dialled at home stands before it. */
  readonly prefixed: boolean;
}

/** More must be read. */
export type Open = 'open';
/** Digits of the longest calling code, and of the longest way abroad that is looked out for. */
const LONGEST = 3;

/** How a number that begins with `digits` after a plus reaches its plan; null: not in an ordinary way. */
export function reachAbroad(digits: string): Reach | Open | null {
  for (let length = 1; length <= LONGEST && length <= digits.length; length++) {
    const country = planOf(digits.slice(0, length))?.countries[0];
    if (country !== undefined) return behindPrefix(country, true, digits, length);
  }
  return digits.length < LONGEST ? 'open' : null;
}

/** The same of one dialled in `country`: what may begin with the way abroad, also with that of another country, or with a calling code is not ordinary. */
export function reachAtHome(country: Country, digits: string): Reach | Open | null {
  if (digits.startsWith(country.plan.calling)) return null;
  if (digits.length >= 2 && country.mayGoAbroad[Number(digits.slice(0, 2))] === true) return null;
  return digits.length < LONGEST ? 'open' : behindPrefix(country, false, digits, 0);
}

function behindPrefix(country: Country, abroad: boolean, digits: string, from: number): Reach | Open | null {
  const length = prefixLength(country, digits.slice(from));
  return typeof length === 'number' ? { country, abroad, skipped: from + length, prefixed: length > 0 } : length;
}

/** How many digits the national prefix has with which they begin, 0: none; null: more than one can be meant. */
function prefixLength({ prefix, packed, mayHavePrefix }: Country, digits: string): number | Open | null {
  if (digits === '') return 'open';
  if (prefix !== null) return digits.startsWith(prefix) ? prefix.length : prefix.startsWith(digits) ? 'open' : 0;
  if (mayHavePrefix[Number(digits[0])] !== true) return 0;
  const [source, transform] = [packed[7] || '', packed[8] || ''];
  if (transform !== '' || source.includes('$')) return null;
  let pattern = readPattern(source);
  for (let at = 0; at < digits.length; at++) {
    if (pattern.whole) return null;
    pattern = after(pattern, Number(digits[at]));
    if (pattern === NEVER) return 0;
    if (pattern.whole && isAtEnd(pattern)) return at + 1;
  }
  return 'open';
}

const isAtEnd = (pattern: Pattern): boolean => Array.from({ length: 10 }, (_, digit) => after(pattern, digit)).every((rest) => rest === NEVER);
