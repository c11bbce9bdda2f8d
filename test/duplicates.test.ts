import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CleanOptions } from '../src/clean.js';
import { emptyFolder, scan } from './scan.js';

const HEADER = 'Id,Email,First Name,Last Name,Company,Phone,Street,City,Zip,Created Date,Last Activity Date';
const list = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n');
/** `line:survivor code` of each row that is a duplicate. */
const doubles = (rows: Record<string, string>[]): string => rows.filter((row) => row['lc_duplicate_of'] !== '')
  .map((row) => `${row['lc_line']}:${row['lc_duplicate_of']!.replace(/^.*\//, '')} ${/duplicate\/(\w+)/.exec(row['lc_reasons']!)?.[1]}`).join(', ');
const found = async (text: string, options: Partial<CleanOptions> = {}): Promise<string> => doubles((await scan({ 'list.csv': text }, options)).all());
/** Writes a file into a folder of its own and returns its path. */
function file(name: string, text: string): string {
  const path = join(emptyFolder(), name);
  writeFileSync(path, text);
  return path;
}

describe('one person', () => {
  it.each([
    ['the same mailbox in another case', ['1,ann@acme.de,Ann,Lee,Acme', '2,ANN@acme.de,A.,Lee,Acme'], '3:2 exact'],
    ['the same mailbox with a tag', ['1,ann.lee@gmail.com,Ann,Lee,', '2,annlee+x@googlemail.com,Ann,Lee,'], '3:2 exact'],
    ['the same phone in another form, and the same name', ['1,,Ann,Lee,Acme,+49 30 901820', '2,,ann,LEE,Acme,(+49) 30/901820'], '3:2 exact'],
    ['a shared mailbox, one company and place, and no name', ['1,info@acme.de,,,Acme,+49 30 901820,,Berlin,10115', '2,info@acme.de,,,Acme,,,Berlin,10115'], '3:2 exact'],
    ['two towns with one shared mailbox and no postal code', ['1,info@acme.de,,,Acme,+49 30 901820,Weg 1,Berlin,', '2,info@acme.de,,,Acme,+49 89 901821,Tal 2,München,'], '3:2 likely'],
    ['two branches with one shared mailbox: a guess', ['1,info@acme.de,,,Acme,+49 30 901820,Weg 1,Berlin,10115', '2,info@acme.de,,,Acme,+49 89 901821,Tal 2,München,80331'], '3:2 likely'],
    ['half a name and a phone, and no mailbox', ['1,,Rosa,,,+49 30 901820', '2,,rosa,,,(+49) 30/901820'], '3:2 exact'],
    ['half a name and a phone with two mailboxes: a guess', ['1,anna.l@acme.de,Anna,,Acme,+49 30 901820', '2,anna.k@acme.de,Anna,,Acme,+49 30 901820'], '3:2 likely'],
    ['two rows that a third ties together', ['1,ann@acme.de,Ann,Lee,', '2,,Ann,Lee,,+49 30 901820', '3,ann@acme.de,Ann,Lee,,+49 30 901820'], '2:4 exact, 3:4 exact'],
    ['role address with the same name and company', ['1,info@acme.de,Ann,Lee,Acme', '2,info@acme.de,Ann,Lee,Acme'], '3:2 exact'],
  ])('%s', async (_, rows, expected) => expect(await found(list(...rows.map((row) => row + ','.repeat(10 - row.split(',').length + 1))))).toBe(expected));
});

describe('--match-on tells apart who shares a name and a phone', () => {
  const born = (...rows: string[]): string => ['Email,First Name,Last Name,Phone,Date of Birth', ...rows, ''].join('\n');
  const [FATHER, SON] = [',Otto,Kranz,+49 30 901820,1950-07-01', ',Otto,Kranz,+49 30 901820,1980-03-14'];
  it.each([
    ['two dates of birth', [FATHER, SON], ''], ['one of them twice', [FATHER, SON, ',Otto,Kranz,+49 30 901820,01.07.1950'], '4:2 exact'],
    ['one date and none', [FATHER, ',Otto,Kranz,+49 30 901820,'], '3:2 exact'],
    ['one mailbox is one person', ['o@kranz.de,Otto,Kranz,,1950-07-01', 'o@kranz.de,Otto,Kranz,,1980-03-14'], '3:2 exact'],
  ])('%s', async (_, rows, expected) => expect(await found(born(...rows), { matchOn: ['Date of Birth'] })).toBe(expected));
  it('and people one already has', async () => {
    expect(await found(born(SON), { matchOn: ['Date of Birth'], against: [file('crm.csv', born(FATHER))] })).toBe('');
    expect(await found(born(SON), { matchOn: ['Date of Birth'], against: [file('crm.csv', 'Email,First Name,Last Name,Phone\n,Otto,Kranz,+49 30 901820\n')] })).toBe('2:crm.csv:2 known');
  });
});

/** People nobody resembles, so that a short list knows what is common. */
const CROWD = 'Adam Birch,Berta Cole,Cyrus Dunn,Delia East,Elmar Finch,Fiona Grey,Gregor Hale,Holly Irwin,Ivo Jarvis,Joan Kemp,Kurt Lomax,Lena Marsh'
  .split(',').map((name, i) => `c${i},${name.toLowerCase().replace(' ', '.')}@firm${i}-works.com,${name.replace(' ', ',')},Firm ${i} Works,+49 30 90182${10 + i},Road ${i},Town ${i},1011${i % 10},2024-05-01,`);

describe('two people', () => {
  it.each([
    ['a household: one phone and address', ['1,ann.lee@web.de,Ann,Lee,,+49 30 901820,Hauptstr. 1,Berlin,10115,,', '2,bob.lee@gmx.de,Bob,Lee,,+49 30 901820,Hauptstr. 1,Berlin,10115,,']],
    ['a switchboard', ['1,a.frost@acme.de,Astrid,Frost,Acme,+49 30 901820,Werk 1,Berlin,10115,,', '2,k.wolff@acme.de,Karl,Wolff,Acme,+49 30 901820,Werk 1,Berlin,10115,,']],
    ['a shared mailbox', ['1,info@acme.de,Astrid,Frost,Acme,,,,,,', '2,info@acme.de,Karl,Wolff,Acme,,,,,,']],
    ['one name at two companies with two addresses', ['1,peter.mueller@acme.de,Peter,Müller,Acme,+49 30 901820,,Berlin,,,', '2,p.mueller@corp.ch,Peter,Müller,Corp,+41 44 6681800,,Zürich,,,']],
    ['one last name at a landline', ['1,him@web.de,,Frost,,+49 30 901820,,,,,', '2,her@gmx.de,,Frost,,+49 30 901820,,,,,']],
    ['two empty names at one company', ['1,x1@acme.de,,,Acme,,,,,,', '2,x2@acme.de,,,Acme,,,,,,']],
  ])('%s', async (_, rows) => expect(await found(list(...rows, ...CROWD))).toBe(''));
});

describe('a list of companies', () => {
  const header = 'Company,Phone,Street,City,Zip';
  const crowd = 'Birchwood,Colliery,Dunmore,Eastlake,Finchley,Grantham,Halcyon,Ironside,Jarvis,Kestrel'.split(',').map((name, i) => `${name} ${['Foods', 'Optics', 'Travel'][i % 3]},+49 ${i}0 ${i}1${i}2${i}4,${name} Road ${i * 7},${name}ville,${i}${i}1${i}1`);
  it('also of those without a phone', async () => {
    expect(await found([header, 'Meridian Security GmbH,+49 30 901820,Weg 1,Berlin,10115', ...crowd, 'Meridian Security,,Weg 1,Berlin,', ''].join('\n'))).toBe('13:2 likely');
  });
});

describe('the survivor', () => {
  const THREE = list(
    '1,ann@acme.de,Ann,Lee,Acme,,,,,2023-01-01,', '2,ann@acme.de,Ann,Lee,Acme,+49 30 901820,Weg 1,Berlin,10115,2022-01-01,2022-02-01', '3,ann@acme.de,Ann,Lee,,,,,,2024-01-01,2024-06-01');
  it.each([['best', '3'], ['newest', '4'], ['first', '2'], ['last', '4']] as const)('--keep %s keeps line %s', async (keep, line) => {
    const rows = (await scan({ 'list.csv': THREE }, { keep })).all();
    expect(rows.filter((row) => row['lc_duplicate_of'] === '').map((row) => row['lc_line'])).toEqual([line]);
  });
  it.each(['best', 'newest', 'first', 'last'] as const)('--keep %s: never a row that is rejected for what it is', async (keep) => {
    const rows = ['1,ann@acme.de,Ann,Lee,Acme,+49 30 901820,,,,2026-01-01,2026-02-02', '2,ann@acme.de,Ann,Lee,Acme,,,,,2025-12-01,', '3,ann@acme.de,Ann,Lee,Acme,+49 30 901820,,,,2026-01-01,2026-02-02', ...CROWD];
    const rules = file('strict.yaml', 'extends: default\nname: strict\nfindings:\n  strict/odd: { when: \'id == "1" || id == "3"\', what: An odd id., why: It is odd., do: Nothing., verdict: reject, points: -1 }\n');
    const kept = (await scan({ 'list.csv': list(...rows) }, { keep, rules: [rules] })).rows('cleaned');
    expect(kept.map((row) => row['Id'])).toContain('2');
  });
  it('of several lists', async () => {
    const run = await scan({ 'a.csv': list('1,ann@acme.de,Ann,Lee,,,,,,,'), 'b.csv': list('2,ann@acme.de,Ann,Lee,Acme,+49 30 901820,,,,,') });
    expect([doubles(run.all('a')), doubles(run.all('b'))]).toEqual(['2:b.csv:2 exact', '']);
    expect(run.reports.map(({ duplicates }) => duplicates)).toEqual([{ clusters: 1, rows: 1, exact: 1, likely: 0, known: 0 }, { clusters: 0, rows: 0, exact: 0, likely: 0, known: 0 }]);
  });
  it('of likely duplicates', async () => {
    const rows = ['1,r.hallworth@brightmill.co.uk,Robert,Hallworth,Brightmill Ltd,+44 20 7946 1234,14 Canal Street,Leeds,LS1 4AP,,', '2,,Bob,Hallworth,Brightmill,+44 20 7946 1234,14 Canal St,Leeds,LS1 4AP,,', ...CROWD];
    expect(await found(list(...rows))).toBe('3:2 likely');
    expect(await found(list(rows[1]!, rows[0]!, ...CROWD))).toBe('2:3 likely');
  });
});

const KNOWN = 'Contact ID,E-Mail,Given Name,Surname,Telephone,Account Name,Town\nX9,ann@acme.de,Ann,Lee,,,Berlin\nX10,bob@acme.de,Bob,Ray,+49 30 901821,Acme,Bonn\n,eve@acme.de,Eve,Poe,,,\n';
const NEW = list('1,Ann@acme.de,Ann,Lee,Acme,+49 30 901820,,Berlin,,,', '2,bob@acme.de,Bob,Ray,Other,+49 30 901821,,Bonn,,,', '3,eve@acme.de,Eve,Poe,Acme,,,,,,', '4,kim@acme.de,Kim,Fox,Acme,,,,,,');

describe('people one already has', () => {
  it('are told with their line there', async () => {
    const run = await scan({ 'new.csv': NEW }, { against: [file('crm.csv', KNOWN)] });
    expect(doubles(run.all())).toBe('2:crm.csv:2 known, 3:crm.csv:3 known, 4:crm.csv:4 known');
    expect(run.reports[0]!.duplicates).toEqual({ clusters: 3, rows: 3, exact: 0, likely: 0, known: 3 });
    expect(await found(NEW, { against: [file('crm.csv', KNOWN)], keep: 'first' })).toBe('2:crm.csv:2 known, 3:crm.csv:3 known, 4:crm.csv:4 known');
  });
  it.each(['best', 'first'] as const)('--update tells what new rows know of them (--keep %s)', async (keep) => {
    const run = await scan({ 'new.csv': NEW }, { against: [file('crm.csv', KNOWN)], update: true, keep });
    expect(parse(run.file('new.updates.csv'))).toEqual([['Contact ID', 'Telephone', 'Account Name'], ['X9', '+4930901820', 'Acme'], ['line 4', '', 'Acme']]);
    expect(run.reports[0]!.outputs.find(({ path }) => path.endsWith('new.updates.csv'))).toMatchObject({ rows: 2 });
  });
  it('--update for each of several lists, and by line where they have no ids', async () => {
    const [one, two] = [file('crm.csv', KNOWN), file('shop.csv', 'Email,Company\nkim@acme.de,\n')];
    const run = await scan({ 'new.csv': NEW }, { against: [one, two], update: true });
    expect(parse(run.file('new.updates.shop.csv'))).toEqual([['line', 'Company'], ['2', 'Acme']]);
    await expect(scan({ 'new.csv': NEW }, { against: [one, file('crm.csv', KNOWN)], update: true })).rejects.toMatchObject({ exit: 2 });
  });
});

describe('--merge fill', () => {
  const TWO = list('1,ann@acme.de,Ann,Lee,,+49 30 901820,,,,,', '2,ann@acme.de,Ann,Lee,Acme,,Weg 1,,,,', '3,ann@acme.de,Ann,Lee,Other,,Gasse 7,Bonn,,,', '4,kim@corp.de,Kim,Fox,Corp,,,,,,');
  it.each(['csv', 'tsv', 'jsonl'] as const)('fills and says from where (%s)', async (format) => {
    const run = await scan({ 'list.csv': TWO.replace('Weg 1', '"Weg ""1"", 2"') }, { merge: 'fill', changes: true, format });
    const text = run.file(`list.cleaned.${format}`);
    const row = format === 'jsonl' ? JSON.parse(text.split('\n')[0]!) as Record<string, string> : (parse(text, { columns: true, delimiter: format === 'csv' ? ',' : '\t' }) as Record<string, string>[])[0]!;
    expect(row).toMatchObject({ Id: '1', Company: 'Acme', Street: 'Weg "1", 2', City: '', Phone: '+4930901820' });
    expect(row['lc_fixes']).toBe('phone:phone/format;company:duplicate/merged;street:duplicate/merged');
    expect(row['lc_hints']).toBe('company: filled from line 3;street: filled from line 3');
    expect(row['lc_reasons']).toBe('');
    expect((parse(run.file('list.changes.csv')) as string[][]).filter((cells) => cells[3] === 'duplicate/merged')).toEqual([
      ['2', 'Company', 'company', 'duplicate/merged', '', 'Acme'], ['2', 'Street', 'street', 'duplicate/merged', '', 'Weg "1", 2']]);
    expect(run.reports[0]!.fixes).toContainEqual({ field: 'company', code: 'duplicate/merged', cells: 1 });
  });
  it('beside mended cells, without the columns of an earlier run', async () => {
    const text = 'lc_line,Email,lc_status,First Name,Last Name,Company,Phone\n9,ANN@acme.de,cleaned,"Ann",Lee,,+49 30 901820\n8,ann@acme.de,flagged,Ann,Lee,Acme,\n';
    const run = await scan({ 'list.csv': text }, { merge: 'fill' });
    expect(run.rows('cleaned')[0]).toMatchObject({ 'Email': 'ann@acme.de', 'First Name': 'Ann', 'Last Name': 'Lee', 'Company': 'Acme', 'Phone': '+4930901820', 'lc_line': '2' });
  });
  it('not a row that is rejected: that is evidence', async () => {
    const strict = file('strict.yaml', 'extends: default\nname: strict\nverdicts: { reject_below: 100 }\n');
    const run = await scan({ 'list.csv': TWO.replace('ann@', 'Ann@') }, { merge: 'fill', rules: [strict], changes: true });
    expect(run.rows('rejected')[0]).toMatchObject({ Email: 'Ann@acme.de', Company: '', Street: '', Phone: '+49 30 901820', lc_fixes: '' });
    expect(run.file('list.changes.csv')).not.toContain('duplicate/merged');
  });
  it('says so behind what else is to be said of the row', async () => {
    const run = await scan({ 'list.csv': TWO.replaceAll('ann@acme.de', 'ann@gmial.com') }, { merge: 'fill' });
    expect(run.rows('flagged')[0]!['lc_hints']!.split(';').map((hint) => hint.split(':')[0])).toEqual(['email', 'company', 'street']);
  });
  it('not unless asked, not when its code is off', async () => {
    const off = file('off.yaml', 'extends: default\nname: off\ncodes:\n  duplicate/merged: { verdict: off }\n');
    for (const options of [{}, { merge: 'fill', rules: [off] }] as Partial<CleanOptions>[])
      expect((await scan({ 'list.csv': TWO }, options)).file('list.cleaned.csv')).not.toContain('Acme');
  });
  it('with --keep first and between lists', async () => {
    const run = await scan({ 'a.csv': list('1,ann@acme.de,Ann,Lee,,,,,,,'), 'b.csv': 'E-Mail,Phone,Firma\nann@acme.de,+49 30 901820,Acme\n' }, { merge: 'fill', keep: 'first' });
    expect(run.rows('cleaned', 'a')[0]).toMatchObject({ Company: 'Acme', Phone: '+4930901820' });
    expect(run.rows('cleaned', 'a')[0]!['lc_hints']).toMatch(/phone: filled from line .*b\.csv:2/);
  });
  it('rows beyond --limit lend nothing, also where another list follows', async () => {
    const run = await scan({ 'a.csv': TWO, 'b.csv': list('8,kim@corp.de,Kim,Fox,,,,,,,', '9,otto@corp.de,Otto,Pike,Corp,,,,,,') }, { merge: 'fill', limit: 1 });
    expect(run.all('a').map((row) => [row['Company'], row['lc_duplicate_of']])).toEqual([['', '']]);
    expect(run.all('b').map((row) => [row['Company'], row['lc_duplicate_of']])).toEqual([['', '']]);
  });
  it('what was cleaned with it needs nothing more', async () => {
    const first = await scan({ 'list.csv': TWO }, { merge: 'fill' });
    const again = await scan({ 'again.csv': first.file('list.cleaned.csv') }, { merge: 'fill' });
    expect(again.reports[0]!.fixes).toEqual([]);
  });
});

describe('--matches', () => {
  const ROWS = list('1,r.hallworth@brightmill.co.uk,Robert,Hallworth,Brightmill Ltd,+44 20 7946 1234,14 Canal Street,Leeds,LS1 4AP,,', '2,,Bob,Hallworth,Brightmill,+44 20 7946 1234,14 Canal St,Leeds,LS1 4AP,,',
    '3,ann@acme.de,Ann,Lee,Acme,,,,,,', '4,ann@acme.de,,,,,,,,,', ...CROWD);
  async function matches(options: Partial<CleanOptions> = {}): Promise<Record<string, string>[]> {
    const path = join(emptyFolder(), 'm.csv');
    await scan({ 'list.csv': ROWS }, { matches: path, ...options });
    return existsSync(path) ? parse(readFileSync(path, 'utf8'), { columns: true }) as Record<string, string>[] : [];
  }
  const brief = (rows: Record<string, string>[]): string[] => rows.map((row) => `${row['code']} ${row['line']} ${row['other_line']}`);
  it('tells each pair with what agreed and what did not', async () => {
    const rows = await matches();
    expect(brief(rows)).toEqual(['duplicate/likely 2 3', 'duplicate/exact 4 5']);
    expect(rows[0]!['agreed']!.split(';')).toEqual(expect.arrayContaining(['phone', 'last name']));
    expect(Number(rows[0]!['probability'])).toBeGreaterThan(0.5);
    expect(rows[1]).toMatchObject({ probability: '1.0000', agreed: expect.stringMatching(/^e-mail/), disagreed: '' });
  });
  it('as rows pass, those that are certain', async () => expect(brief(await matches({ keep: 'first' }))).toEqual(['duplicate/exact 4 5']));
  it('and known people', async () => expect(brief(await matches({ against: [file('crm.csv', 'Email,Name\nann@acme.de,Ann Lee\n')] })).filter((text) => text.includes('known'))).toEqual(['duplicate/known 2 4', 'duplicate/known 2 5', 'duplicate/known 4 5']));
  it('not in a dry run', async () => expect(await matches({ dryRun: true })).toEqual([]));
  it('does not replace a file of somebody else, nor an input, but its own', async () => {
    const path = file('mine.csv', 'Email\nann@acme.de\n');
    await expect(matches({ matches: path })).rejects.toMatchObject({ exit: 4 });
    await expect(matches({ matches: path, against: [path], force: true })).rejects.toMatchObject({ exit: 4 });
    expect(readFileSync(path, 'utf8')).toBe('Email\nann@acme.de\n');
  });
});

describe('columns named to tell people apart', () => {
  const born = (...rows: string[]): string => ['First Name,Last Name,City,Email,Date of birth', ...rows, ...CROWD.map((row, i) => { const [, email, first, last, , , , city] = row.split(','); return `${first},${last},${city},${email},19${60 + i}-03-1${i % 10}`; }), ''].join('\n');
  const SAME = born('Ottoline,Strachey,London,o.strachey@web.de,1971-05-06', 'Otoline,Strachey,London,otti@gmx.de,06.05.1971');
  const OTHER = born('Ottoline,Strachey,London,o.strachey@web.de,1971-05-06', 'Otoline,Strachey,London,otti@gmx.de,17.11.1993');
  /** What the hint says of the column. */
  async function told(text: string, options: Partial<CleanOptions>): Promise<string> {
    const hints = (await scan({ 'list.csv': text }, options)).all().map((row) => row['lc_hints']).join('').toLowerCase();
    const [agreed = '', differs = ''] = hints.split('differ:');
    return agreed.includes('date of birth') ? 'agrees' : differs.includes('date of birth') ? 'differs' : 'silent';
  }
  it('on the command line or in the rules', async () => {
    const rules = [file('born.yaml', 'extends: default\nname: born\noptions:\n  duplicate: { match_on: [Date of birth, Not here] }\n')];
    for (const options of [{ matchOn: ['date of birth'] }, { rules }] as Partial<CleanOptions>[])
      expect([await told(SAME, options), await told(OTHER, options)]).toEqual(['agrees', 'differs']);
    expect(await told(SAME, {})).toBe('silent');
  });
  it('must be there', async () => { await expect(found(SAME, { matchOn: ['Day of birth'] })).rejects.toMatchObject({ exit: 2 }); });
});

describe('whatever the order of the rows', () => {
  const people = ['1,r.hallworth@brightmill.co.uk,Robert,Hallworth,Brightmill Ltd,+44 20 7946 1234,14 Canal Street,Leeds,LS1 4AP,,', '2,,Bob,Hallworth,Brightmill,+44 20 7946 1234,14 Canal St,Leeds,LS1 4AP,,',
    '3,ann@acme.de,Ann,Lee,Acme,,,,,,', '4,ann@acme.de,Ann,Lee,,+49 30 901820,,,,,', '5,,Ann,Lee,Corp,+49 30 901820,,,,,', '6,anna@acme.de,Ann,Le,Acme,,,Berlin,,,', '7,info@acme.de,Ann,Lee,Acme,,,,,,',
    '8,lena.marsh@firm11-works.com,Lena,March,Firm 11,,,Town 11,,,', ...CROWD];
  /** Who is whose duplicate, by Id. */
  async function clusters(rows: readonly string[], options: Partial<CleanOptions>): Promise<string[]> {
    const all = (await scan({ 'list.csv': list(...rows) }, options)).all();
    const idOf = (line: string): string => all.find((row) => row['lc_line'] === line)!['Id']!;
    const heads = new Map<string, string[]>();
    for (const row of all) {
      // An exact duplicate of a likely one belongs to both.
      let head = row;
      while (head['lc_duplicate_of'] !== '') head = all.find((other) => other['lc_line'] === head['lc_duplicate_of'])!;
      const id = idOf(head['lc_line']!);
      heads.set(id, [...(heads.get(id) ?? []), row['Id']!]);
    }
    return [...heads.values()].filter((ids) => ids.length > 1).map((ids) => ids.sort().join(' ')).sort();
  }
  it.each(['best', 'last'] as const)('the same clusters are found (--keep %s)', async (keep) => {
    const expected = await clusters(people, { keep });
    expect(expected.length).toBeGreaterThanOrEqual(3);
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray(people, { minLength: people.length }), async (rows) => {
      expect(await clusters(rows, { keep })).toEqual(expected);
    }), { numRuns: 8 });
  });
});

describe('people who cannot be reached', () => {
  const list = 'First Name,Last Name,Born,Remark\nEleanor,Whitcombe,1971-06-24,a\nElanor,Whitcombe,1971-06-24,b\nRowan,Fairlie,1980-02-11,c\n';
  it('are told apart all the same, by the columns that are named', async () => {
    const { rows } = await scan({ 'list.csv': list }, { matchOn: ['Born'] });
    expect(rows('rejected').map((row) => [row['lc_line'], row['lc_duplicate_of']])).toEqual([['2', ''], ['3', '2'], ['4', '']]);
  });
  it('are no lead list when no column is named', async () => {
    await expect(scan({ 'list.csv': list })).rejects.toMatchObject({ exit: 3 });
  });
});

it('the same name at two companies in two towns is two people, however alike the postal codes', async () => {
  const { all } = await scan({ 'list.csv': 'Email,First Name,Last Name,Company,Postal Code,City\n'
    + 'paul.martin@garonne-bois.fr,Paul,Martin,Garonne Bois,31000,Toulouse\np.martin@meuse-acier.be,Paul,Martin,Meuse Acier,1000,Bruxelles\n'
    + 'eva.lund@lundmek.se,Eva,Lund,Lund Mek,11122,Stockholm\n' });
  expect(all().map((row) => row['lc_duplicate_of'])).toEqual(['', '', '']);
});
