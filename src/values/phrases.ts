import { isAscii, plain, plainWords } from './plain.js';
import { unspacedFinder } from './unspaced.js';

/** Beyond this a text is a document, not a remark. */
const LONGEST = 4000;

/**
 * Whether a text says one of `phrases`. Words are compared without case, accents and punctuation; an entry that starts
 * with `=` must be the whole text. A clause with a word of `negations` before the phrase (`did not reply`) does not
 * count, and a text with a phrase of `vetoes` anywhere counts not at all. Phrases of scripts that part no words (src/values/unspaced.ts)
 * are found within other text.
 */
export function phraseFinder(phrases: readonly string[], vetoes: readonly string[] = [], negations: readonly string[] = []): (text: string) => boolean {
  // Made ready when first asked: not every list has a column of notes with something in it, nor a text in other letters than Latin ones.
  let inAscii: Says | undefined, inAny: Says | undefined;
  const latin = (entries: readonly string[]): string[] => entries.filter((entry) => !OTHER_LETTERS.test(entry));
  return (text) => (isAscii(text) ? inAscii ??= finder(latin(phrases), latin(vetoes), latin(negations), never, never) : inAny ??= finder(phrases, vetoes, negations, unspacedFinder(phrases), unspacedFinder(vetoes)))(text);
}

/** Letters that `plain` makes no Latin ones of: đ, ə, Greek, Cyrillic, Arabic, Thai, Han. */
const OTHER_LETTERS = /[\u0110\u0111\u0250-\u02af\u0370-\u1dff\u1f00-\u1fff\u2e80-\uffff]/;

type Says = (text: string) => boolean;
const never: Says = () => false;

/** `inText`, `vetoedInText`: whether a text holds a phrase, or a veto, of a script that parts no words. */
function finder(phrases: readonly string[], vetoes: readonly string[], negations: readonly string[], inText: Says, vetoedInText: Says): Says {
  const wholes = new Set(phrases.filter((phrase) => phrase.startsWith('=')).map((phrase) => plainWords(phrase).join(' ')));
  const said = startingWith(phrases.filter((phrase) => !phrase.startsWith('=')));
  const vetoed = startingWith(vetoes);
  const negating = new Set(negations.map(plain));
  const says = (cut: string): boolean => {
    const words = wordsOf(cut);
    if (wholes.has(words.join(' '))) return true;
    if (place(words, vetoed) >= 0 || vetoedInText(cut)) return false;
    if (place(words, said) < 0) return inText(cut);
    return cut.split(CLAUSE).some((part) => {
      const clause = plainWords(part);
      const at = place(clause, said);
      return at >= 0 && !clause.some((word, index) => index < at && negating.has(word));
    });
  };
  return (text) => {
    const cut = text.length > LONGEST ? text.slice(0, LONGEST) : text;
    if (!(isAscii(cut) ? /[a-z][A-Z]/.test(cut) : CAMEL.test(cut))) return says(cut);
    // `ZoomInfo` is a word, `WebForm` is two: a veto in either reading holds.
    const lower = cut.toLowerCase();
    return place(plainWords(lower), vetoed) < 0 && place(plainWords(cut), vetoed) < 0 && (says(cut) || says(lower));
  };
}

let latest = '';
let latestWords: readonly string[] = [];

/** Several finders ask about the same note one after another. */
function wordsOf(text: string): readonly string[] {
  if (text !== latest) {
    latest = text;
    latestWords = plainWords(text);
  }
  return latestWords;
}

const CAMEL = /\p{Ll}\p{Lu}/u;

const CLAUSE = /[.,;!?:|()\n。、，；！？：（）]+/;

type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

function startingWith(phrases: readonly string[]): Phrases {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) {
    const words = plainWords(phrase);
    const first = words[0];
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  return byFirst;
}

/** Where the first of `phrases` stands in `words`, -1 if none does. */
function place(words: readonly string[], phrases: Phrases): number {
  for (let at = 0; at < words.length; at++) {
    const starting = phrases.get(words[at] as string);
    if (starting?.some((phrase) => phrase.every((word, index) => words[at + index] === word))) return at;
  }
  return -1;
}
