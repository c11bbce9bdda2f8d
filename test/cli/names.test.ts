import { closeSync, copyFileSync, mkdirSync, openSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync, spawnSync } from 'node:child_process';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, run } from './run.js';

const here = folder();
const LIST = 'Email,Name\nann@northgate-tools.com,Ann Lee\n,Bob\n';
const at = (...name: string[]): string => join(here.path, ...name);
const BIN = resolve('bin/leadclean.js');

describe('two lists whose files would be one file are refused, whatever they are called', () => {
  test.each([
    ['twice', () => [at('list.csv'), at('list.csv')]],
    ['from here and from the root', () => [at('list.csv'), at('sub', '..', 'list.csv')]],
    ['by a link to their folder', () => {
      mkdirSync(at('sub'));
      symlinkSync(at('sub'), at('link'));
      copyFileSync(at('list.csv'), at('sub', 'list.csv'));
      return [at('sub', 'list.csv'), at('link', 'list.csv')];
    }],
    ['as the list and the matches of it', () => [at('list.csv'), '--matches', at('list.report.md')]],
    ['as a segment and another list', () => {
      writeFileSync(at('rules.yaml'), 'segments: { flagged: email != "" }\n');
      copyFileSync(at('list.csv'), at('list.cleaned.csv'));
      return [at('list.csv'), at('list.cleaned.csv'), '--split', 'segment', '--rules', at('rules.yaml')];
    }],
  ])('%s', async (_, names) => {
    writeFileSync(at('list.csv'), LIST);
    expect(await run(['scan', ...names(), '--force'], { cwd: here.path })).toMatchObject({ exit: 2, err: expect.stringContaining('would both be written') as string });
  });
});

test('a name as long as names can be', async () => {
  const name = `${'n'.repeat(255 - '.rejected.csv'.length)}.csv`;
  writeFileSync(at(name), LIST);
  expect(await run(['scan', at(name), '-q'], { cwd: here.path })).toMatchObject({ exit: 0, err: '' });
  expect(readdirSync(here.path)).toHaveLength(5);
});

test('what standard input is read from is not written to, forced or not', () => {
  writeFileSync(at('list.cleaned.csv'), LIST);
  const input = openSync(at('list.cleaned.csv'), 'r');
  const { status, stderr } = spawnSync(process.execPath, [BIN, 'scan', '-', '--name', 'list', '-q', '--force'], { cwd: here.path, stdio: [input, 'pipe', 'pipe'], encoding: 'utf8' });
  closeSync(input);
  expect([status, stderr]).toEqual([4, expect.stringContaining('input itself')]);
  expect(readFileSync(at('list.cleaned.csv'), 'utf8')).toBe(LIST);
});

test.skipIf(process.platform === 'win32')('the files of what a shell hands over come here', () => {
  writeFileSync(at('list.csv'), LIST);
  execFileSync('bash', ['-c', `'${process.execPath}' '${BIN}' scan <(cat list.csv) -q`], { cwd: here.path });
  expect(readdirSync(here.path).filter((name) => /^\d+\.cleaned\.csv$/.test(basename(name)))).toHaveLength(1);
});
