import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { openRulesFile } from './file.js';
import type { Layer } from './load.js';

/** One value of the rules in effect and where it was said. */
export interface Setting {
  readonly keys: readonly string[];
  readonly value: unknown;
  /** `file:line`, of a preset `preset.yaml:line`. */
  readonly from: string;
}

/** Every value of the rules in effect, in the order of the default rules, each with the place that had the last word. */
export function settings(layers: readonly Layer[], cwd: string, shipped: string): readonly Setting[] {
  const places = layers.map((layer) => {
    const name = layer.path.startsWith(shipped) ? basename(layer.path) : relative(cwd, layer.path);
    const file = openRulesFile(readFileSync(layer.path, 'utf8'), name);
    return (keys: readonly string[]): string => file.place(keys).replace(/:\d+$/, '');
  });
  const found = new Map<string, Setting>();
  for (const [number, layer] of layers.entries())
    for (const [keys, value] of leaves(layer.value === undefined ? {} : written(layer.raw), [])) {
      if (keys[0] === 'name' || keys[0] === 'extends' || keys[0] === 'description' || keys[0] === 'examples') continue;
      // A value replaces whatever stood there or below it; the short form `code: off` is its verdict.
      for (const known of found.keys()) if (known.startsWith(`${keys.join('\u0000')}\u0000`)) found.delete(known);
      found.set(keys.join('\u0000'), { keys, value, from: places[number]!(keys) });
    }
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}

const SECTIONS = ['score', 'verdicts', 'currency', 'price', 'tiers', 'aliases', 'columns', 'reading', 'codes', 'findings', 'segments', 'options'];
const rank = ({ keys }: Setting): number => SECTIONS.indexOf(keys[0] ?? '');

/** `code: off` as `code: { verdict: off }`. */
function written(raw: object): object {
  const { codes } = raw as { codes?: Readonly<Record<string, unknown>> };
  if (codes === undefined) return raw;
  return { ...raw, codes: Object.fromEntries(Object.entries(codes).map(([code, price]) => [code, typeof price === 'string' ? { verdict: price } : price])) };
}

/** Values that are no mappings of mappings: references to files and lists are values. */
function leaves(value: unknown, keys: readonly string[]): (readonly [readonly string[], unknown])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[keys, value]];
  const entries = Object.entries(value);
  if (entries.length === 1 && (entries[0]![0] === 'list' || entries[0]![0] === 'data')) return [[keys, value]];
  return entries.flatMap(([key, inner]) => leaves(inner, [...keys, key]));
}
