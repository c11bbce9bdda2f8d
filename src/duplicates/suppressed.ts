import { hash } from 'node:crypto';
import type { Lead } from '../types.js';
import { mailboxKey } from '../values/mailbox.js';
import { memo } from '../values/memo.js';
import { phoneKey } from '../values/phone.js';
import { addressesIn } from '../values/unwrap.js';
import type { Entry, EntryKind, HashKind } from './entry.js';
import { pushHash, type Pushed } from './hash.js';
import { createMemory } from './memory.js';
import { createPlaces, type Here } from './places.js';

/** The people who must not be contacted, as hashes with the list and line they stand on. */
export interface Suppressed {
  /** What sorts of entries there are: only those are looked for. */
  readonly kinds: readonly EntryKind[];
  /** What people should know of the lists. */
  readonly warnings: readonly string[];
  /** Number of the entry that is one of the keys, -1 if none is. */
  find(keys: Uint32Array, from: number, to: number): number;
  /** `list:line` of an entry. */
  name(entry: number): string;
}

export interface SuppressedLists extends Suppressed {
  readonly warnings: string[];
  open(list: string): (line: number, entry: Entry) => void;
}

const HASHES: readonly EntryKind[] = ['md5', 'sha1', 'sha256'];

export function createSuppressed(): SuppressedLists {
  const memory = createMemory();
  const places = createPlaces();
  const kinds = new Set<EntryKind>();
  const key: number[] = [];
  let last: Here | undefined;
  return {
    warnings: [],
    get kinds() { return [...kinds]; },
    open(list) {
      const here = last = places.open(list);
      return (line, { kind, text }) => {
        kinds.add(kind);
        key.length = 0;
        pushHash(`${kind} ${text}`, key);
        memory.claim(Uint32Array.from(key), 0, key.length, here.number(line));
      };
    },
    find: memory.find,
    name: (entry) => last?.fullName(entry) ?? '',
  };
}

/** A cell may hold several addresses, or a name beside one. */
const SEVERAL = /[\s,;|<>()]/;

/** Whether the website is the whole of a host: `facebook.com/acme` is not Acme's own. */
const OWN_HOST = /^(?:https?:\/\/)?(?:www\.)?([^/\s:?#]+\.[^/\s:?#]+)\/?$/;

/** Appends the keys by which a suppression list with entries of these kinds may name the lead. Any state of a cell will do. */
export function suppressKeys(kinds: readonly EntryKind[]): (lead: Lead, into: Pushed) => void {
  const hashes = kinds.filter((kind): kind is HashKind => HASHES.includes(kind));
  const [mails, domains, phones] = [kinds.includes('mail'), kinds.includes('domain'), kinds.includes('phone')];
  const hashesOf = (text: string): readonly string[] => hashes.map((kind) => `${kind} ${hash(kind, text)}`);
  const ofDomain = memo(hashesOf);
  const pushHashes = (text: string, into: Pushed): void => { for (const hashed of hashesOf(text)) pushHash(hashed, into); };

  function pushHost(host: string, into: Pushed): void {
    for (const domain of domainsOf(host)) {
      if (domains) pushHash(`domain ${domain}`, into);
      for (const hashed of ofDomain(domain)) pushHash(hashed, into);
    }
  }

  function pushAddress(address: string, into: Pushed): void {
    if (mails) pushHash(`mail ${mailboxKey(address)}`, into);
    if (domains || hashes.length > 0) pushHost(address.slice(address.lastIndexOf('@') + 1), into);
    pushHashes(address, into);
  }

  return (lead, into) => {
    for (const cell of lead.of('email')) {
      if (cell.isEmpty) continue;
      const text = cell.text.trim().toLowerCase();
      if (SEVERAL.test(text)) for (const address of addressesIn(text)) pushAddress(address, into);
      else pushAddress(text, into);
    }
    if (domains || hashes.length > 0)
      for (const cell of lead.of('website')) {
        const host = cell.text === '' ? undefined : OWN_HOST.exec(cell.text.trim().toLowerCase())?.[1];
        if (host !== undefined) pushHost(host, into);
      }
    if (!phones && hashes.length === 0) return;
    for (const cell of lead.of('phone')) {
      const number = cell.text === '' ? '' : phoneKey(cell.text);
      if (!number.startsWith('+')) continue;
      if (phones) pushHash(`phone ${number}`, into);
      pushHashes(number, into);
      pushHashes(number.slice(1), into);
    }
  };
}

/** The host and the domains above it, but for the last label. */
function domainsOf(host: string): string[] {
  const domains: string[] = [];
  for (let rest = host; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) domains.push(rest);
  return domains;
}
