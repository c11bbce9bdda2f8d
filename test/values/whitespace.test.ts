import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tidy } from '../../src/values/whitespace.js';

const LINES: [string, string][] = [
  ['Ann', 'Ann'], ['', ''], [' Ann', 'Ann'], ['Ann ', 'Ann'], ['   ', ''], ['\u00a0Ann\u00a0', 'Ann'], ['\ufeffAnn', 'Ann'], ['\u200bAnn\u200b', 'Ann'], ['\tAnn\r\n', 'Ann'], ['Ann\u3000', 'Ann'],
  ['Ann  Lee', 'Ann Lee'], ['Ann\u00a0Lee', 'Ann Lee'], ['Ann\tLee', 'Ann Lee'], ['Ann\r\nLee', 'Ann Lee'], ['Ann \u00a0 Lee', 'Ann Lee'], ['Ann\u2009Lee', 'Ann Lee'], ['A\u0000nn', 'Ann'], ['An\u00adn', 'Ann'], ['An\u200bn', 'Ann'], ['Ann\u000bLee', 'Ann Lee'], ['Ann\u007f', 'Ann'],
  ['\u202a+44 20 7946 0958\u202c', '+44 20 7946 0958'], ['\u674e\u3000\u96f7', '\u674e\u3000\u96f7'], ['\u674e\u3000\u3000\u96f7', '\u674e \u96f7'], ['\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645', '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'], ['\u0d2e\u0d4b\u0d39\u0d28\u0d4d\u200d', '\u0d2e\u0d4b\u0d39\u0d28\u0d4d\u200d'], ['Ann\u200d', 'Ann'], ['\u200cAnn', 'Ann'],
  ['Sarah \u2728', 'Sarah \u2728'], ['\u{1f469}\u200d\u{1f680}', '\u{1f469}\u200d\u{1f680}'], ['Nu\u00f1ez', 'Nu\u00f1ez'], ['\u0000', ''], ['\ud800 ', '\ud800'],
];
const TEXTS: [string, string][] = [
  ['12 Main St\nApt 4', '12 Main St\nApt 4'], [' 12 Main St\r\nApt 4 \n', '12 Main St\r\nApt 4'], ['a  b', 'a  b'], ['a\tb', 'a\tb'], ['a\u00a0b', 'a\u00a0b'], ['\u0001a\u0000b', 'ab'], ['\ufeffa', 'a'],
];

describe('tidy', () => {
  test.each(LINES)('line %j', (text, expected) => expect(tidy(text, 'line')).toBe(expected));
  test.each(TEXTS)('text %j', (text, expected) => expect(tidy(text, 'text')).toBe(expected));

  test('is idempotent and touches nothing that can be seen', () => {
    const invisible = fc.constantFrom(' ', '\u00a0', '\t', '\n', '\r', '\u200b', '\u200c', '\u200d', '\ufeff', '\u0000', '\u007f', '\u00ad', '\u3000', '\u2028', '\u202a', '\u202c', '\u180e', '\u0085');
    const text = fc.array(fc.oneof(invisible, fc.string({ unit: 'binary', maxLength: 2 }), fc.constantFrom('a', '\u0d4d', '\u{1f469}')), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, fc.constantFrom('line' as const, 'text' as const), (cell, layout) => {
      const once = tidy(cell, layout);
      expect(tidy(once, layout)).toBe(once);
      const seen = (all: string): string => all.replace(/[\p{C}\p{Z}]/gu, '');
      expect(seen(once)).toBe(seen(cell));
    }), { numRuns: 3000 });
  });

  // A pattern that goes over the blanks again and again would not come to an end.
  test('takes a long run of blanks', () => {
    expect(tidy(`a${' '.repeat(300_000)}b${' '.repeat(300_000)}`, 'line')).toBe('a b');
    expect(tidy(`a${' \t'.repeat(300_000)}b`, 'line')).toBe('a b');
    expect(tidy(`a${' '.repeat(300_000)}b${' '.repeat(300_000)}`, 'text')).toMatch(/^a +b$/);
  });
});
