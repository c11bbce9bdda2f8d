import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import type { CleanOptions } from '../../src/clean.js';
import { scan } from '../scan.js';

const folder = mkdtempSync(join(tmpdir(), 'leadclean-'));
afterAll(() => { rmSync(folder, { recursive: true }); });
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const HEADER = 'Id,Email,First Name,Last Name,Company,Phone,Street,City,Zip,Unsubscribed';
const ROBERT = '1,r.hallworth@brightmill.co.uk,Robert,Hallworth,Brightmill Ltd,+44 20 7946 1234,14 Canal Street,Leeds,LS1 4AP,';
const BOB = '2,bob.hallworth@gmail.com,Bob,Hallworth,Brightmill,+44 20 7946 1234,14 Canal St,Leeds,LS1 4AP,';
const ANN = '3,ann@acme.de,Ann,Lee,Acme,+49 30 901820,,Berlin,10115,';
const list = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n');
/** `line status of` of each row, and whether its hint says that somebody must not be contacted. */
async function told(text: string, options: Partial<CleanOptions> = {}): Promise<string[]> {
  return (await scan({ 'list.csv': text }, options)).all()
    .map((row) => `${row['lc_line']} ${row['lc_status']} ${row['lc_duplicate_of']!.replace(/^.*\//, '')}${/must not/.test(row['lc_hints']!) ? ' barred' : ''}`);
}

describe('who is likely to be somebody that must not be contacted', () => {
  it('who opted out', async () => {
    expect(await told(list(`${ROBERT}yes`, BOB, ANN))).toEqual(['2 rejected ', '3 flagged 2 barred', '4 cleaned ']);
  });
  it('who is listed', async () => {
    expect(await told(list(ROBERT, BOB, ANN), { suppress: [file('no.txt', 'r.hallworth@brightmill.co.uk\n')] })).toEqual(['2 rejected ', '3 flagged 2 barred', '4 cleaned ']);
  });
  it('who opted out in the CRM', async () => {
    expect(await told(list(BOB, ANN), { against: [file('crm.csv', list(`${ROBERT}yes`))] })).toEqual(['2 flagged crm.csv:2 barred', '3 cleaned ']);
  });
  it('all of several, the best of them too', async () => {
    expect(await told(list(BOB, `${ROBERT}yes`, BOB.replace('2,bob.hallworth@gmail.com', '9,bobby@hallworth.net').replace('+44 20 7946 1234', ''), ANN))).toEqual(['2 flagged 3 barred', '3 rejected ', '4 flagged 3 barred', '5 cleaned ']);
  });
  it('is not mended with what is theirs', async () => {
    const [row] = (await scan({ 'list.csv': list(BOB.replace('Brightmill', ''), `${ROBERT}yes`) }, { merge: 'fill' })).rows('flagged');
    expect(row!['Company']).toBe('');
  });
});

describe('--matches', () => {
  it('tells every two rows of a group', async () => {
    const path = join(folder, 'm.csv');
    await scan({ 'list.csv': list(ROBERT, BOB, ROBERT.replace('1,r.hallworth', '7,robert.hallworth'), ANN, ANN, ANN) }, { matches: path });
    const pairs = parse(readFileSync(path, 'utf8'), { columns: true }) as Record<string, string>[];
    expect(pairs.map((pair) => `${pair['code']} ${pair['line']} ${pair['other_line']}`)).toEqual([
      'duplicate/exact 2 4', 'duplicate/likely 2 3', 'duplicate/likely 3 4', 'duplicate/exact 5 6', 'duplicate/exact 5 7', 'duplicate/exact 6 7',
    ].sort((a, b) => Number(a.split(' ')[1]) - Number(b.split(' ')[1]) || Number(a.split(' ')[2]) - Number(b.split(' ')[2])));
    expect(pairs.every((pair) => pair['agreed'] !== '')).toBe(true);
  });
});

describe('--keep first', () => {
  const warned = async (options: Partial<CleanOptions>): Promise<boolean> =>
    (await scan({ 'list.csv': list(ROBERT, BOB) }, { keep: 'first', ...options })).reports[0]!.warnings.some((text) => text.includes('likely'));
  it('settles rows as they pass and says that likely duplicates were not looked for', async () => {
    expect(await told(list(BOB, ROBERT), { keep: 'first' })).toEqual(['2 cleaned ', '3 cleaned ']);
    expect(await warned({})).toBe(true);
  });
  it.each([['--merge fill', { merge: 'fill' }], ['--match-on', { matchOn: ['City'] }]] as const)('looks for them with %s, which needs all rows', async (_, options) => {
    expect(await told(list(BOB, ROBERT), { keep: 'first', ...options })).toEqual(['2 cleaned ', '3 flagged 2']);
    expect(await warned(options)).toBe(false);
  });
});
