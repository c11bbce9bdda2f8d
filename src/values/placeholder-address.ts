import { domainName, registrableDomain } from './domain.js';

export interface PlaceholderLists {
  /** `word@` at any domain, `@domain` whatever the word, or one whole address. */
  readonly addresses: readonly string[];
  /** Words that make a placeholder when one stands on both sides of the `@`. */
  readonly words: readonly string[];
}

/** What a domain can be in a placeholder: `any` local part will do, or the word it is made of, '' if neither. */
export type DomainWord = 'any' | { readonly word: string } | '';

export interface PlaceholderReader {
  /** A host in which none of this stands, nor a label of one letter or of the same over again, is no word. */
  readonly domains: Iterable<string>;
  readonly labels: Iterable<string>;
  /** To be asked once per domain. */
  domainWord(host: string): DomainWord;
  /** Whether an address with this lower-case local part stands for having none. */
  isPlaceholder(local: string, host: string, domain: DomainWord): boolean;
}

export function placeholderReader(lists: PlaceholderLists): PlaceholderReader {
  const words = new Set(lists.words);
  const anyHost = new Set<string>();
  const anyLocal = new Set<string>();
  const hostsOf = new Map<string, Set<string>>();
  for (const entry of lists.addresses) {
    const at = entry.indexOf('@');
    const [local, host] = [entry.slice(0, at), entry.slice(at + 1)];
    if (host === '') anyHost.add(local);
    else if (local === '') anyLocal.add(host);
    else hostsOf.set(local, (hostsOf.get(local) ?? new Set()).add(host));
  }
  const isWord = (text: string): boolean => words.has(text) || REPEATED.test(text);

  return {
    domains: anyLocal,
    labels: words,
    domainWord(host) {
      if (anyLocal.has(host)) return 'any';
      // The word is one of the labels: for nearly every host none is, and where its suffix starts need not be known.
      if (!host.split('.').some(isWord)) return '';
      const word = host === registrableDomain(host) ? domainName(host) : host.split('.').length <= 2 ? host.split('.', 1)[0] ?? '' : '';
      return isWord(word) ? { word } : '';
    },
    isPlaceholder(local, host, domain) {
      if (domain === 'any' || anyHost.has(local) || hostsOf.get(local)?.has(host) === true) return true;
      if (endsInDigit(local) && anyHost.has(local.replace(/\d+$/, ''))) return true;
      if (domain === '') return false;
      if (REPEATED.test(domain.word) || REPEATED.test(local)) return REPEATED.test(domain.word) && REPEATED.test(local) && (local[0] === domain.word[0] || local.length + domain.word.length > 5);
      return words.has(local.replace(/[._-]|\d+$/g, ''));
    },
  };
}

/** `a`, `xxx`, `111`. */
const REPEATED = /^(.)\1*$/u;

function endsInDigit(text: string): boolean {
  const char = text.charCodeAt(text.length - 1);
  return char >= 48 && char <= 57;
}
