import fc from 'fast-check';
import { expect, it } from 'vitest';
import { headerWords, slipTo } from '../../src/columns/words.js';

it.each<[string, string]>([
  ['FirstName', 'first name'], ['HasOptedOutOfEmail', 'has opted out of email'], ['E-mail 1 - Value', 'e mail value'], ['Phone__c', 'phone'],
  ['Numéro de téléphone', 'numero de telephone'], ['STRAßE', 'strasse'], ['TÃ©lÃ©phone', 'telephone'], ["What's your email?", 'what s your email'], ['OPTIN_TIME', 'optin time'],
  ['Email2', 'email'], ['2nd phone', 'phone'], ['EMAILAddress', 'email address'], ['☎ Contact', '☎ contact'], ['  ', ''], ['电话', '电话'], ['顧客ID', '顧客 id'], ['Webサイト', 'web サイト'], ['고객ID'.normalize('NFC'), `${'고객'.normalize('NFKD')} id`], ['URLリンク', 'url リンク'],
])('%s → %s', (header, words) => expect(headerWords(header).join(' ')).toBe(words));

it.each<[string, string, string | undefined]>([
  ['email', 'emial', 'moved'], ['phone', 'phne', 'moved'], ['phone', 'phhone', 'moved'], ['state', 'stage', 'wrong'],
  ['email', 'email', undefined], ['email', 'eamli', undefined], ['phone', 'phase', undefined],
])('%s typed %s', (word, typed, slip) => expect(slipTo(word, typed)).toBe(slip));

it('reads ASCII as it reads everything else', () => {
  const piece = fc.constantFrom('Phone', '__c', 'e', 'EMAIL', 'Address', '1st', '2ND', "'s", '`s', ' ', '-', '_', '9', 'x', "What's", '3rdParty', 'URL', '\t');
  fc.assert(fc.property(fc.oneof(fc.array(piece).map((pieces) => pieces.join('')), fc.string()), (text) => {
    const header = text.replace(/[^\0-\x7f]/g, '');
    // A mark in front takes the long way and leaves nothing.
    expect(headerWords(header)).toEqual(headerWords(`\u0301${header}`));
  }), { numRuns: 2000 });
});
