import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nameColumns } from '../../src/columns/name.js';
import { words } from './shipped.js';

/** `# name` lines, each followed by one line of `header > field | header | …`. */
function tables(file: string): readonly { name: string; expected: readonly (readonly [string, string | null])[] }[] {
  const found: { name: string; expected: readonly (readonly [string, string | null])[] }[] = [];
  let name = '';
  for (const line of readFileSync(new URL(file, import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith('# ')) name = line.slice(2);
    else if (line !== '') found.push({ name, expected: line.split(' | ').map((cell) => { const [header = '', field] = cell.split(' > '); return [header, field ?? null]; }) });
  }
  return found;
}

describe.each(['./exports.txt', './more.txt', './vendors.txt', './world.txt'])('header rows in %s', (file) => {
  it.each(tables(file))('$name', ({ expected }) => {
    const header = expected.map(([name]) => name);
    const { columns } = nameColumns(header, [], words, new Map());
    expect(header.map((name, column) => `${name} > ${columns[column] ?? 'none'}`)).toEqual(expected.map(([name, field]) => `${name} > ${field ?? 'none'}`));
  });
});

/** `# language` lines, each followed by lines of `field: header, header`. */
function singles(file: string): readonly { language: string; field: string; headers: readonly string[] }[] {
  let language = '';
  return readFileSync(new URL(file, import.meta.url), 'utf8').split('\n').flatMap((line) => {
    if (line.startsWith('# ')) language = line.slice(2);
    const [field = '', headers] = line.split(': ');
    return line.startsWith('# ') || headers === undefined ? [] : [{ language, field, headers: headers.split(', ') }];
  });
}

it.each(singles('./singles.txt'))('$language: $field', ({ field, headers }) => {
  const named = headers.map((header) => [header, nameColumns([header], [], words, new Map()).columns[0] ?? 'none']);
  expect(named.filter(([, found]) => found !== field)).toEqual([]);
});
