import { foldedWords } from './fold.js';
import type { Words } from './words.js';

/**
 * Whether a name in a column that may hold people or companies is a company's (Art's Deli, Smith & Sons, Hotel 24,
 * Grill on the Alley) or a person's (one word of it is a given name); null when it shows neither.
 */
export function firmTeller({ nicknames, givenNames, companySuffixes }: Pick<Words, 'nicknames' | 'givenNames' | 'companySuffixes'>): (name: string) => boolean | null {
  const read = (entries: readonly string[]): Set<string> => new Set(entries.flatMap((entry) => foldedWords(entry).split(' ')));
  // Lists with first and last names in two columns never ask.
  let words: { readonly given: Set<string>; readonly suffixes: Set<string> } | undefined;
  return (name) => {
    const { given, suffixes } = words ??= { given: read([...nicknames, ...givenNames]), suffixes: read(companySuffixes.filter((entry) => /^\p{L}{3,}$/u.test(entry))) };
    if (SIGNS.test(name)) return true;
    const parts = foldedWords(name).split(' ');
    if (parts.some((part, i) => JOINTS.has(part) || (i > 0 && suffixes.has(part)))) return true;
    return parts.length > 1 && (given.has(parts[0]!) || given.has(parts.at(-1)!)) ? false : null;
  };
}

/** A possessive, an ampersand, a number: no part of a person's name. */
const SIGNS = /\p{L}['’]s\b|[&+@!]|\d/u;
/** Words that stand in names of shops and not in those of people. */
const JOINTS: ReadonlySet<string> = new Set(['the', 'on', 'at', 'and', 'of', 'in', 'for', 'und', 'et', 'chez']);
