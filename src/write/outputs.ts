import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { rename, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { outputError, usageError } from '../errors.js';
import { VERDICTS, type Verdict } from '../types.js';
import { putChangesHeader } from './changes.js';
import type { Format } from './format.js';
import { putText } from './ink.js';
import { openFileSink, openNoSink, openStreamSink, type Sink } from './sink.js';

export interface OutputOptions {
  readonly out?: string;
  readonly name?: string;
  readonly stdout?: Verdict | 'all';
  readonly format: string;
  readonly changes: boolean;
  readonly annotations: boolean;
  readonly dryRun: boolean;
  /** Cleaned rows go into one file for each segment. */
  readonly split?: 'segment';
  /** Lists of people one already has, and whether what new rows know of them is written. */
  readonly against: readonly string[];
  readonly update: boolean;
  readonly matches?: string;
}

/** Names of all the files of one list. */
export interface OutputPaths {
  readonly lists: Readonly<Record<Verdict, string>>;
  /** Cleaned rows by segment, where they are split; the rest is in `lists.cleaned`. */
  readonly segments: ReadonlyMap<string, string>;
  readonly changes: string;
  /** What the list knows of the people in each list one already has. */
  readonly updates: readonly string[];
  /** The matches of all lists, with the last one; else null. */
  readonly matches: string | null;
  readonly report: (kind: string) => string;
}

/** `segments`: names of those the rules define. */
export function outputPaths(list: string, options: OutputOptions, segments: readonly string[]): OutputPaths {
  // Nobody can write beside what a shell hands over.
  const stem = join(options.out ?? (list === '-' || HANDED.test(list) ? '.' : dirname(list)), options.name ?? stemOf(list));
  const of = (verdict: Verdict): string => `${stem}.${verdict}.${options.format}`;
  return {
    lists: { cleaned: of('cleaned'), flagged: of('flagged'), rejected: of('rejected') },
    segments: new Map(options.split === undefined ? [] : segments.map((segment) => [segment, `${stem}.cleaned.${segment}.${options.format}`])),
    changes: `${stem}.changes.csv`,
    updates: !options.update ? [] : options.against.length === 1 ? [`${stem}.updates.csv`] : options.against.map((known) => `${stem}.updates.${stemOf(known)}.csv`),
    matches: null,
    report: (kind) => `${stem}.report.${kind}`,
  };
}

/** Two files of the same name would overwrite each other, also where one folder is called by two names. */
export function checkDistinct(lists: readonly string[], options: OutputOptions, segments: readonly string[]): void {
  const taken = new Map<string, string>();
  const take = (path: string, from: string): void => {
    const place = placeOf(path);
    const other = taken.get(place);
    if (other !== undefined) throw usageError(`${other} and ${from} would both be written to ${path}: scan them in separate runs or folders`);
    taken.set(place, from);
  };
  if (options.matches !== undefined) take(options.matches, 'the matches');
  for (const list of lists) {
    const { lists: own, segments: parts, changes, updates, report } = outputPaths(list, options, segments);
    for (const path of [...Object.values(own), ...parts.values(), changes, report('json'), report('md')]) take(path, list);
    for (const [at, path] of updates.entries()) take(path, `the updates of ${options.against[at]}`);
  }
}

/** What a shell hands over: `<(command)`, standard input as a file. */
const HANDED = /^\/(?:dev|proc\/self)\/(?:fd\/\d+|stdin)$/;

function placeOf(path: string): string {
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return resolve(path); // the folder is still to be made
  }
}

/** A file beside the lists. */
export async function openSide(path: string, { dryRun }: Pick<OutputOptions, 'dryRun'>): Promise<Sink> {
  if (dryRun) return openNoSink(path);
  makeFolder(dirname(path));
  return openFileSink(path);
}

function stemOf(list: string): string {
  if (list === '-') return 'stdin';
  const name = basename(list).replace(/\.gz$/i, '');
  return basename(name, extname(name));
}

export interface Outputs {
  readonly lists: Readonly<Record<Verdict, Sink>>;
  readonly segments: ReadonlyMap<string, Sink>;
  readonly changes: Sink | null;
}

/**
 * Opens the sinks of one list and writes their headers. With `stdout: 'all'` the three lists share one. The first list
 * writes the header on standard output for all of them.
 */
export async function openOutputs(paths: OutputPaths, format: Format, options: OutputOptions, stdout: Writable, isFirst: boolean): Promise<Outputs> {
  if (!options.dryRun) makeFolder(dirname(paths.lists.cleaned));
  const shared = options.stdout === undefined ? null : openStreamSink(stdout, '-');
  const open = (path: string): Promise<Sink> | Sink => (options.dryRun ? openNoSink(path) : openFileSink(path));
  const lists = {} as Record<Verdict, Sink>;
  const opened: Sink[] = [];
  try {
    for (const verdict of VERDICTS) {
      const toStdout = shared !== null && (options.stdout === 'all' || options.stdout === verdict);
      opened.push(lists[verdict] = toStdout ? shared : await open(paths.lists[verdict]));
    }
    const segments = new Map<string, Sink>();
    for (const [segment, path] of paths.segments) {
      const sink = lists.cleaned === shared ? shared : await open(path);
      segments.set(segment, sink);
      opened.push(sink);
    }
    const changes = options.changes ? await open(paths.changes) : null;
    const annotated = (sink: Sink): boolean => options.annotations || sink === lists.flagged || sink === lists.rejected;
    for (const sink of new Set(opened)) if (isFirst || sink !== shared) putText(sink.ink, format.header(annotated(sink)));
    if (changes !== null) putChangesHeader(changes.ink);
    return { lists, segments, changes };
  } catch (error) {
    await Promise.all(opened.map((sink) => sink.abandon()));
    throw error;
  }
}

/** The sinks without repetition, in the order cleaned, flagged, rejected, segments, changes. */
export function sinksOf(outputs: Outputs): Sink[] {
  return [...new Set([...VERDICTS.map((verdict) => outputs.lists[verdict]), ...outputs.segments.values(), ...(outputs.changes === null ? [] : [outputs.changes])])];
}

/**
 * When another leadclean wrote the same name while this one ran (two of them in one pipe, both reading standard
 * input), its file is kept beside under a number instead of being replaced. Returns the name it was given.
 */
export async function keepAside(path: string, since: Date): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  if (found === null || found.mtimeMs < since.getTime()) return null;
  const ending = extname(path);
  for (let number = 1; ; number++) {
    const aside = `${path.slice(0, -ending.length)}.${number}${ending}`;
    if (await stat(aside).catch(() => null) !== null) continue;
    await rename(path, aside);
    return aside;
  }
}

/** Folder by folder: in a file system that takes none (/proc) the recursive `mkdir` of Node tries for ever. */
function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let at = resolve(path); !isFolder(at); at = dirname(at)) missing.push(at);
  for (const folder of missing.reverse())
    try {
      mkdirSync(folder);
    } catch (error) {
      // Another run may have made it in the meantime.
      if (!isFolder(folder)) throw outputError(`cannot create the folder ${path}: ${(error as Error).message}`);
    }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}
