import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Complaint } from '../../src/errors.js';
import { loadRules } from '../../src/rules/load.js';
import { loadData } from '../../src/rules/shipped.js';
import type { Code } from '../../src/types.js';

const ALL_CODES = Object.keys((await loadData('default.yaml') as { codes: object }).codes) as Code[];

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'leadclean-rules-')); });
afterEach(() => { rmSync(folder, { recursive: true }); });

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
const load = (...names: string[]) => loadRules(names, folder, ALL_CODES);

describe('which rules are used', () => {
  test('none named and none found: default', async () => {
    const rules = await load();
    expect(rules).toMatchObject({ name: 'default', from: ['default'], score: { base: 60 } });
    expect(rules.codes['missing/contact']).toEqual({ verdict: 'reject', points: -40 });
  });

  test('the nearest leadclean.yaml upward, on top of default', async () => {
    write({ 'leadclean.yaml': 'name: ours\nscore: { base: 50 }\ncodes: { email/role: { points: -1 } }', 'a/b/x.txt': '' });
    const rules = await loadRules([], join(folder, 'a', 'b'), ALL_CODES);
    expect(rules).toMatchObject({ name: 'ours', score: { base: 50 } });
    expect(rules.codes['email/role']).toEqual({ verdict: 'flag', points: -1 });
    expect(rules.codes['missing/contact']).toEqual({ verdict: 'reject', points: -40 });
  });

  test('later files win per key; naming default again undoes nothing', async () => {
    write({ 'a.yaml': 'codes: { email/role: off, email/free: flag }', 'b.yaml': 'extends: [default]\ncodes: { email/role: { verdict: reject } }' });
    const rules = await load('a.yaml', 'b.yaml', 'default');
    expect(rules.name).toBe('a.yaml + b.yaml + default');
    expect([rules.codes['email/role'], rules.codes['email/free']]).toEqual([{ verdict: 'reject', points: -15 }, { verdict: 'flag', points: 0 }]);
  });

  test('extends is relative to the file that says it', async () => {
    write({ 'team/base.yaml': 'price: 0.5', 'team/ours.yaml': 'extends: base.yaml\ncurrency: USD' });
    expect(await load('team/ours.yaml')).toMatchObject({ price: 0.5, currency: 'USD' });
  });

  test('word lists: relative to the file, without comments, reported with version and size', async () => {
    write({
      'rules/mine.txt': '\ufeff# source: us\n# version: 2026-01-02\n\nalpha\n  beta \n',
      'rules/ours.yaml': 'options: { missing: { recommended: [title, { list: mine.txt }] } }',
    });
    const rules = await load('rules/ours.yaml');
    expect(rules.options['missing']).toMatchObject({ recommended: ['title', 'alpha', 'beta'] });
    expect(rules.lists).toContainEqual({ name: 'mine.txt', version: '2026-01-02', entries: 2 });
  });

  test('an empty file changes nothing', async () => {
    write({ 'empty.yaml': '# nothing yet\n' });
    expect((await load('empty.yaml')).codes).toEqual((await load('default')).codes);
  });

  test('the fingerprint changes with any file read', async () => {
    write({ 'a.yaml': 'options: { missing: { required: { list: words.txt } } }', 'words.txt': 'email\n' });
    const before = (await load('a.yaml')).sha256;
    expect((await load('a.yaml')).sha256).toBe(before);
    write({ 'words.txt': 'email\nphone\n' });
    expect((await load('a.yaml')).sha256).not.toBe(before);
  });
});

describe('broken rules: exit 2, the place, and what was meant', () => {
  const broken: readonly (readonly [what: string, text: string, place: string, ...says: string[]])[] = [
    ['unknown key', 'name: x\nscroe:\n  base: 1', '2:1', 'scroe', '"score"'],
    ['unknown nested key', 'score: { basis: 1 }', '1:10', 'basis', '"base"'],
    ['unknown code', 'codes:\n  email/typos: off', '2:3', 'email/typos', '"email/typo"'],
    ['unknown code, problem only', 'codes:\n  disposable: off', '2:3', '"email/disposable"'],
    ['unknown key of a code', 'codes:\n  email/typo: { point: 3 }', '2:17', '"points"'],
    ['bad verdict', 'codes:\n  email/typo: { verdict: rejct }', '2:26', 'rejct', '"reject"'],
    ['bad verdict, short form', 'codes:\n  email/typo: regect', '2:15', '"reject"'],
    ['verdict of another language', 'codes:\n  email/typo: zzzzzz', '2:15', 'reject, flag, note, off'],
    ['points as text', 'codes:\n  email/typo: { points: lots }', '2:25', 'whole number'],
    ['points too many', 'codes:\n  email/typo: { points: -1000 }', '2:25', '-100'],
    ['points broken', 'codes:\n  email/typo: { points: 1.5 }', '2:25', 'whole number'],
    ['base as text', 'score:\n  base: high', '2:9', 'whole number'],
    ['codes as a list', 'codes:\n  - email/typo', '2:3', 'keys and values'],
    ['unknown code in tiers', 'tiers:\n  prospect: [intent/inbond]', '2:14', '"intent/inbound"'],
    ['unknown check', 'options:\n  stael: {}', '2:3', '"stale"'],
    ['unknown option', 'options:\n  stale: { max_age: 3 }', '2:12', '"max_age_days"'],
    ['wrong kind of option', 'options:\n  stale:\n    max_age_days: long', '3:19', 'number'],
    ['negative option', 'options:\n  stale:\n    max_age_days: -3', '3:19', 'at least 0'],
    ['option not a list', 'options:\n  missing:\n    required: email', '3:15', 'list'],
    ['price as text', 'price: cheap', '1:8', 'price'],
    ['extends a number', 'extends: 3', '1:10', 'preset'],
    ['not YAML', 'codes: [email/typo', '1:19'],
    ['a key twice', 'name: a\nname: b', '2:1'],
    ['a text instead of rules', 'just words', '1:1', 'keys and values'],
  ];
  test.each(broken)('%s', async (_, text, place, ...says) => {
    write({ 'r.yaml': text });
    const error = await load('r.yaml').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Complaint);
    const { exit, message } = error as Complaint;
    expect(exit).toBe(2);
    expect(message.split(': ')[0]).toBe(`r.yaml:${place}`);
    for (const word of says) expect(message).toContain(word);
  });

  test('all that is wrong is told at once, in the order of the file', async () => {
    write({ 'r.yaml': 'codes:\n  email/typoo: off\nscore: { base: 200 }\nnmae: x\n' });
    const { message } = (await load('r.yaml').catch((thrown: unknown) => thrown)) as Complaint;
    expect(message.split('\n').map((line) => line.split(': ')[0])).toEqual(['r.yaml:2:3', 'r.yaml:3:16', 'r.yaml:4:1']);
  });

  test.each([
    ['no such file', ['nowhere.yaml'], 'nowhere.yaml'],
    ['no such preset', ['defualt'], '"default"'],
    ['data is not a preset', ['fields'], 'fields'],
    ['extends itself', ['loop.yaml'], 'loop.yaml'],
    ['no such word list', ['list.yaml'], 'none.txt'],
    ['a word list that is a folder', ['folder.yaml'], 'sub'],
    ['data that is no YAML', ['data.yaml'], 'broken.yaml'],
    ['rules that are a folder', ['./sub'], './sub'],
  ])('%s', async (_, names, says) => {
    write({
      'loop.yaml': 'extends: loop.yaml', 'list.yaml': 'options: { missing: { required: { list: none.txt } } }',
      'folder.yaml': 'options: { missing: { required: { list: sub } } }', 'sub/x.txt': '',
      'data.yaml': 'options: { fit: { titles: { data: broken.yaml } } }', 'broken.yaml': 'a: [1',
    });
    const error = await load(...names).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ exit: 2 });
    expect((error as Complaint).message).toContain(says);
  });
});
