import { expect, it } from 'vitest';
import { fieldTables, fieldWords } from '../../src/columns/fields.js';

const file = {
  exact: { id: ['leid'] }, words: { email: ['e-mail'], value: ['value'] }, filler: [['the']], other: [['owner']],
  readings: { email: ['email [value]'] }, weak: {}, ifvalues: {}, slips: [], whose: [], tolerant: [], strict: [], several: ['email'], ties: [],
  values: { persons: [], salutations: [], booleans: [], subscription: [], unsubscribed: [], results: [], legal_forms: [], job_words: [], given_names: [] },
};

it('indexes phrases as headers are read', () => expect(fieldWords(fieldTables(file)).phrases.get('e mail')).toBe('email'));

it.each<[string, unknown, string]>([
  ['nothing', undefined, 'fields.yaml'],
  ['a list', [], 'fields.yaml'],
  ['an unknown key', { ...file, reading: {} }, '"readings"'],
  ['an unknown field', { ...file, readings: { emial: ['email'] } }, '"email"'],
  ['an unknown concept', { ...file, readings: { email: ['emial'] } }, '"email"'],
  ['a reading of nothing', { ...file, readings: { email: ['[value]'] } }, 'readings.email'],
  ['an unquoted boolean', { ...file, words: { email: [true] } }, 'words.email'],
  ['a missing section', { ...file, words: undefined }, 'words'],
  ['a missing list of values', { ...file, values: {} }, 'values.persons'],
])('refuses %s', (_, value, named) => expect(() => fieldTables(value)).toThrow(named));
