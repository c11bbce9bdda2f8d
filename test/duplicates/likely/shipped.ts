import { readFileSync } from 'node:fs';
import type { Words } from '../../../src/duplicates/likely/words.js';

const entries = (name: string): string[] =>
  readFileSync(new URL(`../../../rules/words/${name}.txt`, import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));

/** The word lists that come with the program. */
export const words: Words = {
  nicknames: entries('nicknames'), givenNames: entries('given-names'), companySuffixes: entries('company-suffixes'),
  streetWords: entries('street-words'), honorifics: entries('honorifics'),
};
