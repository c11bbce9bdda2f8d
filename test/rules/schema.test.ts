import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ALL_CODES } from '../../src/checks/index.js';
import { publishedSchema } from '../../src/rules/published.js';
import { loadData, presets } from '../../src/rules/shipped.js';

interface Schema {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly patternProperties?: object;
  readonly additionalProperties?: unknown;
  readonly anyOf?: readonly { readonly enum?: readonly string[] }[];
}
const { options } = (await loadData('default.yaml')) as { options: object };
const schema = publishedSchema(ALL_CODES, options) as Schema;

// To write it anew after a change of the schema: npx vitest run test/rules/schema.test.ts -u
test('rules/schema.json is the schema the loader holds files to', async () => {
  await expect(`${JSON.stringify(schema, null, 1)}\n`).toMatchFileSnapshot('../../rules/schema.json');
});

test('it names every key the presets use', async () => {
  for (const name of await presets()) {
    const value = parse(readFileSync(`rules/${name}.yaml`, 'utf8')) as object;
    expect(Object.keys(value).filter((key) => schema.properties[key] === undefined), name).toEqual([]);
  }
});

test('it refuses unknown keys and offers every code', () => {
  expect(schema.additionalProperties).toBe(false);
  expect(Object.keys(schema.properties['codes']!.properties)).toEqual(ALL_CODES);
});
