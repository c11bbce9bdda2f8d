import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { email } from '../../src/checks/email.js';
import { defaultOptions } from './default-options.js';
import { look } from './look.js';

const options = defaultOptions(email);
const check = (text: string): ReturnType<typeof look> => look(email, options, { email: text });
/** `syntax doubtful` for a finding that leaves the cell in another state. */
const brief = (text: string): string[] => check(text).findings.map(({ code, leaves }) => [code.replace('email/', ''), leaves].filter((part) => part !== undefined).join(' '));

describe('email', () => {
  it.each([
    '', 'ann@acme.com', "o'brien@acme.ie", 'ann+crm@acme.co.uk', 'jörg@müller.de', '用户@例子.中国', 'ann@acme.gmbh', 'ann@mail.acme.com', 'na@acme.com',
    'test@testo.com', 'noemi@acme.com', 'firstname.post@acme.com', 'it.max@acme.com', 'post.anna@acme.com', 'a@acme.com', 'ann@ey.com', 'ann@x.com',
    'ann@example.co.uk', 'ann@examples.com', 'ann@local.com', 'ann@testing.com', 'ann@duckduck.com',
  ])('finds nothing in %j', (text) => {
    expect(brief(text)).toEqual([]);
  });

  it.each([
    ['ann', 'syntax unusable'], ['@acme.com', 'syntax unusable'], ['ann@', 'syntax unusable'], ['ann@acme', 'syntax unusable'], ['acme.com', 'syntax unusable'], ['www.acme.com', 'syntax unusable'],
    ['+1 512 555 0100', 'syntax unusable'], ['ann@[10.0.0.1]', 'syntax unusable'], [`ann@acme.com ${'x'.repeat(2000)}`, 'syntax unusable'],
    ['ann@gmail,com', 'syntax doubtful'], ['ann@acme.com; bob@acme.com', 'syntax doubtful'], ['ann@acme.com / 9876501234', 'syntax doubtful'],
    ['ann@acme.con', 'typo', 'unknown-tld doubtful'], ['ann@comcast.nry', 'typo', 'unknown-tld doubtful'], ['ann@acme.xyzzy', 'unknown-tld unusable'],
    ['ann@gmial.com', 'typo'], ['ann@gmail.co', 'typo'], ['info@hotmial.com', 'typo', 'role'],
    ['ann@example.com', 'special-use unusable'], ['ann@mail.example.org', 'special-use unusable'], ['ann@acme.test', 'special-use unusable'], ['ann@printer.local', 'special-use unusable'],
    ['ann@acme.invalid', 'special-use unusable'], ['ann@x.onion', 'special-use unusable'], ['ann@localhost', 'special-use unusable'], ['noemail@example.com', 'special-use unusable'],
    ['noemail@acme.com', 'placeholder unusable'], ['test@test.com', 'placeholder unusable'], ['none@none', 'placeholder unusable'], ['noemail', 'placeholder unusable'], ['x@x.xx', 'placeholder unusable'],
    ['ann@mailinator.com', 'disposable unusable'], ['info@mx.mailinator.com', 'disposable unusable'],
    ['ann@duck.com', 'relay'], ['x7k2@privaterelay.appleid.com', 'relay'], ['shop.ann@mozmail.com', 'relay'], ['ann.x1@simplelogin.com', 'relay'], ['ann@ann.anonaddy.com', 'relay'],
    ['info@acme.com', 'role'], ['info@gmx.de', 'role', 'free'], ['ann@gmail.com', 'free'], ['ann@qq.com', 'free'], ['ann@orange.fr', 'free'],
    ['Ann@Acme.com', 'case'], ['INFO@ACME.COM', 'case', 'role'], ['<ann@acme.com>', 'wrapped'], ['Ann Lee <Ann@Gmail.com>', 'wrapped', 'case', 'free'],
  ])('%j', (text, ...expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it.each([
    ['Ann.Lee@ACME.com', 'ann.lee@acme.com'], ['JÖRG@MÜLLER.DE', 'jörg@müller.de'], [`"O'Brien, Ann" <Ann.O'Brien@Acme.ie>`, "ann.o'brien@acme.ie"], ["'Ann@acme.com", 'ann@acme.com'],
    ['ann@acme.com\u200b;', 'ann@acme.com'],
    ['ann@gmail,com', 'ann@gmail,com'], ['ann@gmial.com', 'ann@gmial.com'], ['a@acme.com, b@acme.com', 'a@acme.com, b@acme.com'], ['Ann@acme', 'Ann@acme'],
  ])('%j is left as %j', (text, after) => {
    expect(check(text).texts.email).toEqual([after]);
  });

  it.each([
    ['ann@gmial.com', 'did you mean ann@gmail.com?'], ['Ann@Gmial.com', 'did you mean ann@gmail.com?'], ['ann@@gmail.com', 'did you mean ann@gmail.com?'], ['ann@gmial,com', 'did you mean ann@gmail.com?'],
    ['ann@acme.con', 'did you mean ann@acme.com?'], ['Ann@acme.com; bob@acme.com', 'several addresses, the first is ann@acme.com'],
  ])('%j: %s', (text, hint) => {
    expect(check(text).findings.map((finding) => finding.hint).filter((shown) => shown !== undefined)).toEqual([hint]);
  });

  it.each([
    ['dev@acme.com', { first_name: 'Dev', last_name: 'Banerjee' }, false], ['office@acme.com', { first_name: 'Ann', last_name: 'OFFICE' }, false],
    ['post@acme.com', { full_name: 'Anna Post' }, false], ['post@acme.com', { first_name: 'Anna', last_name: 'Berg' }, true],
    ['info@acme.com', { first_name: 'Info' }, true], ['sales@acme.com', { first_name: 'Sales', last_name: 'Team' }, true], ['info@acme.com', { full_name: 'Info' }, true],
  ])('%s of %j: a role? %s', (address, names, role) => {
    expect(look(email, options, { ...names, email: address }).codes.includes('email/role')).toBe(role);
  });
  it.each<[readonly string[], string]>([
    [['ann@acme.com', 'info@acme.com'], 'doubtful'], [['info@acme.com', 'Ann@Acme.com'], 'doubtful'], [['info@acme.com', ''], 'usable'], [['info@acme.com', 'sales@acme.com'], 'usable'],
    [['info@acme.com', 'ann@mailinator.com'], 'usable'], [['info@acme.com', 'noemail@acme.com'], 'usable'], [['info@acme.com', 'ann@'], 'usable'], [['info@acme.com', 'ann@gmial.com'], 'usable'],
  ])('beside %j a shared mailbox is left %s', (emails, state) => {
    const role = look(email, options, { email: emails }).findings.find(({ code }) => code === 'email/role');
    expect(role?.leaves ?? 'usable').toBe(state);
  });

  it('looks at every column', () => {
    const { findings, texts } = look(email, options, { email: ['Ann@acme.com', '', 'info@acme.com'] });
    expect(findings.map(({ code, column }) => [code, column])).toEqual([['email/case', 0], ['email/role', 2]]);
    expect(texts.email).toEqual(['ann@acme.com', '', 'info@acme.com']);
  });

  const pieces = fc.array(fc.constantFrom(
    'ann', 'Ann', 'JÖRG', 'İ', 'ẞ', "o'b", '.', '..', '@', '@@', 'acme', 'Gmial', 'com', 'co.uk', '.con', ' ', '\u00a0', '\u200b', "'", '"', '<', '>', ';', ',', 'mailto:', '%20', '5', '\ud800', '💌', 'ｅ', '＠', 'x'.repeat(64), 'İ'.repeat(32),
  ), { maxLength: 10 }).map((parts) => parts.join(''));

  it('mends a cell once and for all, and never throws', () => {
    fc.assert(fc.property(fc.oneof(pieces, pieces.map((text) => `${text}@Acme.com`), fc.string({ unit: 'binary' })), (text) => {
      const after = check(text).texts.email?.[0] ?? '';
      const again = check(after);
      return again.texts.email?.[0] === after && again.findings.every((finding) => finding.fix === undefined);
    }), { numRuns: 500 });
  });
});
