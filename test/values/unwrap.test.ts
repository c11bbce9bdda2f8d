import { describe, expect, it } from 'vitest';
import { addressesIn, isStillWrapped, unwrapAddress } from '../../src/values/unwrap.js';

describe('unwrapAddress', () => {
  it.each([
    '<ann@acme.com>', 'Ann Lee <ann@acme.com>', '"Lee, Ann" <ann@acme.com>;', 'Ann<ann@acme.com>', "'ann@acme.com'", "'ann@acme.com", '"ann@acme.com"', '“ann@acme.com”', '«ann@acme.com»', '(ann@acme.com)', '[ann@acme.com]', '<ann@acme.com',
    'ann@acme.com>', 'ann@acme.com;', 'ann@acme.com,', 'ann@acme.com.', 'ann@acme.com/', ' ann@acme.com ', '\u00a0ann@acme.com\u3000', '\ufeffann@acme.com', 'ann@acme.com\u200b', 'an\u00adn@acme.com', '• ann@acme.com', '📧 ann@acme.com',
    'mailto:ann@acme.com', 'MAILTO:ann@acme.com', 'mailto:ann@acme.com?subject=Hi%20there', 'Email: ann@acme.com', 'E-Mail : ann@acme.com', '%20ann@acme.com', 'ann@acme.com#mailto:ann@acme.com#', '<a href="mailto:ann@acme.com">ann@acme.com</a>',
    'ann@acme.com <mailto:ann@acme.com>', 'Ann Lee [mailto:ann@acme.com]', 'Ann Lee <ann@acme.com<mailto:ann@acme.com>>', 'ann@acme.com, ann@acme.com',
  ])('%j', (text) => {
    expect(unwrapAddress(text)).toBe('ann@acme.com');
  });

  it.each([
    '', 'ann', 'ann@acme.com; bob@acme.com', 'ann@acme; bob@acme.com', 'ann@acme.com (work)', 'ann@acme.com / 9876501234', 'Ann 0171 1234567 <ann@acme.com>', '"ann"@acme.com', '"ann"lee@acme.com', 'ann@gmail,com', 'ann lee@acme.com',
    'a,ann@acme.com', 'ann@acme.com or call', 'ann@@acme.com', '<ann>', 'ann\u00a0lee@acme.com', '5,ann@acme.com',
  ])('leaves %j', (text) => {
    expect(unwrapAddress(text)).toBe('');
  });

  it('keeps the spelling', () => {
    expect(unwrapAddress("<Ann.O'Brien@Acme.ie>")).toBe("Ann.O'Brien@Acme.ie");
    expect(unwrapAddress('用户 <用户@例子.中国>')).toBe('用户@例子.中国');
  });
});

it.each([['ann@acme.com; BOB@acme.com / ann@ACME.com', ['ann@acme.com', 'BOB@acme.com']], ['ann@acme and 5', []], ['', []]])('addressesIn %j', (text, addresses) => {
  expect(addressesIn(text)).toEqual(addresses);
});

it.each([["'ann@acme.com", true], ['%20ann@acme.com', true], ["o'brien@acme.ie", false], ['ann@acme.com', false]])('isStillWrapped %s', (text, wrapped) => {
  expect(isStillWrapped(text)).toBe(wrapped);
});
