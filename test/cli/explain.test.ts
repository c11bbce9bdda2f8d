import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ALL_CODES, EXPLANATIONS } from '../../src/checks/index.js';
import { folder, run } from './run.js';

const here = folder();
const unwrapped = (text: string): string => text.replace(/\s+/g, ' ');

test('a code: what, why, what to do, and its price', async () => {
  const { exit, out } = await run(['explain', 'email/typo'], { cwd: here.path });
  expect(exit).toBe(0);
  for (const words of Object.values(EXPLANATIONS.get('email/typo')!) as string[]) expect(unwrapped(out)).toContain(unwrapped(words));
  expect(out).toContain('-15 points');
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('the price is that of the rules in effect', async () => {
  writeFileSync(join(here.path, 'leadclean.yaml'), 'codes: { email/typo: { verdict: reject, points: -77 } }');
  expect((await run(['explain', 'email/typo'], { cwd: here.path })).out).toContain('-77 points');
});

test('a check: all its codes', async () => {
  const { out } = await run(['explain', 'phone'], { cwd: here.path });
  for (const code of ALL_CODES) expect(out.includes(`${code} `), code).toBe(code.startsWith('phone/'));
});

test('without a code: all of them, one by one', async () => {
  const { exit, out } = await run(['explain'], { cwd: here.path });
  expect(exit).toBe(0);
  const listed = out.split('\n').map((line) => line.split(' ')[0]!).filter((word) => word.includes('/'));
  expect(listed).toEqual(ALL_CODES);
});

describe('--row reads and compares the list as the scan does', () => {
  const LIST = 'Email^Created\nann@northgate-tools.com^01/12/2026\nann@northgate-tools.com^01/12/2026\n';
  test.each([
    [['--delimiter', '^'], '3', /duplicate\/exact[^]*The same person as line 2/],
    [['--delimiter', '^', '--keep', 'last'], '2', /duplicate\/exact[^]*The same person as line 3/],
    [['--delimiter', '^', '--date-order', 'dmy'], '2', /stale\/future/],
    [['--delimiter', '^', '--suppress', 'no.txt'], '2', /suppress\/listed/],
    [['--delimiter', '^', '--against', 'known.csv'], '2', /duplicate\/known/],
    [['--delimiter', '^', '--no-header', '--map', 'email=column_1'], '1', /email\/syntax/],
  ])('%j', async (options, row, expected) => {
    for (const [name, text] of [['list.csv', LIST], ['no.txt', 'ann@northgate-tools.com\n'], ['known.csv', 'Email\nann@northgate-tools.com\n']] as const) writeFileSync(join(here.path, name), text);
    const argv = options.map((word) => (/\.(?:txt|csv)$/.test(word) ? join(here.path, word) : word));
    const { exit, out } = await run(['explain', '--row', row, join(here.path, 'list.csv'), '--as-of', '2026-11-21', ...argv], { cwd: here.path });
    expect(exit).toBe(0);
    expect(out).toMatch(expected);
  });

  test('a list without a row is told from a code that is none', async () => {
    writeFileSync(join(here.path, 'list.csv'), LIST);
    expect(await run(['explain', 'list.csv'], { cwd: here.path })).toMatchObject({ exit: 2, err: expect.stringContaining('--row <line>') as string });
  });
});
