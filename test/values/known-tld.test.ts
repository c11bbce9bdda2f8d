import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'tldts';
import { hasKnownTld } from '../../src/values/domain.js';

it('a top-level domain is known whatever stands before it', () => {
  const label = fc.constantFrom('acme', 'www', 'co', 'com', 'de', 'ck', 'bd', 'za', 'ac', 'kawasaki', 'jp', 'github', 'io', 'uk', 'zzz', 'local', 'xn--p1ai', 'рф', 'city', '');
  fc.assert(fc.property(fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.')), (host) => {
    expect(hasKnownTld(host), host).toBe(parse(host, { allowPrivateDomains: false, extractHostname: false, validateHostname: false, detectIp: false }).isIcann === true);
  }), { numRuns: 5_000 });
});
