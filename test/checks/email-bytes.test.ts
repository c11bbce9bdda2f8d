import fc from 'fast-check';
import { expect, it } from 'vitest';
import { email } from '../../src/checks/email.js';
import type { Ascii, Cell, Field, More, Run } from '../../src/types.js';
import { standing } from '../kernel.js';
import { leadOf, TestCell } from './lead.js';
import { defaultOptions } from './default-options.js';

const options = defaultOptions(email);
const run: Run = { today: 20_778, country: '', header: ['E-Mail'], columns: ['email'], dateOrders: [null] };

/** All that a check, asked again and again, says of addresses. */
function asker(): (text: string, stands: 'in a batch' | Ascii | null) => string[] {
  const looks = email.start(options, run);
  return (text, stands) => {
    const cell = new TestCell(0, 'email', text);
    if (stands === null) cell.known = null;
    if (stands !== 'in a batch') cell.ascii = stands;
    const said: string[] = [];
    looks(leadOf([cell]), (problem: string, where?: Cell | Field, about: More = {}) => {
      said.push(JSON.stringify([problem, about]));
      if (where === cell && about.fix !== undefined) cell.text = about.fix;
    });
    return said;
  };
}

const word = fc.constantFrom(...[...options.roles.flatMap((role) => role.split('-')), ...options.role_qualifiers, ...options.placeholders.map((entry) => entry.replace(/@.*/, ''))].filter((text) => /^[a-z0-9._-]+$/.test(text)));
const part = fc.oneof({ weight: 3, arbitrary: word }, fc.constantFrom('ann', 'lee', 'j', '7', '02', '1984', ''));
const local = fc.array(fc.tuple(part, fc.constantFrom('', '.', '-', '_', '+', '1', '2', '04')), { minLength: 1, maxLength: 3 }).map((parts) => parts.flat().join(''));
const host = fc.constantFrom('acme.com', 'brandt-glas.de', 'gmail.com', 'gmx.de', 'gmial.com', 'test.com', 'mailinator.com', 'duck.com', 'acme.con');

it('what is found in addresses by their bytes is what is found in their texts', () => {
  const ask = asker();
  for (let asked = 0; asked < 5_000; asked++) ask('ann@acme.com', 'in a batch');
  for (let batch = 0; batch < 2; batch++) ask('ann@acme.com', (standing(['ann@acme.com']) as [Ascii])[0]);
  const seen = { roles: 0, nothing: 0 };
  fc.assert(fc.property(local, host, fc.boolean(), (before, after, capital) => {
    const text = `${capital ? before.replace(/^./, (first) => first.toUpperCase()) : before}@${after}`;
    const expected = ask(text, null);
    expect(ask(text, 'in a batch'), text).toEqual(expected);
    expect(ask(text, (standing([text]) as [Ascii])[0]), text).toEqual(expected);
    if (expected.some((said) => said.startsWith('["role"'))) seen.roles++;
    if (expected.length === 0) seen.nothing++;
  }), { numRuns: 15_000 });
  expect(seen.roles).toBeGreaterThan(1_000);
  expect(seen.nothing).toBeGreaterThan(1_000);
});
