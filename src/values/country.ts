import { alpha2Codes, countryNames } from './country-names.js';
import { memo } from './memo.js';
import { nameKey } from './name-key.js';
import { mainCountry } from './phone/metadata.js';

/** Calling codes whose first country is not nearly always the one that is meant. */
const SHARED = new Set(['1', '7']);

/** A flag is two letters of an alphabet of its own. */
const FLAG = /^[\u{1f1e6}-\u{1f1ff}]{2}$/u;
const REGIONAL_A = 0x1f1e6;

/** A list names few countries, so what was looked up once is remembered; the bound is for columns that hold something else. */
const REMEMBERED = 4096;
const remembered = memo((text) => read(text.trim()), REMEMBERED);

/**
 * The country a text names: ISO 3166-1 alpha-2 in upper case, or '' when it names none.
 * Reads alpha-2 and alpha-3 codes, names in English, German, French, Spanish, Portuguese, Italian and Dutch
 * (i18n-iso-countries), the usual aliases (rules/countries.json), codes of parts (`GB-ENG`), flags (🇩🇪) and calling codes
 * (`+44`) but for `+1` and `+7`, which several large countries share. Case, accents and punctuation do not matter.
 */
export function countryCode(text: string): string {
  return remembered(text);
}

function read(text: string): string {
  if (text === '' || text.length > 80) return '';
  if (FLAG.test(text)) return read(Array.from(text, (letter) => String.fromCharCode((letter.codePointAt(0) as number) - REGIONAL_A + 65)).join(''));
  if (/^[a-z]{2}$/i.test(text) && isAlpha2(text.toUpperCase())) return text.toUpperCase();
  // ISO 3166-2: a part of the country.
  const part = /^([A-Z]{2})-[A-Z\d]{1,3}$/.exec(text)?.[1];
  if (part !== undefined && isAlpha2(part)) return part;
  const calling = /^(?:\+|00)\s?(\d{1,3})$/.exec(text);
  if (calling !== null) return SHARED.has(calling[1]!) ? '' : mainCountry(calling[1]!);
  const all = (names ??= codesByName());
  const name = all.get(nameKey(text));
  if (name !== undefined) return name;
  // `Germany (DE)`, `Deutschland [EU]`: what stands in brackets only explains.
  const bare = text.replace(/[([{][^)\]}]*[)\]}]/gu, '');
  return bare === text ? '' : all.get(nameKey(bare)) ?? '';
}

let codes: ReadonlySet<string> | undefined;
const isAlpha2 = (code: string): boolean => (codes ??= new Set(alpha2Codes())).has(code);

let names: ReadonlyMap<string, string> | undefined;
function codesByName(): ReadonlyMap<string, string> {
  const byName = new Map<string, string>();
  for (const [code, all] of Object.entries(countryNames())) for (const name of all.split(' ')) byName.set(name, code);
  return byName;
}
