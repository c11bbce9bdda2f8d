import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { usageError } from '../errors.js';
import type { Code, Rules } from '../types.js';
import { merge } from './merge.js';
import { didYouMean } from '../nearest.js';
import { followReferences, placeReferences } from './references.js';
import type { Reading } from './references.js';
import { isRules, presets, readShipped, sha256, shippedFolder } from './shipped.js';

export const RULES_FILE = 'leadclean.yaml';

export interface LoadedRules extends Rules {
  /** The presets and files that were named or found, in order; what they extend is not listed. */
  readonly from: readonly string[];
}

/** A rules file as data; references in it know their folder. */
interface Layer { readonly name: string; readonly value: object; readonly sha256: string }

/**
 * Reads and combines rules: `names` are presets or files, later ones win key by key over earlier ones and over what
 * they extend. Without names it is the nearest leadclean.yaml upward from `cwd`, else `default`.
 * Anything wrong is a usage error that says file, line and column.
 */
export async function loadRules(names: readonly string[], cwd: string, knownCodes: readonly Code[]): Promise<LoadedRules> {
  const from = names.length > 0 ? names : [findUpward(cwd) ?? 'default'];
  const base = await presetLayer('default');
  const layers = [base];
  const named: string[] = [];
  for (const name of from) {
    const chain = await layersOf(name, cwd, cwd, knownCodes, []);
    layers.push(...chain);
    named.push(chain.at(-1)!.name);
  }
  // `default` lies under everything; naming or extending it again must not undo what another file said.
  const used = [base, ...layers.filter((layer) => layer.sha256 !== base.sha256)];
  const merged = used.map((layer) => layer.value).reduce<unknown>(merge, {}) as Omit<Rules, 'name' | 'sha256' | 'lists'>;
  const reading: Reading = { lists: new Map(), hashes: used.map((layer) => layer.sha256) };
  const options = (await followReferences(merged.options, reading)) as Rules['options'];
  return {
    name: named.join(' + '), sha256: sha256([...reading.hashes].sort().join('\n')),
    score: merged.score, codes: merged.codes, options, tiers: merged.tiers, lists: [...reading.lists.values()],
    currency: merged.currency, price: merged.price, from,
  };
}

/** What `name` stands for, after what it extends. `folder` is what a path in it is relative to. */
async function layersOf(name: string, folder: string, cwd: string, codes: readonly Code[], within: readonly string[]): Promise<readonly Layer[]> {
  const path = resolve(folder, name);
  const isPath = /[/\\.]/.test(name);
  if (!isPath && !existsSync(path)) return [await presetLayer(name)];
  if (within.includes(path)) throw usageError(`${relative(cwd, path)} extends itself`);
  const { parseRulesFile } = await import('./file.js');
  const { rulesSchema } = await import('./schema.js');
  const text = readRulesFile(path, name);
  const defaults = (await readShipped('default.yaml'))?.value as { options: object };
  const value = parseRulesFile(text, relative(cwd, path), rulesSchema(codes, defaults.options));
  const layers: Layer[] = [];
  for (const parent of [value['extends'] ?? []].flat() as string[])
    layers.push(...(await layersOf(parent, dirname(path), cwd, codes, [...within, path])));
  const own = { ...value, options: placeReferences(value['options'] ?? {}, dirname(path)) };
  return [...layers, { name: (value['name'] as string | undefined) ?? basename(path), value: own, sha256: sha256(text) }];
}

/** Presets come with the package and were validated by its tests. */
async function presetLayer(name: string): Promise<Layer> {
  const parsed = await readShipped(`${name}.yaml`);
  if (parsed === undefined || !isRules(parsed.value, name)) {
    const known = await presets();
    throw usageError(`there is no rules file or preset "${name}"${didYouMean(name, known)}; presets are ${known.join(', ')}`);
  }
  const value = parsed.value as { options?: unknown };
  return { name, value: { ...value, options: placeReferences(value.options ?? {}, shippedFolder()) }, sha256: parsed.sha256 };
}

function readRulesFile(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw usageError(`rules file ${name} cannot be read: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is none' : (error as Error).message}`);
  }
}

function findUpward(cwd: string): string | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, RULES_FILE))) return join(folder, RULES_FILE);
    if (dirname(folder) === folder) return undefined;
  }
}
