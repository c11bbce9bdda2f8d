import { isAscii } from './plain.js';

/** The words of a company name that tell it from others: lower case, without accents, punctuation and legal forms. */
export function distinctiveWords(company: string, legalForms: ReadonlySet<string>): readonly string[] {
  const words = wordsIn(plain(company));
  const telling = words.filter((word) => !legalForms.has(word));
  return telling.length > 0 ? telling : words;
}

/**
 * Whether the name in a domain (`acme-group` of acme-group.com) may be that of the company: its words or the start
 * of them, its initials, or either inside the other.
 */
export function resembles(words: readonly string[], domainName: string): boolean {
  const domain = wordsIn(plain(domainName)).join('');
  const joined = words.join('');
  if (domain === '' || joined === '') return false;
  if (domain.includes(joined) || joined.includes(domain)) return true;
  if (words.some((word) => word.length > 3 && (domain.includes(word) || (domain.length > 3 && word.includes(domain))))) return true;
  const initials = words.map((word) => word[0]).join('');
  return initials.length > 1 && domain.startsWith(initials);
}

const wordsIn = (text: string): readonly string[] => text.match(isAscii(text) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? [];

function plain(text: string): string {
  if (isAscii(text)) return text.toLowerCase().replaceAll('&', ' and ').replaceAll("'", '');
  return text.toLowerCase().replaceAll('\u00e4', 'ae').replaceAll('\u00f6', 'oe').replaceAll('\u00fc', 'ue').replaceAll('\u00df', 'ss')
    .normalize('NFD').replace(/\p{M}+/gu, '').replaceAll('&', ' and ').replace(/['\u2019]/gu, '');
}
