import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Inspection } from '../../src/cli/inspection.js';
import { folder, run } from './run.js';

const here = folder();
const put = (name: string, content: string | Uint8Array): void => { writeFileSync(join(here.path, name), content); };
const inspect = async (...argv: string[]): Promise<Inspection> => JSON.parse((await run(['inspect', ...argv, '--json'], { cwd: here.path })).out) as Inspection;

const LIST = 'Kontakt;Tel.;Weiteres;Fax\nann@acme.com;+44 20 7946 0958;x;1\nbob@acme.com;+44 20 7946 0959;y;2\n';
const path = (name: string): string => join(here.path, name);

test('says what was decided, and by how much', async () => {
  put('l.csv', `${LIST}a,b;c\n`);
  const found = await inspect(path('l.csv'));
  expect(found).toMatchObject({ encoding: 'utf-8', delimiter: ';', quote: '"', escape: 'doubled', comment: '', header_line: 1, odd_records: [{ line: 4, kind: 'ragged' }] });
  expect(found.dialects[0]).toEqual({ delimiter: ';', quote: '"', escape: 'doubled', score: 0.75, cells: 4 });
  expect(found.dialects.length).toBeGreaterThan(2);
  expect([found.encoding_why, found.delimiter_why]).toEqual([expect.stringMatching(/./), '']);
  const { out } = await run(['inspect', path('l.csv')], { cwd: here.path });
  expect(out).toMatch(/delimiter +semicolon \(75%/);
  expect(out).toMatch(/odd +line 4: ragged/);
});

describe('what is asked is done', () => {
  test.each([
    ['--delimiter', ',', 'a;b,c;d\n1;2,3;4\n', { delimiter: ',' }, 2],
    ['--quote', 'none', 'a,b\n"x,y"\n"1,2"\n', { quote: '' }, 2],
    ['--quote', 'single', "a,b\n'x,y',1\n", { quote: "'" }, 2],
    ['--escape', 'backslash', 'a,b\n1,2\n', { escape: 'backslash' }, 2],
    ['--line-end', 'lf', 'a,b\n1,x\ry\n2,z\rz\n', { line_end: 'LF', sample_rows: 2 }, 2],
    ['--line-end', 'cr', 'a,b\n1,x\r2,y\n', { line_end: 'mixed', sample_rows: 2 }, 2],
    ['--comment', '%', '% a, b\na,b\n% 1, 2\n1,2\n', { comment: '%', header_line: 2, sample_rows: 1 }, 2],
    ['--encoding', 'iso-8859-15', 'a,b\n1,2\n', { encoding: 'iso-8859-15' }, 2],
  ])('%s %s', async (option, value, text, expected, columns) => {
    put('l.csv', text);
    const found = await inspect(path('l.csv'), option, value);
    expect(found).toMatchObject(expected);
    expect(found.columns.length).toBe(columns);
  });

  test.each([['--comment', '##'], ['--quote', '"'], ['--escape', 'x'], ['--line-end', 'x']])('%s %s is refused', async (option, value) => {
    put('l.csv', LIST);
    expect((await run(['inspect', path('l.csv'), option, value], { cwd: here.path })).exit).toBe(2);
  });
});

describe('--save', () => {
  test('what was settled holds for the next list', async () => {
    put('l.csv', LIST);
    put('leadclean.yaml', '# ours\nname: ours\ncodes:\n  email/free: flag # said so\n');
    await run(['inspect', path('l.csv'), '--map', 'company=Weiteres', '--delimiter', ';', '--save'], { cwd: here.path });
    const saved = readFileSync(path('leadclean.yaml'), 'utf8');
    expect(saved).toMatch(/# ours\nname: ours\ncodes:\n {2}email\/free: flag # said so\n/);
    put('next.csv', 'Fax;Weiteres;Kontakt;Tel.\na@x.com;Acme;;+44 20 7946 0958\n');
    const found = await inspect(path('next.csv'));
    expect(found.columns.map(({ field, why }) => [field, why])).toEqual([[null, 'none'], ['company', 'rules'], ['email', 'rules'], ['phone', 'rules']]);
    expect(found.delimiter_why).toBe('as asked');
    const { exit } = await run(['scan', path('next.csv'), '--as-of', '2026-11-21'], { cwd: here.path });
    expect(exit).toBe(0);
    expect(JSON.parse(readFileSync(path('next.report.json'), 'utf8'))).toMatchObject({ inputs: [{ columns: { Weiteres: 'company', Kontakt: 'email', 'Tel.': 'phone' }, unmapped: ['Fax'] }] });
  });

  test('what a verifier said is read, and told as no field', async () => {
    put('v.csv', `First Name,Email,ZB Status\n${['Ann,valid', 'Bob,invalid', 'Cleo,catch-all', 'Dora,valid'].map((row) => row.replace(',', `,${row.slice(0, 3)}@firm-works.com,`)).join('\n')}\n`);
    const [, , status] = (await inspect(path('v.csv'))).columns;
    expect([status?.field, status?.why, status?.note]).toEqual([null, 'tokens', expect.stringMatching(/email\/undeliverable/)]);
    await run(['inspect', path('v.csv'), '--save'], { cwd: here.path });
    await run(['scan', path('v.csv'), '--as-of', '2026-11-21'], { cwd: here.path });
    expect(JSON.parse(readFileSync(path('v.report.json'), 'utf8'))).toMatchObject({ counts: { flagged: 1 }, reasons: [{ code: 'email/undeliverable', rows: 1 }], inputs: [{ unmapped: ['ZB Status'] }] });
  });

  test('twice is once', async () => {
    put('l.csv', LIST);
    await run(['inspect', path('l.csv'), '--save'], { cwd: here.path });
    const once = readFileSync(path('leadclean.yaml'), 'utf8');
    await run(['inspect', path('l.csv'), '--save'], { cwd: here.path });
    expect(readFileSync(path('leadclean.yaml'), 'utf8')).toBe(once);
  });

  test('without it nothing is written', async () => {
    put('l.csv', LIST);
    await run(['inspect', path('l.csv')], { cwd: here.path });
    expect(existsSync(path('leadclean.yaml'))).toBe(false);
  });
});
