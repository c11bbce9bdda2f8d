import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { fieldTables, fieldWords } from '../../src/columns/fields.js';

/** rules/fields.yaml as the program reads it. */
export const words = fieldWords(fieldTables(parse(readFileSync(new URL('../../rules/fields.yaml', import.meta.url), 'utf8'))));
