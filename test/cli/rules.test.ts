import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ALL_CODES } from '../../src/checks/index.js';
import { folder, run } from './run.js';

const here = folder();
const put = (name: string, text: string): void => { writeFileSync(join(here.path, name), text); };
const OURS = `name: ours
extends: [b2b, gdpr]
score: { base: 55 }
codes:
  email/role: reject
findings:
  fit/big: { when: 'employees >= 50', points: 10, what: Big. }
  own/odd: { when: '1 / (employees - employees) > 0', what: Odd. }
segments: { dach: 'country in ["DE", "AT"]', rest: 'country != ""' }
`;
const LIST = `Email,Company,Country,Employees,Created\nann@acme.de,Acme,Germany,120,2026-11-01\nbob@bobs.com,Bobs,United States,60,2026-11-01\ncy@cys.com,Cys,,4,2026-11-01\n`;

test('rules: every preset and every code in effect, the own ones too', async () => {
  put('leadclean.yaml', OURS);
  const { exit, out } = await run(['rules'], { cwd: here.path });
  expect(exit).toBe(0);
  for (const word of ['bought-list', 'real-estate', ...ALL_CODES, 'fit/big', 'fit/job-seeker']) expect(out).toContain(`  ${word} `);
});

test('rules show: each value and the line that had the last word', async () => {
  put('leadclean.yaml', OURS);
  const { out } = await run(['rules', 'show'], { cwd: here.path });
  for (const line of ['score.base: 55  # leadclean.yaml:3', 'codes.email/role.verdict: "reject"  # leadclean.yaml:5', 'findings.fit/big.points: 10  # leadclean.yaml:7'])
    expect(out.split('\n')).toContain(line);
  expect(out).toMatch(/^codes\.email\/role\.points: -15 {2}# default\.yaml:\d+$/m);
  expect(out).toMatch(/^options\.consent\.ask\.eu: true {2}# gdpr\.yaml:\d+$/m);
});

test('rules test: exit 1 and what differs when an example fails', async () => {
  put('good.yaml', 'examples:\n  - lead: { email: ann@acme.de }\n    verdict: cleaned\n    tier: suspect\n    without: [email/free]\n');
  put('bad.yaml', 'examples:\n  - name: nope\n    lead: { email: ann@gmail.com }\n    verdict: rejected\n    score: 10\n    codes: [email/role]\n    without: [email/free]\n');
  expect(await run(['rules', 'test', 'good.yaml'], { cwd: here.path })).toMatchObject({ exit: 0, out: 'good.yaml: 1 example, all pass\n' });
  const { exit, out } = await run(['rules', 'test', 'good.yaml', 'bad.yaml'], { cwd: here.path });
  expect(exit).toBe(1);
  for (const word of ['nope', 'verdict is cleaned, not rejected', 'score is 60, not 10', 'email/role is not found', 'email/free is found']) expect(out).toContain(word);
  expect(await run(['rules', 'test', 'none.yaml'], { cwd: here.path })).toMatchObject({ exit: 2 });
});

test('scan: own findings, segments, one list for each, one warning for what cannot be decided', async () => {
  put('leadclean.yaml', OURS.replace('[b2b, gdpr]', 'default'));
  put('list.csv', LIST);
  const { exit, err } = await run(['scan', join(here.path, 'list.csv'), '--split', 'segment', '--as-of', '2026-11-21', '--quiet'], { cwd: here.path });
  expect(exit).toBe(0);
  expect(err).toBe('');
  const text = (name: string): string => readFileSync(join(here.path, name), 'utf8');
  expect(text('list.cleaned.dach.csv')).toMatch(/lc_segment\nann@acme\.de.*fit\/big.*,dach\n$/);
  expect(text('list.cleaned.rest.csv')).toMatch(/bob@bobs\.com.*,rest\n$/);
  expect(text('list.cleaned.csv')).toMatch(/lc_segment\ncy@cys\.com.*,\n$/);
  const report = JSON.parse(text('list.report.json')) as { segments: unknown; warnings: string[] };
  expect(report.segments).toEqual([{ segment: 'dach', rows: 1, cleaned: 1, flagged: 0, rejected: 0 }, { segment: 'rest', rows: 1, cleaned: 1, flagged: 0, rejected: 0 }]);
  expect(report.warnings.filter((warning) => warning.includes('own/odd'))).toEqual([expect.stringMatching(/ 3 rows/)]);
});


test('--split without segments is refused', async () => {
  put('list.csv', LIST);
  expect(await run(['scan', join(here.path, 'list.csv'), '--split', 'segment'], { cwd: here.path })).toMatchObject({ exit: 2 });
});

test('explain: codes of the own findings; --row: the receipt adds up and says which rule said so', async () => {
  put('leadclean.yaml', OURS);
  put('list.csv', LIST);
  expect((await run(['explain', 'fit/big'], { cwd: here.path })).out).toContain('+10 points');
  const { exit, out } = await run(['explain', '--row', '2', join(here.path, 'list.csv'), '--as-of', '2026-11-21'], { cwd: here.path });
  expect(exit).toBe(0);
  expect(out).toMatch(/fit\/big.*# leadclean\.yaml:7/);
  expect(out).toMatch(/consent\/missing.*# gdpr\.yaml:\d+/);
  const figures = [...out.split('---')[0]!.matchAll(/^ +([+-]?\d+) {2}\S/gm)].map(([, points]) => Number(points));
  expect(figures.reduce((sum, points) => sum + points, 0)).toBe(Number(/score (\d+) of 100/.exec(out)![1]));
  expect(await run(['explain', '--row', '99', join(here.path, 'list.csv')], { cwd: here.path })).toMatchObject({ exit: 2 });
});

test('init looks at a list and takes presets', async () => {
  put('list.csv', 'Email,Country,Glorb\nann@acme.de,Germany,1\nbob@bobs.fr,France,2\n');
  const { exit, out } = await run(['init', join(here.path, 'list.csv'), '--preset', 'b2b', '--preset', 'gdpr'], { cwd: here.path });
  expect([exit, out.includes('b2b and gdpr')]).toEqual([0, true]);
  const text = readFileSync(join(here.path, 'leadclean.yaml'), 'utf8');
  for (const word of ['extends: [b2b, gdpr]', 'Glorb', 'DE 50 %']) expect(text).toContain(word);
  expect(await run(['rules', 'test', 'leadclean.yaml'], { cwd: here.path })).toMatchObject({ exit: 0 });
  expect(await run(['init', '--force', '--preset', 'b2c'], { cwd: here.path })).toMatchObject({ exit: 2, err: expect.stringContaining('"b2b"') as string });
});

test('init without a word: the regions of the list', async () => {
  put('list.csv', 'Email,Country\nann@acme.de,Germany\nbob@bobs.com,USA\n');
  await run(['init', join(here.path, 'list.csv')], { cwd: here.path });
  expect(readFileSync(join(here.path, 'leadclean.yaml'), 'utf8')).toContain('extends: [default, gdpr, us]');
});
