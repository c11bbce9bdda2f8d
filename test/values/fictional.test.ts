import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fictional } from '../../src/values/phone/fictional.js';

const PATTERNS = readFileSync('rules/words/fictional-phones.txt', 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const fake = fictional(PATTERNS);
/** The same by one RegExp for each pattern. */
const regExps = (sign: string): RegExp[] => PATTERNS.filter((pattern) => /^\D?/u.exec(pattern)![0] === sign).map((pattern) => new RegExp(`^${pattern.slice(sign.length).replaceAll('x', '\\d')}$`, 'u'));
const [international, unknown, anywhere] = [regExps('+'), regExps('?'), regExps('')];
const isOneDigit = (digits: string): boolean => /^(?:0{3,}|([1-9])\1{6,})$/u.test(digits);

const number = fc.oneof(fc.constantFrom(...PATTERNS), fc.stringMatching(/^[01579x]{3,12}$/u)).chain((pattern) =>
  fc.tuple(fc.stringMatching(/^\d{20}$/u), fc.option(fc.tuple(fc.nat(12), fc.nat(9)), { freq: 2 })).map(([fill, change]) => {
    const digits = pattern.replace(/\D?(?=\d)/u, '').replaceAll(/x/gu, (_, at: number) => fill[at % 20]!).replace(/\D/gu, '');
    return change === null ? digits : digits.slice(0, change[0]) + String(change[1]) + digits.slice(change[0] + 1);
  }));

it('knows the numbers the patterns mean, and no others', () => {
  let found = 0;
  fc.assert(fc.property(number, fc.constantFrom('', '1', '44', '49', '33', '358'), (digits, calling) => {
    const whole = calling + digits;
    const said = fake.number(`+${whole}`, calling);
    if (said) found++;
    expect(said).toBe(isOneDigit(digits) || international.some((one) => one.test(whole)) || anywhere.some((one) => one.test(digits)));
    expect(fake.digits(digits)).toBe(isOneDigit(digits) || [...anywhere, ...unknown].some((one) => one.test(digits)));
  }), { numRuns: 10_000 });
  expect(found).toBeGreaterThan(500);
});

it.each([[[], '+15125550100', false], [['+1xxx55501xx'], '+15125550100', true], [['+1-512', '', '+'], '+1512', false]])('%j: %s %s', (patterns, text, is) => {
  expect(fictional(patterns).number(text, '1')).toBe(is);
});
