import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { asLibrary, asPlanned, dial } from '../../src/values/phone/dial.js';
import { metadata } from '../../src/values/phone/metadata.js';
import { readPattern, after } from '../../src/values/phone/pattern.js';

const PLANS = [...Object.entries(metadata.countries), ...Object.values(metadata.nonGeographic).map((plan) => ['', plan] as const)];
const literal = (pattern: string | 0 | undefined, other: string): string => /^\d+/u.exec(pattern || '')?.[0] ?? other;
const digits = (length: number): fc.Arbitrary<string> => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));

/** A number of the plan's lengths, or of any length, or one made from the plan's own patterns. */
const national = (plan: (typeof PLANS)[number][1]): fc.Arbitrary<string> => fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...plan[3]).chain(digits) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 19 }).chain(digits) },
  { weight: 4, arbitrary: fc.constantFrom(plan[2], ...(plan[11] ?? []).flatMap((type) => (type !== 0 && type[0] ? [type[0]] : []))).chain((pattern) => digits(17).map((luck) => matching(pattern, luck))) },
);
/** A number that matches a pattern, steered by random digits. */
function matching(pattern: string, luck: string): string {
  let rest = readPattern(pattern);
  let number = '';
  for (const digit of luck) {
    const open = [...'0123456789'].filter((d) => after(rest, Number(d)).id !== 0);
    if (open.length === 0 || (rest.whole && Number(digit) < 3)) break;
    const chosen = open[Number(digit) % open.length]!;
    number += chosen;
    rest = after(rest, Number(chosen));
  }
  return number;
}

const written = fc.constantFrom(...PLANS).chain(([code, plan]) => fc.tuple(
  national(plan), fc.constantFrom('plus', 'bare', 'prefix', 'calling', 'abroad', 'both'), fc.constantFrom(code, code, code, code, '', 'US', 'DE', 'GG', 'KZ'),
  fc.option(fc.tuple(fc.integer({ min: 0, max: 14 }), fc.constantFrom('1', '0', ' ', '-', '(', ') ', '.', '/', '+', 'x', ' ext. 1', '\u00a0', '５'))), fc.boolean(),
).map(([number, form, country, slip, spaced]) => {
  const prefix = literal(plan[7] || plan[5], '0');
  let text = { plus: `+${plan[0]}${number}`, bare: number, prefix: prefix + number, calling: plan[0] + number, abroad: literal(plan[1], '00') + plan[0] + number, both: `+${plan[0]}${prefix}${number}` }[form]!;
  if (slip !== null) text = text.slice(0, slip[0]) + slip[1] + text.slice(slip[0] + Number(/\d/u.test(slip[1])));
  if (spaced) text = text.replace(/(\d{3})(?=\d{2})/gu, '$1 ');
  return [text, country] as const;
}));

describe('dial', () => {
  // The first numbers are the library's own.
  beforeAll(() => fc.sample(written, 300).forEach(([text, country]) => dial(text, country)));
  it('says what libphonenumber-js says, for numbers of all countries and slips in them', () => {
    fc.assert(fc.property(written, ([text, country]) => {
      expect(dial(text, country)).toEqual(asLibrary(text, country));
    }), { numRuns: 12_000 });
  });
  it('says so for every country, each way a number can be written', () => {
    for (const [code, plan] of PLANS) {
      for (const number of fc.sample(national(plan), { numRuns: 8, seed: 20 }))
        for (const text of [`+${plan[0]}${number}`, number, literal(plan[7] || plan[5], '0') + number, plan[0] + number, literal(plan[1], '00') + plan[0] + number])
          expect(asPlanned(text, code), `${text} ${code}`).toEqual(asLibrary(text, code));
    }
  });
  it.each([['', ''], ['+', ''], ['12', 'US'], ['123', ''], ['(+44) 7911 123456', ''], ['+ 44 7911 123456', ''], ['+0044', ''], ['1-2', 'US'], ['.'.repeat(300) + '123', 'US'], ['+1', ''], ['+44', 'GB'], ['011', 'US'], ['00', 'DE'], ['44', 'GB']])('%j from %j', (text, country) => {
    expect(dial(text, country)).toEqual(asLibrary(text, country));
  });
});

describe('readPattern', () => {
  const quantified = (item: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.tuple(item, fc.constantFrom('', '', '?', '{2}', '{1,3}')).map((pair) => pair.join(''));
  const choices = (item: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.array(fc.array(quantified(item), { minLength: 1, maxLength: 3 }).map((items) => items.join('')), { minLength: 1, maxLength: 3 }).map((list) => list.join('|'));
  const single = fc.constantFrom('\\d', '3', '[2-4]', '[157-9]');
  const source = choices(fc.oneof(single, choices(single).map((inner) => `(?:${inner})`)));
  it('matches what a RegExp matches', () => {
    fc.assert(fc.property(source, digits(17), fc.stringMatching(/^\d{0,6}$/u), (pattern, luck, any) => {
      for (const text of [matching(pattern, luck), any]) {
        const whole = [...text].reduce((rest, digit) => after(rest, Number(digit)), readPattern(pattern)).whole;
        expect(whole).toBe(new RegExp(`^(?:${pattern})$`, 'u').test(text));
      }
    }), { numRuns: 2000 });
  });
  it.each(['a', '3+', '3*', '(3', '3)', '[^3]', '^3', '3$', '(?=3)', '3{2,}'])('refuses %s', (pattern) => expect(() => readPattern(pattern)).toThrow(SyntaxError));
  it('reads every pattern of every plan', () => {
    for (const [, plan] of PLANS) for (const pattern of [plan[2], plan[10] || '', ...(plan[11] ?? []).map((type) => (type === 0 ? '' : type[0] ?? ''))]) expect(() => readPattern(pattern)).not.toThrow();
  });
});
