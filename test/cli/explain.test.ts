import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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
