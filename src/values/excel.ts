import type { Field } from '../types.js';
import { monthOf } from './months.js';

/** Fields whose cells are codes made of digits: what a spreadsheet takes for numbers and spoils. */
const CODES: ReadonlySet<Field> = new Set<Field>(['id', 'phone', 'postal_code']);
const QUOTED_NUMBERS: ReadonlySet<Field> = new Set<Field>([...CODES, 'employees', 'price', 'created_at', 'last_activity_at', 'consent_at']);
/** Fields in which `Mar-05` was something else (`3-5`, house number 5/3) before a spreadsheet read it. */
const NO_DATES: ReadonlySet<Field> = new Set<Field>([...CODES, 'employees', 'street']);
const NUMBERS: ReadonlySet<Field> = new Set<Field>(['employees', 'price', 'budget', 'notes']);

const TEXT_FORMULA = /^[=\uff1d]("+)([^"]+)\1$/u;
const EQUALS_NUMBER = /^=\s*(\+?[\d ().-]*\d[\d ().-]*)$/;
const APOSTROPHE = /^'(\+?[\d(][\d\s()./:-]*)'?$/;
const POINT_ZERO = /^(\+?\d{3,})\.00?$/;
const THOUSANDS = /^\d{1,3}(?:,\d{3})+$/;
/** A spreadsheet writes `E+11`; other programs leave the plus out, and `1E5` alone may be a code. */
const SCIENTIFIC = /^([+-]?)(\d)(?:[.,](\d+)E\+?|E\+)(\d{1,3})$/i;
const ZIP_PLUS_4 = /^(\d{3,4})-(\d{4})$/;
const DAY_MONTH = /^(?:(\d{1,2})\.?[-. /](\p{L}{3,5})\.?|(\p{L}{3,5})\.?[-. /](\d{1,2}))$/u;
const WHOLE_DATE = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})(?: 0?0:00(?::00)?)?$/;

/**
 * What the cell was before a spreadsheet spoilt it, where only one reading is possible; else the same string:
 * `="0123"`, `'0123`, `447911123456.0`, `1,234,567`, `4.47911123456E+11` with all its digits, a postal code without
 * its leading zero. `digits` is how many a postal code of the lead's country has, 0 if that says nothing.
 */
export function unspoil(text: string, field: Field, digits: number): string {
  for (let before = ''; before !== text;) { // one wrapping may hide another
    before = text;
    text = unspoilOnce(text, field, digits);
  }
  return text;
}

function unspoilOnce(text: string, field: Field, digits: number): string {
  const first = text.charCodeAt(0);
  if (first === 0x3d || first === 0xff1d) {
    const inner = TEXT_FORMULA.exec(text)?.[2] ?? (field === 'phone' ? EQUALS_NUMBER.exec(text)?.[1] : undefined);
    return inner === undefined || inner.trim() === '' ? text : inner.trim();
  }
  if (first === 0x27) return QUOTED_NUMBERS.has(field) ? APOSTROPHE.exec(text)?.[1]?.trim() ?? text : text;
  if (!CODES.has(field) || text.length < 3) return text;
  const pointZero = POINT_ZERO.exec(text);
  if (pointZero !== null) return pointZero[1] as string;
  if (THOUSANDS.test(text) && (field !== 'phone' || text.length > 8)) return text.replaceAll(',', '');
  const scientific = SCIENTIFIC.exec(text);
  if (scientific !== null && isWhole(scientific)) return scientific[1] + (scientific[2] as string) + scientific[3];
  return field === 'postal_code' ? withZero(text, digits) : text;
}

/** A spreadsheet keeps 15 digits and shows 6: only a mantissa with a digit for each place has lost none. */
function isWhole(scientific: RegExpExecArray): boolean {
  const places = Number(scientific[4]);
  return scientific[1] !== '-' && places < 15 && (scientific[3] ?? '').length === places;
}

function withZero(text: string, digits: number): string {
  if (digits === 0) return text;
  if (text.length === digits - 1 && /^[1-9]\d+$/.test(text)) return `0${text}`;
  const zip = digits === 5 ? ZIP_PLUS_4.exec(text) : null;
  return zip !== null && zip[1]?.length === 4 ? `0${text}` : text;
}

const isDigit = (char: number): boolean => char > 0x2f && char < 0x3a;

/** What a spreadsheet has lost for good: the digits behind `4.4E+11`, or what it read as a date. '' if nothing. */
export function lostTo(text: string, field: Field): '' | 'number' | 'date' {
  const last = text.charCodeAt(text.length - 1);
  if (text.length < 3 || text.length > 24) return '';
  if (isDigit(last) && !NUMBERS.has(field) && SCIENTIFIC.test(text)) return 'number';
  if (!NO_DATES.has(field)) return '';
  if (field === 'employees' && WHOLE_DATE.test(text)) return 'date';
  if (text.length > 16 || !(isDigit(text.charCodeAt(0)) || isDigit(last))) return '';
  const date = DAY_MONTH.exec(text);
  return date !== null && monthOf((date[2] ?? date[3]) as string) > 0 ? 'date' : '';
}
