import { hasKnownTld } from './domain.js';
import { typoReader, type TypoLists, type TypoReader } from './domain-typo.js';
import { memo } from './memo.js';
import type { DomainWord } from './placeholder-address.js';

export interface DomainLists extends Omit<TypoLists, 'genuine'> {
  readonly genuine: readonly string[];
  readonly free: readonly string[];
  readonly relays: readonly string[];
  readonly special_use: readonly string[];
}

/** Everything a mail domain says by itself. */
export interface MailDomain {
  readonly specialUse: boolean;
  readonly knownTld: boolean;
  /** The domain that was probably meant, '' if this one. */
  readonly meant: string;
  readonly relay: boolean;
  readonly disposable: boolean;
  readonly free: boolean;
  readonly word: DomainWord;
}

export interface MailDomainReader {
  read(host: string): MailDomain;
  meant: TypoReader;
}

/**
 * Reads lower-case hosts; each is worked out once while it is remembered, for domains repeat down a list.
 * `disposable` are the domains of throw-away mailboxes; what the lists know as something else is none.
 */
export function mailDomainReader(lists: DomainLists, disposable: ReadonlySet<string>, domainWord: (host: string) => DomainWord): MailDomainReader {
  const free = new Set(lists.free);
  const relays = new Set(lists.relays);
  const specialUse = new Set(lists.special_use);
  const genuine = [...lists.genuine, ...lists.free, ...lists.relays];
  const throwAway = new Set(disposable);
  for (const domain of genuine) throwAway.delete(domain);
  const meant = typoReader({ ...lists, genuine });
  const read = memo((host): MailDomain => {
    const relay = isAmong(relays, host);
    return {
      specialUse: isAmong(specialUse, host), knownTld: hasKnownTld(host), meant: meant(host),
      relay, disposable: !relay && isAmong(throwAway, host), free: free.has(host), word: domainWord(host),
    };
  });
  return { read, meant };
}

/** Whether a host or a domain above it is in a set: `mail.x.org` is, when `x.org` is. */
function isAmong(domains: ReadonlySet<string>, host: string): boolean {
  for (let rest = host; ;) {
    if (domains.has(rest)) return true;
    const dot = rest.indexOf('.');
    if (dot < 0) return false;
    rest = rest.slice(dot + 1);
  }
}
