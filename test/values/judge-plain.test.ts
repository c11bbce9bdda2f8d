import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fictional } from '../../src/values/phone/fictional.js';
import { metadata } from '../../src/values/phone/metadata.js';
import { plainJudge, spelled, standsIn } from '../../src/values/phone/judge-plain.js';
import { readAnyPhone } from '../../src/values/phone.js';

const PATTERNS = readFileSync('rules/words/fictional-phones.txt', 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const fake = fictional(PATTERNS);
const judgePlain = plainJudge(fake);

// Large countries, those with plans unlike others, those whose prefix is a pattern, and two whose way abroad is a single digit.
const COUNTRIES = ['US', 'CA', 'GB', 'DE', 'FR', 'ES', 'IT', 'NL', 'PL', 'SE', 'BR', 'AU', 'MX', 'AR', 'RU', 'KZ', 'GG', 'CI', 'HU', 'LT', 'IN', 'JP', 'CV', 'WS', 'SM', 'CO', ''];
/** National numbers that are valid, mostly; `x` is any digit. */
const VALID: Readonly<Record<string, readonly string[]>> = {
  US: ['512345xxxx', '212736xxxx', '80035xxxxx', '900345xxxx', '512555xxxx'], CA: ['416736xxxx'], GB: ['7911xxxxxx', '20718xxxxx', '161850xxxx', '7700900xxx', '9012xxxxxx'], DE: ['171xxxxxxx', '30xxxxxxx', '900xxxxxxx', '1511xxxxxxx'],
  FR: ['6xxxxxxxx', '142xxxxxx', '63998xxxx', '899xxxxxx'], ES: ['612xxxxxx', '911xxxxxx'], IT: ['312xxxxxxx', '061234xxxx', '02123xxxx'], NL: ['612xxxxxx', '201xxxxxx'], PL: ['512xxxxxx', '221xxxxxx'],
  SE: ['7011xxxxx', '812xxxxx'], BR: ['119xxxxxxxx', '213xxxxxxx'], AU: ['412xxxxxx', '2701xxxxx', '491570xxx'], MX: ['55xxxxxxxx', '81xxxxxxxx'], AR: ['11xxxxxxxx', '911xxxxxxxx'], RU: ['912xxxxxxx', '495xxxxxxx'],
  KZ: ['701xxxxxxx'], GG: ['7781xxxxxx', '1481xxxxxx'], CI: ['0712xxxxxx', '2720xxxxxx'], HU: ['201xxxxxx', '12xxxxxx'], LT: ['612xxxxx', '372xxxxx'], IN: ['98123xxxxx'], JP: ['90xxxxxxxx', '3xxxxxxxx'], CV: ['991xxxx'],
  WS: ['72xxxxx', '2xxxx'], SM: ['0549xxxxxx', '66xxxxxx'], CO: ['3001xxxxxx', '601xxxxxxx'],
};
const digits = (length: number): fc.Arbitrary<string> => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));
const filled = (template: string): fc.Arbitrary<string> => digits(20).map((fill) => template.replaceAll('x', (_, at: number) => fill[at]!));
/** A number of the country or of its lengths, with or without its prefixes, cut up with punctuation. */
const written = fc.constantFrom(...COUNTRIES).chain((country) => {
  const plan = metadata.countries[country];
  const calling = plan?.[0] ?? '44';
  const lengths = plan?.[3] ?? [8, 10];
  const ofLength = fc.constantFrom(...lengths, 4, 13).chain(digits);
  return fc.tuple(
    fc.oneof(
      { arbitrary: fc.constantFrom(...(VALID[country] ?? ['20718xxxxx'])).chain(filled), weight: 6 },
      { arbitrary: ofLength, weight: 2 },
      fc.constantFrom(...PATTERNS).chain((one) => filled(one.replace(/^\D/u, ''))),
      fc.tuple(fc.constantFrom(...lengths), fc.nat(9)).map(([length, digit]) => String(digit).repeat(length)),
    ),
    fc.constantFrom('', '', '', '', '', '', '0', '0', '0', '1', '8', '06', '+', `+${calling}`, `+${calling}`, `+${calling} `, `+${calling} `, `+${calling}-`, `+${calling} (0`, `+${calling}(0)`, calling, '00', '011', '0011', '021', '(0)', '(', ' '),
    fc.array(fc.tuple(fc.integer({ min: 0, max: 14 }), fc.oneof({ arbitrary: fc.constantFrom(' ', '-', '.', '(', ') '), weight: 9 }, fc.constantFrom('/', 'x', '+', '(0)', ' '.repeat(250)))), { maxLength: 2 }),
    fc.constantFrom('', '', '', '', '', '', '.0', '.', ' ', ')'),
  ).map(([number, before, cuts, after]) => {
    let text = before + number;
    for (const [at, mark] of cuts) text = text.slice(0, at) + mark + text.slice(at);
    return [text + after, country] as const;
  });
});

interface Told { readonly verdict: string; readonly country: string; readonly number: string; readonly calling: string; readonly stands: boolean; readonly digits: number }
function told(text: string, from: string, before = '', after = ''): Told | null {
  const bytes = new TextEncoder().encode(before + text + after);
  const [start, end] = [before.length, before.length + text.length];
  const plain = judgePlain(bytes, start, end, from);
  if (plain === null) return null;
  const { verdict, country, calling } = plain;
  return { verdict, country, number: spelled(plain, bytes, start, end), calling, stands: standsIn(plain, start, end), digits: plain.skipped + plain.digits };
}
/** The same by the long way, of one number alone. */
function read(text: string, from: string): Told | null {
  const phone = readAnyPhone(text, from);
  if (phone === null || phone.ext !== '' || phone.several || phone.rival !== '') return null;
  const { judged: { valid, possible, country }, number, calling } = phone;
  const verdict = fake.number(number, calling) ? 'fictional' : !possible ? 'impossible' : !valid ? 'invalid' : 'good';
  return { verdict, country, number, calling, stands: text === number, digits: text.replace(/\D/gu, '').length };
}

describe('plainJudge', () => {
  // The first numbers of a run are left to the library.
  beforeAll(() => { for (let i = 0; i < 300; i++) readAnyPhone('+1 512 345 5949', ''); });

  it('are told as the long way tells them', () => {
    const found = new Map<string, number>();
    fc.assert(fc.property(written, ([text, from]) => {
      const plain = told(text, from);
      if (plain === null) return;
      expect(plain).toEqual(read(text, from));
      if (plain.verdict === 'good') expect(readAnyPhone(text, from)!.judged.type).not.toMatch(/PREMIUM_RATE|SHARED_COST/u);
      for (const kind of [plain.verdict, plain.verdict + from]) found.set(kind, (found.get(kind) ?? 0) + 1);
    }), { numRuns: 40_000 });
    for (const [verdict, count] of [['good', 6_000], ['fictional', 500], ['impossible', 500], ['invalid', 500]] as const) expect([verdict, found.get(verdict)! > count]).toEqual([verdict, true]);
    // Dialled there, or from there.
    expect(COUNTRIES.filter((country) => (found.get(`good${country}`) ?? 0) < 50)).toEqual([]);
  });

  it('are told in every country', () => {
    const codes = Object.keys(metadata.countries);
    const silent = codes.filter((code) => {
      const numbers = metadata.countries[code]![3].flatMap((length) => [...'2579'].map((first) => (first + '1234567890123456').slice(0, length)));
      const plain = numbers.map((text) => [text, told(text, code)] as const).filter(([, found]) => found !== null);
      for (const [text, found] of plain) expect([code, text, found]).toEqual([code, text, read(text, code)]);
      return plain.length === 0;
    });
    expect(codes.length).toBeGreaterThan(200);
    // Of what is dialled in a small one of many that share a plan only its own numbers are told.
    expect(silent.length).toBeLessThan(20);
  });

  it('are told whatever stands around them', () => {
    fc.assert(fc.property(written, fc.constantFrom('', '+', '(0', '(', '0', ',1'), fc.constantFrom('', '0', '.0', ')', ',2'), ([text, country], before, after) => {
      expect(told(text, country, before, after)).toEqual(told(text, country));
    }), { numRuns: 10_000 });
  });

  it.each([
    ['(512) 345-5949', 'US', '+15123455949'], ['1 512 345 5949', 'CA', null], ['+44 7911 123456', '', '+447911123456'], ['+447911123456', 'US', '+447911123456'], ['0171 1234567', 'DE', '+491711234567'],
    ['06 12 34 56 78', 'FR', '+33612345678'], ['612.345.678', 'ES', '+34612345678'], ['+55 11 91234-5678', 'BR', '+5511912345678'], ['0412 345 678', 'AU', '+61412345678'], ['06 20 123 4567', 'HU', '+36201234567'],
  ])('%s dialled in %s', (text, country, number) => {
    expect(told(text, country)).toEqual(number === null ? null : expect.objectContaining({ verdict: 'good', number }));
  });

  it.each([
    ['512 555 0123', 'US', 'fictional'], ['111 1111111', 'DE', 'fictional'], ['512 345', 'US', 'impossible'], ['+33 6 1234', '', 'impossible'], ['202 155 5949', 'US', 'invalid'], ['+44 7654 572929 1', 'US', 'impossible'],
  ])('%s dialled in %s is %s', (text, country, verdict) => {
    expect(told(text, country)).toMatchObject({ verdict });
  });

  it.each([
    ['', 'US'], ['call me', 'US'], ['0049 171 1234567', 'DE'], ['+49 (0) 171 1234567', ''], ['5123455949.0', 'US'], ['+1 512 345 5949 x12', 'US'], ['+1 512 345 5949 / +1 512 345 5948', 'US'], ['171 1234567', ''],
    ['900 345 5949', 'US'], ['000000000', 'DE'], ['+999 1234567', ''], ['0171 1234567', 'XX'],
  ])('%s dialled in %s is none, or there is more to say of it', (text, country) => {
    expect(told(text, country)).toBeNull();
  });
});
