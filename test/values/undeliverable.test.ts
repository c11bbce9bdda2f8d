import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { email } from '../../src/checks/email.js';
import { look } from '../checks/look.js';
import { defaultOptions } from '../checks/default-options.js';

const options = defaultOptions(email);
/** Whether a column of that name which says this means that the address takes no mail. */
const fails = (name: string, text: string, field: 'email_status' | 'status' = 'email_status'): boolean =>
  look(email, options, { email: 'ann@firma.de', [field]: text }, { header: ['Email', name] }).codes.includes('email/undeliverable');

describe('results of verifiers', () => {
  it.each(['invalid', 'Invalid', 'undeliverable', 'spamtrap', 'spam-trap', 'abuse', 'do_not_mail', 'toxic', 'disposable', 'Bounced', 'Hard bounce', 'mailbox_not_found', 'ungültig', 'non valide', '無効', 'Недействителен'])(
    '%s', (text) => expect(fails('Verification status', text)).toBe(true));
  it.each(['', 'valid', 'Verified', 'deliverable', 'catch-all', 'catch_all', 'accept_all', 'unknown', 'risky', 'webmail', 'Unavailable', 'Soft bounce', 'not bounced', 'Likely to engage', 'true', 'false'])(
    '%s is none', (text) => expect(fails('Verification status', text)).toBe(false));
});

it.each<[string, string, boolean]>([
  ['Bounced', 'true', true], ['Bounced', '1', true], ['Bounced', 'false', false], ['Bounced', '0', false], ['Bounced', '2026-01-01', true], ['Email Bounced', 'soft', false], ['Email hard bounce reason', 'Unknown user', true],
  ['EmailBouncedReason', '550 5.1.1 user unknown', true], ['EmailBouncedReason', '452 mailbox full', false], ['Email Invalid', 'yes', true], ['Email Invalid', 'no', false],
  ['Email Valid', 'FALSE', true], ['Email Valid', 'yes', false], ['Valid', 'false', false], ['Email verified', 'no', true],
])('%s: %s is %s', (name, text, expected) => expect(fails(name, text)).toBe(expected));

describe('statuses of leads', () => {
  it.each(['Bounced', 'cleaned', 'Bereinigt', 'Hard bounced', 'Closed - bounced', 'Email invalid', 'Bad email', 'Undeliverable', '退信'])('%s', (text) => expect(fails('Lead Status', text, 'status')).toBe(true));
  it.each(['New', 'Invalid', 'Bad lead', 'Disposable income', 'Soft bounced', 'Not bounced', 'Bounced back to marketing', 'House cleaned'])('%s is none', (text) => expect(fails('Lead Status', text, 'status')).toBe(false));
});

it('is said of the first address, and of none where there is none', () => {
  expect(look(email, options, { email: ['', 'ann@firma.de', 'bo@firma.de'], email_status: 'invalid' }).findings.map(({ code, column, hint }) => [code, column, hint])).toEqual([['email/undeliverable', 1, 'email_status: invalid']]);
  expect(look(email, options, { email: '', email_status: 'invalid' }).codes).toEqual([]);
});
it('takes any text', () => { fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, text) => { fails(name, text); })); });
