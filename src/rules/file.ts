import { isCollection, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document, Scalar } from 'yaml';
import type { z } from 'zod';
import { usageError } from '../errors.js';

/** A rules file as it was read: `value` is not validated yet. */
export interface RulesText {
  /** As it is called in messages. */
  readonly path: string;
  readonly value: unknown;
  /** `file:line:column` of the value (or key) at `keys`, or of a character of its text. */
  place(keys: readonly PropertyKey[], what?: 'key' | 'value', at?: number): string;
  offset(keys: readonly PropertyKey[], what?: 'key' | 'value', at?: number): number;
}

/** Something wrong with a rules file, at the value (or key) `keys` lead to; `at` is a character of that text. */
export interface Wrong { readonly keys: readonly PropertyKey[]; readonly message: string; readonly what?: 'key' | 'value'; readonly at?: number }

/** More would not be read. */
const MOST = 10;

/** Parses the YAML of a rules file. What is no YAML is a usage error that says file, line and column. */
export function openRulesFile(text: string, path: string): RulesText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const told = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${path}:${Math.max(1, line)}:${Math.max(1, col)}`;
  };
  if (document.errors.length > 0) throw usageError(document.errors.slice(0, MOST).map((error) => `${told(error.pos[0])}: ${inWords(error.message)}`).join('\n'));
  const offset: RulesText['offset'] = (keys, what = 'value', at) => (at === undefined ? offsetOf(document, keys, what) : offsetWithin(document, text, keys, at));
  return { path, value: document.toJS() ?? {}, offset, place: (keys, what, at) => told(offset(keys, what, at)) };
}

/** What the schema finds wrong with the file; empty when it fits. */
export function misfits(file: RulesText, schema: z.ZodType): readonly Wrong[] {
  const result = schema.safeParse(file.value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue): readonly Wrong[] => {
    if (issue.code !== 'unrecognized_keys') return [{ keys: issue.path, message: issue.message }];
    const messages = issue.message.split('\n');
    return issue.keys.map((key, at) => ({ keys: [...issue.path, key], what: 'key', message: messages[at]! }));
  });
}

/** Tells all that is wrong with a file at once, from top to bottom, as one usage error. */
export function refuse(file: RulesText, wrong: readonly Wrong[]): never {
  const told = wrong.map(({ keys, what, at, message }) => ({ offset: file.offset(keys, what, at), text: `${file.place(keys, what, at)}: ${message}` }));
  throw usageError(told.sort((a, b) => a.offset - b.offset).slice(0, MOST).map(({ text }) => text).join('\n'));
}

/** What the YAML parser says, where it can be said better. */
function inWords(message: string): string {
  if (message.includes('Map keys must be unique')) return 'this key was said before';
  if (message.includes('Tabs are not allowed') || message.includes('tab')) return 'a tab cannot indent here: use spaces';
  return message;
}

/** Where in the text the value (or key) at `keys` stands; the nearest thing around it when it is not written there. */
function offsetOf(document: Document, keys: readonly PropertyKey[], what: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const [depth, key] of keys.entries()) {
    if (!isCollection(node)) break;
    const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key)) : undefined;
    if (pair !== undefined && isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
    if (what === 'key' && depth === keys.length - 1) return offset;
    node = node.get(key, true);
    offset = rangeStart(node) ?? offset;
  }
  return keys.length === 0 ? rangeStart(node) ?? 0 : offset;
}
const rangeStart = (node: unknown): number | undefined =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? (node.range[0] as number) : undefined;

/** Where a character of a text stands in the file; where the text begins when it is written with escapes or folded. */
function offsetWithin(document: Document, source: string, keys: readonly PropertyKey[], at: number): number {
  const node = document.getIn(keys, true) as Scalar<string> | undefined;
  const start = node?.range?.[0] ?? offsetOf(document, keys, 'value');
  if (node === undefined || typeof node.value !== 'string') return start;
  if (node.type === 'BLOCK_LITERAL') {
    const row = node.value.slice(0, at).split('\n').length;
    const lines = source.slice(start).split('\n');
    const indent = /^ */.exec(lines[1] ?? '')?.[0].length ?? 0;
    return start + lines.slice(0, row).join('\n').length + 1 + indent + at - (node.value.lastIndexOf('\n', at - 1) + 1);
  }
  const opened = node.type === 'PLAIN' ? start : start + 1;
  return source.startsWith(node.value, opened) ? opened + at : start;
}
