import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Complaint, usageError } from '../errors.js';
import type { Code, Effect, Rules } from '../types.js';
import { didYouMean } from '../nearest.js';
import { misfits, openRulesFile, refuse } from './file.js';
import { merge } from './merge.js';
import { followReferences, lacking, placeReferences } from './references.js';
import type { Reading } from './references.js';
import { rulesSchema } from './schema.js';
import { senseless, thresholds, type RulesValue } from './sense.js';
import { isRules, presets, readShipped, sha256, shippedFolder } from './shipped.js';
import { readUtf8 } from './text.js';

export const RULES_FILE = 'leadclean.yaml';

export interface LoadedRules extends Rules {
  /** The presets and files that were named or found, in order; what they extend is not listed. */
  readonly from: readonly string[];
}

/** A rules file as data. `raw` is as it was written; in `value` references know their folder. */
export interface Layer {
  readonly name: string;
  /** Of the text; a preset's is in the package. */
  readonly path: string;
  readonly raw: RulesValue;
  readonly value: object;
  readonly sha256: string;
}

/**
 * Reads and combines rules: `names` are presets or files, later ones win key by key over earlier ones and over what
 * they extend. Without names it is the nearest leadclean.yaml upward from `cwd`, else `default`.
 * Anything wrong is a usage error that says file, line and column.
 */
export async function loadRules(names: readonly string[], cwd: string, knownCodes: readonly Code[]): Promise<LoadedRules> {
  const { from, named, layers } = await loadLayers(names, cwd, knownCodes);
  const merged = mergeLayers(layers);
  const wrong = thresholds(merged as RulesValue)[0];
  if (wrong !== undefined) throw usageError(`rules ${named.join(' + ')}: ${wrong.keys.join('.')}: ${wrong.message}`);
  const reading: Reading = { lists: new Map(), hashes: layers.map((layer) => layer.sha256) };
  const options = (await followReferences(merged.options, reading)) as Rules['options'];
  const findings = Object.entries(merged.findings ?? {}).map(([code, own]) => ({
    code: code as Code, when: own.when, what: own.what, why: own.why ?? 'The rules ask for it.', do: own.do ?? 'See the rules that define it.',
  }));
  const ownPrices = mapEntries(merged.findings ?? {}, ({ verdict = 'note', points = 0 }) => ({ verdict, points }));
  return {
    name: named.join(' + '), sha256: sha256([...reading.hashes].sort().join('\n')),
    score: merged.score, verdicts: merged.verdicts, codes: merge(ownPrices, merged.codes) as Rules['codes'], options, tiers: merged.tiers,
    findings, segments: Object.entries(merged.segments ?? {}).map(([name, when]) => ({ name, when })), aliases: merged.aliases ?? {}, columns: merged.columns ?? {}, reading: merged.reading ?? {},
    lists: [...reading.lists.values()], currency: merged.currency, price: merged.price, from,
  };
}

/** What the layers say together, references unread. */
export interface Merged extends Omit<Rules, 'name' | 'sha256' | 'lists' | 'findings' | 'segments'> {
  readonly findings?: Readonly<Record<string, { readonly when: string; readonly what: string; readonly why?: string; readonly do?: string; readonly verdict?: Effect; readonly points?: number }>>;
  readonly segments?: Readonly<Record<string, string>>;
}
const mergeLayers = (layers: readonly Layer[]): Merged => layers.map((layer) => layer.value).reduce<unknown>(merge, {}) as Merged;
const mapEntries = <V, T>(object: Readonly<Record<string, V>>, change: (value: V) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/** The rules files that `names` stand for, in the order in which they are laid on one another: `default` lies under everything. */
export async function loadLayers(names: readonly string[], cwd: string, knownCodes: readonly Code[]): Promise<{ readonly from: readonly string[]; readonly named: readonly string[]; readonly layers: readonly Layer[] }> {
  const from = names.length > 0 ? names : [findUpward(cwd) ?? 'default'];
  const base = await presetLayer('default');
  const layers: Layer[] = [];
  const named: string[] = [];
  for (const name of from) {
    const chain = await layersOf(name, cwd, { cwd, builtIn: knownCodes, before: layers, within: [], by: '' });
    layers.push(...chain);
    named.push(chain.at(-1)!.name);
  }
  // Naming or extending `default` again must not undo what another file said.
  return { from, named, layers: [base, ...layers.filter((layer) => layer.sha256 !== base.sha256)] };
}

interface Around { readonly cwd: string; readonly builtIn: readonly Code[]; readonly before: readonly Layer[]; readonly within: readonly string[]; /** `file:line:column: ` of the `extends` that names it. */ readonly by: string }

/** What `name` stands for, after what it extends. `folder` is what a path in it is relative to. */
async function layersOf(name: string, folder: string, around: Around): Promise<readonly Layer[]> {
  const path = resolve(folder, name);
  if (!/[/\\.]/.test(name) && !existsSync(path)) return withParents(await presetLayer(name, around.by), shippedFolder(), around, () => '');
  if (around.within.includes(path)) throw usageError(`${around.by}${relative(around.cwd, path)} extends itself${around.within.length > 1 ? `, by way of ${around.within.slice(1).map((each) => relative(around.cwd, each)).join(', ')}` : ''}`);
  const text = readRulesFile(path, name, around);
  const file = openRulesFile(text, relative(around.cwd, path));
  const raw = file.value as RulesValue;
  const own: Layer = {
    name: typeof (raw as { name?: unknown }).name === 'string' ? (raw as { name: string }).name : basename(path),
    path, raw, value: placed(raw, dirname(path)), sha256: sha256(text),
  };
  const layers = await withParents(own, dirname(path), { ...around, within: [...around.within, path] }, (at) => `${file.place(Array.isArray(raw.extends) ? ['extends', at] : ['extends'])}: `);
  const codes = new Set<string>([...around.builtIn, ...[...around.before, ...layers].flatMap(({ raw: { findings } }) => keysOf(findings))]);
  const defaults = (await readShipped('default.yaml'))?.value as { options: object };
  const wrong = misfits(file, rulesSchema([...codes], defaults.options));
  if (wrong.length > 0) refuse(file, wrong);
  const nonsense = [...senseless(raw, around.builtIn, codes), ...lacking(raw.options, dirname(path), ['options'])];
  if (nonsense.length > 0) refuse(file, nonsense);
  return layers;
}

/** A layer on top of those it extends. What is no text there is refused when the file itself is looked at. */
async function withParents(own: Layer, folder: string, around: Around, place: (at: number) => string): Promise<readonly Layer[]> {
  const layers: Layer[] = [];
  for (const [at, parent] of [own.raw.extends ?? []].flat().entries())
    if (typeof parent === 'string') layers.push(...(await layersOf(parent, folder, { ...around, before: [...around.before, ...layers], by: place(at) })));
  return [...layers, own];
}

/** Presets come with the package and were validated by its tests. */
async function presetLayer(name: string, by = ''): Promise<Layer> {
  const parsed = await readShipped(`${name}.yaml`);
  if (parsed === undefined || !isRules(parsed.value, name)) {
    const known = await presets();
    throw usageError(`${by}there is no rules file or preset "${name}"${didYouMean(name, known)}; presets are ${known.join(', ')}`);
  }
  const raw = parsed.value as RulesValue;
  return { name, path: join(shippedFolder(), `${name}.yaml`), raw, value: placed(raw, shippedFolder()), sha256: parsed.sha256 };
}

/** `code: off` written out, and the folder noted with each reference to a file. */
function placed(raw: RulesValue, folder: string): object {
  if (typeof raw !== 'object') return {};
  const { codes } = raw as { codes?: Readonly<Record<string, unknown>> };
  const prices = typeof codes === 'object' && codes !== null ? { codes: mapEntries(codes, (price) => (typeof price === 'string' ? { verdict: price } : price)) } : {};
  return { ...raw, ...prices, options: placeReferences(raw.options ?? {}, folder) };
}

const keysOf = (value: unknown): readonly string[] => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []);

function readRulesFile(path: string, name: string, { cwd, by }: Around): string {
  try {
    return readUtf8(path, relative(cwd, path));
  } catch (error) {
    if (error instanceof Complaint) throw error;
    throw usageError(`${by}rules file ${name} cannot be read: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is none' : (error as Error).message}`);
  }
}

/** The nearest leadclean.yaml, from `cwd` upward. */
export function findUpward(cwd: string): string | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, RULES_FILE))) return join(folder, RULES_FILE);
    if (dirname(folder) === folder) return undefined;
  }
}
