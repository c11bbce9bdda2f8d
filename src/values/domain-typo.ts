import { hasKnownTld } from './domain.js';
import { isOneSlip } from './slip.js';
import type { Listed } from './unlisted-host.js';

export interface TypoLists {
  /** Domains of large mail providers whose names are distinctive enough to be recognised when misspelt. */
  readonly providers: readonly string[];
  /** `typed meant`: a whole domain, a provider's name, or `name.*` for every other suffix of it. */
  readonly misspellings: readonly string[];
  /** `typed meant`: endings, with or without a dot inside. */
  readonly endings: readonly string[];
  /** Domains that are nobody's typo. */
  readonly genuine: Iterable<string>;
}

/** The domain a lower-case host was probably meant to be, '' if nothing suggests itself. */
export type TypoReader = (host: string) => string;

export function typoReader(lists: TypoLists): TypoReader {
  const genuine = new Set([...lists.genuine, ...lists.providers]);
  const misspelt = pairs(lists.misspellings);
  const endings = pairs(lists.endings);
  const endingsOf = new Map<string, string[]>();
  const undotted = new Map<string, string>();
  for (const provider of lists.providers) {
    const [name, ending] = cut(provider);
    endingsOf.set(name, [...(endingsOf.get(name) ?? []), ending]);
    undotted.set(provider.replaceAll('.', ''), provider);
  }
  // One slip leaves the first letter where it was or makes it the second (see isOneSlip).
  const namesBy = new Map<string, string[]>();
  for (const name of endingsOf.keys())
    for (const letter of new Set([name[0], name[1]])) if (letter !== undefined) namesBy.set(letter, [...(namesBy.get(letter) ?? []), name]);

  function providerMeant(host: string): string {
    const whole = misspelt.get(host) ?? undotted.get(host.replaceAll('.', ''));
    if (whole !== undefined) return whole;
    const [typed, ending] = cut(host);
    const name = endingsOf.has(typed) ? typed : misspelt.get(typed) ?? namesBy.get(typed.charAt(0))?.find((meant) => isOneSlip(typed, meant)) ?? '';
    const known = endingsOf.get(name);
    if (known === undefined) return '';
    const meant = [ending, endings.get(ending) ?? '', ending === '' ? 'com' : ''].find((one) => known.includes(one));
    if (meant !== undefined) return `${name}.${meant}`;
    if (typed !== name) return '';
    const usual = misspelt.get(`${name}.*`);
    if (usual !== undefined || hasKnownTld(host)) return usual ?? '';
    return `${name}.${known.find((one) => ending !== '' && (one.startsWith(ending) || one.endsWith(ending))) ?? (known.includes('com') ? 'com' : known[0])}`;
  }

  /** For any domain: a top-level domain that does not exist but is a known slip, an ending or `www.` too many. */
  function mended(host: string): string {
    if (host.startsWith('www.') && hasKnownTld(host) && host.lastIndexOf('.') > 3) return host.slice(4);
    if (host.endsWith('.com.com')) return host.slice(0, -4);
    if (hasKnownTld(host)) return '';
    for (let dot = host.indexOf('.'); dot > 0; dot = host.indexOf('.', dot + 1)) {
      const ending = endings.get(host.slice(dot + 1));
      if (ending !== undefined) return `${host.slice(0, dot)}.${ending}`;
    }
    return '';
  }

  return (host) => {
    if (genuine.has(host)) return '';
    const provider = providerMeant(host);
    return provider !== '' ? provider : mended(host);
  };
}

/** Nothing is meant by a host whose top-level domain exists and in which none of this stands. */
export function typoTraces(lists: TypoLists): Listed {
  const typed = [...pairs(lists.misspellings).keys()];
  return { domains: [...lists.providers, ...typed, 'com.com'], labels: [...typed, 'www'], names: lists.providers.map((provider) => cut(provider)[0]) };
}

function pairs(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(lines.map((line) => line.split(' ', 2) as [string, string]));
}

/** `yahoo.co.uk` into `yahoo` and `co.uk`. */
function cut(host: string): [name: string, ending: string] {
  const dot = host.indexOf('.');
  return dot < 0 ? [host, ''] : [host.slice(0, dot), host.slice(dot + 1)];
}
