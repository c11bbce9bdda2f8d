import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Complaint, usageError } from '../errors.js';
import type { WordList } from '../types.js';
import type { Wrong } from './file.js';
import { parseWords, readShipped, sha256, shippedFolder, shippedWords, type Parsed } from './shipped.js';
import { readUtf8 } from './text.js';

/** What was read for the sake of `{ list: … }` and `{ data: … }`, for the report and the fingerprint. */
export interface Reading { readonly lists: Map<string, WordList>; readonly hashes: string[] }
/** A reference that remembers which folder it is relative to; called when it has survived the merge. */
export type Reference = (reading: Reading) => Promise<unknown>;

/** Whether a value is `{ list: file }` or `{ data: file }`: to be read from that file. */
export const isReference = <K extends 'list' | 'data'>(value: unknown, key: K): value is Record<K, string> =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 1 && typeof (value as Record<string, unknown>)[key] === 'string';

/** Replaces each reference in `value` by a function that reads it, relative to `folder` or else to the package. */
export function placeReferences(value: unknown, folder: string): unknown {
  if (isReference(value, 'list')) return ((reading) => Promise.resolve(readWords(value.list, folder, reading))) satisfies Reference;
  if (isReference(value, 'data')) return ((reading) => readData(value.data, folder, reading)) satisfies Reference;
  if (Array.isArray(value)) return value.map((entry) => placeReferences(entry, folder));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, placeReferences(entry, folder)]));
}

/** The references in `value` to files that are neither beside the rules file nor in the package. */
export function lacking(value: unknown, folder: string, keys: readonly PropertyKey[]): readonly Wrong[] {
  for (const kind of ['list', 'data'] as const)
    if (isReference(value, kind)) return pathOf(value[kind], folder) !== undefined ? [] : [{ keys: [...keys, kind], message: `there is no file ${value[kind]}, neither beside this one nor among leadclean's own lists` }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => lacking(entry, folder, [...keys, Array.isArray(value) ? Number(key) : key]));
}

const pathOf = (name: string, folder: string): string | undefined =>
  [resolve(folder, name), resolve(shippedFolder(), name)].find((candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile() === true);

/** Calls the references left in `value` and puts what they read in their place; lists within a list are joined to it. */
export async function followReferences(value: unknown, reading: Reading): Promise<unknown> {
  if (typeof value === 'function') return (value as Reference)(reading);
  if (Array.isArray(value)) return (await Promise.all(value.map((entry) => followReferences(entry, reading)))).flat();
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(async ([key, entry]) => [key, await followReferences(entry, reading)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** A word list in UTF-8, beside the rules file or else in the package. */
function readWords(name: string, folder: string, reading: Reading): readonly string[] {
  const { version, entries, sha256 } = (isShipped(name, folder) ? shippedWords(name) : undefined) ?? parseWords(read(name, folder));
  reading.lists.set(name, { name, version, entries: entries.length });
  reading.hashes.push(sha256);
  return entries;
}

/** Whether a name stands for a file of the package: nothing beside the rules file is called so. */
const isShipped = (name: string, folder: string): boolean => folder === shippedFolder() || !existsSync(resolve(folder, name));

async function readData(name: string, folder: string, reading: Reading): Promise<unknown> {
  const shipped = isShipped(name, folder) ? await readShipped(name) : undefined;
  const { value, sha256: hash } = shipped ?? (await readOwnData(name, folder));
  reading.hashes.push(hash);
  return value;
}

async function readOwnData(name: string, folder: string): Promise<Parsed> {
  const text = read(name, folder);
  const { parse } = await import('yaml');
  try {
    return { value: parse(text) as unknown, sha256: sha256(text) };
  } catch (error) {
    throw usageError(`${name}: ${(error as Error).message}`);
  }
}

/** The text of a file beside the rules file or else in the package, without a byte order mark. */
function read(name: string, folder: string): string {
  const path = pathOf(name, folder);
  if (path === undefined) throw usageError(`${name}, which the rules name, was not found in ${folder}`);
  try {
    return readUtf8(path, name);
  } catch (error) {
    if (error instanceof Complaint) throw error;
    throw usageError(`${name}, which the rules name, cannot be read: ${(error as Error).message}`);
  }
}
