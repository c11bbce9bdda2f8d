import { isCollection, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, ErrorCode, Scalar } from 'yaml';
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
  if (document.errors.length > 0) throw usageError(document.errors.slice(0, MOST).map((error) => `${told(error.pos[0])}: ${inWords(error.code, error.message)}`).join('\n'));
  const offset: RulesText['offset'] = (keys, what = 'value', at) => (at === undefined ? offsetOf(document, keys, what) : offsetWithin(document, text, keys, at));
  const loose = looseAlias(document);
  if (loose !== undefined) throw usageError(`${told(loose.offset)}: *${loose.name} stands for nothing: there is no &${loose.name} before it`);
  return { path, value: valueOf(document, path), offset, place: (keys, what, at) => told(offset(keys, what, at)) };
}

/** What the schema finds wrong with the file; empty when it fits. */
export function misfits(file: RulesText, schema: z.ZodType): readonly Wrong[] {
  const result = schema.safeParse(file.value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue): readonly Wrong[] => {
    if (issue.code !== 'unrecognized_keys') return [{ keys: issue.path, message: isMissing(file.value, issue.path) ? missing(issue.path, issue.message) : issue.message }];
    const messages = issue.message.split('\n');
    return issue.keys.map((key, at) => ({ keys: [...issue.path, key], what: 'key', message: messages[at]! }));
  });
}

const isMissing = (value: unknown, keys: readonly PropertyKey[]): boolean =>
  keys.length > 0 && keys.reduce<unknown>((at, key) => (at as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[key], value) === undefined;

/** A key that is not there cannot be pointed at, so it is named. */
const missing = (keys: readonly PropertyKey[], message: string): string => `"${String(keys.at(-1))}" is missing: ${message.replace(/, not nothing$/, '')}`;

/** Tells all that is wrong with a file at once, from top to bottom, as one usage error. */
export function refuse(file: RulesText, wrong: readonly Wrong[]): never {
  const told = wrong.map(({ keys, what, at, message }) => ({ offset: file.offset(keys, what, at), text: `${file.place(keys, what, at)}: ${message}` }));
  const inOrder = told.sort((a, b) => a.offset - b.offset).map(({ text }) => text);
  throw usageError([...new Set(inOrder)].slice(0, MOST).join('\n'));
}

/** What the YAML parser says, where it can be said better. */
function inWords(code: ErrorCode, message: string): string {
  if (message.includes('Tabs are not allowed') || message.includes('tab')) return 'a tab cannot indent here: use spaces';
  return IN_WORDS[code] ?? message;
}
const IN_WORDS: Partial<Record<ErrorCode, string>> = {
  DUPLICATE_KEY: 'this key was said before',
  MULTIPLE_DOCS: 'a second document begins here (---): a rules file is one',
  BLOCK_AS_IMPLICIT_KEY: 'a colon where a text goes on: put the whole text in single quotes',
  BAD_INDENT: 'this line begins at another column than the lines it belongs to',
  UNEXPECTED_TOKEN: 'the value has ended before this: put a text with quotes, colons or brackets in single quotes as a whole, and double quotes within',
};

/** An alias without an anchor: the parser tells only who asks for its value. */
function looseAlias(document: Document): { readonly offset: number; readonly name: string } | undefined {
  let found: { offset: number; name: string } | undefined;
  visit(document, {
    Alias(_, node) {
      if (node.resolve(document) !== undefined) return undefined;
      found = { offset: node.range?.[0] ?? 0, name: node.source };
      return visit.BREAK;
    },
  });
  return found;
}

function valueOf(document: Document, path: string): unknown {
  try {
    return document.toJS() ?? {};
  } catch (error) {
    throw usageError(`${path}:1:1: ${(error as Error).message}`); // aliases of aliases of aliases
  }
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
