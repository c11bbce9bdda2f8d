import { askLibrary } from './metadata.js';

/** What the numbering plans say of a number. `country` is '' where the number belongs to no single country. */
export interface Judged {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** As Google names them: MOBILE, FIXED_LINE, PREMIUM_RATE …; '' when the number is not valid. */
  readonly type: string;
  /** Its length exists in the country. */
  readonly possible: boolean;
  /** Its digits exist in the country. */
  readonly valid: boolean;
}
export interface Dialled {
  /** `+` and digits. E.164 when the number is valid. */
  readonly number: string;
  /** The calling code: '44' of '+447911123456'. */
  readonly calling: string;
  readonly ext: string;
  readonly judged: Judged;
}

/** Reads one number as it would be dialled from `country` (ISO 3166-1 alpha-2, '' if unknown); null if it is none. */
export function dial(text: string, country: string): Dialled | null {
  return asLibrary(text, country);
}

/** The judge: libphonenumber-js. */
export function asLibrary(text: string, country: string): Dialled | null {
  const phone = askLibrary(text, country);
  if (phone === undefined) return null;
  return {
    number: phone.number, calling: phone.countryCallingCode, ext: phone.ext ?? '',
    judged: { country: phone.country ?? '', type: phone.getType() ?? '', possible: phone.isPossible(), valid: phone.isValid() },
  };
}
