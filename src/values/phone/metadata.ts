import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/core';
import json from 'libphonenumber-js/metadata.max.json';

/** Google's numbering plans as libphonenumber-js packs them. The only file that knows the package. */
export const metadata = json as unknown as Packed;

/**
 * One country's plan, by position: 0 calling code, 1 international prefix, 2 pattern of national numbers, 3 their
 * possible lengths, 5 national prefix, 7 national prefix for parsing, 8 transform rule, 10 leading digits,
 * 11 types (fixed, mobile, toll-free, premium, personal, voicemail, UAN, pager, VoIP, shared cost), each [pattern, lengths].
 */
export type PackedPlan = readonly [
  calling: string, idd: string | 0, pattern: string, lengths: readonly number[], formats: unknown, prefix?: string | 0, prefixFormat?: unknown,
  parse?: string | 0, transform?: string | 0, optional?: unknown, leading?: string | 0, types?: readonly (PackedType | 0)[],
];
export type PackedType = readonly [pattern?: string, lengths?: readonly number[]];
interface Packed {
  readonly country_calling_codes: Readonly<Record<string, readonly string[]>>;
  readonly countries: Readonly<Record<string, PackedPlan>>;
  readonly nonGeographic: Readonly<Record<string, PackedPlan>>;
}

/** The country a calling code belongs to first (44 → GB), '' for codes of no country. */
export function mainCountry(callingCode: string): string {
  return metadata.country_calling_codes[callingCode]?.[0] ?? '';
}

/** The calling code of a country ('44' of GB), '' if it has none. */
export function callingCode(country: string): string {
  return metadata.countries[country]?.[0] ?? '';
}

/** What libphonenumber-js makes of a text, `undefined` if nothing. `country` may be one it does not know. */
export function askLibrary(text: string, country: string): PhoneNumber | undefined {
  return country in metadata.countries
    ? parsePhoneNumberFromString(text, country as never, json)
    : parsePhoneNumberFromString(text, json);
}
