import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ALL_CODES } from '../../src/checks/index.js';
import { tryExamples, type Example } from '../../src/cli/rules-test.js';
import { loadLayers, loadRules } from '../../src/rules/load.js';
import { presets } from '../../src/rules/shipped.js';

const TODAY = 20_778; // 2026-11-21
const names = await presets();

test('the presets there are', () => {
  expect(names).toEqual(['b2b', 'bought-list', 'crm-hygiene', 'default', 'gdpr', 'real-estate', 'retail', 'us']);
});

describe.each(names)('%s', (name) => {
  test('passes the validation users are held to', async () => {
    const own = await loadRules([`rules/${name}.yaml`], process.cwd(), ALL_CODES);
    expect(own.codes).toEqual((await loadRules([name], process.cwd(), ALL_CODES)).codes);
  });

  test('its examples pass', async () => {
    const { examples = [] } = (await loadLayers([name], process.cwd(), ALL_CODES)).layers.at(-1)!.raw as { examples?: readonly Example[] };
    expect(examples.length).toBeGreaterThan(3);
    const tried = await tryExamples(examples, await loadRules([name], process.cwd(), ALL_CODES), TODAY);
    expect(tried.filter(({ differs }) => differs.length > 0).map(({ example, differs }) => [example.name, differs])).toEqual([]);
  });

  test('says what it is for, and is marked by a list of at least 40 rows', () => {
    expect(readFileSync(`rules/${name}.yaml`, 'utf8')).toMatch(/^#/);
    expect(readFileSync(`fixtures/marked/${name}.csv`, 'utf8').trim().split('\n').length - 1).toBeGreaterThanOrEqual(40);
  });
});

test('presets combine: a regional one adds to the other and takes nothing away', async () => {
  const [alone, both] = await Promise.all([loadRules(['b2b'], process.cwd(), ALL_CODES), loadRules(['b2b', 'gdpr', 'us'], process.cwd(), ALL_CODES)]);
  expect(both.codes['fit/decision-maker']).toEqual(alone.codes['fit/decision-maker']);
  expect(both.codes['consent/missing']?.verdict).toBe('flag');
  expect(both.options['consent']?.['ask']).toEqual({ eu: true, uk: true, ch: true, us: true, ca: false, br: false });
  expect(both.findings.map(({ code }) => code)).toEqual([...alone.findings.map(({ code }) => code), 'gdpr/notice-due', 'gdpr/tps', 'us/registry']);
  expect(both.name).toBe('b2b + gdpr + us');
});
