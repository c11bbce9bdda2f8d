import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, run } from './run.js';

const here = folder();
const LIST = 'Email,Phone,Company,Source\nann@northgate-tools.com,+442079460018,Northgate,fair\nbob@@,,Nowhere,web\ncal@northgate-tools.com,,Northgate,web\n';
const at = (name: string): string => join(here.path, name);
function list(text = LIST, name = 'list.csv'): string {
  writeFileSync(at(name), text);
  return at(name);
}
const scan = (...argv: string[]) => run(['scan', '--as-of', '2026-11-21', ...argv], { cwd: here.path });

describe('files and streams', () => {
  test('three lists and a report beside the list, the summary on standard output', async () => {
    const { exit, out, err } = await scan(list());
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(readdirSync(here.path).sort()).toEqual(['list.cleaned.csv', 'list.csv', 'list.flagged.csv', 'list.rejected.csv', 'list.report.json']);
    for (const file of readdirSync(here.path).filter((name) => name !== 'list.csv')) expect(out).toContain(file);
  });

  test('--json: the report and nothing else on standard output', async () => {
    const { exit, out, err } = await scan(list(), '--json');
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse(readFileSync(at('list.report.json'), 'utf8')));
    expect(err).toContain('list.cleaned.csv');
  });

  test('--json of two lists: an array in their order', async () => {
    const { out } = await scan(list(), list(LIST, 'second.csv'), '--json', '-q');
    expect((JSON.parse(out) as { inputs: { path: string }[] }[]).map((report) => report.inputs[0]!.path)).toEqual([at('list.csv'), at('second.csv')]);
  });

  test('--stdout: that list instead of its file, the summary on standard error', async () => {
    await scan(list(), '--out', at('files'));
    const { exit, out, err } = await scan(at('list.csv'), '--stdout', 'cleaned');
    expect(exit).toBe(0);
    expect(out).toBe(readFileSync(join(at('files'), 'list.cleaned.csv'), 'utf8'));
    expect(existsSync(at('list.cleaned.csv'))).toBe(false);
    expect(err).toContain('cleaned');
  });

  test.each([['csv', 3], ['tsv', 3], ['jsonl', 2]])('two lists of the same columns are one table on standard output: %s', async (format, lines) => {
    const second = list('Email,Phone,Company,Source\ndan@southgate-tools.com,,Southgate,fair\n', 'second.csv');
    const { exit, out } = await scan(list(), second, '--stdout', 'cleaned', '--format', format, '-q');
    expect([exit, out.trimEnd().split('\n').length]).toEqual([0, lines]);
  });

  test.each([['csv', 2], ['tsv', 2], ['jsonl', 0]])('two lists of other columns are none: %s', async (format, expected) => {
    const second = list('Mail\ndan@southgate-tools.com\n', 'second.csv');
    const { exit, out } = await scan(list(), second, '--stdout', 'cleaned', '--format', format, '-q');
    expect([exit, out === '']).toEqual([expected, expected === 2]);
    expect(readdirSync(here.path).length === 2).toBe(expected === 2);
  });

  test.each([['cleaned', 4], ['flagged', 13], ['rejected', 13], ['all', 13]])('--no-annotations --stdout %s: every row is as wide as the header', async (which, width) => {
    const { out } = await scan(list(), '--no-annotations', '--stdout', which, '-q');
    expect(out.trimEnd().split('\n').map((line) => line.split(',').length)).toEqual(out.trimEnd().split('\n').map(() => width));
  });

  test('--quiet prints nothing', async () => {
    expect(await scan(list(), '-q')).toEqual({ exit: 0, out: '', err: '' });
  });

  test('--quiet tells why the run ends with 1, and in which of several lists', async () => {
    const good = list('Email\ndan@northgate-tools.com\n', 'good.csv');
    const { exit, out, err } = await scan(list(), good, '-q', '--fail-on', 'rejected>0');
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err).toBe(`leadclean: ${at('list.csv')}: gate rejected>0 holds: it is 1\n`);
  });

  test('--dry-run writes nothing', async () => {
    const { exit, out } = await scan(list(), '--dry-run');
    expect([exit, readdirSync(here.path)]).toEqual([0, ['list.csv']]);
    expect(out).toMatch(/would write\n.*list\.cleaned\.csv/);
  });

  test('--report md,json writes both', async () => {
    await scan(list(), '--report', 'md,json', '-q');
    expect(readFileSync(at('list.report.md'), 'utf8')).toMatch(/^# /);
    expect(existsSync(at('list.report.json'))).toBe(true);
  });

  test('no colours unless a terminal has them', async () => {
    expect((await scan(list())).out).not.toContain('\u001b');
  });
});

describe('gates', () => {
  test.each([
    [['--fail-on', 'rejected>1%'], 1], [['--fail-on', 'rejected>99%'], 0], [['--fail-on', 'rejected>99%', '--fail-on', 'rows<1000'], 1],
    [['--fail-on', 'missing/contact>=1'], 1], [['--fail-on', 'email/typo>0'], 0],
  ])('%j → exit %i', async (gates, expected) => {
    const { exit, err } = await scan(list(), ...gates);
    expect(exit).toBe(expected);
    expect(err.includes('leadclean: gate')).toBe(expected === 1);
    expect(existsSync(at('list.cleaned.csv'))).toBe(true);
  });
});

describe('what cannot be read: exit 3, one sentence', () => {
  test.each([
    ['empty', ''], ['a workbook', 'PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml'], ['no usable column', 'Colour,Size\nred,4\nblue,5\n'],
  ])('%s', async (_, text) => {
    const { exit, out, err } = await scan(list(text));
    expect({ exit, out }).toEqual({ exit: 3, out: '' });
    expect(err).toMatch(/^leadclean: \S/);
    expect(readdirSync(here.path)).toEqual(['list.csv']);
  });

  test('missing', async () => {
    expect(await scan(at('nowhere.csv'))).toMatchObject({ exit: 3, out: '' });
  });
});

test.each(['json', 'md', 'json,md'])('--report %s: a second run replaces what the first wrote, and nothing that was edited', async (report) => {
  await scan(list(LIST, 'our_list.csv'), '-q', '--report', report);
  expect(await scan(at('our_list.csv'), '-q', '--report', report)).toMatchObject({ exit: 0 });
  writeFileSync(at('our_list.flagged.csv'), 'my notes\n');
  expect(await scan(at('our_list.csv'), '-q', '--report', report)).toMatchObject({ exit: 4 });
});

test('an output somebody edited is left alone: exit 4, unless forced', async () => {
  await scan(list(), '-q');
  expect(await scan(at('list.csv'), '-q')).toMatchObject({ exit: 0 });
  writeFileSync(at('list.cleaned.csv'), 'my notes\n');
  const { exit, err } = await scan(at('list.csv'), '-q');
  expect(exit).toBe(4);
  expect(err).toContain('list.cleaned.csv');
  expect(readFileSync(at('list.cleaned.csv'), 'utf8')).toBe('my notes\n');
  expect(await scan(at('list.csv'), '-q', '--force')).toMatchObject({ exit: 0 });
});

/** The command as installed: these need pipes and signals. */
describe('as a process', () => {
  const bin = resolve('bin/leadclean.js');
  async function shell(command: string): Promise<{ code: number | null; out: string; err: string }> {
    const child = spawn('bash', ['-c', command], { cwd: here.path, env: { ...process.env, BIN: bin, FORCE_COLOR: '' } });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString(); });
    child.stderr.on('data', (chunk: Buffer) => { err += chunk.toString(); });
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, out, err };
  }
  const many = (rows: number): string => 'Email,Company\n' + Array.from({ length: rows }, (_, i) => `person${i}@northgate-tools.com,Northgate ${i}\n`).join('');

  test('a reader that has seen enough ends the run with 0 and leaves no file', async () => {
    list(many(50_000));
    const { out, err, code } = await shell('node $BIN scan - --stdout cleaned -q < list.csv | head -3; echo "${PIPESTATUS[0]}"');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.trimEnd().split('\n')).toHaveLength(4);
    expect(out).toMatch(/\n0\n$/);
    expect(readdirSync(here.path)).toEqual(['list.csv']);
  });

  test('a pipe into a pipe', async () => {
    list();
    const { code, out } = await shell('node $BIN scan list.csv --stdout all -q | node $BIN scan - --name again --stdout cleaned -q');
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toMatch(/^Email,Phone,Company,Source,lc_line,/);
  });

  test('--help into a closed pipe is quiet', async () => {
    const { err } = await shell('node $BIN --help | true; exit ${PIPESTATUS[0]}');
    expect(err).toBe('');
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s: exit 130, no file is left', async (signal) => {
    const child = spawn('node', [bin, 'scan', '-', '-q'], { cwd: here.path });
    child.stdin.write(many(20_000));
    await new Promise((done) => setTimeout(done, 1500));
    child.kill(signal);
    const [code] = (await once(child, 'close')) as [number | null];
    expect(code).toBe(130);
    expect(readdirSync(here.path)).toEqual([]);
  });
});
