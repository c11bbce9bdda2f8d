import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * Every `console` block of the README is run, in order, in one folder that holds the fixtures; what it prints on either
 * stream must be what the page says. `…` stands for anything within a line, a line of its own for any number of lines.
 */
const blocks = [...readFileSync('README.md', 'utf8').matchAll(/^```console\n([^]*?)^```/gm)].map((match) => match[1]!);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadclean-readme-'));
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin', 'leadclean'), `#!/bin/sh\nexec node '${resolve('bin/leadclean.js')}' "$@"\n`);
  chmodSync(join(folder, 'bin', 'leadclean'), 0o755);
  cpSync('fixtures', join(folder, 'fixtures'), { recursive: true });
});
afterAll(() => { rmSync(folder, { recursive: true }); });

const END = 'end of what was printed';

/** Runs the commands of a block one after another in one shell; returns what each printed. */
function execute(commands: readonly string[]): string[] {
  const script = commands.map((command) => `(exit $status)\n${command}\nstatus=$?\necho '${END}'\n`).join('');
  const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env['PATH']}`, LC_ALL: 'C.UTF-8', FORCE_COLOR: '', NO_COLOR: '1' };
  const printed = execFileSync('bash', ['-c', `exec 2>&1 </dev/null\nstatus=0\n${script}`], { cwd: folder, env, encoding: 'utf8' });
  return printed.split(`${END}\n`).slice(0, -1);
}

const escaped = (line: string): string => line.split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('.*');
function asPattern(lines: readonly string[]): RegExp {
  return new RegExp(`^${lines.map((line) => (line.trim() === '…' ? '(?:.*\\n)*?' : `${escaped(line.trimEnd())} *\\n`)).join('')}$`);
}

describe('README.md', () => {
  test('has examples', () => { expect(blocks.length).toBeGreaterThan(5); });

  test.each(blocks.map((block) => [block.split('\n')[0]!, block] as const))('%s', (_, block) => {
    const commands: { command: string; lines: string[] }[] = [];
    for (const line of block.trimEnd().split('\n'))
      if (line.startsWith('$ ')) commands.push({ command: line.slice(2), lines: [] });
      else commands.at(-1)!.lines.push(line);
    const printed = execute(commands.map(({ command }) => command));
    for (const [at, { command, lines }] of commands.entries()) {
      // A summary begins and ends with an empty line, which the page leaves out.
      const text = printed[at]!.replace(/^\n+|\n+$/g, '').replace(/^(?=.)([^]*)$/, '$1\n');
      if (!asPattern(lines).test(text)) expect(text, command).toBe(lines.join('\n'));
    }
  });
});
