import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consent } from '../../src/checks/consent.js';
import type { Field, Run } from '../../src/types.js';
import { look } from './look.js';
import { defaultOptions } from './default-options.js';

const shipped = defaultOptions(consent);
const options = { ...shipped, ask: Object.fromEntries(Object.keys(shipped.regions).map((region) => [region, true])) };
type Values = Partial<Record<Field, string | readonly string[]>>;
/** `field:problem` of what is found. Today is 2026-11-21. */
const found = (values: Values, around: Partial<Run> & { leadCountry?: string } = {}, opts = options): string =>
  look(consent, opts, values, around).findings.map(({ field, code }) => `${field}:${code.slice('consent/'.length)}`).join(' ');
const ANN = { email: 'ann@firma.de' };
const BOTH = 'email:missing phone:missing';

describe('the region of the lead', () => {
  it.each<[string, Values, Partial<Run> & { leadCountry?: string }, string]>([
    ['country column', { email: 'ann@firma.com' }, { leadCountry: 'FR' }, 'email:missing'],
    ['country column wins over the ending', ANN, { leadCountry: 'JP' }, ''],
    ['phone', { email: 'ann@firma.com', phone: '+4930227730' }, {}, BOTH],
    ['phone of +1 in Canada', { email: 'ann@firma.com', phone: '+14165550199' }, {}, 'email:missing'],
    ['phone of +1 in the United States', { email: 'ann@firma.com', phone: '+15124723819' }, {}, 'phone:missing'],
    ['phone wins over the ending', { email: 'ann@firma.de', phone: '+81332245000' }, {}, ''],
    ['ending', ANN, {}, 'email:missing'],
    ['ending .eu', { email: 'ann@firma.eu' }, {}, 'email:missing'],
    ['ending .uk', { email: 'ann@firm.co.uk' }, {}, 'email:missing'],
    ['ending .com says nothing', { email: 'ann@firma.com' }, {}, ''],
    ['ending .io says nothing', { email: 'ann@firma.io' }, {}, ''],
    ['ending .is says nothing', { email: 'ann@this.is' }, {}, ''],
    ['the country of the run comes last', { email: 'ann@firma.com' }, { country: 'AT' }, 'email:missing'],
    ['no contact, no channel', { full_name: 'Ann' }, { leadCountry: 'FR' }, ''],
  ])('%s', (_, values, around, codes) => expect(found(values, around)).toBe(codes));

  it('the United Kingdom asks for e-mail only, the United States for calls only', () => {
    const reachable = { email: 'ann@firm.com', phone: '+442079460000' };
    expect(found(reachable, { leadCountry: 'GB' })).toBe('email:missing');
    expect(found(reachable, { leadCountry: 'US' })).toBe('phone:missing');
  });
  it('only regions that are asked for', () => {
    expect(found(ANN, {}, { ...options, ask: { ...options.ask, eu: false } })).toBe('');
    expect(found(ANN, {}, shipped)).toBe('');
  });
});

describe('what the consent column says', () => {
  it.each(['yes', 'Y', 'TRUE', '1', 'ja', 'Oui', 'sí', 'x', '✓', 'Opted In', 'double opt-in', 'Subscribed', 'granted', 'Einwilligung erteilt', 'einverstanden', 'accepté',
    'https://cert.trustedform.com/0a1b2c', '2026-05-01', 'Consent given on 3 May 2026', 'express consent', 'iscritto', 'ingeschreven', 'inscrito'])('%s is one', (text) => expect(found({ ...ANN, consent: text })).toBe(''));
  it.each(['', 'no', 'N', 'false', '0', 'nein', 'Non', 'não', 'nee', 'pending', 'Unsubscribed', 'opted out', 'withdrawn', 'widerrufen', 'not obtained', 'unknown', 'see notes', 'not subscribed', 'no consent given'])(
    '%s is none', (text) => expect(found({ ...ANN, consent: text })).toBe('email:missing'));
  it('a day it was given on is enough, unless the other column says no', () => {
    expect(found({ ...ANN, consent_at: '2026-01-31' })).toBe('');
    expect(found({ ...ANN, consent: 'no', consent_at: '2026-01-31' })).toBe('email:missing');
    expect(found({ ...ANN, consent_at: 'soon' })).toBe('email:missing');
  });
});

describe('the column says which channel', () => {
  const reachable = { ...ANN, phone: '+4930227730' };
  it.each([
    ['Email Consent', 'phone:missing'], ['Newsletter consent', 'phone:missing'], ['Call consent', 'email:missing'], ['SMS Opt-In', 'email:missing'],
    ['Consent', ''], ['Email and call consent', ''],
  ])('%s', (name, codes) => expect(found({ ...reachable, consent: 'yes' }, { header: ['Email', 'Phone', name] })).toBe(codes));
});

describe('age', () => {
  it.each([
    ['FR', '2023-12-01', ''], ['FR', '2023-11-01', 'email:expired'],
    ['GB', '2026-06-01', ''], ['GB', '2026-05-01', 'email:expired'],
    ['CA', '2024-12-01', ''], ['CA', '2024-11-01', 'email:expired'],
    ['BR', '2001-01-01', ''],
  ])('%s, given on %s', (leadCountry, day, codes) => expect(found({ email: 'ann@firm.com', consent_at: day }, { leadCountry })).toBe(codes));
  it.each([['2026-09-01', ''], ['2026-08-01', 'phone:expired']])('calls to the United States, given on %s', (day, codes) =>
    expect(found({ phone: '+15124723819', consent_at: day })).toBe(codes));
  it('counts from the newest day', () => expect(found({ ...ANN, consent_at: ['2019-01-01', '2026-01-01'] })).toBe(''));
  it('a day that cannot be told has no age', () => expect(found({ ...ANN, consent_at: '03/04/2001' })).toBe(''));
});

it('whoever opted out is not asked', () => expect(look(consent, options, ANN, { found: ['suppress/opted-out'] }).codes).toEqual([]));

it('never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string({ unit: 'grapheme' }), (email, phone, text) => {
    look(consent, options, { email, phone, consent: text, consent_at: email }, { leadCountry: 'DE' });
  }));
});
