import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { metadata } from '../../src/values/phone/metadata.js';
import { readPlain, readPlainIn } from '../../src/values/phone/read-plain.js';
import { readAnyPhone } from '../../src/values/phone.js';

// Large countries, those with plans unlike others, and two whose way abroad is a single digit.
const COUNTRIES = ['US', 'GB', 'DE', 'FR', 'ES', 'IT', 'NL', 'PL', 'SE', 'BR', 'AU', 'MX', 'AR', 'RU', 'KZ', 'GG', 'CI', 'IN', 'JP', 'CV', 'WS', '', 'XX'];
const digits = (length: number): fc.Arbitrary<string> => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));
/** A number of the right length for the country, with or without its prefixes, cut up with punctuation. */
const written = fc.constantFrom(...COUNTRIES).chain((country) => {
  const plan = metadata.countries[country];
  const lengths = plan?.[3] ?? [8, 10];
  return fc.tuple(
    fc.constantFrom(...lengths, 5, 9, 13).chain(digits),
    fc.constantFrom('', '', '0', '1', '8', '+', `+${plan?.[0] ?? '44'}`, `+${plan?.[0] ?? '44'} `, `+${plan?.[0] ?? '44'}(0)`, plan?.[0] ?? '', '00', '011', '(0)', '(', ' '),
    fc.array(fc.tuple(fc.integer({ min: 0, max: 14 }), fc.constantFrom(' ', '-', '.', '(', ') ', '/', 'x', '+')), { maxLength: 3 }),
    fc.constantFrom('', '', '', '.0', '.', ' '),
  ).map(([number, before, cuts, after]) => {
    let text = before + number;
    for (const [at, mark] of cuts) text = text.slice(0, at) + mark + text.slice(at);
    return [text + after, country] as const;
  });
});

describe('readPlain', () => {
  // The first numbers of a run are left to the library.
  beforeAll(() => { for (let i = 0; i < 300; i++) readAnyPhone('+1 512 345 5949', ''); });
  it('says what the long way says, or nothing', () => {
    let said = 0;
    fc.assert(fc.property(written, ([text, country]) => {
      const plain = readPlain(text, country);
      if (plain === undefined) return;
      said++;
      expect(plain).toEqual(readAnyPhone(text, country));
    }), { numRuns: 20_000 });
    expect(said).toBeGreaterThan(3_000);
  });
  it('says the same of bytes, whatever stands around them', () => {
    fc.assert(fc.property(written, fc.constantFrom('', '+', '(0', '(', '0', ',1'), fc.constantFrom('', '0', '.0', ')', ',2'), ([text, country], before, after) => {
      const bytes = new TextEncoder().encode(before + text + after);
      expect(readPlainIn(bytes, before.length, before.length + text.length, country)).toEqual(readPlain(text, country));
    }), { numRuns: 10_000 });
  });
  it.each([
    ['(512) 345-5949', 'US', '+15123455949'], ['+44 7911 123456', '', '+447911123456'], ['+447911123456', 'US', '+447911123456'], ['0171 1234567', 'DE', '+491711234567'],
    ['06 12 34 56 78', 'FR', '+33612345678'], ['612.345.678', 'ES', '+34612345678'], ['+55 11 91234-5678', 'BR', '+5511912345678'], ['0412 345 678', 'AU', '+61412345678'],
  ])('%s of %s is plain', (text, country, number) => {
    expect(readPlain(text, country)).toMatchObject({ number, judged: { valid: true } });
  });
  it.each([['', 'US'], ['call me', 'US'], ['0049 171 1234567', 'DE'], ['+49 (0) 171 1234567', ''], ['512345.0', 'US'], ['+1 512 345 5949 x12', 'US'], ['+1 512 345 5949 / +1 512 345 5948', 'US'], ['171 1234567', ''], ['+52 1 55 5080 3412', ''], ['044 55 5080 3412', 'MX']])('%s of %s is not', (text, country) => {
    expect(readPlain(text, country)).toBeUndefined();
  });
});
