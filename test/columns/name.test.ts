import { describe, expect, it } from 'vitest';
import { nameColumns } from '../../src/columns/name.js';
import type { Field } from '../../src/types.js';
import { words } from './shipped.js';

const name = (header: readonly string[], rows: readonly (readonly string[])[] = [], map: readonly (readonly [Field, readonly string[]])[] = []) =>
  nameColumns(header, rows, words, new Map(map));
/** One column of cells under one header. */
const column = (header: string, cells: readonly string[]) => {
  const { columns, guesses, warnings } = name([header], cells.map((cell) => [cell]));
  return { field: columns[0], why: guesses[0]!.why, doubted: warnings.length > 0 };
};
const MAILS = ['ann@acme.com', 'bo.li@web.de', 'c@d.org'];
const manyMails = (rows: number): readonly string[] => Array.from({ length: rows }, (_, row) => `person${row}@acme.com`);

describe('the values speak', () => {
  it.each<[string, readonly string[], Field | null]>([
    ['Kontakt', MAILS, 'email'],
    ['Kontakt', ['Anna Weber', 'Peter Klein', 'Julia Roth'], 'full_name'],
    ['Contact', ['Rajesh Kumar', 'Sneha Reddy', 'Vikram', 'Deepa Nair'], 'full_name'],
    ['Contacto', ['李 雷', '韩 梅梅', '张 伟'], 'full_name'],
    ['Contact', ['Acme Tools Ltd', 'Nordsee Handel KG', 'Klein Co'], 'company'],
    ['Contact', ['by mail', 'by phone', 'not yet'], null],
    ['Contact', ['New Zealand', 'South Africa', 'United Kingdom'], 'country'],
    ['Lead', ['Hot', 'Warm', 'Cold'], null],
    ['Registration', ['2024-01-01', '2024-01-02', '2024-01-03'], 'created_at'],
    ['Registration', ['early bird', 'late', 'late'], null],
    ['☎ Contact', [], 'phone'],
    ['Reachable under', MAILS, 'email'],
    ['Email', ['true', 'false', 'true'], null],
    ['Email', ['Verified', 'Verified', 'Guessed', 'Verified', 'Verified', 'Guessed', 'Verified', 'Verified', 'Verified', 'Verified'], null],
    ['Email', ['n/a', '', '-'], 'email'],
    ['Phone', MAILS, 'email'],
    ['Phone', ['2024-01-01', '2024-01-02', '2024-01-03'], null],
    ['Email / Phone', MAILS, 'email'],
    ['Email / Phone', ['+44 20 7946 0011', '+44 20 7946 0012', '020 7946 0013'], 'phone'],
    ['Title', ['Mr', 'Mrs', 'Dr.'], null],
    ['Title', ['CEO', 'Buyer', 'Head of Sales'], 'title'],
    ['URL', ['https://www.linkedin.com/in/ann', 'https://www.linkedin.com/in/bo', 'https://www.linkedin.com/in/cy'], null],
    ['URL', ['https://acme.com', 'www.web.de', 'd.org'], 'website'],
    ['Email Status', ['Unsubscribed', 'Active', 'Active'], 'status'],
    ['Email Status', ['Verified', 'Unavailable', 'Verified'], 'email_status'],
    ['Email Status', ['Sent', 'Opened', 'Sent'], null],
    ['Result', ['deliverable', 'undeliverable', 'risky'], 'email_status'],
    ['Result', ['won', 'lost', 'won'], null],
    ['State', ['Deliverable', 'Risky', 'Undeliverable'], 'email_status'],
    ['State', ['TX', 'NY', 'CA'], 'state'],
    ['Status', ['valid', 'invalid', 'catch-all'], 'email_status'],
    ['Bounced', ['true', 'false', 'false'], 'email_status'],
    ['Phone Verified', ['true', 'false', 'false'], null],
    ['Verified', ['true', 'false', 'false'], null],
    ['Opt-In', ['yes', 'no', 'yes'], 'consent'],
    ['Opt-In', ['2024-01-01', '2024-02-01', '2024-02-03'], 'consent_at'],
    ['Registered', ['yes', 'no', 'yes'], null],
    ['Country Code', ['1', '44', '49'], null],
    ['Country Code', ['US', 'GB', 'DE'], 'country'],
    ['Website', ['https://www.facebook.com/acme', 'https://www.facebook.com/b', 'https://facebook.com/c'], null],
    ['Owner Email', MAILS, null],
    ['Rep Email', manyMails(12), 'email'],
    ['State', ['OK', 'OK', 'ok'], 'state'],
    ['State', ['unknown', 'Bayern', 'Hessen'], 'state'],
    ['Rep Email', manyMails(12).map((_, row) => manyMails(4)[row % 4]!), null],
    ['Subscription Status', ['Subscribed', 'Not subscribed', 'Unsubscribed'], 'status'],
    ['Email Status', ['Valid', 'Valid', 'Valid', 'Valid', 'Valid', 'Valid', 'Unsubscribed'], 'status'],
    ['Email Status', ['Valid', 'Valid', 'Valid', 'Valid', 'Valid', 'Valid', 'Bounced'], 'email_status'],
    ['SMS subscriber status', ['Subscribed', 'Never subscribed', 'Subscribed'], 'status'],
    ['Datum invoer', ['14-10-2025', '18-8-2025', '9-2-2026'], 'created_at'],
    ['Scan Time', ['14:05', '9:30 pm', '10h15'], null],
    ['Scan Time', ['2026-01-02 14:05', '2026-01-02 15:05', '2026-01-03 09:01'], 'created_at'],
    ['Manager', ['Anna Weber', 'Peter Klein', 'Julia Roth'], null],
    ['Name', ['Acme GmbH', 'Weber AG', 'Nordsee Handel KG', 'Klein & Co', 'Roth Ltd'], 'company'],
    ['Name', ['Acme GmbH', 'Weber AG'], 'company'],
    ['Name', ['Acme GmbH', 'Weber, Anna', 'Klein'], 'full_name'],
    ['Name', ['Acme GmbH'], 'full_name'],
  ])('%s: %j → %s', (header, cells, field) => expect(column(header, cells).field).toBe(field));

  it('says what it only guessed', () => {
    expect(column('Kontakt', MAILS.slice(0, 2))).toEqual({ field: 'email', why: 'values', doubted: true });
    expect(column('Email', MAILS)).toEqual({ field: 'email', why: 'tokens', doubted: false });
    expect(column('Compny', ['Acme'])).toEqual({ field: 'company', why: 'tokens', doubted: true });
    expect(column('Emial', MAILS)).toEqual({ field: 'email', why: 'tokens', doubted: false });
  });
});

describe('a list without header', () => {
  const header = ['column_1', 'column_2', 'column_3', 'column_4', 'column_5', 'column_6', 'column_7'];
  it('is read by its values', () => {
    const { columns } = name(header, [
      ['Anna', 'Kowalski', 'anna@acme.com', '+44 20 7946 0011', 'United Kingdom', '2024-03-04', 'Acme Ltd'],
      ['Peter', 'Lindqvist', 'peter@web.de', '+49 30 123456', 'Germany', '2024-03-05', 'Weber GmbH'],
      ['Julia', 'Roth', 'j@d.org', '(703) 439-9049', 'France', '2024-03-06', 'Roth Sarl'],
    ]);
    expect(columns).toEqual(['first_name', 'last_name', 'email', 'phone', 'country', 'created_at', 'company']);
  });
  it('is not guessed at where nothing is sure', () => {
    const { columns } = name(header, [
      ['1', 'Hamburg', 'new', '100234567', '1990-01-02', 'yes', '2024-01-02'],
      ['2', 'Paris', 'open', '100234568', '1985-05-06', 'no', '2024-01-03'],
      ['3', 'London', 'new', '100234569', '1979-07-08', 'yes', '2023-12-31'],
    ]);
    expect(columns).toEqual([null, null, null, null, null, null, 'created_at']);
  });
});

describe('several columns for one field', () => {
  it.each<[string, readonly (Field | null)[]]>([
    ['City|Company City', ['city', null]],
    ['Company City|Company Name', ['city', 'company']],
    ['Title|Job Title', [null, 'title']],
    ['Name|Vorname', ['last_name', 'first_name']],
    ['Name|Surname', ['first_name', 'last_name']],
    ['Name|First Name|Last Name', ['full_name', 'first_name', 'last_name']],
    ['Estado|Ciudad', ['state', 'city']],
    ['Estado|Correo', ['status', 'email']],
    ['Provincia|Municipio|Estado', ['state', 'city', 'status']],
    ['State|County', ['state', null]],
    ['Town|County', ['city', 'state']],
    ['Name|Contact Person|E-mail', ['company', 'full_name', 'email']],
    ['Name|Company|Contact Person', [null, 'company', 'full_name']],
    ['Contact Person Phone|Contact Person Email|Contact Person No', ['phone', 'email', 'phone']],
    ['Customer Xyz Email|Customer Email Xyz', ['email', null]],
    ['Nazwa|Osoba kontaktowa', ['company', 'full_name']],
    ['Nazwa|Nazwa firmy', [null, 'company']],
    ['Owner Name|Mailing Address', ['full_name', 'street']],
    ['Owner Name|Company', [null, 'company']],
    ['Owner Name|First Name|Last Name', [null, 'first_name', 'last_name']],
    ['Owner 1 First Name|Owner 2 First Name', ['first_name', null]],
    ['Owner First Name|First Name', [null, 'first_name']],
    ['Property Address|City|Zip', ['street', 'city', 'postal_code']],
    ['Property Address|Mailing Address|City', [null, 'street', 'city']],
    ['Property Address|Email', [null, 'email']],
    ['Ad|Soyad', ['first_name', 'last_name']],
    ['Ad|Campaign', [null, null]],
    ['担当者|氏名', [null, 'full_name']],
    ['会社名|担当者', ['company', 'full_name']],
    ['Titel|Anrede', [null, null]],
    ['Email|Email|Email', ['email', 'email', 'email']],
    ['Lead ID|Contact ID', ['id', null]],
    ['Stage|Status', [null, 'status']],
    ['Company Name|Primary Rep', ['company', 'full_name']],
    ['Full Name - First Name|Full Name - Last Name', ['first_name', 'last_name']],
    ['Marked email as spam|Email', ['opted_out', 'email']],
    ['Website 1 - Label|Website 1 - Value', [null, 'website']],
    ['Subscriber Status|Email', ['status', 'email']],
    ['Lead Status|Subscriber Status', ['status', 'email_status']],
  ])('%s', (header, fields) => expect(name(header.split('|')).columns).toEqual(fields));
  it('reads no mailbox as the lead’s that comes again and again beside one of its own', () => {
    const rows = MAILS.map((mail) => [mail, 'host@ours.com']);
    expect(name(['Invitee Email', 'User Email'], rows).columns).toEqual(['email', null]);
    expect(name(['Invitee Email', 'User Email'], rows).guesses[1]!.note).toContain('Invitee Email');
    expect(name(['Invitee Email', 'User Email'], rows, [['email', ['User Email', 'Invitee Email']]]).columns).toEqual(['email', 'email']);
    expect(name(['Email', 'User Email'], rows.map(([, host]) => [host!, host!])).columns).toEqual(['email', 'email']);
    expect(name(['Work Email', 'Private Email'], MAILS.map((mail) => [mail, mail])).columns).toEqual(['email', 'email']);
    const agents = manyMails(20).map((mail, row) => [mail, manyMails(8)[row % 8]!]);
    expect(name(['Email', 'User Email'], agents).columns).toEqual(['email', null]);
    expect(name(['Email', 'Company Email'], agents).columns).toEqual(['email', null]);
    expect(name(['Advocate Email', 'Referral Email'], agents.map(([mail, agent]) => [agent!, mail!])).columns).toEqual([null, 'email']);
    // All that some rows have stays; so does what few share, or a list in which people stand twice.
    expect(name(['Attendee Email', 'Buyer Email'], agents.map(([mail, buyer], row) => [row % 4 === 0 ? '' : mail!, buyer!])).columns).toEqual(['email', 'email']);
    expect(name(['Email', 'Email 2'], agents.map(([mail], row) => [mail!, `two${row - row % 7 % 2}@acme.com`])).columns).toEqual(['email', 'email']);
    expect(name(['Email', 'Email 2'], [...agents, ...agents].map(([mail]) => [mail!, `x${mail!}`])).columns).toEqual(['email', 'email']);
  });
  it.each<[string, readonly string[], string | null]>([
    ['ZB Status', ['valid', 'catch-all', 'invalid'], 'email_status'], ['email_status', ['valid', 'disposable', 'unknown'], 'email_status'], ['result', ['deliverable', 'undeliverable', 'risky'], 'email_status'],
    ['Priority', ['high', 'low', 'invalid'], null],
  ])('what a verifier said beside an address: %s %j', (header, cells, field) => {
    expect(name(['Email', header], cells.map((cell, row) => [MAILS[row]!, cell])).columns[1]).toBe(field);
  });
  it('reads when something was, not what it was', () => {
    const rows = ['2026-01-02', '2026-01-03', '2026-02-01'].map((day) => ['Submitted a form', day]);
    expect(name(['Last Activity', 'Last Activity Date'], rows).columns).toEqual([null, 'last_activity_at']);
    expect(name(['Last Activity'], rows).columns).toEqual(['last_activity_at']);
    expect(name(['Last Activity', 'Last Activity Date'], rows.map(([, day]) => [day!, day!])).columns).toEqual(['last_activity_at', 'last_activity_at']);
  });
  it('reads who is subscribed beside another status', () => {
    const rows = ['Subscribed', 'Not subscribed', 'Unsubscribed'].map((status) => [status, 'New']);
    expect(name(['Subscription status', 'Status'], rows).columns).toEqual(['email_status', 'status']);
    expect(name(['Status', 'Lead Status'], rows).columns).toEqual(['status', 'status']);
    expect(name(['Lifecycle stage', 'Status'], rows.map(() => ['Lead', 'New'])).columns).toEqual([null, 'status']);
  });
  it('prefers a column with something in it', () => {
    expect(name(['Company', 'Company Name'], [['', 'Acme'], ['', 'Web']]).columns).toEqual([null, 'company']);
  });
  it('says what was left out', () => expect(name(['City', 'Company City']).guesses[1]!.note).toContain('City'));
});

describe('--map', () => {
  const header = ['Mail', 'Backup', 'backup', 'Who'];
  it.each<[string, readonly (readonly [Field, readonly string[]])[], readonly (Field | null)[]]>([
    ['wins', [['full_name', ['who']]], ['email', null, null, 'full_name']],
    ['takes numbers', [['phone', ['4']]], ['email', null, null, 'phone']],
    ['takes all columns of a name and leaves the rest of the field', [['email', ['BACKUP']]], [null, 'email', 'email', null]],
    ['unmaps', [['email', []]], [null, null, null, null]],
    ['gives a detected column to another field', [['notes', ['Mail']]], ['notes', null, null, null]],
  ])('%s', (_, map, fields) => expect(name(header, [], map).columns).toEqual(fields));
  it.each<[readonly (readonly [Field, readonly string[]])[]]>([[[['email', ['Nope']]]], [[['email', ['5']]]], [[['email', ['Mail']], ['phone', ['1']]]]])('refuses %j', (map) =>
    expect(() => name(header, [], map)).toThrow());
  it('names the column that was meant', () => expect(() => name(header, [], [['email', ['Mali']]])).toThrow('"Mail"'));
});

it('survives any header', () => {
  for (const header of ['', ' ', '\ud800', '💥', '\0', '_'.repeat(10_000), 'a'.repeat(10_000), 'e mail '.repeat(2_000), '((((', '__c'])
    expect(name([header, 'Email']).columns[1]).toBe('email');
});
