import { arePlansKept } from './kept.js';
import { askLibrary } from './metadata.js';
import { countryOf, endOf, nameless, planOf, type Country, type JudgedNumber, type Plan } from './plan.js';

/** A number that was read. */
export interface Dialled {
  /** `+` and digits. E.164 when the number is valid. */
  readonly number: string;
  /** The calling code: '44' of '+447911123456'. */
  readonly calling: string;
  readonly ext: string;
  readonly judged: JudgedNumber;
}

const ORDINARY = /^\(?\+?[\d ()./\u00a0-]{3,60}$/u;
/** What is made ready as numbers come takes long to be made: a short list does not earn that back. */
const FEW = 200;
let asked = 0;
/** Whether enough numbers came. */
export const isWarm = (): boolean => asked >= FEW;
/** Whether one more number can be told by the plans: the build has made them ready, or it pays to do it now. */
export function followsPlans(): boolean {
  if (isWarm()) return true;
  if (!arePlansKept()) return false;
  asked += 1;
  return true;
}
const NOT_A_DIGIT = /\D+/gu;

/**
 * Reads one number as it would be dialled from `country` (ISO 3166-1 alpha-2, '' if unknown); null if it is none.
 *
 * libphonenumber-js is the judge, but it builds its RegExps anew for each number. What is written with digits and plain
 * punctuation is therefore followed through the same numbering plans here, step by step as the library does it (a test
 * compares the two); everything else is left to the library, and the first few numbers where the plans are not ready.
 */
export function dial(text: string, country: string): Dialled | null {
  if (followsPlans()) return ORDINARY.test(text) ? asPlanned(text, country) : asLibrary(text, country);
  asked += 1;
  return asLibrary(text, country);
}

/** The judge: libphonenumber-js. */
export function asLibrary(text: string, country: string): Dialled | null {
  const phone = askLibrary(text, country);
  if (phone === undefined) return null;
  const type = phone.getType();
  return {
    number: phone.number, calling: phone.countryCallingCode, ext: phone.ext ?? '',
    // Only what is valid has a type.
    judged: { country: phone.country ?? '', type: type ?? '', possible: phone.isPossible(), valid: type !== undefined || phone.isValid() },
  };
}

/** The same by the plans made ready: for texts that look ordinary. */
export function asPlanned(text: string, from: string): Dialled | null {
  const digits = text.replace(NOT_A_DIGIT, '');
  if (digits.length < 3) return asLibrary(text, from);
  if (text.includes('+')) return international(digits);
  const country = countryOf(from);
  if (country === undefined) return null;
  const abroad = country.stripInternational(digits);
  if (abroad !== undefined) return international(abroad);
  const { plan } = country;
  if (digits.startsWith(plan.calling) && lacksPlus(country, digits)) return spoken(plan, plan.countries[0]!, digits.slice(plan.calling.length), '');
  return spoken(plan, country, digits, country.code);
}

/** A number after the `+`. */
function international(digits: string): Dialled | null {
  for (let length = 1; length <= 3; length += 1) {
    const plan = planOf(digits.slice(0, length));
    if (plan !== undefined) return digits.length === length ? null : spoken(plan, plan.countries[0]!, digits.slice(length), '');
  }
  return null;
}

/** Whether a number that starts like the calling code makes sense only as an international one. */
function lacksPlus(country: Country, digits: string): boolean {
  const { plan } = country;
  const whole = national(country, digits);
  if (whole.length > country.lengths.at(-1)!) return true;
  return !isNational(country, whole) && isNational(country, national(country, digits.slice(plan.calling.length)));
}

/** A number of a plan, `country` being the one whose prefixes count. `known` is '' where only the number itself can tell its country. */
function spoken(plan: Plan, country: Country, digits: string, known: string): Dialled | null {
  const number = national(country, digits);
  if (number.length < 2 || number.length > 17) return null;
  const end = endOf(plan, number);
  const judged = end.judged[end.exact === -1 ? country.index : end.exact]!;
  return { number: `+${plan.calling}${number}`, calling: plan.calling, ext: '', judged: end.exact === -1 && known === '' ? nameless(judged) : judged };
}

/** The national number without its national prefix, unless what remains is no number while the whole is one. */
function national(country: Country, digits: string): string {
  const rest = country.strip(digits);
  if (rest === digits || rest === '') return digits;
  const end = endOf(country.plan, rest);
  if (((end.general >> country.index) & 1) === 0 && isNational(country, digits)) return digits;
  const { lengths } = end.exact === -1 ? country : country.plan.countries[end.exact]!;
  return rest.length > lengths.at(-1)! || lengths.includes(rest.length) ? rest : digits;
}

const isNational = (country: Country, digits: string): boolean => ((endOf(country.plan, digits).general >> country.index) & 1) === 1;
