import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

/** The rules of the house bite: each of these lines, put into that file, is a lint error. */
const FORBIDDEN: readonly (readonly [file: string, line: string, rule: string])[] = [
  ['src/types.ts', "import './errors.js';", 'no-restricted-imports'],
  ['src/checks/email.ts', "import 'node:fs';", 'no-restricted-imports'],
  ['src/checks/email.ts', "import './phone.js';", 'no-restricted-imports'],
  ['src/checks/email.ts', "import '../rules/load.js';", 'no-restricted-imports'],
  ['src/checks/email.ts', "import 'csv-parse';", 'no-restricted-imports'],
  ['src/checks/email.ts', "import type { List } from '../read/list.js'; export type L = List;", 'no-restricted-imports'],
  ['src/checks/email.ts', 'console.log(1);', 'no-restricted-globals'],
  ['src/checks/email.ts', 'process.exitCode = 1;', 'no-restricted-globals'],
  ['src/checks/email.ts', 'export const now = new Date();', 'no-restricted-syntax'],
  ['src/checks/email.ts', 'export const now = Date.now();', 'no-restricted-syntax'],
  ['src/checks/email.ts', "export const lazy = () => import('node:fs');", 'no-restricted-syntax'],
  ['src/values/date.ts', "import 'node:path';", 'no-restricted-imports'],
  ['src/values/date.ts', "import '../checks/email.js';", 'no-restricted-imports'],
  ['src/values/date.ts', "import '../clean.js';", 'no-restricted-imports'],
  ['src/values/phone/dial.ts', "import '../../clean.js';", 'no-restricted-imports'],
  ['src/duplicates/keys.ts', "import '../clean.js';", 'no-restricted-imports'],
  ['src/judge/judge.ts', "import '../rules/load.js';", 'no-restricted-imports'],
  ['src/judge/judge.ts', "import 'zod';", 'no-restricted-imports'],
  ['src/read/list.ts', "import '../checks/index.js';", 'no-restricted-imports'],
  ['src/read/list.ts', "import '../rules/load.js';", 'no-restricted-imports'],
  ['src/read/list.ts', "import '../write/sink.js';", 'no-restricted-imports'],
  ['src/write/sink.ts', "import '../read/list.js';", 'no-restricted-imports'],
  ['src/write/sink.ts', "import '../checks/index.js';", 'no-restricted-imports'],
  ['src/rules/load.ts', "import '../cli/main.js';", 'no-restricted-imports'],
  ['src/clean.ts', "import './cli/main.js';", 'no-restricted-imports'],
  ['src/clean.ts', "import 'chalk';", 'no-restricted-imports'],
  ['src/report/json.ts', "import 'cli-table3';", 'no-restricted-imports'],
  ['src/pool/worker.ts', "import '../cli/main.js';", 'no-restricted-imports'],
  ['src/pool/worker.ts', "import '../rules/load.js';", 'no-restricted-imports'],
  ['src/pool/worker.ts', "import '../clean.js';", 'no-restricted-imports'],
  ['src/columns/name.ts', "import 'yaml';", 'no-restricted-imports'],
  ['src/cli/main.ts', "import 'csv-parse';", 'no-restricted-imports'],
  ['src/cli/main.ts', "export const lazy = () => import('./summary.js');", 'no-restricted-syntax'],
  ['src/cli/main.ts', 'process.exit(1);', 'no-restricted-properties'],
  ['src/cli/main.ts', 'export default 1;', 'no-restricted-syntax'],
  ['src/clean.ts', "export * from './types.js';", 'no-restricted-syntax'],
];

const ALLOWED: readonly (readonly [file: string, line: string])[] = [
  ['src/checks/email.ts', "import '../types.js'; import '../values/domain.js';"],
  ['src/read/list.ts', "import 'node:fs/promises'; import './dialect.js'; import '../errors.js';"],
  ['src/rules/load.ts', "import 'yaml'; export const lazy = () => import('zod');"],
  ['src/cli/main.ts', "import 'commander'; import '../clean.js'; export const lazy = () => import('cli-table3'); console.log(new Date());"],
];

// Types are not needed here, and the files need not exist.
const eslint = new ESLint({ overrideConfig: { languageOptions: { parserOptions: { projectService: false } }, rules: { '@typescript-eslint/no-floating-promises': 'off', '@typescript-eslint/no-misused-promises': 'off' } } });
const rulesBroken = async (file: string, text: string): Promise<(string | null)[]> =>
  (await eslint.lintText(text, { filePath: file }))[0]!.messages.map((message) => message.ruleId ?? message.message);

describe('import boundaries', () => {
  test.each(FORBIDDEN)('%s may not say: %s', async (file, line, rule) => {
    expect(await rulesBroken(file, line)).toContain(rule);
  });

  test.each(ALLOWED)('%s may say: %s', async (file, line) => {
    expect(await rulesBroken(file, line)).toEqual([]);
  });
});

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => join('src', file));
const packagesOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^'.][^']*)'/g)].map((match) => match[1]!).filter((name) => /^[@a-z][\w./@-]*$/.test(name))
    .map((name) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/'));

test('every file is told what it may import', async () => {
  const untold = [];
  for (const file of sources) {
    const { rules } = (await eslint.calculateConfigForFile(file)) as { readonly rules: Readonly<Record<string, unknown>> };
    if (!('no-restricted-imports' in rules)) untold.push(file);
  }
  expect(untold).toEqual([]);
});

test('each package outside the command line and the rules is used in one file', () => {
  const users = new Map<string, string[]>();
  for (const file of sources.filter((each) => !/^src[/\\](?:cli|rules)[/\\]/.test(each)))
    for (const name of new Set(packagesOf(file))) users.set(name, [...(users.get(name) ?? []), file]);
  expect([...users].filter(([, files]) => files.length > 1)).toEqual([]);
});

test('every dependency is used, and every package used is a dependency', () => {
  const used = new Set(sources.flatMap(packagesOf));
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  expect([...used].sort()).toEqual(Object.keys(dependencies).sort());
});
