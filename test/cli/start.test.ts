import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const node = (script: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });

it('V8 takes what was compiled when the package was built', () => {
  expect(node("import { compile } from './bin/bundle.js'; console.log(compile().cachedDataRejected);")).toBe('false\n');
});

it.each([['short', 10], ['long', 10_000]])('V8 knows all that it is told of a %s list', (_, rows) => {
  const input = `Email,Name\n${Array.from({ length: rows }, (_, row) => `ann${row}@norrvikforge.se,Ann Lind\n`).join('')}`;
  const list = join(mkdtempSync(join(tmpdir(), 'leadclean-test-')), 'list.csv');
  writeFileSync(list, input);
  const { status, stderr } = spawnSync(process.execPath, ['bin/leadclean.js', 'scan', list, '--dry-run', '--quiet'], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  rmSync(dirname(list), { recursive: true });
  expect([status, stderr]).toEqual([0, '']);
});
