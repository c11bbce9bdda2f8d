import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phone } from '../../src/checks/phone.js';
import { metadata } from '../../src/values/phone/metadata.js';
import { leadOf, TestCell } from './lead.js';
import { look } from './look.js';

const OPTIONS = {
  fictional: readFileSync('rules/words/fictional-phones.txt', 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')),
  territories: ['FR GP MQ GF RE YT PM BL MF NC PF WF', 'NL AW BQ CW SX', 'DK FO GL'],
};
const check = (text: string | readonly string[], leadCountry = '', country = ''): ReturnType<typeof look> =>
  look(phone, OPTIONS, { phone: text }, { leadCountry, country });
/** `problem` or `problem/state it leaves`, one word each. */
const told = (text: string, leadCountry = '', country = ''): string =>
  check(text, leadCountry, country).findings.map((f) => f.code.slice('phone/'.length) + (f.leaves === undefined ? '' : `:${f.leaves}`)).join(' ');

describe('numbers that are right', () => {
  // [as written, country of the row, E.164]
  const RIGHT: readonly (readonly [string, string, string])[] = [
    // North America
    ['+15125552345', '', '+15125552345'], ['+1 512 555 2345', '', '+15125552345'], ['(512) 555-2345', 'US', '+15125552345'], ['512.555.2345', 'US', '+15125552345'],
    ['1-512-555-2345', 'US', '+15125552345'], ['1 (512) 555 2345', 'US', '+15125552345'], ['5125552345', 'US', '+15125552345'], ['5125552345.0', 'US', '+15125552345'],
    ['15125552345', 'US', '+15125552345'], ['011 44 20 7946 1234', '', '+442079461234'], ['011 44 20 7946 1234', 'GB', '+442079461234'], ['416-555-2345', 'CA', '+14165552345'], ['(242) 322-4567', 'BS', '+12423224567'],
    ['787-721-2345', 'PR', '+17877212345'], ['876 922 1234', 'JM', '+18769221234'], ['1-800-356-9377', 'US', '+18003569377'], ['1-800-FLOWERS', 'US', '+18003569377'], ['1-800-FLOWERS ext. 12', 'US', '+18003569377 ext. 12'],
    ["'+1 703 439 9049", '', '+17034399049'], ['p:+17034399049', '', '+17034399049'], ['="(703) 439-9049"', 'US', '+17034399049'], ['="+17034399049"', '', '+17034399049'],
    ['tel:+1-703-439-9049', '', '+17034399049'], ['Phone: 703-439-9049', 'US', '+17034399049'], ['703-439-9049 (mobile)', 'US', '+17034399049'], ['7,034,399,049', 'US', '+17034399049'],
    // extensions, and what was dialled before numbers in Mexico
    ['+7 495 123-45-67 доб. 123', '', '+74951234567 ext. 123'], ['+48 22 123 45 67 wew. 12', '', '+48221234567 ext. 12'], ['03-3211-1234（内線12）', 'JP', '+81332111234 ext. 12'], ['010-65529988转801', 'CN', '+861065529988 ext. 801'],
    ['02-312-3456 내선 12', 'KR', '+8223123456 ext. 12'], ['+90 212 123 45 67 dahili 12', '', '+902121234567 ext. 12'], ['+420 224 123 456 linka 5', '', '+420224123456 ext. 5'], ['+36 1 481 2345 mellék 12', '', '+3614812345 ext. 12'],
    ['+52 1 55 5080 3412', '', '+525550803412'], ['5215550803412', 'MX', '+525550803412'], ['044 55 5080 3412', 'MX', '+525550803412'], ['+5215550803412', '', '+525550803412'],
    // United Kingdom and Ireland
    ['07911 123456', 'GB', '+447911123456'], ['7911123456', 'GB', '+447911123456'], ['447911123456', 'GB', '+447911123456'], ['447911123456.0', 'GB', '+447911123456'],
    ['+44 (0)7911 123456', '', '+447911123456'], ['0044 7911 123456', '', '+447911123456'], ['0044 7911 123456', 'JE', '+447911123456'], ['020 7183 8750', 'GB', '+442071838750'],
    ['(0161) 850 1234', 'GB', '+441618501234'], ['01534 881111', 'JE', '+441534881111'], ['07624 401234', 'IM', '+447624401234'], ['+44 1481 717000', 'GG', '+441481717000'],
    ['086 234 5678', 'IE', '+353862345678'], ['01 677 1234', 'IE', '+35316771234'], ['+353 (0)1 677 1234', '', '+35316771234'],
    // German-speaking countries
    ['030 1234567', 'DE', '+49301234567'], ['030/1234567', 'DE', '+49301234567'], ['(030) 123 45 67', 'DE', '+49301234567'], ['+49 (0) 30 / 123 45 67', '', '+49301234567'],
    ['0171 1234567', 'DE', '+491711234567'], ['0049 171 1234567', 'DE', '+491711234567'], ['49 171 1234567', 'DE', '+491711234567'], ['0176-23456789', 'DE', '+4917623456789'],
    ['089 / 1234 5678', 'DE', '+498912345678'], ['Tel.: 089 12345678', 'DE', '+498912345678'], ['01 5129876', 'AT', '+4315129876'], ['0664 1234567', 'AT', '+436641234567'],
    ['044 668 18 00', 'CH', '+41446681800'], ['079 123 45 67', 'CH', '+41791234567'], ['+41 (0)44 668 18 00', '', '+41446681800'], ['232 12 34', 'LI', '+4232321234'],
    // France and its overseas
    ['01 42 68 53 00', 'FR', '+33142685300'], ['06 12 34 56 78', 'FR', '+33612345678'], ['612345678', 'FR', '+33612345678'], ['+33 (0)6 12 34 56 78', '', '+33612345678'],
    ['0033612345678', '', '+33612345678'], ['0262 30 12 34', 'RE', '+262262301234'], ['+590 590 20 12 34', 'FR', '+590590201234'], ['+687 23.45.67', 'FR', '+687234567'],
    // Southern Europe
    ['91 123 45 67', 'ES', '+34911234567'], ['612 34 56 78', 'ES', '+34612345678'], ['+34 (0)91 123 45 67', '', '+34911234567'], ['912 345 678', 'PT', '+351912345678'],
    ['21 234 5678', 'PT', '+351212345678'], ['06 1234 5678', 'IT', '+390612345678'], ['02 12345678', 'IT', '+390212345678'], ['312 345 6789', 'IT', '+393123456789'],
    ['+39 (0)6 1234 5678', '', '+390612345678'], ['210 123 4567', 'GR', '+302101234567'], ['697 123 4567', 'GR', '+306971234567'], ['2123 4567', 'MT', '+35621234567'],
    ['22 345678', 'CY', '+35722345678'],
    // Benelux and the North
    ['06 12345678', 'NL', '+31612345678'], ['020-123 4567', 'NL', '+31201234567'], ['+31 (0)20 123 4567', '', '+31201234567'], ['0470 12 34 56', 'BE', '+32470123456'],
    ['02 512 34 56', 'BE', '+3225123456'], ['621 123 456', 'LU', '+352621123456'], ['20 12 34 56', 'DK', '+4520123456'], ['406 12 345', 'NO', '+4740612345'],
    ['070-111 22 33', 'SE', '+46701112233'], ['08-123 456 78', 'SE', '+46812345678'], ['041 2345678', 'FI', '+358412345678'], ['611 1234', 'IS', '+3546111234'],
    ['211234', 'FO', '+298211234'],
    // Central and Eastern Europe
    ['512 345 678', 'PL', '+48512345678'], ['22 123 45 67', 'PL', '+48221234567'], ['601 123 456', 'CZ', '+420601123456'], ['0912 123 456', 'SK', '+421912123456'],
    ['06 20 123 4567', 'HU', '+36201234567'], ['+36 (06) 20 123 4567', '', '+36201234567'], ['0712 034 567', 'RO', '+40712034567'], ['088 712 3456', 'BG', '+359887123456'],
    ['092 123 4567', 'HR', '+385921234567'], ['031 234 567', 'SI', '+38631234567'], ['060 1234567', 'RS', '+381601234567'], ['5123 4567', 'EE', '+37251234567'],
    ['21 234 567', 'LV', '+37121234567'], ['8 612 34567', 'LT', '+37061234567'], ['050 123 4567', 'UA', '+380501234567'], ['8 (912) 345-67-89', 'RU', '+79123456789'],
    ['+7 701 234 5678', 'KZ', '+77012345678'], ['0532 123 45 67', 'TR', '+905321234567'],
    // Asia and the Gulf
    ['37433123456', 'AM', '+37433123456'], ['050 123 4567', 'AE', '+971501234567'], ['04 234 5678', 'AE', '+97142345678'], ['051 234 5678', 'SA', '+966512345678'],
    ['3312 3456', 'QA', '+97433123456'], ['050-234-5678', 'IL', '+972502345678'], ['98123 45678', 'IN', '+919812345678'], ['098123 45678', 'IN', '+919812345678'],
    ['91 98123 45678', 'IN', '+919812345678'], ['022 2345 6789', 'IN', '+912223456789'], ['0301 2345678', 'PK', '+923012345678'], ['131 2345 6789', 'CN', '+8613123456789'],
    ['010 1234 5678', 'CN', '+861012345678'], ['5123 4567', 'HK', '+85251234567'], ['090-1234-5678', 'JP', '+819012345678'], ['03-1234-5679', 'JP', '+81312345679'],
    ['010-2000-0000', 'KR', '+821020000000'], ['8123 4567', 'SG', '+6581234567'], ['012-234 5678', 'MY', '+60122345678'], ['0812-345-678', 'ID', '+62812345678'],
    ['0905 123 4567', 'PH', '+639051234567'], ['081 234 5678', 'TH', '+66812345678'], ['091 234 56 78', 'VN', '+84912345678'], ['0912 345 678', 'TW', '+886912345678'],
    // Latin America
    ['(11) 96123-4567', 'BR', '+5511961234567'], ['011 96123-4567', 'BR', '+5511961234567'], ['55 11 96123-4567', 'BR', '+5511961234567'], ['222 123 4567', 'MX', '+522221234567'],
    ['011 15-2345-6789', 'AR', '+5491123456789'], ['+54 9 11 2345 6789', '', '+5491123456789'], ['2 2123 4567', 'CL', '+56221234567'], ['321 123 4567', 'CO', '+573211234567'],
    ['912 345 678', 'PE', '+51912345678'], ['8312 3456', 'CR', '+50683123456'], ['0412-1234567', 'VE', '+584121234567'],
    // Africa and the Pacific
    ['071 123 4567', 'ZA', '+27711234567'], ['0802 123 4567', 'NG', '+2348021234567'], ['0712 123456', 'KE', '+254712123456'], ['0100 123 4567', 'EG', '+201001234567'],
    ['0650-123456', 'MA', '+212650123456'], ['0412 345 678', 'AU', '+61412345678'], ['(02) 9374 4000', 'AU', '+61293744000'], ['021 123 4567', 'NZ', '+64211234567'],
    // Typography
    ['+1\u00a0512\u2011555\u20112345', '', '+15125552345'], ['+44\u200b7911\u2013123456', '', '+447911123456'], ['\u202a+447911123456\u202c', '', '+447911123456'],
    ['\uff0b\uff14\uff14\uff17\uff19\uff11\uff11\uff11\uff12\uff13\uff14\uff15\uff16', '', '+447911123456'], ['٠٥٠ ١٢٣ ٤٥٦٧', 'AE', '+971501234567'], ['++49301234567', '', '+49301234567'],
    ['+0049 30 1234567', '', '+49301234567'], ['+49 30 1234567 ', '', '+49301234567'], ['☎ +49 30 1234567', '', '+49301234567'],
    // No single country
    ['+800 1234 5679', '', '+80012345679'], ['+883 5100 1234 5678', '', '+883510012345678'],
  ];
  it.each(RIGHT)('%s (%s) is %s', (text, country, e164) => {
    const { texts, findings } = check(text, country);
    expect(texts.phone).toEqual([e164]);
    expect(findings.map((f) => f.code)).toEqual(text === e164 ? [] : ['phone/format']);
    expect(findings.map((f) => f.leaves)).not.toContain('unusable');
    expect(check(e164, country).codes).toEqual([]);
  });
  it('is a table worth its name', () => expect(RIGHT.length).toBeGreaterThan(150));
  it('takes the country of the run where the row has none, and only there', () => {
    expect(check('030 1234567', '', 'DE').texts.phone).toEqual(['+49301234567']);
    expect(check('01 42 68 53 00', 'FR', 'DE').texts.phone).toEqual(['+33142685300']);
  });
});

describe('extensions', () => {
  it.each([
    ['512-555-2345 ext. 5', 'US', '+15125552345 ext. 5'], ['512-555-2345 x5', 'US', '+15125552345 ext. 5'], ['5125552345x12', 'US', '+15125552345 ext. 12'],
    ['+1 512 555 2345;ext=77', '', '+15125552345 ext. 77'], ['tel:+1-512-555-2345;ext=77', '', '+15125552345 ext. 77'], ['512-555-2345 #5', 'US', '+15125552345 ext. 5'],
    ['512-555-2345 extension 1234', 'US', '+15125552345 ext. 1234'], ['030 1234567 Durchwahl 12', 'DE', '+49301234567 ext. 12'], ['030 1234567 DW 12', 'DE', '+49301234567 ext. 12'],
    ['01 42 68 53 00 poste 12', 'FR', '+33142685300 ext. 12'], ['(11) 3123-4567 ramal 12', 'BR', '+551131234567 ext. 12'], ['512 555 2345,,12', 'US', '+15125552345 ext. 12'],
  ])('%s (%s) keeps it: %s', (text, country, fixed) => {
    expect(check(text, country).texts.phone).toEqual([fixed]);
    expect(check(fixed, country).codes).toEqual([]);
    expect(check(fixed).codes).toEqual([]);
  });
});

describe('several numbers in a cell', () => {
  it.each([
    ['+1 512 555 2345 / +1 513 555 2346', '', '+15125552345'], ['+15125552345;+15135552346', '', '+15125552345'], ['512-555-2345, 513-555-2346', 'US', '+15125552345'],
    ['512-555-2345 or 513-555-2346', 'US', '+15125552345'], ['030 1234567 / 0171 1234567', 'DE', '+49301234567'], ['0171/1234567 oder 030/1234567', 'DE', '+491711234567'],
    ['+49 30 1234567 +49 171 1234567', '', '+49301234567'], ['12345678901234, 512-555-2345', 'US', '+15125552345'], ['512 555 2345\n513 555 2346', 'US', '+15125552345'],
    ['(512) 555-2345/2346', 'US', '+15125552345'],
  ])('%s (%s): usable by its first valid number, left as it is', (text, country, firstNumber) => {
    const { findings, texts } = check(text, country);
    expect(texts.phone).toEqual([text]);
    expect(findings.map((f) => [f.code, f.fix, f.leaves])).toEqual([['phone/format', undefined, undefined]]);
    expect(findings[0]!.hint).toContain(firstNumber);
  });
});

describe('digits that may be a national or an international number', () => {
  it.each([['4925 6428055', 'DE', ['+4949256428055', '+49256428055']], ['358 658 839', 'FI', ['+358358658839', '+358658839']]])('%s (%s): names both, mends nothing', (text, country, both) => {
    const { findings, texts } = check(text, country);
    expect(texts.phone).toEqual([text]);
    expect(findings.map((f) => [f.code, f.fix])).toEqual([['phone/format', undefined]]);
    for (const number of both) expect(findings[0]!.hint).toContain(number);
  });
  it('takes the mobile number', () => expect(check('491711234567', 'DE').texts.phone).toEqual(['+491711234567']));
});

describe('numbers that are wrong', () => {
  it.each<readonly [string, string, string]>([
    // no number, or not without a country
    ['hello', '', 'unreadable:unusable'], ['call me', 'US', 'unreadable:unusable'], ['12', '', 'unreadable:unusable'], ['1', 'US', 'unreadable:unusable'], ['ann@gmail.com', 'US', 'unreadable:unusable'],
    ['🙂', '', 'unreadable:unusable'], ['5125552345', '', 'unreadable:doubtful'], ['07911 123457', '', 'unreadable:doubtful'], ['447911123456', '', 'unreadable:doubtful'],
    ['447911123456.0', '', 'unreadable:doubtful'], ['549114a214321', 'AR', 'unreadable:doubtful'], ['ask for 512 at 5552345 please', 'US', 'unreadable:doubtful'],
    ['5125552345', 'AQ', 'unreadable:doubtful'],
    // lengths and calling codes
    ['555-2345', 'US', 'impossible:unusable'], ['51255523456', 'US', 'impossible:unusable'], ['+44 20 7946', '', 'impossible:unusable'], ['+999 123 456 789', '', 'impossible:unusable'],
    ['12345678901234567890', 'US', 'impossible:unusable'], ['+1 512 555', '', 'impossible:unusable'], ['12', 'US', 'impossible:unusable'], ['447911123456', 'US', 'impossible:unusable'],
    // nobody dialled abroad, and an area code is no number of its own
    ['01115234567895', 'AR', 'impossible:unusable'], ['(00) 49685808', 'TW', 'invalid:unusable'], ['06292/14735988', 'AT', 'invalid:unusable'],
    // right length, wrong digits
    ['+1 110 222 3334', '', 'invalid:unusable'], ['(022) 345-6789', 'US', 'invalid:unusable'], ['0171 12', 'DE', 'invalid:unusable'], ['+44 1111 123456', '', 'invalid:unusable'], ['+33 0 00 34 56 78 9', '', 'invalid:unusable'],
    ['+86 000 0000 1234', '', 'invalid:unusable'], ['+1 800 055 2345', '', 'invalid:unusable'],
    // fictional
    ['512-555-0100', 'US', 'fictional:unusable'], ['+1 512 555 0199', '', 'fictional:unusable'], ['512-555-0123', '', 'fictional:unusable'], ['1-512-555-0123', '', 'fictional:unusable'],
    ['555-0123', 'US', 'fictional:unusable'], ['555-0123', '', 'fictional:unusable'], ['416-555-0123', 'CA', 'fictional:unusable'], ['(555) 123-4567', 'US', 'fictional:unusable'],
    ['07700 900123', 'GB', 'fictional:unusable'], ['+44 7700 900123', '', 'fictional:unusable'], ['020 7946 0018', 'GB', 'fictional:unusable'], ['0161 496 0001', 'GB', 'fictional:unusable'],
    ['01632 960123', 'GB', 'fictional:unusable'], ['06 39 98 12 34', 'FR', 'fictional:unusable'], ['01 99 00 12 34', 'FR', 'fictional:unusable'], ['030 23125 123', 'DE', 'fictional:unusable'],
    ['+49 171 3920012', '', 'fictional:unusable'], ['0491 570 156', 'AU', 'fictional:unusable'], ['(02) 5550 1234', 'AU', 'fictional:unusable'], ['070-174 06 05', 'SE', 'fictional:unusable'],
    ['08-465 004 10', 'SE', 'fictional:unusable'], ['0000000000', '', 'fictional:unusable'], ['0000000000', 'DE', 'fictional:unusable'], ['+1 999 999 9999', '', 'fictional:unusable'],
    ['06 06 06 06 06', 'FR', 'fictional:unusable'], ['+55 11 99999-9999', '', 'fictional:unusable'], ['138 0013 8000', 'CN', 'fictional:unusable'],
    ['9999999999', 'IN', 'fictional:unusable'], ['1234567890', '', 'fictional:unusable'], ['1234567890', 'US', 'fictional:unusable'], ['123-456-7890', 'US', 'fictional:unusable'],
    ['+1 123 456 7890', '', 'fictional:unusable'], ['01 23 45 67 89', 'FR', 'fictional:unusable'], ['01234 567890', 'GB', 'fictional:unusable'], ['000', '', 'fictional:unusable'],
    ['+000000000', '', 'fictional:unusable'], ['(000) 000-0000', 'US', 'fictional:unusable'],
    // and their neighbours, which are not
    ['512-555-0200', 'US', 'format'], ['512-555-1234', 'US', 'format'], ['07700 901123', 'GB', 'invalid:unusable'], ['07400 900123', 'GB', 'format'], ['020 7946 1018', 'GB', 'format'], ['070-174 06 04', 'SE', 'format'],
    ['0491 570 154', 'AU', 'format'], ['555 0123', 'IS', 'format'], ['22 22 22 23', 'DK', 'format'],
    // premium and shared cost; toll-free is neither
    ['0900 1234567', 'DE', 'premium:doubtful format'], ['+1 900 555 2345', '', 'premium:doubtful format'], ['0909 123 4567', 'GB', 'premium:doubtful format'], ['0180 5 123456', 'DE', 'premium:doubtful format'],
    ['+61 1900 654 321', '', 'premium:doubtful format'], ['0800 123 4567', 'GB', 'format'], ['800-356-9377', 'US', 'format'], ['0800 3301000', 'DE', 'format'],
  ])('%s (%s): %s', (text, country, expected) => {
    const result = check(text, country);
    expect(told(text, country)).toBe(expected);
    if (!expected.includes('format')) expect(result.texts.phone).toEqual([text]);
  });
  it('hints at the number that lost its plus', () => {
    expect(check('447911123456').findings[0]!.hint).toContain('+447911123456');
    expect(check('447911123456', 'US').findings[0]!.hint).toContain('+447911123456');
    expect(check('5125552345').findings[0]!.hint).toContain('--country');
  });
});

describe('country of number and row', () => {
  it.each<readonly [string, string, string]>([
    ['+442079461234', 'DE', 'country'], ['+49301234567', 'GB', 'country'], ['+12423224567', 'US', ''], ['+14165552345', 'US', ''], ['+447624401234', 'GB', ''], ['+447911123456', 'GB', ''],
    ['+441534881111', 'GB', ''], ['+590590201234', 'FR', ''], ['+262262301234', 'FR', ''], ['+33142685300', 'RE', ''], ['+298211234', 'DK', ''], ['+77012345678', 'RU', ''], ['+442079461234', '', ''],
    ['+80012345679', 'DE', ''], ['+390612345678', 'VA', ''], ['+33142685300', 'BE', 'country'], ['+15125552345', 'MX', 'country'], ['+442079461234', 'AQ', 'country'],
  ])('%s in a row of %s: %s', (text, country, expected) => expect(told(text, country)).toBe(expected));
  it('does not hold the country of the run against a number', () => expect(check('+442079461234', '', 'DE').codes).toEqual([]));
});

describe('cells', () => {
  it('looks at every phone column', () => {
    const { findings, texts } = check(['(512) 555-2345', '', 'nonsense', '+442079461234', '0000000000'], 'US');
    expect(findings.map((f) => [f.column, f.code])).toEqual([[0, 'phone/format'], [2, 'phone/unreadable'], [3, 'phone/country'], [4, 'phone/fictional']]);
    expect(texts.phone).toEqual(['+15125552345', '', 'nonsense', '+442079461234', '0000000000']);
  });
  it('leaves alone what is empty or was found unusable', () => {
    const find = (): never => { throw new Error('found something'); };
    const lead = leadOf([new TestCell(0, 'phone', ''), new TestCell(1, 'phone', '4.4791E+11', 'unusable')]);
    phone.start(OPTIONS, { today: 0, country: '', header: [], columns: [], dateOrders: [] })(lead, find);
  });
});

describe('any text', () => {
  const countries = fc.constantFrom('', ...Object.keys(metadata.countries));
  const scraps = fc.constantFrom('+', '00', '011', '(0)', ' ', '-', '/', ' / ', ', ', ';', 'ext. ', 'x', '.0', 'tel:', "'", '\u00a0', '０', '٣', '#', '\ud800', ')', '(');
  const phoneLike = fc.array(fc.oneof(fc.stringMatching(/^\d{1,6}$/), scraps), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
  // `look` tells of each that its bytes and its text are judged alike.
  it('is judged by its bytes as by its text, wherever the lead lives', () => {
    const numbers = ['+33 6 12 34 56 78', '06 12 34 56 78', '+262 262 30 12 34', '+44 7911 123456', '07911 123456', '0171 1234567', '+49 171 1234567', '(512) 345-5949', '1-512-345-5949', '+1 242 322 4567', '900 345 5949', '512 555 0123', '491711234567', '030 1234567', '+7 701 234 5678'];
    const changed = fc.tuple(fc.constantFrom(...numbers), fc.nat(18), fc.constantFrom('', '', '0', '1', '7', '9', ' ', '.', '(0)', '+')).map(([number, at, put]) => number.slice(0, at) + put + number.slice(put === '' ? at : at + 1));
    const codes = new Set<string>();
    fc.assert(fc.property(changed, fc.constantFrom('', 'FR', 'RE', 'GB', 'GG', 'DE', 'US', 'BS', 'RU'), fc.constantFrom('', '', 'DE', 'US'), (text, leadCountry, country) => {
      for (const code of check(text, leadCountry, country).codes) codes.add(code);
    }), { numRuns: 3000 });
    expect([...codes].sort()).toEqual(['country', 'fictional', 'format', 'impossible', 'invalid', 'premium', 'unreadable'].map((problem) => `phone/${problem}`));
  });
  it('never throws, finds one fault at most, and mends for good', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), phoneLike), countries, (text, country) => {
      const { findings, texts } = check(text, country);
      expect(findings.filter((f) => !['phone/format', 'phone/country'].includes(f.code)).length).toBeLessThan(2);
      const fixed = texts.phone![0]!;
      if (fixed === text) return;
      expect(fixed).toMatch(/^\+\d{4,17}(?: ext\. \d+)?$/);
      const again = check(fixed, country);
      expect(again.texts.phone).toEqual([fixed]);
      expect(again.codes).toEqual(findings.map((f) => f.code).filter((code) => code !== 'phone/format'));
    }), { numRuns: 3000 });
  });
});

describe('a number with its country code and no +, where --country says another', () => {
  it.each([['447533868264', 'US'], ['61412514974', 'US'], ['4915116600046', 'FR'], ['44 7533 868264', 'US']])('%s of %s may be mended', (text, country) => {
    expect(told(text, '', country)).toMatch(/^(?:impossible|invalid):doubtful$/);
    expect(check(text, '', country).findings[0]!.hint).toContain('+');
    expect(told(text, country)).toMatch(/^(?:impossible|invalid):unusable$/); // the row itself says which country
  });
  it.each([['512345678901', 'US'], ['614-22-410', 'US']])('%s of %s is none', (text, country) => expect(told(text, '', country)).toBe('impossible:unusable'));
});
