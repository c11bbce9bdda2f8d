import fc from 'fast-check';
import { expect, it } from 'vitest';
import { email } from '../../src/checks/email.js';
import { type Kernel, kernelOf } from '../../src/kernel.js';
import type { Ascii } from '../../src/types.js';
import { addressReader, isAt, mayBeAcademic, UNLISTED } from '../../src/values/address-bytes.js';
import { disposableDomains } from '../../src/values/disposable.js';
import { localWords } from '../../src/values/local-words.js';
import { mailDomainReader } from '../../src/values/mail-domain.js';
import { placeholderReader } from '../../src/values/placeholder-address.js';
import { unlistedHosts } from '../../src/values/unlisted-host.js';
import { standing } from '../kernel.js';
import { defaultOptions } from '../checks/default-options.js';

const options = defaultOptions(email);
const placeholder = placeholderReader({ addresses: options.placeholders, words: options.placeholder_words });
const { unlisted } = mailDomainReader(options, disposableDomains(), placeholder);
const words = localWords(() => options.roles);
const read = addressReader(unlisted, words);
/** In other bytes, without WebAssembly. */
const readElsewhere = (text: string): number => {
  const bytes = new TextEncoder().encode(`x,${text},y`);
  return read(bytes, 2, bytes.length - 2);
};

/** The tables are made after some thousand addresses, and stand there with the batch after the next. */
function prepare(): void {
  for (let asked = 0; asked < 5_000; asked++) readElsewhere('ann@acme.com');
  for (let batch = 0; batch < 2; batch++) for (const { bytes, start, end } of standing(['ann@acme.com'])) read(bytes, start, end);
}
prepare();

const local = fc.oneof(
  fc.stringMatching(/^[a-z]{1,9}[._+-]?[a-z0-9]{1,9}$/), fc.stringMatching(/^[0-9]{0,3}[a-z0-9._+-]{1,12}$/),
  fc.tuple(fc.constantFrom(...options.roles.filter((role) => /^[\x00-\x7f]+$/.test(role))), fc.constantFrom('', '.', '1', '-x', 'x')).map((parts) => parts.join('')), fc.stringMatching(/^[a-z]{55,70}$/),
);
const label = fc.oneof(fc.stringMatching(/^[a-z]{1,12}$/), fc.stringMatching(/^[a-z0-9]{1,8}-[a-z0-9]{1,8}$/), fc.constantFrom('mail', 'gmail', 'gmial', 'web', 'x', 'xx', 'yahoo', 'a'.repeat(34)));
const listed = fc.constantFrom(...options.providers, ...options.free, ...options.relays, ...options.special_use, 'mailinator.com');
const host = fc.oneof(
  fc.tuple(fc.array(label, { minLength: 1, maxLength: 3 }), fc.constantFrom('com', 'de', 'co.uk', 'com.br', 'io', 'museum', 'technology', 'xyzzy', 'c')).map(([labels, ending]) => [...labels, ending].join('.')),
  fc.tuple(fc.constantFrom('', 'mail.', 'x'), listed).map((parts) => parts.join('')),
);
/** Bytes put in place of others, or in between. */
const slips = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 1 }), fc.constantFrom('', '.', '-', '_', '+', '@', 'A', 'z', '0', ' ', '`', '{', '/', ':', '\u007f')), { maxLength: 2 });
const cell = fc.tuple(local, host, fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: slips })).map(([before, after, changes]) => {
  let text = `${before}@${after}`;
  for (const [where, cut, put] of changes) {
    const at = where % (text.length + 1);
    text = text.slice(0, at) + put + text.slice(at + cut);
  }
  return text;
});

it('one call says of the bytes of a batch what reading them says', () => {
  let told = 0;
  let ordinary = 0;
  fc.assert(fc.property(fc.array(fc.oneof({ weight: 20, arbitrary: cell }, fc.string({ unit: fc.constantFrom(...'ab.@-'), maxLength: 12 })), { minLength: 20, maxLength: 20 }), (texts) => {
    for (const [at, { bytes, start, end }] of standing(texts).entries()) {
      const text = texts[at] as string;
      const kernel = kernelOf(bytes) as Kernel;
      const expected = readElsewhere(text);
      expect(read(bytes, start, end), text).toBe(expected);
      const said = kernel.run.address(start, end, unlisted.placeIn(kernel), words.placeIn(kernel));
      if (said === 0) expect(expected < 0 || text.length > 64 || (expected & UNLISTED) === 0, text).toBe(true);
      else expect(said, text).toBe(expected);
      if (said !== 0) told++;
      if ((said & UNLISTED) !== 0) ordinary++;
    }
  }), { numRuns: 1_500 });
  expect(told).toBeGreaterThan(7_000);
  expect(ordinary).toBeGreaterThan(1_000);
});

const LONG = 'weirbonksaldtgupchmfyqvwxjzeiraonksbgwet';

it('hosts of which something is known are told alike, long and short ones', () => {
  const hosts = unlistedHosts(() => ({ domains: ['mailinator.com', 'me.io', 'x.inbox.lv'], labels: ['web', LONG], names: ['outlook', 'yandex', 'gmx', LONG.slice(3)] }), (ending) => ending !== 'xyzzy', 0);
  const all = addressReader(hosts, words);
  const texts = [
    'mailinator.com', 'mail.mailinator.com', 'mail.inator.com', 'xmailinator.com', 'mailinator.de', 'me.io', 'me.com', 'x.inbox.lv', 'y.x.inbox.lv', 'inbox.lv', 'y.inbox.lv',
    'web.acme.com', 'acme.web.de', 'webs.de', `${LONG}.de`, `x.${LONG}.de`, `${LONG.slice(0, 32)}.de`, `${LONG.slice(0, 8)}.de`, `${LONG.slice(3, -1)}.de`,
    'outlook.de', 'outlok.de', 'outlook.acme.de', 'yadnex.ru', 'acme.yadnex.ru', 'gmy.de', 'acmetools.xyzzy', 'acmetools.technology', 'acmetools.com', 'a.acmetools.com', 'zenithpoint-sys.museum',
  ].map((text) => `ann@${text}`);
  const apart = (text: string): boolean => hosts.has(new TextEncoder().encode(`${text},`), 4, text.length);
  const expected = texts.map(apart);
  expect(texts.filter((_, at) => expected[at])).toEqual(['xmailinator.com', 'mailinator.de', 'inbox.lv', `${LONG.slice(0, 8)}.de`, 'acmetools.com', 'zenithpoint-sys.museum'].map((text) => `ann@${text}`));
  for (let batch = 0; batch < 3; batch++) {
    const said = standing(texts).map(({ bytes, start, end }) => (all(bytes, start, end) & UNLISTED) !== 0);
    expect(said).toEqual(expected);
  }
  const cells = standing(texts);
  const kernel = kernelOf(cells[0]!.bytes) as Kernel;
  // Of short addresses whose ending was seen before the call says it all.
  for (const [at, { start, end }] of cells.entries()) {
    const said = kernel.run.address(start, end, hosts.placeIn(kernel), words.placeIn(kernel));
    expect(said === 0 || ((said & UNLISTED) !== 0) === expected[at], texts[at]).toBe(true);
    if (expected[at]) expect(said, texts[at]).not.toBe(0);
  }
});

/** The same cells in bytes that stand nowhere else. */
function copied(cells: readonly Ascii[]): readonly Ascii[] {
  const bytes = (cells[0] as Ascii).bytes.slice();
  return cells.map(({ start, end }) => ({ bytes, start, end }));
}

it('whether a website is the host of an address, and whether the host may be academic, is told alike', () => {
  const learned = fc.constantFrom('stud', 'Etu', 'alumni', 'EDU', 'ac', 'st', 'a', 'e', 'acme', 'uni-x', 'com', 'uk');
  const host = fc.oneof(fc.array(fc.oneof(learned, fc.stringMatching(/^[a-zA-Z0-9-]{0,20}$/)), { maxLength: 5 }).map((labels) => labels.join('.')), fc.string({ unit: fc.constantFrom(...'@.aActe3'), maxLength: 80 }));
  const pair = fc.tuple(fc.string({ unit: fc.constantFrom(...'ab.@'), maxLength: 20 }), host, fc.boolean(), host).map(([before, after, same, other]) => [`${before}@${after}`.slice(same ? 0 : before.length % 3), same ? after : other]);
  const seen = { at: 0, academic: 0, neither: 0 };
  fc.assert(fc.property(pair, (texts) => {
    const cells = standing(texts) as [Ascii, Ascii];
    const [address, website] = copied(cells) as [Ascii, Ascii];
    const at = isAt(address, website);
    const academic = mayBeAcademic(address);
    expect(isAt(...cells)).toBe(at);
    expect(mayBeAcademic(cells[0])).toBe(academic);
    if (at) seen.at++;
    if (academic) seen.academic++;
    if (!at && !academic) seen.neither++;
  }), { numRuns: 10_000, examples: [[['b', 'y,b']]] }); // what stands before a cell is not in it
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(500);
});
