import { isAddress } from './address.js';
import { hasKnownTld } from './domain.js';
import { addressesIn, withoutInvisible } from './unwrap.js';

/**
 * A guess at the address somebody meant by a text that is none: `ann@gmail.com` for `ann@gmail,com`, `ann@@gmail.com`,
 * `ann at gmail dot com`, `anngmail.com`; of several addresses in one cell the first. '' where nothing suggests itself.
 *
 * @param meant the domain probably meant by a lower-case host, '' if itself
 * @param providers domains looked for at the end of a text without `@`
 */
export function repairAddress(text: string, meant: (host: string) => string, providers: readonly string[]): string {
  const plain = plainSigns(text);
  const [first = ''] = addressesIn(plain);
  for (const guess of [joinedEnding(plain), first, mendedSigns(plain), mendedSigns(withAt(plain, providers))]) {
    const address = guess === '' ? '' : withMeantDomain(guess, meant);
    if (address !== '') return address;
  }
  return '';
}

/** Full-width letters, curly quotes and long dashes as a keyboard would have typed them, and an encoded `@`. */
function plainSigns(text: string): string {
  return withoutInvisible(text.normalize('NFKC')).replace(/%40|&#64;|&#x40;|&commat;/gi, '@').replace(/[‘’‛′`´](?=.*@)/gu, "'").replace(/[‐-―]/gu, '-').trim();
}

/** `ann@acme.co m`. */
function joinedEnding(text: string): string {
  return /^\S+@\S+\.\S*\s[a-z]{1,2}$/i.test(text) ? text.replace(/\s/g, '') : '';
}

function mendedSigns(text: string): string {
  const spelt = text.replace(/\s*[([{<]\s*at\s*[)\]}>]\s*|\s+at\s+/i, '@').replace(/\s*[([{<]\s*dot\s*[)\]}>]\s*|\s+dot\s+/gi, '.').replace(/\s*@[\s@]*/g, '@');
  const at = spelt.indexOf('@');
  if (at <= 0 || spelt.includes('@', at + 1)) return '';
  const local = spelt.slice(0, at).replace(/^(?:mailto:|e-?mail:)?[\s'"<([.]+|^(?:mailto:|e-?mail:)|[\s'".]+$/gi, '').replace(/\.{2,}/g, '.');
  const host = spelt.slice(at + 1).replace(/[\s>)\]'"]+$/, '').replace(/\s*[.,;:/\\]+\s*/g, '.').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return `${local}@${/\s/.test(host) ? spaced(host) : host}`;
}

/** A space in a host stands for a dot where there is none (`gmail com`), else for nothing (`g mail.com`). */
function spaced(host: string): string {
  return host.replace(/\s+/g, host.includes('.') ? '' : '.');
}

/** An `@` where a neighbouring key was hit (`ann"acme.com`, `ann acme.com`) or where it is missing (`anngmail.com`). */
function withAt(text: string, providers: readonly string[]): string {
  if (text.includes('@') || /^(?:www\.|https?:)/i.test(text)) return '';
  const missed = /^([^\s#"*&%$!^©®]+)\s?[\s#"*&%$!^©®]\s?([^\s#"*&%$!^©®]+\.[^\s#"*&%$!^©®]+)$/u.exec(text);
  if (missed !== null) return `${missed[1]}@${missed[2]}`;
  const lower = text.toLowerCase();
  const provider = providers.find((domain) => lower.endsWith(domain) && lower.length > domain.length + 1);
  return provider === undefined || providers.includes(lower) ? '' : `${text.slice(0, -provider.length).replace(/[.\s]+$/, '')}@${provider}`;
}

function withMeantDomain(guess: string, meant: (host: string) => string): string {
  const at = guess.lastIndexOf('@');
  const host = guess.slice(at + 1).toLowerCase();
  const address = `${guess.slice(0, at)}@${meant(host) || host}`.toLowerCase();
  return isAddress(address) && hasKnownTld(address.slice(at + 1)) ? address : '';
}
