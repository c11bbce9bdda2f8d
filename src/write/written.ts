import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { OutputPaths } from './outputs.js';

/** A file and the SHA-256 it was written with. */
export interface WrittenFile { readonly path: string; readonly sha256: string }

/** What the reports of earlier runs say of the files beside them. */
export interface Written {
  /** By file name: folders may have been moved together with their reports. */
  readonly files: ReadonlyMap<string, { readonly path: string; readonly hashes: ReadonlySet<string> }>;
  /** The reports that are leadclean's own and of which nothing else tells the SHA-256. */
  readonly reports: ReadonlySet<string>;
}

export function writtenBefore(paths: Pick<OutputPaths, 'report'>): Written {
  const [json, md] = [paths.report('json'), paths.report('md')];
  const [ofJson, ofMd] = [readReport(json, inJson), readReport(md, inMarkdown)];
  const files = new Map<string, { path: string; hashes: Set<string> }>();
  for (const { path, sha256 } of [...ofJson ?? [], ...ofMd ?? []]) {
    const file = files.get(basename(path)) ?? { path, hashes: new Set() };
    files.set(basename(path), { path, hashes: file.hashes.add(sha256) });
  }
  return { files, reports: new Set([...(ofJson === null ? [] : [json]), ...(ofMd === null || files.has(basename(md)) ? [] : [md])]) };
}

/** The files of earlier runs that are still there and that this run, which writes `now`, leaves alone. */
export function leftAlone(paths: Pick<OutputPaths, 'report'>, now: readonly string[]): WrittenFile[] {
  const names = new Set(now.map((path) => basename(path)));
  const here = (path: string): string => join(dirname(paths.report('json')), basename(path));
  return [...writtenBefore(paths).files].flatMap(([name, { path, hashes }]) =>
    names.has(name) || !(existsSync(here(path)) || existsSync(path)) ? [] : [...hashes].map((sha256) => ({ path, sha256 })));
}

/** What the report at `path` says of files, null if there is no such report. */
function readReport(path: string, read: (text: string) => readonly WrittenFile[] | null): readonly WrittenFile[] | null {
  try {
    return read(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function inJson(text: string): readonly WrittenFile[] | null {
  const report = JSON.parse(text) as { tool?: { name?: string }; outputs?: readonly WrittenFile[]; earlier?: readonly WrittenFile[] };
  return report.tool?.name === 'leadclean' ? [...report.earlier ?? [], ...report.outputs ?? []] : null;
}

/** The rows of its tables of files: `| path | rows | SHA-256 |`, of earlier runs without the number of rows. */
function inMarkdown(text: string): readonly WrittenFile[] | null {
  const unescape = (path: string): string => path.replace(/\\(.)/g, '$1').replaceAll('&lt;', '<');
  const rows = [...text.matchAll(/^\| (.+?)(?: \| \d+)? \| ([0-9a-f]{64}) \|$/gm)];
  return rows.length === 0 ? null : rows.map(([, path = '', sha256 = '']) => ({ path: unescape(path), sha256 }));
}
