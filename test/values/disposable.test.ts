import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';
import { expect, it } from 'vitest';
import { disposableDomains } from '../../src/values/disposable.js';

const known = disposableEmailBlocklistSet();
const asked = [...known].flatMap((domain) => [domain, domain.slice(1), domain.slice(0, -1), `${domain}a`, `a${domain}`, domain.slice(domain.indexOf('.') + 1)]).concat('', '.', 'gmail.com', 'zzzz.zz', '0', ' ', 'müller.de', '~');

it('says of every domain what the package says, searching and as a set', () => {
  let domains = disposableDomains();
  for (const [at, domain] of asked.entries()) {
    if (at % 900 === 0) domains = disposableDomains(); // before it turns to a set
    if (domains.has(domain) !== known.has(domain)) expect.unreachable(domain);
  }
  for (const domain of asked) if (domains.has(domain) !== known.has(domain)) expect.unreachable(domain);
  expect(new Set(domains)).toEqual(known);
});
