import { distinctiveWords } from './company-name.js';
import { registrableDomain } from './domain.js';
import { memo } from './memo.js';

const HOST = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/)?(?:[^/?#@\s]*@)?([^/?#:\s]+)/i;

/**
 * Whether an e-mail address, a website or a company name is that of one of `rivals`: domains (with those below them) and
 * company names, compared without case, accents and legal forms.
 */
export function rivalFinder(rivals: readonly string[], legalForms: readonly string[]): (email: string, website: string, company: string) => boolean {
  const forms = new Set(legalForms);
  const nameOf = (company: string): string => distinctiveWords(company, forms).join(' ');
  const isDomain = (rival: string): boolean => domainOf(rival) !== '' && !/\s/.test(rival.trim());
  const domains = new Set(rivals.filter(isDomain).map(domainOf));
  const names = new Set(rivals.filter((rival) => !isDomain(rival)).map(nameOf));
  const isHost = memo((host) => domains.has(domainOf(host)));
  const isName = memo((company) => names.has(nameOf(company)));
  return (email, website, company) => (email !== '' && isHost(email.slice(email.lastIndexOf('@') + 1)))
    || (website !== '' && isHost(website)) || (company !== '' && isName(company));
}

const domainOf = (text: string): string => registrableDomain((HOST.exec(text.trim())?.[1] ?? '').toLowerCase());
