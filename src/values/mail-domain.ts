import { disposableReader, isAmong } from './disposable.js';
import { hasKnownTld } from './domain.js';
import { typoReader, type TypoLists } from './domain-typo.js';
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

/** Reads lower-case hosts; each is worked out once while it is remembered, for domains repeat down a list. */
export function mailDomainReader(lists: DomainLists, domainWord: (host: string) => DomainWord): { read(host: string): MailDomain; meant(host: string): string } {
  const free = new Set(lists.free);
  const relays = new Set(lists.relays);
  const specialUse = new Set(lists.special_use);
  const genuine = [...lists.genuine, ...lists.free, ...lists.relays];
  const isDisposable = disposableReader(genuine);
  const meant = typoReader({ ...lists, genuine });
  const read = memo((host): MailDomain => {
    const relay = isAmong(relays, host);
    return {
      specialUse: isAmong(specialUse, host), knownTld: hasKnownTld(host), meant: meant(host),
      relay, disposable: !relay && isDisposable(host), free: free.has(host), word: domainWord(host),
    };
  });
  return { read, meant };
}
