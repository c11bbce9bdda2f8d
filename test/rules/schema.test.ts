import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { publishedSchema } from '../../src/rules/published.js';
import { loadData, presets } from '../../src/rules/shipped.js';

interface Schema {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly patternProperties?: object;
  readonly additionalProperties?: unknown;
  readonly anyOf?: readonly { readonly enum?: readonly string[] }[];
}
const { codes, options } = (await loadData('default.yaml')) as { codes: object; options: object };
const schema = publishedSchema(Object.keys(codes), options) as Schema;

// The build writes it.
test('rules/schema.json is the schema the loader holds files to', () => {
  expect(JSON.parse(readFileSync('rules/schema.json', 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
});

test('it names every key the presets use', async () => {
  for (const name of await presets()) {
    const value = parse(readFileSync(`rules/${name}.yaml`, 'utf8')) as object;
    expect(Object.keys(value).filter((key) => schema.properties[key] === undefined), name).toEqual([]);
  }
});

test('it refuses unknown keys and offers every code', () => {
  expect(schema.additionalProperties).toBe(false);
  expect(Object.keys(schema.properties['codes']!.properties)).toEqual(Object.keys(codes));
});
