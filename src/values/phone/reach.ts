import { after, NEVER, readPattern } from './pattern.js';
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
/** Digits that are looked at before it is given up to tell a prefix. */
const LONGEST_PREFIX = 4;

/** How a number that begins with `digits` after a plus reaches its plan; null: not in a plain way. */
export function reachAbroad(digits: string): Reach | Open | null {
  for (let length = 1; length <= LONGEST && length <= digits.length; length++) {
    const country = planOf(digits.slice(0, length))?.countries[0];
    if (country !== undefined) return behindPrefix(country, true, digits, length);
  }
  return digits.length < LONGEST ? 'open' : null;
}

/** The same of one dialled in `country`: what may begin with the way abroad, also with that of another country, or with a calling code is not plain. */
export function reachAtHome(country: Country, digits: string): Reach | Open | null {
  if (digits.startsWith('00') || digits.startsWith('011') || digits.startsWith(country.plan.calling)) return null;
  if (digits.length >= 2 && country.mayGoAbroad[Number(digits.slice(0, 2))] === true) return null;
  return digits.length < LONGEST ? 'open' : behindPrefix(country, false, digits, 0);
}

function behindPrefix(country: Country, abroad: boolean, digits: string, from: number): Reach | Open | null {
  const length = prefixLength(country, digits.slice(from));
  return typeof length === 'number' ? { country, abroad, skipped: from + length, prefixed: length > 0 } : length;
}

/** How many digits the national prefix has with which they begin, 0: none; null: the plan puts others in their place, or it takes long to tell. */
function prefixLength({ packed, strip }: Country, digits: string): number | Open | null {
  // Until no more digits can change what the prefix is. (Where the pattern holds to the end of the number, it ends before.)
  const rest = [...digits].reduce((pattern, digit) => after(pattern, Number(digit)), readPattern((packed[7] || packed[5] || '').replaceAll('$', '')));
  if (digits === '' || (rest !== NEVER && digits.length < LONGEST_PREFIX)) return 'open';
  if (rest !== NEVER) return null;
  const stripped = strip(digits);
  return digits.endsWith(stripped) ? digits.length - stripped.length : null;
}
