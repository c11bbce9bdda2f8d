import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../../src/version.js';
import { folder, run } from './run.js';

const here = folder();
const LIST = 'Email\nann@northgate-tools.com\n';

describe('wrong usage: exit 2, one sentence, nothing on standard output', () => {
  test.each([
    [['scna', 'list.csv'], 'scan'],
    [['scan', '--contry', 'DE', 'list.csv'], '--country'],
    [['scan', '--supress', 'no.txt', 'list.csv'], '--suppress'],
    [['scan'], 'list'],
    [['scan', 'list.csv', '--keep', 'biggest'], 'newest'],
    [['scan', 'list.csv', '--report', 'html'], 'not available in this version'],
    [['scan', 'list.csv', '--format', 'xlsx'], 'jsonl'],
    [['scan', 'list.csv', '--stdout', 'good'], 'cleaned'],
    [['scan', 'list.csv', '--date-order', 'dym'], 'dmy'],
    [['scan', 'list.csv', '--country', 'Atlantis'], 'Atlantis'],
    [['scan', 'list.csv', '--as-of', '2026-02-30'], '2026-02-30'],
    [['scan', 'list.csv', '--as-of', 'yesterday'], 'yesterday'],
    [['scan', 'list.csv', '--jobs', '0'], '--jobs'],
    [['scan', 'list.csv', '--limit', 'many'], '--limit'],
    [['scan', 'list.csv', '--map', 'emial=Email'], '"email"'],
    [['scan', 'list.csv', '--map', 'email'], 'field=column'],
    [['scan', 'list.csv', '--map', 'email=Nowhere'], 'Nowhere'],
    [['scan', 'list.csv', '--delimiter', '"'], 'delimiter'],
    [['scan', 'list.csv', '--fail-on', 'rejcted>5%'], '"rejected"'],
    [['scan', 'list.csv', '--fail-on', 'much'], 'much'],
    [['scan', 'list.csv', '--rules', 'defualt'], '"default"'],
    [['scan', 'list.csv', '--rules', 'none.yaml'], 'none.yaml'],
    [['scan', 'list.csv', '--json', '--stdout', 'all'], '--stdout'],
    [['scan', '-', '-'], 'once'],
    [['scan', '-', '--against', '-'], 'once'],
    [['scan', '-', '--suppress', '-'], 'once'],
    [['scan', 'list.csv', '--update'], '--against'],
    [['scan', 'list.csv', '--match-on', 'Emial'], '"Email"'],
    [['scan', 'list.csv', 'list.csv', '--name', 'x'], '--name'],
    [['scan', 'list.csv', '--name', 'sub/x'], '--out'],
    [['scan', 'list.csv', '--name', ''], '--name'],
    [['explain', 'email/tpyo'], '"email/typo"'],
    [['explain', 'emial'], '"email"'],
    [['list.csv'], 'leadclean scan '],
    [['rules', 'shwo'], '"show"'],
    [['inspect'], 'list'],
  ])('leadclean %j', async (argv, says) => {
    const list = join(here.path, 'list.csv');
    writeFileSync(list, LIST);
    const { exit, out, err } = await run(argv.map((word) => (word === 'list.csv' ? list : word)), { cwd: here.path });
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(/^leadclean: /);
    expect(err).toContain(says);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('help and version: exit 0, on standard output', () => {
  test.each([[['--version']], [['-V']]])('%j', async (argv) => {
    expect(await run(argv, { cwd: here.path })).toEqual({ exit: 0, out: `${VERSION}\n`, err: '' });
  });

  test.each([
    [['--help'], 'explain'], [['-h'], 'Examples'], [['help', 'scan'], '--fail-on'], [['scan', '--help'], '--country'], [['inspect', '--help'], '--delimiter'],
  ])('%j', async (argv, says) => {
    const { exit, out, err } = await run(argv, { cwd: here.path });
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toContain(says);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('without a command: help, exit 2', async () => {
    const { exit, err } = await run([], { cwd: here.path });
    expect(exit).toBe(2);
    expect(err).toContain('Usage');
  });
});

describe('standard output takes nothing: exit 4, one sentence', () => {
  test.each([
    [['scan', 'list.csv', '--dry-run']],
    [['scan', 'list.csv', '--json', '-q']],
    [['scan', 'list.csv', '--stdout', 'all', '-q']],
    [['inspect', 'list.csv']],
    [['explain']],
    [['rules']],
    [['--help']],
  ])('leadclean %j', async (argv) => {
    writeFileSync(join(here.path, 'list.csv'), LIST);
    const { exit, err } = await run(argv.map((word) => (word === 'list.csv' ? join(here.path, word) : word)), { cwd: here.path, full: true });
    expect(exit).toBe(4);
    expect(err).toMatch(/^leadclean: .*standard output.*\n$/);
  });
});

describe('a folder that cannot be made: exit 4', () => {
  test.each(['list.csv/sub', '/proc/nothing/here', '/dev/null/sub'])('--out %s', async (name) => {
    const out = resolve(here.path, name);
    writeFileSync(join(here.path, 'list.csv'), LIST);
    const { exit, err } = await run(['scan', join(here.path, 'list.csv'), '-q', '--out', out], { cwd: here.path });
    expect(exit).toBe(4);
    expect(err).toContain(out);
  });

  test('nothing is written where one of the names is a folder, forced or not', async () => {
    writeFileSync(join(here.path, 'list.csv'), LIST);
    mkdirSync(join(here.path, 'list.rejected.csv'));
    expect((await run(['scan', join(here.path, 'list.csv'), '--force'], { cwd: here.path })).exit).toBe(4);
    expect(readdirSync(here.path).sort()).toEqual(['list.csv', 'list.rejected.csv']);
  });
});

test('what is told of a list does not steer the terminal', async () => {
  writeFileSync(join(here.path, 'list.csv'), 'Colour \u001b[2J,Size\nred,4\n');
  const { exit, err } = await run(['scan', join(here.path, 'list.csv')], { cwd: here.path });
  expect(exit).toBe(3);
  expect(err).not.toContain('\u001b');
});
