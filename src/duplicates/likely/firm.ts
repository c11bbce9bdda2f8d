import { foldedWords } from './fold.js';
import type { Words } from './words.js';

/**
 * Whether a name in a column that may hold people or companies is a company's (Art's Deli, Smith & Sons, Hotel 24,
 * Grill on the Alley) or a person's (one word of it is a given name); null when it shows neither.
 */
export function firmTeller({ nicknames, givenNames, companySuffixes }: Pick<Words, 'nicknames' | 'givenNames' | 'companySuffixes'>): (name: string) => boolean | null {
  const given = new Set([...nicknames, ...givenNames].flatMap((entry) => foldedWords(entry).split(' ')));
  const suffixes = new Set(companySuffixes.map(foldedWords).filter((entry) => !entry.includes(' ') && entry.length > 2));
  return (name) => {
    if (SIGNS.test(name)) return true;
    const words = foldedWords(name).split(' ');
    if (words.some((word, i) => JOINTS.has(word) || (i > 0 && suffixes.has(word)))) return true;
    return words.length > 1 && (given.has(words[0]!) || given.has(words.at(-1)!)) ? false : null;
  };
}

/** A possessive, an ampersand, a number: no part of a person's name. */
const SIGNS = /\p{L}['’]s\b|[&+@!]|\d/u;
/** Words that stand in names of shops and not in those of people. */
const JOINTS: ReadonlySet<string> = new Set(['the', 'on', 'at', 'and', 'of', 'in', 'for', 'und', 'et', 'chez']);
