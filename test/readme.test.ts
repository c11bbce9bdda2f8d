import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXPLANATIONS } from '../src/checks/index.js';
import { firstSentence } from '../src/cli/print.js';
import { loadRules } from '../src/rules/load.js';

/**
 * Every `console` block of the README is run, in order, in one folder that holds the fixtures; what it prints on either
 * stream must be what the page says. `…` stands for anything within a line, a line of its own for any number of lines.
 * `UPDATE=1 npx vitest run test/readme.test.ts` writes what is printed, and the table of codes, into the page instead.
 */
const BLOCK = /^```console\n([^]*?)^```/gm;
const page = readFileSync('README.md', 'utf8');
const blocks = [...page.matchAll(BLOCK)].map((match) => match[1]!);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadclean-readme-'));
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin', 'leadclean'), `#!/bin/sh\nexec node '${resolve('bin/leadclean.js')}' "$@"\n`);
  chmodSync(join(folder, 'bin', 'leadclean'), 0o755);
  cpSync('fixtures', join(folder, 'fixtures'), { recursive: true });
});
afterAll(() => { rmSync(folder, { recursive: true }); });

interface Step { readonly command: string; readonly lines: string[] }

function steps(block: string): readonly Step[] {
  const all: Step[] = [];
  for (const line of block.trimEnd().split('\n'))
    if (line.startsWith('$ ')) all.push({ command: line.slice(2), lines: [] });
    else all.at(-1)!.lines.push(line);
  return all;
}

const END = 'end of what was printed';

/** Runs the commands of a block one after another in one shell; what each printed, without empty lines at either end. */
function execute(commands: readonly string[]): string[] {
  const script = commands.map((command) => `(exit $status)\n${command}\nstatus=$?\necho '${END}'\n`).join('');
  const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env['PATH']}`, LC_ALL: 'C.UTF-8', FORCE_COLOR: '', NO_COLOR: '1' };
  const printed = execFileSync('bash', ['-c', `exec 2>&1 </dev/null\nstatus=0\n${script}`], { cwd: folder, env, encoding: 'utf8' });
  return printed.split(`${END}\n`).slice(0, -1).map((text) => text.replace(/^\n+|\n+$/g, '').replace(/ +$/gm, ''));
}

const escaped = (line: string): string => line.split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('.*');
const asPattern = (lines: readonly string[]): RegExp =>
  new RegExp(`^${lines.map((line) => (line.trim() === '…' ? '(?:.*\n)*?' : `${escaped(line)}\n`)).join('')}$`);

describe.runIf(process.env['UPDATE'] === undefined)('README.md', () => {
  test('has examples', () => { expect(blocks.length).toBeGreaterThan(5); });

  test.each(blocks.map((block) => [block.split('\n')[0]!, block] as const))('%s', (_, block) => {
    const asked = steps(block);
    const printed = execute(asked.map(({ command }) => command));
    for (const [at, { command, lines }] of asked.entries())
      if (!asPattern(lines).test(printed[at] === '' ? '' : `${printed[at]!}\n`)) expect(printed[at], command).toBe(lines.join('\n'));
  });
});

if (process.env['UPDATE'] !== undefined) test('README.md is brought up to date', async () => {
  const examples = page.replace(BLOCK, (_, block: string) => {
    const asked = steps(block);
    const printed = execute(asked.map(({ command }) => command));
    const text = asked.map(({ command }, at) => `$ ${command}\n${printed[at] === '' ? '' : `${printed[at]!}\n`}`).join('');
    return `\`\`\`console\n${text.replace(/ in [\d.]+ s, as of/g, ' in … s, as of')}\`\`\``;
  });
  const { codes } = await loadRules(['default'], process.cwd(), [...EXPLANATIONS.keys()]);
  const table = [...EXPLANATIONS].map(([code, { what }]) => `| \`${code}\` | ${codes[code]!.verdict} | ${codes[code]!.points} | ${firstSentence(what).replaceAll('|', '\\|')} |\n`);
  writeFileSync('README.md', examples.replace(/(?<=\|---\|---\|---:\|---\|\n)(?:\|.*\n)*/, () => table.join('')));
});
