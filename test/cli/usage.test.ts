import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
    [['explain', 'email/tpyo'], '"email/typo"'],
    [['explain', 'emial'], '"email"'],
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
