import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One YAML file read: `sha256` is that of its text. */
export interface Parsed { readonly value: unknown; readonly sha256: string }

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const here = dirname(fileURLToPath(import.meta.url));
// The build leaves the parsed YAML beside the bundle: reading JSON is ten times faster than loading a YAML parser.
const compiledPath = join(here, 'rules.json');
let compiled: Readonly<Record<string, Parsed>> | undefined;
/** Files read where there is no build: they are the same for every run of a process. */
const known = new Map<string, Parsed>();

/** The `rules` folder of the package: above `dist` when bundled, above `src` when not. */
export function shippedFolder(): string {
  for (let folder = here; dirname(folder) !== folder; folder = dirname(folder))
    if (existsSync(join(folder, 'rules', 'default.yaml'))) return join(folder, 'rules');
  throw new Error(`the folder rules/ is missing above ${here}`);
}

/** A YAML file of the package, e.g. `fields.yaml`; `undefined` when there is none of that name. */
export async function readShipped(file: string): Promise<Parsed | undefined> {
  if (compiled === undefined && existsSync(compiledPath))
    compiled = JSON.parse(readFileSync(compiledPath, 'utf8')) as Record<string, Parsed>;
  if (compiled !== undefined) return compiled[file];
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

/** Names of the presets: the YAML files in `rules` that are rules, not data. */
export async function presets(): Promise<readonly string[]> {
  const names = readdirSync(shippedFolder()).filter((file) => file.endsWith('.yaml')).map((file) => file.slice(0, -5));
  const are = await Promise.all(names.map(async (name) => isRules((await readShipped(`${name}.yaml`))?.value, name)));
  return names.filter((_, at) => are[at]).sort();
}

/** A rules file of the package says its own name; data files do not. */
export const isRules = (value: unknown, name: string): boolean =>
  typeof value === 'object' && value !== null && 'name' in value && value.name === name;
