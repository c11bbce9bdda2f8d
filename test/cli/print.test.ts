import { describe, expect, test } from 'vitest';
import { bar, duration, firstSentence, harmless, percent, wrap } from '../../src/cli/print.js';

describe('percent', () => {
  test.each([
    [0, 10, '0.0%'], [0, 0, '0.0%'], [10, 10, '100.0%'], [1, 3, '33.3%'], [1, 1_000_000, '0.1%'], [999_999, 1_000_000, '99.9%'],
  ])('%i of %i', (part, whole, expected) => { expect(percent(part, whole)).toBe(expected); });
});

describe('bar', () => {
  test.each([
    [0, 10, true, ''], [10, 10, true, '████████'], [5, 10, true, '████'], [1, 1000, true, '▏'], [1, 16, true, '▌'],
    [1, 1000, false, '#'], [10, 10, false, '########'], [0, 0, false, ''],
  ])('%i of %i', (part, whole, unicode, expected) => { expect(bar(part, whole, 8, unicode)).toBe(expected); });
});

describe('wrap', () => {
  test.each([
    ['a b c', 80, 0, 'a b c'], ['aaa bbb ccc', 7, 0, 'aaa bbb\nccc'], ['aaa bbb ccc', 7, 2, 'aaa bbb\n  ccc'],
    ['aaaaaaaaaa b', 4, 0, 'aaaaaaaaaa\nb'], ['', 4, 0, ''],
  ])('%s', (text, width, indent, expected) => { expect(wrap(text, width, indent)).toBe(expected); });
});

test.each([
  ['One. Two.', 'One.'], ['One e.g. this. Two', 'One e.g. this.'], ['Is it info@? “Yes.”', 'Is it info@?'], ['No end', 'No end'], ['', ''],
])('first sentence of %j', (text, expected) => { expect(firstSentence(text)).toBe(expected); });

test.each([[0.04, '0.0 s'], [9.94, '9.9 s'], [42.4, '42 s'], [200, '3 min 20 s']])('%d seconds', (seconds, expected) => {
  expect(duration(seconds)).toBe(expected);
});

test.each([['a\u001b[2Jb', 'a\ufffd[2Jb'], ['a\r\nb', 'a\ufffd\ufffdb'], ['a\tb', 'a b'], ['Müller 李 😀', 'Müller 李 😀'], ['\u202eabc', '\ufffdabc']])(
  'harmless %j', (text, expected) => { expect(harmless(text)).toBe(expected); });
