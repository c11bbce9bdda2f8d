import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, run } from './run.js';

const here = folder();
const CELLS = `${'a word '.repeat(20)},+44 20 7946 0958,ann@northgate-tools.com,30/31/2026`;
const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

/** `0`: a terminal that does not know its size. */
test.each([
  [['scan', 'list.csv', '--dry-run'], 40, 40], [['scan', 'list.csv', '--dry-run'], 80, 80], [['scan', 'list.csv', '--dry-run'], 200, 80], [['scan', 'list.csv', '--dry-run'], 0, 80],
  [['inspect', 'list.csv'], 40, 40], [['inspect', 'list.csv'], 80, 80], [['inspect', 'list.csv'], 200, 80], [['inspect', 'list.csv'], 0, 80],
  [['explain', 'email/typo'], 40, 40], [['explain', 'email/typo'], 200, 80],
])('%j on a terminal of %i columns', async (argv, columns, most) => {
  const file = join(here.path, 'list.csv');
  writeFileSync(file, `Remarks of the sales department,Phone,Email,Created at\n${CELLS}\n${CELLS}\n`);
  const { exit, out } = await run([...argv.map((word) => (word === 'list.csv' ? file : word)), '--no-color'], { cwd: here.path, columns });
  expect(exit).toBe(0);
  // Paths are shown whole.
  const width = widest(out.split('\n').filter((line) => !line.includes(here.path)).join('\n'));
  expect(width).toBeLessThanOrEqual(most);
  expect(width).toBeGreaterThan(most * 0.7);
});
