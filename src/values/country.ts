import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import de from 'i18n-iso-countries/langs/de.json' with { type: 'json' };
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import es from 'i18n-iso-countries/langs/es.json' with { type: 'json' };
import fr from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import it from 'i18n-iso-countries/langs/it.json' with { type: 'json' };
import nl from 'i18n-iso-countries/langs/nl.json' with { type: 'json' };
import pt from 'i18n-iso-countries/langs/pt.json' with { type: 'json' };
import aliases from '../../rules/countries.json' with { type: 'json' };
import { memo } from './memo.js';
import { mainCountry } from './phone/metadata.js';

type Names = Readonly<Record<string, string | readonly string[]>>;

const ALPHA_2 = new Set<string>([...codes.map((row) => row[0]!), 'XK']);
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
  if (/^[a-z]{2}$/i.test(text) && ALPHA_2.has(text.toUpperCase())) return text.toUpperCase();
  // ISO 3166-2: a part of the country.
  const part = /^([A-Z]{2})-[A-Z\d]{1,3}$/.exec(text)?.[1];
  if (part !== undefined && ALPHA_2.has(part)) return part;
  const calling = /^(?:\+|00)\s?(\d{1,3})$/.exec(text);
  if (calling !== null) return SHARED.has(calling[1]!) ? '' : mainCountry(calling[1]!);
  const all = (names ??= collect());
  const name = all.get(plain(text));
  if (name !== undefined) return name;
  // `Germany (DE)`, `Deutschland [EU]`: what stands in brackets only explains.
  const bare = text.replace(/[([{][^)\]}]*[)\]}]/gu, '');
  return bare === text ? '' : all.get(plain(bare)) ?? '';
}

let names: ReadonlyMap<string, string> | undefined;

function collect(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (code: string, name: string): void => {
    const key = plain(name);
    if (key !== '' && !found.has(key)) found.set(key, code);
  };
  // Aliases come first: they decide what is ambiguous. Two-letter keys come from them alone (`u.s.`, but not `n/a`).
  for (const [code, list] of Object.entries(aliases)) for (const name of list) add(code, name);
  for (const row of codes) add(row[0]!, row[1]!);
  for (const { countries } of [en, de, fr, es, pt, it, nl] as { countries: Names }[])
    for (const [code, list] of Object.entries(countries))
      for (const name of typeof list === 'string' ? [list] : list) if (name.length > 2) add(code, name);
  return found;
}

/** Letters and digits only, without case and accents, without a leading `the`. */
function plain(name: string): string {
  return name.normalize('NFD').toLowerCase().replace(/&/gu, 'and').replace(/^the\s+/u, '').replace(/ß/gu, 'ss').replace(/[^\p{L}\p{N}]/gu, '');
}
