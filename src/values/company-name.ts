/** The words of a company name that tell it from others: lower case, without accents, punctuation and legal forms. */
export function distinctiveWords(company: string, legalForms: ReadonlySet<string>): string[] {
  const words = plain(company).split(/[^\p{L}\p{N}]+/gu).filter((word) => word !== '');
  const telling = words.filter((word) => !legalForms.has(word));
  return telling.length > 0 ? telling : words;
}

/**
 * Whether the name in a domain (`acme-group` of acme-group.com) may be that of the company: its words or the start
 * of them, its initials, or either inside the other.
 */
export function resembles(words: readonly string[], domainName: string): boolean {
  const domain = plain(domainName).replace(/[^\p{L}\p{N}]+/gu, '');
  const joined = words.join('');
  if (domain === '' || joined === '') return false;
  if (domain.includes(joined) || joined.includes(domain)) return true;
  if (words.some((word) => word.length > 3 && (domain.includes(word) || (domain.length > 3 && word.includes(domain))))) return true;
  const initials = words.map((word) => word[0]).join('');
  return initials.length > 1 && domain.startsWith(initials);
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('\u00e4', 'ae').replaceAll('\u00f6', 'oe').replaceAll('\u00fc', 'ue').replaceAll('\u00df', 'ss')
    .normalize('NFD').replace(/\p{M}+/gu, '').replaceAll('&', ' and ').replace(/['\u2019]/gu, '');
}
