import { followsPlans } from './dial.js';
import { countryOf, endAfter, mayHoldFormerPrefix, nameless, planOf, type Country, type JudgedNumber, type Plan } from './plan.js';

/** What a plain number is. */
export interface PlainPhone {
  readonly number: string;
  readonly calling: string;
  readonly ext: '';
  readonly judged: JudgedNumber;
  readonly several: false;
  readonly rival: '';
}

const MOST_DIGITS = 20;
const LONGEST = 60;
const digits = new Uint8Array(LONGEST + 1);
const written = new Uint8Array(LONGEST);

const PLUS = 43, ZERO = 48, NINE = 57, POINT = 46;
/** What a byte may be: 1 a digit, 2 what stands between digits (blank, brackets, hyphen, point), 4 anything else. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= ZERO && byte <= NINE ? 1 : ' ().-'.includes(String.fromCharCode(byte)) ? 2 : 4));
/** `(0)` */
const OPTIONAL_ZERO = 0x283029;

/**
 * Reads a plain number: one written with digits, blanks, brackets, hyphens and points, and a plus in front of them or none.
 * Nearly every number of a list is one, and is read in one pass, without a RegExp and without strings in between. undefined:
 * take the long way (readAnyPhone), which says the same of it (a test compares the two) at ten times the cost.
 */
export function readPlain(text: string, from: string): PlainPhone | undefined {
  const { length } = text;
  if (length > LONGEST) return undefined;
  for (let i = 0; i < length; i++) {
    const char = text.charCodeAt(i);
    if (char > NINE) return undefined;
    written[i] = char;
  }
  return readPlainIn(written, 0, length, from);
}

/** The same of the ASCII in [start, end). */
export function readPlainIn(bytes: Uint8Array, start: number, end: number, from: string): PlainPhone | undefined {
  if (end - start > LONGEST || !followsPlans()) return undefined;
  const abroad = bytes[start] === PLUS;
  let count = 0;
  let seen = 0;
  let lastThree = 0;
  let zeros = 0;
  // Without a branch in it: where digits stand in a number cannot be guessed.
  for (let i = abroad ? start + 1 : start; i < end; i++) {
    const char = bytes[i] as number;
    const kind = KINDS[char] as number;
    digits[count] = char - ZERO;
    count += kind & 1;
    seen |= kind;
    lastThree = (lastThree << 8 | char) & 0xffffff;
    zeros |= lastThree === OPTIONAL_ZERO ? 1 : 0;
  }
  if (seen > 3 || count < 5 || count > MOST_DIGITS || zeros === 1) return undefined; // `+49 (0) 711`
  // `0049`, `011 49` dialled where it is not the way abroad; `512345.0` of a spreadsheet.
  if (digits[0] === 0 && (abroad || digits[1] === 0 || (digits[1] === 1 && digits[2] === 1))) return undefined;
  if (bytes[end - 2] === POINT && bytes[end - 1] === ZERO) return undefined;
  return abroad ? international(count) : national(count, from);
}

/** Plans by calling code, as far as they were asked for; null: nobody has this one. */
const plans: (Plan | null | undefined)[] = [];
function planNumbered(calling: number): Plan | null {
  const plan = plans[calling];
  return plan === undefined ? plans[calling] = planOf(String(calling)) ?? null : plan;
}

function international(count: number): PlainPhone | undefined {
  let calling = 0;
  for (let length = 1; length <= 3; length++) {
    calling = calling * 10 + (digits[length - 1] as number);
    const plan = planNumbered(calling);
    if (plan !== null) return judged(plan, plan.countries[0] as Country, length, count, false);
  }
  return undefined;
}

function national(count: number, from: string): PlainPhone | undefined {
  const country = countryOf(from);
  if (country === undefined || country.mayGoAbroad[(digits[0] as number) * 10 + (digits[1] as number)] === true || startsWith(country.plan.calling, 0)) return undefined;
  return judged(country.plan, country, 0, count, true);
}

/** `start`: where the national number starts, its prefix included. */
function judged(plan: Plan, country: Country, start: number, count: number, known: boolean): PlainPhone | undefined {
  const prefix = prefixLength(country, start, count);
  if (prefix < 0 || start + prefix >= count) return undefined;
  const end = endAfter(plan, digits, start + prefix, count);
  if (prefix > 0) {
    // As it is dialled at home: what remains must be a number of the country, else the long way decides.
    if (((end.general >> country.index) & 1) === 0) return undefined;
    const { lengths } = end.exact === -1 ? country : plan.countries[end.exact] as Country;
    start += prefix;
    if (!lengths.includes(count - start)) return undefined;
  }
  if (count - start < 2 || count - start > 17) return undefined;
  let mine = end.judged[end.exact === -1 ? country.index : end.exact] as JudgedNumber;
  if (end.exact === -1 && !known) mine = nameless(mine);
  if (!mine.possible && mayHoldFormerPrefix(plan)) return undefined;
  return { number: spell(plan.calling, start, count), calling: plan.calling, ext: '', judged: mine, several: false, rival: '' };
}

/** How many digits from `start` on are the national prefix; -1: the plan puts others in their place. */
function prefixLength(country: Country, start: number, count: number): number {
  const { prefix } = country;
  if (prefix !== null) return prefix !== '' && startsWith(prefix, start) ? prefix.length : 0;
  if (country.mayHavePrefix[digits[start] as number] !== true) return 0;
  const dialled = spell('', start, count).slice(1);
  const rest = country.strip(dialled);
  return dialled.endsWith(rest) ? dialled.length - rest.length : -1;
}

function startsWith(prefix: string, at: number): boolean {
  for (let i = 0; i < prefix.length; i++) if (digits[at + i] !== prefix.charCodeAt(i) - ZERO) return false;
  return true;
}

/** One array for each length, filled again for each number. */
const spellings: number[][] = Array.from({ length: MOST_DIGITS + 5 }, (_, length) => new Array<number>(length).fill(0));

/** `+`, the calling code and the digits from `start` on. */
function spell(calling: string, start: number, count: number): string {
  const codes = spellings[1 + calling.length + count - start] as number[];
  let at = 0;
  codes[at++] = PLUS;
  for (let i = 0; i < calling.length; i++) codes[at++] = calling.charCodeAt(i);
  for (let i = start; i < count; i++) codes[at++] = ZERO + (digits[i] as number);
  return String.fromCharCode.apply(null, codes);
}
