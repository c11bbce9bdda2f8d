import { mkdtempSync, readFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { afterAll } from 'vitest';
import { clean, type CleanOptions, type CleanResult } from '../src/clean.js';
import type { Verdict } from '../src/types.js';

/** 2026-11-21, so that no result depends on the clock. */
const DAY = { today: 20_778, asOf: '2026-11-21' };
export const OPTIONS: CleanOptions = {
  lists: [], rules: ['default'], map: new Map(), country: '', ...DAY, header: true, format: 'csv', report: ['json'], gates: [],
  jobs: 1, dryRun: false, force: false, annotations: true, changes: false, keep: 'best', against: [], update: false, suppress: [], matchOn: [],
};

export interface Scanned extends CleanResult {
  readonly folder: string;
  readonly stdout: string;
  /** Text of an output file, '' when there is none. */
  file(name: string): string;
  /** Records of `<stem>.<verdict>.csv` by column name. */
  rows(verdict: Verdict, stem?: string): Record<string, string>[];
  /** Rows of all three lists, by line. */
  all(stem?: string): Record<string, string>[];
}

const folders: string[] = [];
afterAll(() => { for (const folder of folders) rmSync(folder, { recursive: true, force: true }); });

/** An empty folder, which is removed after the tests of the file. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'leadclean-'));
  folders.push(folder);
  return folder;
}

/** Runs a scan in a folder of its own, which is removed after the tests of the file. `files`: name → content; the scan is of all of them unless `lists` is given. */
export async function scan(files: Readonly<Record<string, string | Uint8Array>>, options: Partial<CleanOptions> & { readonly stdin?: string | Uint8Array } = {}): Promise<Scanned> {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const printed: Buffer[] = [];
  const { stdin = '', ...asked } = options;
  const lists = (asked.lists ?? Object.keys(files)).map((list) => (list === '-' ? '-' : join(folder, list)));
  const result = await clean({ ...OPTIONS, out: folder, ...asked, lists }, {
    stdin: () => Readable.from([Buffer.from(stdin)], { objectMode: false }), cwd: folder, now: () => new Date('2026-11-21T12:00:00Z'),
    stdout: new Writable({ write: (chunk: Buffer, _, done) => { printed.push(Buffer.from(chunk)); done(); } }),
    signal: new AbortController().signal, progress: () => {},
  });
  const file = (name: string): string => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '');
  const stemOf = (stem?: string): string => stem ?? (lists[0] === '-' ? 'stdin' : Object.keys(files)[0] as string).replace(/\.\w+$/, '');
  const rows = (verdict: Verdict, stem?: string): Record<string, string>[] => records(file(`${stemOf(stem)}.${verdict}.csv`));
  return {
    ...result, folder, file, rows, stdout: Buffer.concat(printed).toString(),
    all: (stem) => (['cleaned', 'flagged', 'rejected'] as const).flatMap((verdict) => rows(verdict, stem)).sort((a, b) => Number(a['lc_line']) - Number(b['lc_line'])),
  };
}

/** CSV to objects; of columns with the same name the last wins. */
function records(text: string): Record<string, string>[] {
  const [header, ...rows] = parse(text) as string[][];
  return rows.map((cells) => Object.fromEntries((header as string[]).map((name, column) => [name, cells[column] as string])));
}
