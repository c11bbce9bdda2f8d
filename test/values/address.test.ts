import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAddress, judgeAddress } from '../../src/values/address.js';
import { plainAddress } from '../../src/values/plain-address.js';

const LONG = 'abcdefghijklmnopqrstuvwxyz'.repeat(3).slice(0, 64);

describe('isAddress', () => {
  it.each([
    'ann@acme.com', 'Ann.Lee@Acme.COM', "o'brien@acme.ie", 'ann+list@acme.co.uk', 'a@b.io', '123@acme.com', 'ann@123.com',
    'ann_lee-2@mail.acme-group.travel', '_ann@acme.com', 'ann-@acme.com', '!#$%&*/=?^`{|}~@acme.com',
    'ann@g--a.com', 'ann@xn--mller-kva.de', 'ann@müller.de', 'jörg@müller.de', '用户@例子.中国', 'юля@пример.рф', 'ann@acme.рф',
    `${LONG}@acme.com`, `ann@${LONG.slice(1)}.com`, `ann@${`${LONG.slice(4)}.`.repeat(4)}de`,
  ])('takes %s', (text) => {
    expect(isAddress(text)).toBe(true);
  });

  it.each([
    '', '@', 'ann', 'ann@', '@acme.com', 'ann@acme', 'ann@localhost', 'ann@@acme.com', 'a@b@acme.com', 'ann acme.com', 'ann@acme,com',
    '.ann@acme.com', 'ann.@acme.com', 'an..n@acme.com', 'ann@.acme.com', 'ann@acme..com', 'ann@acme.com.', 'ann@-acme.com', 'ann@acme-.com',
    'ann@acme.c', 'ann@acme.c0m', 'ann@acme.123', 'ann@my_acme.com', 'ann@ab--cd.com', 'ann@xn--0.com', 'ann@xn--zzzzzz-99999.com', 'ann@1.2.3.4', 'ann@[1.2.3.4]',
    '"ann"@acme.com', '"ann lee"@acme.com', 'ann(work)@acme.com', 'an n@acme.com', 'ann@ac me.com', 'ann@acme.com ', ' ann@acme.com', 'ann@acme.com\n',
    'ann\u00a0@acme.com', 'ann\u200b@acme.com', 'ann\u2028@acme.com', 'o\u2019brien@acme.com', '\u0301ann@acme.com', 'ann💌@acme.com', 'ann\ud800@acme.com', 'ann@\udc00.com',
    'ann@ａｃｍｅ.com', 'ann@acme.com©', `x${LONG}@acme.com`, `ann@x${LONG}.com`, `ann@${`${LONG.slice(2)}.`.repeat(4)}com`, `ann@中${LONG.slice(4)}.com`,
  ])('refuses %j', (text) => {
    expect(isAddress(text)).toBe(false);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => typeof isAddress(text) === 'boolean' && typeof isAddress(`${text}@acme.com`) === 'boolean'));
  });
});

describe('plainAddress', () => {
  it.each([
    ['ann@acme.com', 3], ['a.b-c_d+e@mail.acme.co.uk', 9], ['x@1a.de', 1], ['Ann@ACME.com', 3],
    ['o\'brien@acme.com', -1], ['ann@xn--mller-kva.de', -1], ['ann', -1], ['', -1], ['@acme.com', -1], ['ann@', -1], ['ann@.', -1], ['ann@com', -1],
    ['.ann@acme.com', -1], ['ann.@acme.com', -1], ['ann@acme.com.', -1], ['ann@acme.c', -1], ['ann@acme.c2m', -1], ['ann@acme.co-m', -1],
  ])('%s: %i', (text, at) => {
    expect(plainAddress(text)).toBe(at);
  });

  // The short cut must never say yes where the judge says no.
  const pieces = ['ann', 'a', 'X', '9', '.', '..', '-', '--', '_', '+', '@', '@@', 'acme', 'xn--', 'com', 'co.uk', '.c', "'", 'É', ' ', 'x'.repeat(63), 'y'.repeat(64)];
  const local = fc.string({ unit: fc.constantFrom(...'abzAZ09._-+'), minLength: 0, maxLength: 70 });
  const host = fc.array(fc.string({ unit: fc.constantFrom(...'abzAZ09-'), minLength: 0, maxLength: 66 }), { minLength: 1, maxLength: 6 }).map((labels) => labels.join('.'));
  const tld = fc.constantFrom('com', 'DE', 'co.uk', 'c', 'c0m', '', 'museum', '123');
  const written = fc.tuple(local, host, tld).map(([l, h, t]) => `${l}@${h}.${t}`);
  const pieced = fc.tuple(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), fc.constantFrom('', '.com', '@acme.com')).map(([parts, end]) => parts.join('') + end);
  const mutated = fc.tuple(fc.constantFrom('ann.lee@acme.com', 'info@mail.acme-group.co.uk', 'x+y_z@a1.travel'), fc.nat(), fc.constantFrom(...pieces), fc.nat({ max: 3 }))
    .map(([address, where, piece, cut]) => address.slice(0, where % address.length) + piece + address.slice((where % address.length) + cut));

  it.each([['written', written], ['pieced', pieced], ['mutated', mutated]] as const)('says yes only where the judge does: %s', (_, texts) => {
    let plain = 0;
    fc.assert(fc.property(texts, (text) => {
      const at = plainAddress(text);
      if (at < 0) return true;
      plain++;
      return judgeAddress(text) && at === text.lastIndexOf('@');
    }), { numRuns: 20_000 });
    expect(plain).toBeGreaterThan(50);
  });
});
