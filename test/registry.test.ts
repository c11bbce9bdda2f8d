import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ALL_CODES, CHECKS, EXPLANATIONS } from '../src/checks/index.js';
import { scanCommand } from '../src/cli/scan.js';
import { loadRules } from '../src/rules/load.js';
import { loadData } from '../src/rules/shipped.js';

/** Codes and checks stand in five places; whoever adds one learns here which place is missing. */

const sorted = (names: Iterable<string>): string[] => [...names].sort();
const names = CHECKS.map((check) => check.name);

test('src/checks: one file for each check of the index', () => {
  const files = readdirSync('src/checks').filter((file) => file !== 'index.ts').map((file) => file.replace(/\.ts$/, ''));
  expect(sorted(files)).toEqual(sorted(names));
});

test('test/checks: one table for each check that looks at a lead', () => {
  const files = readdirSync('test/checks').map((file) => file.split('.')[0]!);
  const missing = CHECKS.filter((check) => check.scope === 'lead' && !files.includes(check.name)).map((check) => check.name);
  expect(missing).toEqual([]);
});

test('rules/default.yaml: a price for each code and no other', async () => {
  const { codes, options } = (await loadData('default.yaml')) as { codes: object; options: object };
  expect(sorted(Object.keys(codes))).toEqual(sorted(ALL_CODES));
  expect(Object.keys(options).filter((name) => !names.includes(name))).toEqual([]);
});

test('rules/default.yaml passes the validation users are held to', async () => {
  const rules = await loadRules(['rules/default.yaml'], process.cwd(), ALL_CODES);
  expect(rules.codes).toEqual((await loadRules(['default'], process.cwd(), ALL_CODES)).codes);
});

describe('README.md: the table of codes', () => {
  const section = /## Codes\n([^]*?)\n## /.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
  const listed = [...section.matchAll(/^\| `([a-z]+\/[a-z-]+)` \| ([a-z]+) \| (-?\d+) \|/gm)]
    .map((match) => [match[1]!, { verdict: match[2]!, points: Number(match[3]) }] as const);

  test('has each code and no other', () => {
    expect(sorted(listed.map(([code]) => code))).toEqual(sorted(ALL_CODES));
  });

  test('says the prices of the default rules', async () => {
    const { codes } = await loadRules(['default'], process.cwd(), ALL_CODES);
    expect(Object.fromEntries(listed)).toEqual(codes);
  });
});

test('README.md: the table of options has each option of scan and no other', () => {
  const section = /## Options of scan\n([^]*?)\n## /.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
  const listed = section.split('\n').flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/--[a-z][a-z-]+/g)].map((match) => match[0]));
  const { options } = scanCommand({ process, signal: new AbortController().signal, exit: 0 });
  expect(sorted(listed)).toEqual(sorted(options.map((option) => option.long ?? '')));
});

test('every code is kebab-case and says what, why and what to do in whole sentences', () => {
  const ragged = [...EXPLANATIONS].flatMap(([code, words]) => [code, words.what, words.why, words.do]
    .filter((text) => (text === code ? !/^[a-z]+\/[a-z]+(-[a-z]+)*$/.test(text) : !/^[\p{Lu}"“][^]{5,}[.!]$/u.test(text))).map((text) => `${code}: ${text}`));
  expect(ragged).toEqual([]);
});

test('tiers name codes there are', async () => {
  const { tiers } = await loadRules(['default'], process.cwd(), ALL_CODES);
  expect([...tiers.prospect, ...tiers.lead, ...tiers.qualified.of].filter((code) => !ALL_CODES.includes(code))).toEqual([]);
});
