import { isCollection, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import { usageError } from '../errors.js';

/**
 * Reads a rules file a user wrote. Whatever is wrong with it is told at once, each line as `file:line:column: what`,
 * as a usage error. `path` is only for those lines.
 */
export function parseRulesFile(text: string, path: string, schema: z.ZodType): Readonly<Record<string, unknown>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  const broken = document.errors.map((error) => `${place(error.pos[0])}: ${error.message}`);
  if (broken.length > 0) throw usageError(broken.slice(0, 10).join('\n'));
  const value: unknown = document.toJS() ?? {};
  const result = schema.safeParse(value);
  if (result.success) return result.data as Record<string, unknown>;
  const wrong = result.error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ offset: offsetOf(document, issue.path), message: issue.message }];
    const messages = issue.message.split('\n');
    return issue.keys.map((key, at) => ({ offset: offsetOf(document, [...issue.path, key], 'key'), message: messages[at]! }));
  });
  wrong.sort((a, b) => a.offset - b.offset);
  throw usageError(wrong.slice(0, 10).map(({ offset, message }) => `${place(offset)}: ${message}`).join('\n'));
}

/** Where in the text the value (or key) at `path` stands; the nearest thing around it when it is not written there. */
function offsetOf(document: Document, path: readonly PropertyKey[], what: 'key' | 'value' = 'value'): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const [depth, key] of path.entries()) {
    if (!isCollection(node)) break;
    const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key)) : undefined;
    if (pair !== undefined && isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
    if (what === 'key' && depth === path.length - 1) return offset;
    node = node.get(key, true);
    offset = rangeStart(node) ?? offset;
  }
  return path.length === 0 ? rangeStart(node) ?? 0 : offset;
}
const rangeStart = (node: unknown): number | undefined =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? (node.range[0] as number) : undefined;
