import { memo } from './memo.js';
import { plain, plainWords } from './plain.js';

/** From those who decide alone to those who have no job; `none` also when the text is no title at all. */
export const LEVELS = ['owner', 'vp', 'director', 'manager', 'staff', 'junior', 'none'] as const;
export type Level = (typeof LEVELS)[number];

/** rules/titles.yaml, where each key is explained. */
export interface TitleWords {
  readonly levels: Readonly<Record<Level, readonly string[]>>;
  readonly stems: Readonly<Record<Level, readonly string[]>>;
  readonly deputy: readonly string[];
  readonly former: readonly string[];
  readonly former_after: readonly string[];
  readonly lowering: readonly string[];
  readonly prefixes: readonly string[];
  readonly serving: readonly string[];
  readonly address: readonly string[];
  readonly links: readonly string[];
  readonly employer: readonly string[];
  readonly ands: readonly string[];
}

/**
 * A reader of job titles. Several titles in one text (`Co-Founder & CTO`) count as the highest; of words within one, the
 * last known one before a link says the level (`CEO's assistant`, `assistant to the CEO`, `director of sales`); what
 * somebody once was is no level (`former CEO`). Any other text with letters in it is staff.
 */
export function titleReader(words: TitleWords): (text: string) => Level {
  const phrases = new Map<string, Level>();
  for (const level of LEVELS) for (const phrase of words.levels[level]) phrases.set(phrase, level);
  const longest = Math.max(...[...phrases.keys()].map((phrase) => phrase.split(' ').length));
  const stems = LEVELS.flatMap((level) => words.stems[level].map((stem) => [stem, level] as const));
  const is = {
    deputy: new Set(words.deputy), former: new Set(words.former), formerAfter: new Set(words.former_after), lowering: new Set(words.lowering),
    serving: new Set(words.serving), address: new Set(words.address), link: new Set(words.links), employer: new Set(words.employer), and: new Set(words.ands),
  };

  /** The level of a word joined of several: the part that ends last decides, of those the longest. */
  const compound = (word: string): Level | undefined => {
    let found: Level | undefined, end = 0, length = 0;
    for (const [stem, level] of stems) {
      const at = word.lastIndexOf(stem);
      if (at < 0 || at + stem.length < end) continue;
      if (at + stem.length === end && stem.length <= length) continue;
      found = level; end = at + stem.length; length = stem.length;
    }
    return found;
  };

  /** Takes `vicepresidente` apart where what is left is a known word. */
  const apart = (word: string): readonly string[] => {
    if (phrases.has(word)) return [word];
    const prefix = words.prefixes.find((each) => word.startsWith(each) && word.length > each.length + 3 && phrases.has(word.slice(each.length)));
    return prefix === undefined ? [word] : [prefix, word.slice(prefix.length)];
  };

  /** The level of one title; undefined when no word of it is known. `serves`: the title is that of somebody's help. */
  const levelOf = (title: readonly string[]): { level: Level | undefined; serves: boolean } => {
    let level: Level | undefined, isDeputy = false, isLower = false, at = 0;
    if (is.former.has(title[0] ?? '')) return { level: 'none', serves: true };
    for (; at < title.length; at++) {
      const word = title[at] as string;
      let taken = Math.min(longest, title.length - at);
      while (taken > 1 && !phrases.has(title.slice(at, at + taken).join(' '))) taken--;
      const phrase = taken > 1 ? title.slice(at, at + taken).join(' ') : word;
      if (taken === 1 && is.link.has(word) && at > 0) break;
      if (taken === 1 && is.employer.has(word)) break;
      if (is.formerAfter.has(phrase) && level !== undefined) return { level: 'none', serves: false };
      if (taken === 1 && is.deputy.has(word)) isDeputy = true;
      else if (taken === 1 && is.lowering.has(word)) isLower = true;
      else if (word === 'lead') level = at > 0 && at === title.length - 1 ? 'manager' : level;
      else level = phrases.get(phrase) ?? compound(word) ?? level;
      at += taken - 1;
      if (is.serving.has(word)) return { level: 'staff', serves: true };
    }
    if (isDeputy && level === 'owner') level = 'vp';
    if (isLower && (level === undefined || LEVELS.indexOf(level) < LEVELS.indexOf('staff'))) level = 'staff';
    return { level, serves: level === 'staff' && at < title.length };
  };

  return memo((text) => {
    let best: Level | undefined;
    for (const part of titles(text.slice(0, LONGEST))) {
      let skip = false;
      for (const title of split(part, is.and)) {
        if (skip) break;
        const { level, serves } = levelOf(title.flatMap(apart));
        if (level !== undefined && (best === undefined || LEVELS.indexOf(level) < LEVELS.indexOf(best))) best = level;
        skip = serves; // `EA to the CEO and founder` is neither
      }
    }
    return best ?? (plainWords(text).some((word) => /\p{L}/u.test(word) && !is.address.has(word)) ? 'staff' : 'none');
  });
}

/** What is longer is a life story. */
const LONGEST = 200;

/** The parts of a text that are titles of their own, as plain words. */
function titles(text: string): string[] {
  return plain(text)
    .replace(/\((?:[mfwdxhv]\s*[/|]?\s*){2,4}\)/g, ' ') // (m/w/d)
    .replace(/(\p{L})(?:[:*_]|\/-?|\(-?)(?:in|innen|a|e|ne|trice)\)?(?!\p{L})/gu, '$1') // Leiter/in, Director(a)
    .replace(/(?<!\p{L})(?:\p{L}\.){2,}/gu, (dotted) => `${dotted.replaceAll('.', '')} `) // C.E.O.
    .replace(/(?<!\p{L})chief [\p{L} &/-]{1,40}? officer(?!\p{L})/gu, 'ceo') // one of them is as good as another
    .replace(/'s(?!\p{L})/gu, '')
    .split(/[|;,/•·()\n]|\s[-–—]\s|@.*/u);
}

function split(part: string, ands: ReadonlySet<string>): string[][] {
  const found: string[][] = [[]];
  for (const word of part.match(/[\p{L}\p{N}]+|[&+]/gu) ?? []) {
    if (word === '&' || word === '+' || ands.has(word)) found.push([]);
    else (found.at(-1) as string[]).push(word);
  }
  return found.filter((title) => title.length > 0);
}
