import { readFileSync } from 'node:fs';
import { search, type Likely, type Match } from '../../../src/duplicates/likely/find.js';
import type { Column } from '../../../src/duplicates/likely/kinds.js';
import type { Words } from '../../../src/duplicates/likely/words.js';
import { eachPair } from '../../../src/duplicates/pairs.js';
import { finished } from '../../finished.js';

const entries = (name: string): string[] =>
  readFileSync(new URL(`../../../rules/words/${name}.txt`, import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));

/** The word lists that come with the program. */
export const words: Words = {
  nicknames: entries('nicknames'), givenNames: entries('given-names'), familySpellings: entries('family-spellings'), companySuffixes: entries('company-suffixes'),
  streetWords: entries('street-words'), honorifics: entries('honorifics'), freeMail: entries('free-mail'),
};

/** A row of the list: its number and its texts, by column. */
interface Person { readonly row: number; readonly texts: readonly string[] }
type Found = Pick<Likely, 'likely' | 'same' | 'skipped'> & { readonly matches: readonly Match[] };

/** The likely duplicates of a list at hand, with all pairs of the groups. */
export function findLikely(columns: readonly Column[], people: Iterable<Person>): Found {
  const list = search(columns, words);
  for (const { row, texts } of people) list.add(row, texts);
  const { likely, same, skipped, tell } = finished(list.find());
  const matches: Match[] = [];
  for (const group of likely) eachPair(group, (a, b) => matches.push(tell(a, b)));
  return { likely, same, skipped, matches };
}
