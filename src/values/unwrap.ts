import { isAddress } from './address.js';

/**
 * The one address a cell holds besides quotes, brackets, `mailto:`, separators, invisible characters or a display
 * name: `ann@acme.com` for `"Ann Lee" <ann@acme.com>;`. '' where there is none, where there are several different
 * ones, or where something else would be lost with the wrapping (a phone number, a remark).
 */
export function unwrapAddress(text: string): string {
  const visible = withoutInvisible(text).replace(/<a\s[^<>]*>|<\/a>/gi, ' ');
  const [only = '', ...others] = addressesIn(visible);
  if (only === '' || others.length > 0) return '';
  const rest = visible.replace(CANDIDATE, (candidate) => (sameAddress(bare(candidate), only) ? ' @ ' : candidate));
  return WRAPPING.test(rest) || DISPLAY_NAME.test(rest) || MAILTO_QUERY.test(rest) ? only : '';
}

/** The different addresses in a text, in its order; spelt in upper and in lower case they are one. */
export function addressesIn(text: string): string[] {
  const found: string[] = [];
  for (const [candidate] of text.matchAll(CANDIDATE)) {
    const address = bare(candidate);
    if (isAddress(address) && !found.some((other) => sameAddress(other, address))) found.push(address);
  }
  return found;
}

/** Drops zero-width characters, byte order marks, soft hyphens: nobody sees them, and mail breaks on them. */
export function withoutInvisible(text: string): string {
  return text.replace(/\p{Cf}/gu, '').trim();
}

/** Whether an address, valid by the letter, still begins with Excel's text apostrophe or the `%20` of a scraped link. */
export function isStillWrapped(address: string): boolean {
  return LEADING.test(address);
}

const CANDIDATE = /[^\s<>()[\]{}"“”„«»;,|:\\/@]{1,80}@[\p{L}\p{M}\p{N}.-]{1,260}/gu;
const LEADING = /^(?:['‘’`]|%20)+/;
const WRAPPING = /^(?:mailto:|e-?mail(?: address)?\s*:|mail\s*:|[\p{P}\p{S}\s])*$/iu;
const DISPLAY_NAME = /^[^<>@\d]*(?:<|\[mailto:)(?:mailto:|[\p{P}\p{S}\s])*$/iu;
const MAILTO_QUERY = /^\s*mailto:\s*@\s*\?[^@\s]*\s*$/i;

function bare(candidate: string): string {
  return candidate.replace(LEADING, '').replace(/\.+$/, '');
}

function sameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
