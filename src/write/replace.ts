import { createHash } from 'node:crypto';
import { fstatSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { outputError } from '../errors.js';
import { VERDICTS, type Verdict } from '../types.js';
import type { OutputPaths } from './outputs.js';
import { writtenBefore } from './written.js';

/**
 * Refuses to replace files that leadclean did not write, or that somebody edited since: the reports beside them hold
 * the SHA-256 of each. The input is never written to, forced or not.
 */
export async function checkReplaceable(paths: OutputPaths, input: string, options: ReplaceOptions): Promise<void> {
  const sources = new Map<string | null, string>();
  for (const path of [input, ...options.lists, ...options.against, ...options.suppress]) sources.set(identity(path), path);
  const before = writtenBefore(paths);
  for (const path of filesOf(paths, options)) {
    const here = identity(path);
    if (here === null) continue;
    if (sources.has(here)) throw outputError(`${path} is the input itself: give another --out or --name`);
    if (statSync(path).isDirectory()) throw outputError(`${path} is a folder: move it away, or give another --out or --name`);
    if (options.force || before.reports.has(path)) continue;
    const known = before.files.get(basename(path))?.hashes;
    if (known === undefined) throw outputError(`${path} exists, and no report beside it says that leadclean wrote it: move it away, or replace it with --force`);
    if (!known.has(await sha256(path))) throw outputError(`${path} was edited since leadclean wrote it: move it away, or replace it with --force`);
  }
}

export interface ReplaceOptions {
  readonly force: boolean;
  readonly stdout?: Verdict | 'all';
  readonly changes: boolean;
  readonly report: readonly string[];
  /** What is read and never written to. */
  readonly lists: readonly string[];
  readonly against: readonly string[];
  readonly suppress: readonly string[];
}

/** The files a run will write. */
function filesOf(paths: OutputPaths, options: ReplaceOptions): string[] {
  const lists = VERDICTS.filter((verdict) => options.stdout !== 'all' && options.stdout !== verdict).map((verdict) => paths.lists[verdict]);
  return [...lists, ...(options.stdout === 'cleaned' || options.stdout === 'all' ? [] : paths.segments.values()), ...(options.changes ? [paths.changes] : []), ...paths.updates, ...(paths.matches === null ? [] : [paths.matches]), ...options.report.map((kind) => paths.report(kind))];
}

const CHUNK = 1 << 20;
const STANDARD_INPUT = 0;

/** Which file it is, whatever it is called; `-` is what standard input is read from. */
function identity(path: string): string | null {
  try {
    const found = path === '-' ? fstatSync(STANDARD_INPUT, { bigint: true }) : statSync(path, { bigint: true, throwIfNoEntry: false });
    return found === undefined ? null : `${found.dev}:${found.ino}`;
  } catch {
    return null;
  }
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path);
  try {
    const chunk = Buffer.allocUnsafe(Math.min((await file.stat()).size + 1, CHUNK));
    for (let read = 1; read > 0;) {
      ({ bytesRead: read } = await file.read(chunk));
      hash.update(chunk.subarray(0, read));
    }
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}
