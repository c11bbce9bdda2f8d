import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
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

/** As an editor does. */
const valid = new Ajv2020({ allErrors: true, allowMatchingProperties: true }).compile(JSON.parse(readFileSync('rules/schema.json', 'utf8')) as object);

test.each(await presets())('a standard validator finds %s valid', (name) => {
  valid(parse(readFileSync(`rules/${name}.yaml`, 'utf8')));
  expect(valid.errors).toBe(null);
});

test.each<[string, boolean]>([
  ['codes: { email/free: off, fit/enterprise: { points: 5 } }', true], ['findings: { fit/big: { when: "true", what: Big. } }', true], ['tiers: { lead: [fit/big] }', true], ['options: { email: { free: [{ list: a.txt }, b.de] } }', true],
  ['codes: { email: off }', false], ['codes: { email/free: { verdict: FLAG } }', false], ['codes: { email/free: { points: 5% } }', false], ['findings: { Big: { when: "true", what: Big. } }', false], ['findings: { fit/big: { what: Big. } }', false],
  ['verdicts: { flag_below: -5 }', false], ['options: { stale: { max_age: 3 } }', false], ['options: { missing: { required: email } }', false], ['score: { base: 101 }', false], ['scroe: {}', false], ['price: "0,35"', false],
])('a standard validator of %s: %s', (text, expected) => expect(valid(parse(text))).toBe(expected));
