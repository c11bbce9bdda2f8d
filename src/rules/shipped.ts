import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One YAML file read: `sha256` is that of its text. */
export interface Parsed { readonly value: unknown; readonly sha256: string }

/** Of a text in UTF-8, as 64 hexadecimal digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** One word list read: `sha256` is that of its text. */
export interface Words { readonly version: string; readonly entries: readonly string[]; readonly sha256: string }
/** As the build keeps it: many short texts would take longer to parse than one that is split. */
type KeptWords = Omit<Words, 'entries'> & { readonly entries: string };
/** Stands between the entries of a word list, and in none of them. */
const SEPARATOR = '\x7f';
export const keptWords = (words: Words): KeptWords => ({ ...words, entries: words.entries.join(SEPARATOR) });

/** What the build leaves beside the bundle, where reading JSON is ten times faster than loading a YAML parser. */
interface Built {
  readonly yaml: Readonly<Record<string, Parsed>>;
  /** Word lists of rules/words, as `words/roles.txt`. */
  readonly words: Readonly<Record<string, KeptWords>>;
  /** What was made of a YAML file, by its name. */
  readonly prepared: Readonly<Record<string, unknown>>;
}
const here = dirname(fileURLToPath(import.meta.url));
/** `default`: what a scan by the default rules reads. `others`: the other presets. */
const builts = new Map<string, Built | null>();
function built(part: 'default' | 'others'): Built | null {
  let read = builts.get(part);
  if (read === undefined) {
    const path = join(here, `${part}.json`);
    read = existsSync(path) ? JSON.parse(readFileSync(path, 'latin1')) as Built : null;
    builts.set(part, read);
  }
  return read;
}
/** Files read where there is no build: they are the same for every run of a process. */
const known = new Map<string, Parsed>();

/** The `rules` folder of the package: above `dist` when bundled, above `src` when not. */
export const shippedFolder = (): string => (folder ??= findFolder());
let folder: string | undefined;

function findFolder(): string {
  for (let folder = here; dirname(folder) !== folder; folder = dirname(folder))
    if (existsSync(join(folder, 'rules', 'default.yaml'))) return join(folder, 'rules');
  throw new Error(`the folder rules/ is missing above ${here}`);
}

/** A YAML file of the package, e.g. `fields.yaml`; `undefined` when there is none of that name. */
export async function readShipped(file: string): Promise<Parsed | undefined> {
  const compiled = built('default');
  if (compiled !== null) return compiled.yaml[file] ?? built('others')?.yaml[file];
  const before = known.get(file);
  if (before !== undefined) return before;
  const path = join(shippedFolder(), file);
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  const { parse } = await import('yaml');
  const parsed = { value: parse(text) as unknown, sha256: sha256(text) };
  known.set(file, parsed);
  return parsed;
}

/** A YAML file of the package as plain data: `loadData('fields.yaml')`. */
export async function loadData(name: string): Promise<unknown> {
  const parsed = await readShipped(name);
  if (parsed === undefined) throw new Error(`rules/${name} is missing from the package`);
  return parsed.value;
}

const prepared = new Map<string, unknown>();

/** What `prepare` makes of a YAML file of the package: plain data. The build has done it, where there is one. */
export async function loadPrepared<T>(name: string, prepare: (value: unknown) => T): Promise<T> {
  const made = built('default')?.prepared[name] ?? prepared.get(name) ?? prepare(await loadData(name));
  prepared.set(name, made);
  return made as T;
}

/** A word list of the package by its name, e.g. `words/roles.txt`, where the build has read it. */
export function shippedWords(name: string): Words | undefined {
  const kept = built('default')?.words[name];
  return kept && { ...kept, entries: kept.entries === '' ? [] : kept.entries.split(SEPARATOR) };
}

/** A word list: one entry a line, `#` starts a comment line, `# version:` says of what day it is. */
export function parseWords(text: string): Words {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const entries = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const version = lines.find((line) => line.startsWith('# version:'))?.slice('# version:'.length).trim() ?? '';
  return { version, entries, sha256: sha256(text) };
}

/** Names of the presets: the YAML files in `rules` that are rules, not data. */
export async function presets(): Promise<readonly string[]> {
  const names = readdirSync(shippedFolder()).filter((file) => file.endsWith('.yaml')).map((file) => file.slice(0, -5));
  const are = await Promise.all(names.map(async (name) => isRules((await readShipped(`${name}.yaml`))?.value, name)));
  return names.filter((_, at) => are[at]).sort();
}

/** A rules file of the package says its own name; data files do not. */
export const isRules = (value: unknown, name: string): boolean =>
  typeof value === 'object' && value !== null && 'name' in value && value.name === name;
