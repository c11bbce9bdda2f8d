import { LEVELS, ranks, type Level } from './level.js';
import { memo } from './memo.js';
import { isAscii, plain, plainWords } from './plain.js';
import { isUnspaced } from './unspaced.js';
import { spacedPart, unspacedTitleReader, type UnspacedTitles } from './unspaced-title.js';

export { LEVELS, type Level } from './level.js';

/** rules/titles.yaml, where each key is explained. */
export interface TitleWords extends UnspacedTitles {
  readonly levels: Readonly<Record<Level, readonly string[]>>;
  /** Those of further languages. */
  readonly further: Readonly<Partial<Record<Level, readonly string[]>>>;
  readonly alone: Readonly<Partial<Record<Level, readonly string[]>>>;
  readonly opening: Readonly<Partial<Record<Level, readonly string[]>>>;
  readonly stems: Readonly<Record<Level, readonly string[]>>;
  readonly endings: readonly string[];
  readonly short: Readonly<Record<string, string>>;
  readonly deputy: readonly string[];
  readonly former: readonly string[];
  readonly former_after: readonly string[];
  readonly lowering: readonly string[];
  readonly prefixes: readonly string[];
  readonly serving: readonly string[];
  readonly helping: readonly string[];
  readonly offices: readonly string[];
  readonly learning: readonly string[];
  readonly minding: readonly string[];
  readonly matters: readonly string[];
  readonly beside: readonly string[];
  readonly behind: readonly string[];
  readonly doers: readonly string[];
  readonly no_doers: readonly string[];
  readonly address: readonly string[];
  readonly letters: readonly string[];
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
  for (const phrase of words.serving) phrases.set(phrase, 'staff');
  for (const lists of [words.further, words.levels]) for (const level of LEVELS) for (const phrase of lists[level] ?? []) phrases.set(phrase, level);
  const longest = Math.max(...[...phrases.keys()].map((phrase) => phrase.split(' ').length));
  const alone = byPhrase(words.alone), opening = byPhrase(words.opening), short = new Map(Object.entries(words.short));
  const stems = LEVELS.flatMap((level) => words.stems[level].map((stem) => [stem, level] as const));
  const is = {
    deputy: new Set(words.deputy), former: new Set(words.former), formerAfter: new Set(words.former_after), lowering: new Set(words.lowering),
    serving: new Set(words.serving), helping: new Set(words.helping), office: new Set(words.offices), learning: new Set(words.learning),
    minding: new Set(words.minding), matters: new Set(words.matters), beside: new Set(words.beside), behind: new Set(words.behind), noDoer: new Set(words.no_doers),
    ending: new Set(words.endings), address: new Set(words.address), letters: new Set(words.letters),
    link: new Set(words.links), employer: new Set(words.employer), and: new Set(words.ands),
  };

  /** The level of a word joined of several, by the last of them; the longest that is known decides. */
  const compound = (word: string): Level | undefined => {
    let found: Level | undefined, length = 0;
    for (const [stem, level] of stems) {
      if (stem.length <= length) continue;
      const at = word.lastIndexOf(stem);
      if (at < 0 || (at + stem.length < word.length && !is.ending.has(word.slice(at + stem.length)))) continue;
      found = level; length = stem.length;
    }
    return found;
  };

  /** Writes shortened words in full, and takes `vicepresidente` apart where what is left is a known word. */
  const apart = (word: string): readonly string[] => {
    if (phrases.has(word)) return [word];
    const inFull = short.get(word);
    if (inFull !== undefined) return [inFull];
    const prefix = words.prefixes.find((each) => word.startsWith(each) && word.length > each.length + 3 && phrases.has(word.slice(each.length)));
    return prefix === undefined ? [word] : [prefix, word.slice(prefix.length)];
  };

  /** The longest known phrase that starts at a word, or that word. */
  const phraseAt = (title: readonly string[], at: number): { phrase: string; taken: number } => {
    for (let taken = Math.min(longest, title.length - at); taken > 1; taken--) {
      const phrase = title.slice(at, at + taken).join(' ');
      if (phrases.has(phrase)) return { phrase, taken };
    }
    return { phrase: title[at] ?? '', taken: 1 };
  };

  /** Whether an unknown word is by its ending somebody who does something: `machinist`, `groundskeeper`. */
  const isDoer = (word: string): boolean => word.length > 4 && !phrases.has(word) && !is.noDoer.has(word) && words.doers.some((each) => word.endsWith(each));

  const isLast = (next: string | undefined): boolean => next === undefined || is.link.has(next) || is.employer.has(next);
  const isUnknown = (word: string | undefined): boolean =>
    word !== undefined && !phrases.has(word) && compound(word) === undefined && !is.link.has(word) && !is.employer.has(word) && !isDoer(word);

  /** The level of one title; undefined when no word of it is known. `serves`: the title is that of somebody's help. */
  const levelOf = (title: readonly string[]): { level: Level | undefined; serves: boolean } => {
    const whole = alone.get(title.join(' '));
    if (whole !== undefined) return { level: whole, serves: false };
    let level: Level | undefined, isDeputy = false, isLower = false, isBeside = false, learns = false, at = 0;
    for (; at < title.length; at++) {
      const word = title[at] as string;
      const { phrase, taken } = phraseAt(title, at);
      if (taken === 1) {
        if (is.former.has(word)) {
          if (at === 0 || (at === 1 && level === undefined && title.length > 2)) return { level: 'none', serves: true };
          if (level !== undefined && phrases.get(word) !== 'none') break;
        }
        if ((is.link.has(word) && at > 0) || is.employer.has(word)) break;
        if (is.office.has(word) && ranks(level) > ranks('manager')) return { level: 'staff', serves: false };
        if (is.behind.has(word) && at > 0 && (level !== undefined || isDoer(title[at - 1] as string))) continue;
      }
      if (is.matters.has(phrase) && ranks(level) >= ranks('manager') && (taken > 1 || isUnknown(title[at + 1]))) {
        at += taken - 1;
        continue;
      }
      if (is.formerAfter.has(phrase) && level !== undefined && isLast(title[at + taken])) return { level: 'none', serves: false };
      if (taken === 1 && is.deputy.has(word)) isDeputy = true;
      else if (taken === 1 && is.lowering.has(word)) isLower = true;
      else if (word === 'lead' && taken === 1) {
        if (at === title.length - 1 ? ranks(level) < ranks('manager') : level === undefined) { level = 'manager'; isBeside = true; }
      } else {
        const said = phrases.get(phrase) ?? compound(word);
        if (said === 'none') return { level: said, serves: false };
        if (said !== undefined) { learns &&= !is.minding.has(phrase); level = said; isBeside = is.beside.has(phrase); }
        learns ||= is.learning.has(phrase);
      }
      at += taken - 1;
      if (is.serving.has(phrase) || (is.helping.has(phrase) && phrases.get(phraseAt(title, at + 1).phrase) === 'owner')) {
        return { level: learns ? 'junior' : 'staff', serves: at + 1 < title.length };
      }
    }
    if (isBeside && isDoer(title[at - 1] as string)) level = 'staff';
    if (learns) level = 'junior';
    if (isDeputy && level === 'owner') level = 'vp';
    if (isLower && (level === undefined || ranks(level) > ranks('staff'))) level = 'staff';
    return { level, serves: level === 'staff' && at < title.length };
  };

  const ofUnspaced = unspacedTitleReader(words);
  return memo((text) => {
    const said = isAscii(text) || !isUnspaced(text) ? undefined : ofUnspaced(text.slice(0, LONGEST));
    if (said === undefined) return read(text);
    const rest = said.serves ? '' : spacedPart(text);
    const beside = /\p{L}{2}/u.test(rest) ? read(rest) : said.level;
    return ranks(beside) > ranks(said.level) ? beside : said.level;
  });

  function read(text: string): Level {
    const parts = titles(text.slice(0, LONGEST));
    const whole = (parts.join(' ').match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
    if (alone.get(whole) === 'none' || phrases.get(whole) === 'none') return 'none';
    let best: Level | undefined;
    for (const [nth, part] of parts.entries()) {
      let skip = false;
      const only = part.trim();
      if (is.letters.has(only) && nth > 0) continue;
      if (is.former.has(only) && phrases.get(only) === 'none') return 'none'; // `CEO (retired)`
      for (const [which, title] of split(part, is.and).entries()) {
        if (skip) break;
        const { level: said, serves } = levelOf(title.flatMap(apart));
        const level = said ?? (which === 0 ? opening.get(title[0] as string) : undefined);
        if (level !== undefined && (best === undefined || ranks(level) > ranks(best))) best = level;
        skip = serves; // `EA to the CEO and founder` is neither
      }
    }
    return best ?? (plainWords(text).some((word) => /\p{L}/u.test(word) && !is.address.has(word)) ? 'staff' : 'none');
  }
}

const byPhrase = (lists: Readonly<Partial<Record<Level, readonly string[]>>>): ReadonlyMap<string, Level> =>
  new Map(LEVELS.flatMap((level) => (lists[level] ?? []).map((phrase) => [phrase, level] as const)));

/** What is longer is a life story. */
const LONGEST = 200;

/** The parts of a text that are titles of their own, as plain words. */
function titles(text: string): string[] {
  let title = plain(text);
  // What each RegExp cannot do without is looked for first: most titles have none of it, and the RegExps are slow to be made.
  if (title.includes('(')) title = title.replace(/\((?:[mfwdxhv]\s*[/|]?\s*){2,4}\)/g, ' '); // (m/w/d)
  if (/[:*_/(]/.test(title)) title = title.replace(/(?<=\p{L}{2})(?:[:*_]|\/-?|\(-?)(?:in|innen|a|as|e|ne|t?rice|euse|o|es)\)?(?!\p{L})/gu, ''); // Leiter/in, Director(a)
  if (/[.·-]/.test(title)) title = title.replace(/(?<=\p{L}{3})[.·-](?:e|ne|t?rice)(?:[.·-]?s)?(?!\p{L})/gu, ''); // Gérant·e, Directeur.rice
  if (title.includes('.')) title = title.replace(/(?<!\p{L})(?:\p{L}\.\s?){2,}/gu, (dotted) => `${dotted.replace(/[.\s]/g, '')} `); // C.E.O., a. D.
  if (title.includes('chief ')) title = title.replace(/(?<!\p{L})chief [\p{L} &/,-]{1,40}? (?:officer|ofcr|ofc)(?!\p{L})/gu, 'ceo'); // one of them is as good as another
  if (title.includes("'s")) title = title.replace(/'s(?!\p{L})/gu, '');
  return title.split(/[|;,/•·()\n]|\s[-–—]\s|@.*/u);
}

function split(part: string, ands: ReadonlySet<string>): string[][] {
  const found: string[][] = [[]];
  for (const word of part.match(/[\p{L}\p{N}]+|[&+]/gu) ?? []) {
    if (word === '&' || word === '+' || ands.has(word)) found.push([]);
    else (found.at(-1) as string[]).push(word);
  }
  return found.filter((title) => title.length > 0);
}
