import { rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.js';
import { folder, run } from './run.js';

const here = folder();
const at = (name: string): string => join(here.path, name);
function list(): string {
  writeFileSync(at('list.csv'), 'Email,Phone\nann@northgate-tools.com,+442079460018\nbob@@,\ncal@northgate-tools.com,\n');
  return at('list.csv');
}
const scan = (...argv: string[]) => run(['scan', '--as-of', '2026-11-21', ...argv], { cwd: here.path });

/** A line for each run; the last must be let through, though the one before it wrote other files or fewer. */
describe('files of earlier runs stay our own', () => {
  test.each([
    ['another format', [['--format', 'jsonl'], []]],
    ['changes and none', [['--changes'], [], ['--changes']]],
    ['a list to standard output', [[], ['--stdout', 'cleaned'], []]],
    ['another report', [[], ['--report', 'md'], [], ['--report', 'md']]],
    ['another report of other rows', [[], ['--report', 'md', '--limit', '1'], []]],
    ['Markdown reports', [['--report', 'md', '--changes'], ['--report', 'md'], ['--report', 'md', '--changes']]],
    ['segments', [['--split', 'segment', '-r', 'segments.yaml'], [], ['--split', 'segment', '-r', 'segments.yaml']]],
  ])('%s', async (_, runs) => {
    writeFileSync(at('segments.yaml'), 'segments: { all: "true" }\n');
    list();
    for (const options of runs) expect(await scan(at('list.csv'), '-q', ...options)).toMatchObject({ exit: 0, err: '' });
  });

  test('unless they were edited since', async () => {
    await scan(list(), '-q', '--changes');
    await scan(at('list.csv'), '-q');
    writeFileSync(at('list.changes.csv'), 'my notes\n');
    expect(await scan(at('list.csv'), '-q')).toMatchObject({ exit: 0 });
    expect(await scan(at('list.csv'), '-q', '--changes')).toMatchObject({ exit: 4 });
  });

  test('the report names those that are still there', async () => {
    await scan(list(), '-q', '--changes', '--format', 'tsv');
    rmSync(at('list.flagged.tsv'));
    const { out } = await scan(at('list.csv'), '-q', '--json');
    const { earlier } = JSON.parse(out) as Report;
    expect(earlier.map(({ path }) => basename(path))).toEqual(['list.cleaned.tsv', 'list.rejected.tsv', 'list.changes.csv']);
  });
});
