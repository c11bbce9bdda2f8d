import type { Cell } from '../types.js';
import { memo } from './memo.js';
import { dial, type Dialled } from './phone/dial.js';
import type { JudgedNumber } from './phone/plan.js';
import { readPlain, readPlainIn } from './phone/read-plain.js';
import { parted, several, tidy } from './phone/tidy.js';

/** A phone number as it was read. */
export interface Phone {
  /** `+` and digits, E.164 when valid; '' when the digits cannot belong to any numbering plan. */
  readonly number: string;
  /** The calling code: '44' of '+447911123456'. */
  readonly calling: string;
  /** Digits of the extension, else ''. */
  readonly ext: string;
  readonly judged: JudgedNumber;
  /** The cell holds more than one number; this is the first valid one. */
  readonly several: boolean;
  /** Another number the same digits may mean, else ''. */
  readonly rival: string;
}

/** What stands between two numbers, or at least looks like it: most texts have none and are one number. */
const SEPARATED = /[;|,\n\r]|\s[/&+]|\s\p{L}+\s/u;
const ABROAD = /^\(?\+?\s*(?:00|(011))[\s./-]*(?=[1-9])/u;
const PARTED = /[;|,/&\n\r]/u;
const NONE: readonly string[] = [];
const PLAIN = /^\+?[\d\s()./-]*$/u;
const NOWHERE: Phone = { number: '', calling: '', ext: '', judged: { country: '', type: '', possible: false, valid: false }, several: false, rival: '' };

/**
 * Reads the phone number in a text.
 *
 * `country` (ISO 3166-1 alpha-2, '' if unknown) is where a number without `+` is dialled from. A number that starts with
 * that country's calling code or international prefix is read as an international one, as Google's library does.
 * null when there is no number to read, or none that can be read without knowing the country.
 */
export function readPhone(text: string, country: string): Phone | null {
  return readPlain(text, country) ?? readOther(text, country);
}

/** The same of a cell: its bytes tell where the number is a plain one. */
export function phoneIn(cell: Cell, country: string): Phone | null {
  const { ascii } = cell;
  return (ascii === null ? readPlain(cell.text, country) : readPlainIn(ascii.bytes, ascii.start, ascii.end, country)) ?? readOther(cell.text, country);
}

/** What is no plain number is mostly one of a few texts (`call me`, `0`, `n.a.`) that come again and again. */
const REMEMBERED = 256;
const others = new Map<string, (text: string) => Phone | null>();
function readOther(text: string, country: string): Phone | null {
  let read = others.get(country);
  if (read === undefined) others.set(country, (read = memo((unread) => readAnyPhone(unread, country), REMEMBERED)));
  return read(text);
}

/** The same without the short cuts. */
export function readAnyPhone(text: string, country: string): Phone | null {
  const parts = SEPARATED.test(text) ? several(text) : NONE;
  if (parts.length > 0) return first(parts, country) ?? readOne(parts[0]!, country);
  const whole = readOne(text, country);
  if (whole?.judged.valid === true) return whole;
  return PARTED.test(text) ? first(parted(text), country) ?? whole : whole;
}

/** The first valid number of several. */
function first(parts: readonly string[], country: string): Phone | undefined {
  for (const part of parts) {
    const phone = readOne(part, country);
    if (phone?.judged.valid === true) return { ...phone, several: true };
  }
  return undefined;
}

function readOne(text: string, country: string): Phone | null {
  const clean = PLAIN.test(text) && !text.endsWith('.0') ? text : tidy(text);
  const dialled = dial(clean, country);
  if (dialled?.judged.valid === true) return weighed(dialled, clean, country);
  // Read as written it is no number that exists. People also write `00` for `+` where it is not dialled, and `(0)` where there is none.
  const other = otherwise(clean, country);
  if (other !== null) return phone(other);
  if (dialled !== null) return phone(dialled);
  return isDigits(clean) && (clean.startsWith('+') || clean.length > 17) ? NOWHERE : null;
}

const phone = (dialled: Dialled, rival = ''): Phone => ({
  number: dialled.number, calling: dialled.calling, ext: dialled.ext, judged: dialled.judged, several: false, rival,
});

/**
 * In a few countries a national number may begin like the calling code: `491711234567` in Germany. Google's library
 * then takes the national reading; here a mobile number wins over it, and another rival is named.
 */
function weighed(dialled: Dialled, clean: string, country: string): Phone {
  if (!clean.startsWith(dialled.calling) || country === '') return phone(dialled);
  const rival = dial(`+${clean}`, '');
  if (rival === null || rival.number === dialled.number || !/MOBILE|FIXED_LINE/u.test(rival.judged.type)) return phone(dialled);
  return rival.judged.type === 'MOBILE' && dialled.judged.type !== 'MOBILE' ? phone(rival) : phone(dialled, rival.number);
}
const isDigits = (text: string): boolean => PLAIN.test(text) && /\d(?:\D*\d){5}/u.test(text);

/** `011` is also an area code (Buenos Aires, Delhi): in another country it is believed only where it leads to that country. */
function otherwise(clean: string, country: string): Dialled | null {
  const abroad = ABROAD.exec(clean);
  const plus = abroad === null ? clean : `+${clean.slice(abroad[0].length)}`;
  const forms = [plus, plus.replace('(0)', ''), ...withoutMexicanPrefix(clean, country)];
  for (const form of forms) {
    if (form === clean) continue;
    const dialled = dial(form, country);
    if (dialled?.judged.valid === true && (abroad?.[1] === undefined || country === '' || dialled.judged.country === country)) return dialled;
  }
  return null;
}

/** Until 2020 a 1 stood before the mobile numbers of Mexico, seen from abroad, and 01, 044 or 045 at home; address books still have them. */
function withoutMexicanPrefix(clean: string, country: string): readonly string[] {
  const mexican = /^(?:(?:\+|00)?\s*52[\s.-]*1|0(?:44|45|1))[\s.)-]*(?=(?:\(?\d\D*){10}$)/u.exec(clean);
  return mexican !== null && (country === 'MX' || /^(?:\+|00)/u.test(clean)) ? [`+52${clean.slice(mexican[0].length)}`] : [];
}

/**
 * What two texts of the same number have in common: E.164 without the extension. A text that cannot be read without
 * a country is its digits.
 */
export function phoneKey(text: string): string {
  if (isE164(text)) return text;
  const phone = readPhone(text, '');
  return phone?.judged.valid === true ? phone.number : text.replace(/\D+/gu, '');
}

/** Whether it is a plus and 5 to 15 digits: nearly every text that was looked at. */
function isE164(text: string): boolean {
  if (text.length < 6 || text.length > 16 || text.charCodeAt(0) !== PLUS) return false;
  for (let i = 1; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char < 48 || char > 57) return false;
  }
  return true;
}
const PLUS = 43;
