import { expect, it } from 'vitest';
import { headerWords, slipTo } from '../../src/columns/words.js';

it.each<[string, string]>([
  ['FirstName', 'first name'], ['HasOptedOutOfEmail', 'has opted out of email'], ['E-mail 1 - Value', 'e mail value'], ['Phone__c', 'phone'],
  ['Numéro de téléphone', 'numero de telephone'], ['STRAßE', 'strasse'], ['TÃ©lÃ©phone', 'telephone'], ["What's your email?", 'what s your email'], ['OPTIN_TIME', 'optin time'],
  ['Email2', 'email'], ['2nd phone', 'phone'], ['EMAILAddress', 'email address'], ['☎ Contact', '☎ contact'], ['  ', ''], ['电话', '电话'],
])('%s → %s', (header, words) => expect(headerWords(header).join(' ')).toBe(words));

it.each<[string, string, string | undefined]>([
  ['email', 'emial', 'moved'], ['phone', 'phne', 'moved'], ['phone', 'phhone', 'moved'], ['state', 'stage', 'wrong'],
  ['email', 'email', undefined], ['email', 'eamli', undefined], ['phone', 'phase', undefined],
])('%s typed %s', (word, typed, slip) => expect(slipTo(word, typed)).toBe(slip));
