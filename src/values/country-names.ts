import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import de from 'i18n-iso-countries/langs/de.json' with { type: 'json' };
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import es from 'i18n-iso-countries/langs/es.json' with { type: 'json' };
import fr from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import it from 'i18n-iso-countries/langs/it.json' with { type: 'json' };
import nl from 'i18n-iso-countries/langs/nl.json' with { type: 'json' };
import pt from 'i18n-iso-countries/langs/pt.json' with { type: 'json' };
import aliases from '../../rules/countries.json' with { type: 'json' };
import { nameKey } from './name-key.js';

type Names = Readonly<Record<string, string | readonly string[]>>;

// What these return is worked out when the package is built (build.js): a name of a country costs a scan no more than looking it up.

/** ISO 3166-1 alpha-2 codes, and Kosovo's. */
export const alpha2Codes = (): readonly string[] => [...codes.map((row) => row[0]!), 'XK'];

/** By code: the names of the country as `nameKey` makes them, a blank between two. */
export function countryNames(): Readonly<Record<string, string>> {
  const found = new Map<string, string>();
  const add = (code: string, name: string): void => {
    const key = nameKey(name);
    if (key !== '' && !found.has(key)) found.set(key, code);
  };
  // Aliases come first: they decide what is ambiguous. Two-letter keys come from them alone (`u.s.`, but not `n/a`).
  for (const [code, list] of Object.entries(aliases)) for (const name of list) add(code, name);
  for (const row of codes) add(row[0]!, row[1]!);
  for (const { countries } of [en, de, fr, es, pt, it, nl] as { countries: Names }[])
    for (const [code, list] of Object.entries(countries))
      for (const name of typeof list === 'string' ? [list] : list) if (name.length > 2) add(code, name);
  const names: Record<string, string> = {};
  for (const [name, code] of found) names[code] = names[code] === undefined ? name : `${names[code]} ${name}`;
  return names;
}
