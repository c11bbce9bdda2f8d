import { expect, it } from 'vitest';
import { compile } from '../../src/conditions/compile.js';
import { endlessPart } from '../../src/conditions/endless.js';

it.each([
  ['^(a+)+$', '(a+)+'], ['x(?:a|a)*y', '(?:a|a)*'], ['^Dr (\\w+\\s?)+$', '(\\w+\\s?)+'], ['([a-z]+)*@', '([a-z]+)*'], ['^((ab)*)*$', '((ab)*)*'], ['(?:x|(\\d+)+)z', '(\\d+)+'],
])('%s would take for ever', (source, part) => expect(endlessPart(new RegExp(source, 'u'))).toBe(part));

it.each(['head|chief|vp', '^(head|chief)( of)?$', '(\\w+\\s)+of', '(?:[a-z]+\\.)+de$', '(a|b)*c', '\\(a+\\)+', '[(a+)+]', '^\\+?(\\d{1,3}[ -]?){2,5}$', '(?<year>\\d{4})+', 'a+b+c+', '(a)\\1'])(
  '%s would not', (source) => expect(endlessPart(new RegExp(source, 'u'))).toBeNull());

it('is told with its place before a row is read', () => {
  expect(compile('title != "" && title.matches("(?i)^(a+)+$")')).toEqual({ at: 29, message: expect.stringContaining('(a+)+') as string });
});
