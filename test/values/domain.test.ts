import { describe, expect, it } from 'vitest';
import { domainName, hasKnownTld, registrableDomain } from '../../src/values/domain.js';

describe('registrableDomain', () => {
  it.each([
    ['acme.com', 'acme.com', 'acme'],
    ['mail.acme.co.uk', 'acme.co.uk', 'acme'],
    ['a.b.acme.com.br', 'acme.com.br', 'acme'],
    ['jobs.acme.gmbh', 'acme.gmbh', 'acme'],
    ['acme.github.io', 'github.io', 'github'],
    ['臺網中心.tw', '臺網中心.tw', '臺網中心'],
    ['mail.xn--fiqq24b10vi0d.tw', 'xn--fiqq24b10vi0d.tw', 'xn--fiqq24b10vi0d'],
    ['über.рф', 'über.рф', 'über'],
    ['co.uk', '', ''],
    ['acme.con', '', ''],
    ['localhost', '', ''],
    ['1.2.3.4', '', ''],
    ['', '', ''],
    ['.', '', ''],
  ])('%s', (host, domain, name) => {
    expect([registrableDomain(host), domainName(host)]).toEqual([domain, name]);
  });
});

describe('hasKnownTld', () => {
  it.each([
    ['acme.com', true], ['acme.co.uk', true], ['acme.gmbh', true], ['екзампл.ком', true], ['foo.xn--j1aef', true],
    ['acme.con', false], ['acme.xx', false], ['localhost', false], ['acme.internal', false], ['1.2.3.4', false], ['', false],
  ])('%s', (host, known) => {
    expect(hasKnownTld(host)).toBe(known);
  });

  it('takes any text', () => {
    for (const host of ['\ud800.com', 'a..com', '..', 'a b', '💥.💥', 'x'.repeat(10_000)]) expect(() => [hasKnownTld(host), registrableDomain(host)]).not.toThrow();
  });
});
