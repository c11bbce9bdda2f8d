import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { email } from '../../src/checks/email.js';
import { mailDomainReader, type DomainLists, type MailDomainReader } from '../../src/values/mail-domain.js';
import { placeholderReader } from '../../src/values/placeholder-address.js';
import { plainAddress } from '../../src/values/plain-address.js';
import { defaultOptions } from '../checks/default-options.js';

const options = defaultOptions(email);
const encoder = new TextEncoder();

function readerOf(lists: DomainLists, disposable: ReadonlySet<string>, addresses: readonly string[], words: readonly string[]): MailDomainReader {
  const reader = mailDomainReader(lists, disposable, placeholderReader({ addresses, words }));
  for (let asked = 0; asked < 5_000; asked++) isUnlisted(reader, 'gmail.com'); // it prepares for the unlisted only now
  return reader;
}

function readAscii(reader: MailDomainReader, host: string): ReturnType<MailDomainReader['read']> {
  const bytes = encoder.encode(`a@${host},`);
  return reader.readAscii(bytes, 2, bytes.length - 1);
}

function isUnlisted(reader: MailDomainReader, host: string): boolean {
  const bytes = encoder.encode(`a@${host},`);
  return reader.unlisted.has(bytes, 2, bytes.length - 1);
}

const isPlain = (host: string): boolean => plainAddress(`a@${host}`) === 1;

describe('mailDomainReader', () => {
  it('says of the bytes of a host what it says of the text', () => {
    const disposable = disposableEmailBlocklistSet();
    const reader = readerOf(options, disposable, options.placeholders, options.placeholder_words);
    const typed = options.misspellings.map((line) => line.split(' ', 1)[0] ?? '');
    const known = fc.oneof(...[
      options.providers, options.providers.map((domain) => domain.split('.', 1)[0] ?? ''), typed, options.free, options.relays, options.special_use, options.genuine, [...disposable],
      options.placeholders.filter((entry) => entry.startsWith('@')).map((entry) => entry.slice(1)), options.placeholder_words, ['acme.com', 'brandt-glas.co.uk', 'zenithpoint-sys.com.br', 'siemens-energy.com'],
    ].map((some) => fc.constantFrom(...some)));
    const endings = fc.constantFrom('', '', '', '.com', '.de', '.co.uk', '.com.com', '.test', '.email', '.example', '.xyzzy', ...options.endings.map((line) => `.${line.split(' ', 1)[0] ?? ''}`));
    const front = fc.constantFrom('', '', '', 'mail.', 'www.', 'a.', 'aa.', 'xx-', 'test.', 'na.', 'g.', 'x');
    const slips = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 2 }), fc.constantFrom('', '.', '-', ...'abcdefghijklmnopqrstuvwxyz019'), fc.boolean()), { maxLength: 2 });
    const hosts = fc.tuple(front, known, slips, endings).map(([before, domain, changes, after]) => {
      let host = domain;
      for (const [where, cut, letter, swap] of changes) {
        const at = where % (host.length + 1);
        host = swap ? host.slice(0, at) + [...host.slice(at, at + 2)].reverse().join('') + host.slice(at + 2) : host.slice(0, at) + letter + host.slice(at + cut);
      }
      return before + host + after;
    });
    let companies = 0;
    fc.assert(fc.property(hosts.filter(isPlain), (host) => {
      const domain = reader.read(host);
      expect(readAscii(reader, host)).toEqual(domain);
      if (!isUnlisted(reader, host)) return;
      companies++;
      expect(domain).toMatchObject({ ordinary: true, free: false });
    }), { numRuns: 30_000 });
    expect(companies).toBeGreaterThan(1_000);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 33])('leaves no slip in a name of %d letters unread', (length) => {
    const name = 'weirbonksaldtgupchmfyqvwxjzeiraonksbg'.slice(0, length);
    const reader = readerOf({ providers: [`${name}.com`], misspellings: [], endings: [], genuine: [], free: [], relays: [], special_use: [] }, new Set(), [], []);
    const letters = [...'abcdefghijklmnopqrstuvwxyz019'];
    const typed = Array.from({ length: length + 1 }, (_, at) => {
      const [before, after] = [name.slice(0, at), name.slice(at)];
      return [before + after.slice(1), before + after.charAt(1) + after.charAt(0) + after.slice(2), ...letters.flatMap((letter) => [before + letter + after, before + letter + after.slice(1)])];
    }).flat().map((one) => `${one}.com`).filter(isPlain);
    expect(typed.filter((host) => isUnlisted(reader, host) && reader.read(host).meant !== '')).toEqual([]);
    expect(typed.some((host) => host !== `${name}.com` && reader.read(host).meant !== '')).toBe(true);
    expect(isUnlisted(reader, 'haverfordnutmeg.com')).toBe(true);
  });

  it('whatever the lists', () => {
    const label = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', '-', 'é'), minLength: 0, maxLength: 9 });
    const domain = fc.tuple(label, fc.constantFrom('', '.com', '.de', '.co.uk', '.b')).map(([name, ending]) => name + ending);
    const some = fc.array(domain, { maxLength: 3 });
    const pairs = fc.array(fc.tuple(domain, domain).map((pair) => pair.join(' ')), { maxLength: 3 });
    const lists = fc.record({ providers: some, misspellings: pairs, endings: pairs, genuine: some, free: some, relays: some, special_use: some });
    const host = fc.tuple(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', '-', '.', 's'), maxLength: 9 }), fc.constantFrom('com', 'de', 'co.uk', 'b', 'aa.com', 'zz')).map((parts) => parts.join('.'));
    fc.assert(fc.property(lists, some, fc.array(label, { maxLength: 3 }), fc.array(host.filter(isPlain), { minLength: 50, maxLength: 50 }), (given, disposable, words, hosts) => {
      const reader = readerOf(given, new Set(disposable), disposable.map((one) => `@${one}`), words);
      for (const one of hosts) {
        expect(readAscii(reader, one)).toEqual(reader.read(one));
        if (isUnlisted(reader, one)) expect(reader.read(one)).toMatchObject({ ordinary: true, free: false });
      }
    }), { numRuns: 200 });
  });
});
