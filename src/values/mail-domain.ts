import type { Disposable } from './disposable.js';
import { hasKnownTld } from './domain.js';
import { typoReader, typoTraces, type TypoLists, type TypoReader } from './domain-typo.js';
import { byteMemo } from './byte-memo.js';
import { memo } from './memo.js';
import type { PlaceholderReader } from './placeholder-address.js';
import { unlistedHosts, type UnlistedHosts } from './unlisted-host.js';

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
  readonly word: ReturnType<PlaceholderReader['domainWord']>;
  /** None of this but perhaps free: of an address there only the local part can tell more. */
  readonly ordinary: boolean;
}

const COMPANY: MailDomain = { specialUse: false, knownTld: true, meant: '', relay: false, disposable: false, free: false, word: '', ordinary: true };
const FREE: MailDomain = { ...COMPANY, free: true };

/** Domains of unusual addresses to remember. */
const FEW = 1024;

/** After so many domains it pays to prepare for those that are in no list. */
const SOME = 1 << 12;

const SPECIAL_USE = 1;
const RELAY = 2;
const DISPOSABLE = 4;

export interface MailDomainReader {
  read(host: string): MailDomain;
  /** The same of a host that stands in a batch, in a plain address (plain-address.ts). */
  readAscii(bytes: Uint8Array, start: number, end: number): MailDomain;
  /** The hosts that are ordinary and not free without being read. */
  readonly unlisted: UnlistedHosts;
  meant: TypoReader;
}

/**
 * Reads lower-case hosts; each is worked out once while it is remembered, for domains repeat down a list.
 * `disposable` are the domains of throw-away mailboxes; what the lists know as something else is none.
 */
export function mailDomainReader(lists: DomainLists, disposable: Disposable, placeholder: PlaceholderReader): MailDomainReader {
  const free = new Set(lists.free);
  const genuine = [...lists.genuine, ...lists.free, ...lists.relays];
  const isGenuine = new Set(genuine);
  const kinds = new Map<string, number>();
  for (const domain of lists.special_use) kinds.set(domain, SPECIAL_USE);
  for (const domain of lists.relays) kinds.set(domain, (kinds.get(domain) ?? 0) | RELAY);
  const meant = typoReader({ ...lists, genuine });

  /** What the host and the domains above it are: `mail.x.org` is what `x.org` is. */
  function kindsOf(host: string): number {
    let found = 0;
    for (let rest = host; ;) {
      found |= kinds.get(rest) ?? 0;
      if (disposable.has(rest) && !isGenuine.has(rest)) found |= DISPOSABLE;
      const dot = rest.indexOf('.');
      if (dot < 0) return found;
      rest = rest.slice(dot + 1);
    }
  }
  function examine(host: string): MailDomain {
    const kind = kindsOf(host);
    const relay = (kind & RELAY) !== 0;
    const domain = {
      specialUse: (kind & SPECIAL_USE) !== 0, knownTld: hasKnownTld(host), meant: meant(host),
      relay, disposable: !relay && (kind & DISPOSABLE) !== 0, free: free.has(host), word: placeholder.domainWord(host),
    };
    const ordinary = kind === 0 && domain.knownTld && domain.meant === '' && domain.word === '';
    // Nearly all domains are one of these two: thousands of them are remembered as one.
    return ordinary ? (domain.free ? FREE : COMPANY) : { ...domain, ordinary };
  }
  const { of } = byteMemo(examine);
  const unlisted = unlistedHosts(() => {
    const typo = typoTraces({ ...lists, genuine });
    return { domains: [...kinds.keys(), ...disposable, ...free, ...typo.domains, ...placeholder.domains], labels: [...typo.labels, ...placeholder.labels], names: typo.names };
  }, (ending) => hasKnownTld(`x.${ending}`), SOME);
  return { read: memo(examine, FEW), readAscii: of, unlisted, meant };
}
