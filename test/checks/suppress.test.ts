import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppress } from '../../src/checks/suppress.js';
import { look } from './look.js';
import { defaultOptions } from './default-options.js';

const options = defaultOptions(suppress);
const ANN = 'ann@firma.de';
/** What is found when the column `name` says `text`, for somebody with this e-mail address. */
const told = (field: 'opted_out' | 'status' | 'consent', name: string, text: string, email = ANN): string =>
  look(suppress, options, { email, [field]: text }, { header: ['Email', name] }).codes.map((code) => code.slice('suppress/'.length)).join(' ');

describe('columns about opting out', () => {
  it.each([
    'true', 'TRUE', 'Yes', 'yes', 'y', '1', 'x', 'X', '✓', 'ja', 'Oui', 'sí', 'Sim', 'wahr', 'vrai', 'Verdadero', 'waar', 'checked', 'unsubscribed', 'Opted Out', 'OptedOut',
    'abgemeldet', 'Désinscrit', 'baja', 'Uitgeschreven', '2024-03-15', '2024-03-15 10:30:00', '03/04/2024', 'Unsubscribed (2024-03-15)', 'Spam complaint', 'blocklisted',
    'prawda', 'истина', 'SANT', 'DOĞRU', '예', '有', 'はい', 'نعم', 'כן', 'Ναι', '已退订', '네, 수신거부', '配信停止希望', 'отписался', 'odhlášena', 'afmeldt', 'leiratkozott', 'abonelikten çıktı', 'Registered',
    'Yes, by phone', 'nicht zulassen', 'USER_SUPPRESSED', '45366', '×',
  ])('%s is an opt-out', (text) => expect(told('opted_out', 'Unsubscribed', text)).toBe('opted-out'));
  it.each(['', 'false', 'hayır', 'HAYIR', 'No', 'n', '0', 'nein', 'non', 'Não', 'nee', 'falsch', 'subscribed', 'never', '0000-00-00 00:00:00', 'not unsubscribed', '0.0', 'Opted In', 'Allow',
    'ложь', 'fałsz', 'YANLIŞ', 'Hayır', 'Nei', '아니오', '無', '未退订', 'لا', 'לא', 'Όχι', 'iscritto', 'tilmeldt', 'ingeschreven', '1970-01-01', '[]', 'Zulassen', 'Not on DNC', 'resubscribed',
    'Do not unsubscribe', 'never unsubscribed', 'has not opted out', 'No, still subscribed', 'Opt-out: No', 'Opted out: false'])(
    '%s is none', (text) => expect(told('opted_out', 'Unsubscribed', text)).toBe(''));
  it.each(['pending', 'see notes', '7', '¿?', 'No-contact rule', '配信停止していません', '○', 'Email: no, SMS: yes'])('%s is unclear', (text) => expect(told('opted_out', 'Unsubscribed', text)).toBe('unclear'));
});

describe('the column says which channel', () => {
  it.each([
    ['HasOptedOutOfEmail', 'opted-out', 'opted-out'], ['Email Opt Out', 'opted-out', 'opted-out'], ['EMAIL_BLACKLISTED', 'opted-out', 'opted-out'],
    ['Unsubscribed', 'opted-out', 'opted-out'], ['Do Not Contact', 'opted-out', 'opted-out'], ['Automatically Unsubscribed', 'opted-out', 'opted-out'],
    ['Email/Phone Opt Out', 'opted-out', 'opted-out'], ['donotbulkemail', 'opted-out', 'opted-out'], ['Newsletter abbestellt', 'opted-out', 'opted-out'],
    ['Do Not Call', 'opted-out-channel', 'opted-out'], ['DoNotCall', 'opted-out-channel', 'opted-out'], ['do_not_call', 'opted-out-channel', 'opted-out'],
    ['donotphone', 'opted-out-channel', 'opted-out'], ['SMS Opt-Out', 'opted-out-channel', 'opted-out'], ['Nicht anrufen', 'opted-out-channel', 'opted-out'],
    ['Ne pas appeler', 'opted-out-channel', 'opted-out'], ['No llamar', 'opted-out-channel', 'opted-out'], ['Niet bellen', 'opted-out-channel', 'opted-out'],
    ['E-Mail Opt-Out', 'opted-out', 'opted-out'], ['電話不可', 'opted-out-channel', 'opted-out'], ['TPS', 'opted-out-channel', 'opted-out'], ['메일수신거부', 'opted-out', 'opted-out'],
    ['HasOptedOutOfFax', 'opted-out-channel', 'opted-out-channel'], ['donotpostalmail', 'opted-out-channel', 'opted-out-channel'],
  ])('%s: with an e-mail address %s, without %s', (name, withEmail, without) => {
    expect([told('opted_out', name, 'true'), told('opted_out', name, 'true', ''), told('opted_out', name, 'false')]).toEqual([withEmail, without, '']);
  });
  it('or the value does', () => {
    expect([told('opted_out', 'Opt-out', 'Do not call'), told('opted_out', 'Opt-out', 'DNC', '')]).toEqual(['opted-out-channel', 'opted-out']);
  });
});

describe('circles and crosses', () => {
  it.each([['配信停止', '○', 'opted-out'], ['配信停止', '×', ''], ['수신거부', '◯', 'opted-out'], ['Unsubscribed', '×', 'opted-out'], ['Unsubscribed', '○', 'unclear']])(
    '%s %s: %j', (name, text, problem) => expect(told('opted_out', name, text)).toBe(problem));
});

describe('columns about consent', () => {
  const inConsent = (text: string, name = 'Email Marketing Consent'): string => look(suppress, options, { email: ANN, consent: text }, { header: ['Email', name] }).codes.join(' ');
  it.each(['UNSUBSCRIBED', 'Opted out', 'opt-out', 'Withdrawn 2024-03-01', 'Revoked on 2025-03-01', 'widerrufen', 'Révoqué', 'revogado', 'отозвано', '撤回', '동의 철회'])('%s is an opt-out', (text) => expect(inConsent(text)).toBe('suppress/opted-out'));
  it.each(['', 'no', 'false', '0', 'NEVER_SUBSCRIBED', 'pending', 'unknown', 'I agree to get e-mails. I can unsubscribe at any time.', 'not opted out', 'Opted in'])('%s is none', (text) => expect(inConsent(text)).toBe(''));
  it('of one channel', () => expect(look(suppress, options, { email: ANN, phone: '+49301234567', consent: 'UNSUBSCRIBED' }, { header: ['Email', 'Phone', 'SMS Marketing Consent'] }).codes).toEqual(['suppress/opted-out-channel']));
});

describe('notes', () => {
  const inNotes = (notes: string): string => look(suppress, options, { email: ANN, notes }).codes.join(' ');
  it.each([
    'Please remove me from your list', 'STOP', 'asked to be removed', 'Do not contact again', 'keine Werbung!', 'bitte nicht mehr kontaktieren', 'Ne plus contacter', 'no volver a contactar', 'non chiamare più', 'niet meer bellen',
    'просил не звонить', '客户说请勿联系', '今後の連絡不要とのこと', '연락하지 마세요', "Don't call!",
  ])('%s: a person should look', (text) => expect(inNotes(text)).toBe('suppress/unclear'));
  it.each([
    'Stop by the booth', 'stopped using their old CRM', 'Robinson recommended us', 'Priorité basse, baja', 'She unsubscribed from a competitor', 'wants to remove a server', 'could not be contacted', 'Contact again in May', '请联系',
  ])('%s', (text) => expect(inNotes(text)).toBe(''));
});

describe('an opt-out of one channel, while another is free', () => {
  const both = (cells: Record<string, string>, header: readonly string[]): string =>
    look(suppress, options, { email: ANN, phone: '+49301234567', opted_out: Object.values(cells) }, { header }).codes.join(' ');
  it.each([
    [{ 'Email Opt Out': 'true' }, 'suppress/opted-out-channel'], [{ 'Do Not Call': 'true' }, 'suppress/opted-out-channel'],
    [{ 'Email Opt Out': 'true', 'Do Not Call': 'yes' }, 'suppress/opted-out'], [{ 'Email Opt Out': 'false', 'Do Not Call': '' }, ''],
    [{ Unsubscribed: 'true' }, 'suppress/opted-out'], [{ 'Email/Phone Opt Out': 'true' }, 'suppress/opted-out'], [{ 'Do Not Call': 'true', 'Do Not Contact': 'true' }, 'suppress/opted-out'],
    [{ 'Email Opt Out': '1', HasOptedOutOfFax: '1' }, 'suppress/opted-out-channel'],
  ])('%o: %s', (cells, code) => expect(both(cells as Record<string, string>, ['Email', 'Phone', ...Object.keys(cells)])).toBe(code));
});

describe('statuses', () => {
  it.each([
    'Unsubscribed', 'UNSUBSCRIBED', 'unsubscribed_by_admin', 'Opted-Out', 'OPTED_OUT', 'Closed - Unsubscribed', 'Do Not Contact', 'do not contact (GDPR)', 'Abgemeldet',
    'Désabonné', 'Desabonnée', 'Dado de baja', 'Descadastrado', 'Disiscritto', 'Uitgeschreven', 'Nicht kontaktieren', 'Complained', 'Werbesperre',
    'STOP', 'Отказ от рассылки', 'Wypisany', 'Odhlášen', '已退订', '客户要求取消订阅', 'Asked to be removed', 'GDPR erasure requested', 'Do not e-mail',
  ])('%s is an opt-out', (text) => expect(told('status', 'Status', text)).toBe('opted-out'));
  it.each([
    'Subscribed', 'New', 'Bounced', 'Cleaned', 'Active', 'Not unsubscribed', 'never opted out', 'Contacted', 'Closed - Not Converted', 'true', '1', '2024-01-01', 'Open', 'Bad lead',
    'DID_NOT_CONNECT', 'Attempted to contact', 'Contact in future', 'Opt-out: No', 'Opt-out: false; VIP', '未退订', 'Bus stop', 'Подписан',
  ])('%s is none', (text) => expect(told('status', 'Status', text)).toBe(''));
  it('of calls only', () => expect([told('status', 'Status', 'DNC'), told('status', 'Status', 'Do not call', '')]).toEqual(['opted-out-channel', 'opted-out']));
});

describe('consents that were taken back', () => {
  it.each(['UNSUBSCRIBED', 'Unsubscribed (2024-03-15)', 'opted out', 'Opted-Out', 'abgemeldet', 'Désinscrit', 'Widerrufen', 'Widerrufen am 03.04.2026', 'Retiré', 'Отозвано'])(
    '%s is an opt-out', (text) => expect([told('consent', 'Email Marketing Consent', text), told('consent', 'SMS consent', text)]).toEqual(['opted-out', 'opted-out-channel']));
  it.each(['SUBSCRIBED', 'NEVER_SUBSCRIBED', 'yes', 'no', 'false', 'Implicit', 'pending', 'I agree. I can unsubscribe at any time', 'Newsletter: opt out at any time', 'Opted in', 'Retired', 'not withdrawn', '2026-01-01', '', 'Opt-out: no', 'unsubscribed=false'])(
    '%s is none', (text) => expect(told('consent', 'Email Marketing Consent', text)).toBe(''));
});

it('is found once, the whole before the channel before the unclear', () => {
  const found = look(suppress, options, { email: ANN, opted_out: ['maybe', 'true', 'true'], status: 'Unsubscribed' }, { header: ['E', 'Opt', 'Do Not Call', 'Unsubscribed', 'Status'] }).findings;
  expect(found.map(({ code, column }) => [code, column])).toEqual([['suppress/opted-out', 3]]);
});

it('takes any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, text) => { told('opted_out', name, text); told('status', name, text); told('consent', name, text); }));
});
