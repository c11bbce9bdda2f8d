import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ALL_CODES } from '../../src/checks/index.js';
import { loadRules } from '../../src/rules/load.js';
import { folder, run } from './run.js';

const here = folder();

test('what init writes is valid, is found, and changes nothing', async () => {
  expect(await run(['init'], { cwd: here.path })).toMatchObject({ exit: 0, err: '' });
  const ours = await loadRules([], here.path, ALL_CODES);
  const { name, sha256, from, ...same } = await loadRules(['default'], here.path, ALL_CODES);
  expect(ours).toMatchObject(same);
  expect([name, from]).toEqual(['default', ['default']]);
  expect([ours.name, ours.sha256 === sha256]).toEqual(['ours', false]);
});

test('what it offers in comments is valid too', async () => {
  const text = (await run(['init', '--preset', 'b2b', '--preset', 'gdpr', '--force'], { cwd: here.path }).then(() => readFileSync(join(here.path, 'leadclean.yaml'), 'utf8')));
  const [head = '', body = ''] = text.split(/(?=^name: )/m);
  const opened = body.replace(/^# (?=(?:codes|options|findings|segments):|  )/gm, '');
  writeFileSync(join(here.path, 'leadclean.yaml'), head + opened);
  const rules = await loadRules([], here.path, ALL_CODES);
  expect(rules.findings.map(({ code }) => code)).toContain('fit/enterprise');
  expect(rules.segments.map(({ name }) => name)).toEqual(['dach']);
  expect(rules.options['fit']).toMatchObject({ markets: ['DE', 'AT', 'CH'], industries: ['software', 'manufacturing'], competitors: ['rival.example', 'Rival Systems'] });
  expect(await run(['rules', 'test'], { cwd: here.path })).toMatchObject({ exit: 0 });
});

test('a file that is there is left alone, unless forced', async () => {
  const path = join(here.path, 'leadclean.yaml');
  writeFileSync(path, '# mine\n');
  expect(await run(['init'], { cwd: here.path })).toMatchObject({ exit: 4, out: '' });
  expect(readFileSync(path, 'utf8')).toBe('# mine\n');
  expect(await run(['init', '--force'], { cwd: here.path })).toMatchObject({ exit: 0 });
  expect(readFileSync(path, 'utf8')).not.toBe('# mine\n');
});
