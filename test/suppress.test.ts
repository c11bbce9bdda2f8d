import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CleanOptions } from '../src/clean.js';
import { emptyFolder, scan } from './scan.js';

const hex = (kind: string, text: string): string => createHash(kind).update(text).digest('hex');
const LIST = `Email,First Name,Last Name,Company,Phone,Website
ann@acme.de,Ann,Lee,Acme,+49 30 901820,acme.de
bob@mail.corp.de,Bob,Ray,Corp,+49 30 901821,
,Eve,Poe,Poe & Co,(+49) 30 901822,
Max.Muster@firma.de,Max,Muster,Firma,,
`;
/** Lines that a suppression list with this text bars. */
async function barred(text: string, options: Partial<CleanOptions> = {}): Promise<string> {
  const folder = emptyFolder();
  const list = join(folder, 'no.csv');
  writeFileSync(list, text);
  const run = await scan({ 'list.csv': LIST }, { suppress: [list], ...options });
  const rows = run.all().filter((row) => row['lc_reasons']!.includes('suppress/listed'));
  expect(rows.every((row) => row['lc_status'] === 'rejected' && row['lc_duplicate_of'] === '')).toBe(true);
  return rows.map((row) => `${row['lc_line']}<${row['lc_hints']!.replace(`row: listed in ${list}:`, '')}`).join(' ');
}

describe('people on a suppression list', () => {
  it.each([
    ['an address', 'ann@acme.de\n', '2<1'], ['in another case, with a header', 'Email\nANN@ACME.DE\n', '2<2'], ['in a CSV', 'Name;Address;Since\nAnn;ann@acme.de;2020\n', '2<2'],
    ['a domain, also of hosts below it', 'corp.de\n', '3<1'], ['the domain of the website', 'x.com\nacme.de\n', '2<2'], ['no domain above', 'very.mail.corp.de\n', ''],
    ['a phone', '+49 (30) 901822\n', '4<1'], ['digits of a phone, alone', '4930901822\n', '4<1'], ['digits of a phone, in its column', 'Name,Phone\nEve,4930901822\n', '4<2'],
    ['a number that is no phone', 'Name,Customer number\nEve,4930901822\nx@y.de,1\n', ''],
    ['md5 of an address', hex('md5', 'max.muster@firma.de'), '5<1'], ['sha1, in capitals', hex('sha1', 'ann@acme.de').toUpperCase(), '2<1'], ['sha256', hex('sha256', 'ann@acme.de'), '2<1'],
    ['sha256 of a phone', hex('sha256', '+4930901822'), '4<1'], ['md5 of its digits', hex('md5', '4930901820'), '2<1'], ['sha1 of digits', `x@y.de\n${hex('sha1', '4930901821')}\n`, '3<2'],
    ['sha256 of a domain, also of one above', hex('sha256', 'corp.de'), '3<1'], ['md5 of the domain of the website', hex('md5', 'acme.de').toUpperCase(), '2<1'], ['the address of a page, alone', 'https://acme.de/\n', '2<1'],
    ['several kinds in one list', `ann@acme.de\n${hex('md5', 'bob@mail.corp.de')}\n+4930901822\nfirma.de\n`, '2<1 3<2 4<3 5<4'],
  ])('%s', async (_, text, lines) => expect(await barred(text)).toBe(lines));
  it('one of several addresses in a cell', async () => {
    const no = join(emptyFolder(), 'no.txt');
    writeFileSync(no, `${hex('md5', 'bob@acme.de')}\n`);
    expect((await scan({ 'list.csv': 'Email,Phone\nann@acme.de / BOB@acme.de,+49 30 901820\nann@acme.de,+49 30 901821\n' }, { suppress: [no] })).all().map((row) => row['lc_reasons']!.includes('suppress/listed'))).toEqual([true, false]);
  });
  it('phones of a country', async () => expect(await barred('030 901822\n', { country: 'DE' })).toBe('4<1'));
  it('as rows pass', async () => expect(await barred('corp.de\n', { keep: 'first' })).toBe('3<1'));
  it('lines that name nobody are told', async () => {
    const no = join(emptyFolder(), 'no.csv');
    const warnings = async (text: string): Promise<readonly string[]> => {
      writeFileSync(no, text);
      return (await scan({ 'list.csv': LIST }, { suppress: [no] })).reports[0]!.warnings;
    };
    expect(await warnings(`Email,Name\nann@acme.de,Ann\n,Bob\n\n# checked\n${hex('sha512', 'x')},\n`)).toEqual([expect.stringMatching(/no\.csv: in 2 of \d lines \(the first is line 3\)/)]);
    expect(await warnings('Email\n\nann@acme.de\n# checked\nbob@acme.de\n')).toEqual([]);
  });
  it('a list that names nobody is no list', async () => { await expect(barred('hello\nworld\n')).rejects.toMatchObject({ exit: 3 }); });
});

const verdicts = (rows: Record<string, string>[]): string[] => rows.map((row) => `${row['lc_line']} ${row['lc_status']} ${row['lc_reasons']}`);

describe('who opted out does not come back through a duplicate', () => {
  const TWICE = 'Email,First Name,Last Name,Company,Unsubscribed\nann@acme.de,Ann,Lee,Acme,\nAnn@acme.de,Ann,Lee,Acme,yes\nbob@acme.de,Bob,Ray,Acme,\n';
  it.each(['best', 'newest', 'last'] as const)('--keep %s: wherever the other row stands', async (keep) => {
    const run = await scan({ 'list.csv': TWICE }, { keep });
    expect(run.all().map((row) => [row['lc_status'], row['lc_reasons']!.includes('suppress/opted-out')])).toEqual([['rejected', true], ['rejected', true], ['cleaned', false]]);
    expect(run.all()[0]!['lc_hints']).toBe('row: the same person opted out on line 3');
  });
  it('--keep first: in rows after it', async () => {
    const rows = TWICE.split('\n');
    const run = await scan({ 'list.csv': [rows[0], rows[2], rows[1], rows[3]].join('\n') }, { keep: 'first' });
    expect(verdicts(run.all())).toEqual(['2 rejected suppress/opted-out', '3 rejected suppress/opted-out;duplicate/exact', '4 cleaned ']);
  });
  it('in another list, and in one that is only held against', async () => {
    const run = await scan({ 'new.csv': 'Email,First Name,Last Name,Company\nann@acme.de,Ann,Lee,Acme\n', 'old.csv': TWICE });
    expect(verdicts(run.all('new'))).toEqual(['2 rejected suppress/opted-out']);
    expect(run.all('new')[0]!['lc_hints']).toMatch(/old\.csv:3$/);
  });
  it('and whoever is listed by one address is barred by the other', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'no.txt'), 'old@acme.de\n');
    const run = await scan({ 'list.csv': 'Email,First Name,Last Name,Phone,Company\nold@acme.de,Ann,Lee,+49 30 901820,Acme\nnew@acme.de,Ann,Lee,+49 30 901820,Acme\n' }, { suppress: [join(folder, 'no.txt')] });
    expect(run.all().map((row) => row['lc_reasons']!.split(';').sort().join(' '))).toEqual(['duplicate/exact suppress/listed', 'suppress/listed']);
  });
});
