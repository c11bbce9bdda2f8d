// What bench/recall.js needs of the program, in one place for the bundler.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { fieldTables, fieldWords } from '../src/columns/fields.js';
import { nameColumns } from '../src/columns/name.js';
import type { Kind } from '../src/duplicates/likely/kinds.js';
import type { Field } from '../src/types.js';

export { search } from '../src/duplicates/likely/find.js';
export { eachPair } from '../src/duplicates/pairs.js';
export { inferKind } from '../src/duplicates/likely/kinds.js';

/** The kind of each field the model compares. */
const KINDS: Partial<Record<Field, Kind>> = {
  first_name: 'given', last_name: 'family', full_name: 'full', email: 'email', phone: 'phone', company: 'company', website: 'website',
  street: 'street', city: 'city', postal_code: 'postal', state: 'state', country: 'country',
};

/** The kind of each column of a list, undefined where it does not take part. */
export function kindsOf(header: readonly string[], sample: readonly (readonly string[])[], fieldsFile: string, map: ReadonlyMap<Field, readonly string[]>): (Kind | undefined)[] {
  const words = fieldWords(fieldTables(parse(readFileSync(fieldsFile, 'utf8'))));
  return nameColumns(header, sample, words, map).columns.map((field) => (field === null ? undefined : KINDS[field]));
}
