import { isWithin, likeness } from './alike.js';
import { foldedWords } from './fold.js';
import { level } from './levels.js';
import { DIGRAPH, PARTICLES } from './normal.js';
import type { Values } from './people.js';
import { skeleton } from './skeleton.js';
import { sound } from './sound.js';
import { hasWholeWord } from './text.js';
import { mixed, Vocabulary } from './vocabulary.js';
import type { Words } from './words.js';

/** What two given or family names have in common, by their numbers in the vocabulary of names. */
export interface Names {
  /** A level of `levels.ts`. */
  given(a: number, b: number): number;
  family(a: number, b: number): number;
  /** A key that most misspellings of a name share, and its nicknames for given names; 0 for none. */
  givenKey(a: number): number;
  familyKey(a: number): number;
  /** The key that spellings of one family name share, 0 for names that are written in one way. */
  spellingKey(a: number): number;
  /** The key of the first and of the last word of a name that has several; 0 for one of one word. */
  firstWordKey(a: number): number;
  lastWordKey(a: number): number;
  /**
   * Two whole names of the same words, or of the same letters from another word on (Wang Jun-jie, Junjie Wang):
   * `split` when only the line between given and family name is drawn elsewhere, `turned` when the order is another.
   * `part`: of two family names one is not told, and the other was taken for a given name (Ana Ruiz, Ana Ruiz Vega).
   */
  whole(givenA: number, familyA: number, givenB: number, familyB: number): 'split' | 'turned' | 'part' | null;
  /** The name without its spaces: how often it occurs is counted by this. */
  solid(a: number): number;
}

/** Looks once at every name of the vocabulary, so that comparing two is a matter of numbers in most cases. `given`: whose given names they are. */
export function readNames({ vocabulary, of: givenNumbers }: Values, familyNumbers: Int32Array, { nicknames, givenNames, familySpellings }: Words, asName: (text: string) => string): Names {
  const groups = new Map<string, number[]>();
  /** First letters a name may be shortened to, as bits: B and R for Bob. */
  const initials = new Map<string, number>();
  nicknames.forEach((entry, group) => {
    const whole = foldedWords(entry);
    // What `asName` makes of each word, for all of them at once.
    for (const name of whole.replace(DIGRAPH, '$1').split(' ')) {
      initials.set(name, (initials.get(name) ?? 0) | letterBit(whole.charCodeAt(0)));
      const known = groups.get(name);
      if (known === undefined) groups.set(name, [group]);
      else known.push(group);
    }
  });

  for (const given of givenNames) {
    const name = asName(given);
    if (!groups.has(name)) groups.set(name, NO_NICKNAMES);
  }

  const spellings = new Map<string, number[]>();
  familySpellings.forEach((entry, group) => {
    for (const name of foldedWords(entry).replace(DIGRAPH, '$1').split(' ')) spellings.set(name, [...spellings.get(name) ?? [], group]);
  });

  const named = vocabulary.size;
  const solid = new Int32Array(named);
  const head = new Int32Array(named);
  const tail = new Int32Array(named);
  /** Without the particles around it: berg for van der Berg, v.d. Berg and Berg, van der. */
  const core = new Int32Array(named);
  for (let i = 0; i < named; i++) {
    const text = vocabulary.text(i);
    const space = text.indexOf(' ');
    solid[i] = space < 0 ? i : vocabulary.number(text.replaceAll(' ', ''));
    head[i] = space < 0 ? i : vocabulary.number(text.slice(0, space));
    tail[i] = space < 0 ? i : vocabulary.number(text.slice(text.lastIndexOf(' ') + 1));
    core[i] = space < 0 ? i : vocabulary.number(withoutParticles(text));
  }
  const { bytes, starts } = vocabulary;
  const total = vocabulary.size;
  const holders = new Uint32Array(total);
  const families = new Uint32Array(total);
  const letters = new Uint32Array(total);
  const isKnown = new Uint8Array(total);
  for (const number of familyNumbers) if (number >= 0) families[solid[number]!]!++;
  for (const number of givenNumbers) if (number >= 0) holders[head[number]!]!++;
  const nick: (readonly number[] | undefined)[] = new Array<undefined>(total);
  const spelt: (readonly number[] | undefined)[] = new Array<undefined>(total);
  const skeletons = new Uint32Array(total);
  /** What letters a name has, in any order. */
  const bags = new Int32Array(named);
  for (let i = 0; i < total; i++) {
    const text = vocabulary.text(i);
    nick[i] = groups.get(text);
    spelt[i] = spellings.get(text);
    letters[i] = letterBit(bytes[starts[i]!]!) | (initials.get(text) ?? 0);
    isKnown[i] = Number(nick[i] !== undefined || (holders[i]! >= OFTEN && starts[i + 1]! - starts[i]! > 1));
    skeletons[i] = skeleton(bytes, starts[i]!, starts[i + 1]!);
  }

  for (let i = 0; i < named; i++) for (let at = starts[core[i]!]!; at < starts[core[i]! + 1]!; at++) bags[i] = (bags[i]! + mixed(bytes[at]!, 1)) | 0;

  const length = (a: number): number => starts[a + 1]! - starts[a]!;
  const isInitial = (a: number): boolean => length(a) === 1;
  const initial = (a: number): number => bytes[starts[a]!]!;

  function spelling(a: number, b: number): number {
    const shorter = Math.min(length(a), length(b));
    if (shorter < 3 || bytes[starts[a]!]! >= SYLLABLES) return level.differs;
    // Of three letters one other is another name; one more or less, or two in the wrong order, may be a slip.
    if (shorter === 3) return (length(a) !== length(b) || vocabulary.letters[a] === vocabulary.letters[b]) && isWithin(vocabulary, a, b, 1) ? level.partial : level.differs;
    if (isWithin(vocabulary, a, b, shorter > 7 ? 2 : 1)) return level.near;
    const alike = likeness(vocabulary, a, b, 0.8);
    return alike >= 0.92 ? level.near : alike > 0 ? level.partial : level.differs;
  }

  /** How names sound, found out when somebody asks: most are never compared with one that is written otherwise. */
  const heard = new Vocabulary();
  const sounds = new Int32Array(total).fill(-1);
  const soundOf = (a: number): number => (sounds[a]! >= 0 ? sounds[a]! : sounds[a] = heard.number(sound(vocabulary.text(a))));

  /** The same for those who only hear it, or a slip away from that: what is spelt alike, or sounds so. */
  function alikeness(a: number, b: number): number {
    const alike = spelling(a, b);
    if (alike >= level.near || Math.min(length(a), length(b)) < 3) return alike;
    const x = soundOf(a);
    const y = soundOf(b);
    if (x === y) return level.near;
    return alike === level.differs && Math.min(heard.length(x), heard.length(y)) > 4 && isWithin(heard, x, y, 1) ? level.partial : alike;
  }

  /** Mario and Maria, Martin and Martina, Paul and Paula: one letter that makes another person. */
  function isOtherSex(a: number, b: number): boolean {
    const [short, long] = length(a) <= length(b) ? [a, b] : [b, a];
    const size = length(short);
    const extra = length(long) - size;
    if (size < 3 || extra > 1) return false;
    const same = extra === 1 ? size : size - 1;
    for (let i = 0; i < same; i++) if (bytes[starts[short]! + i] !== bytes[starts[long]! + i]) return false;
    const last = bytes[starts[long + 1]! - 1]!;
    return extra === 1 ? last === A || last === E : isVowel(last) && isVowel(bytes[starts[short + 1]! - 1]!);
  }

  /** Whether `family` is a further word of the longer given name, which begins as the other does. */
  const isPart = (given: number, family: number, longer: number): boolean =>
    head[longer] === head[given] && head[longer] !== longer && length(family) > 2 && (tail[longer] === family || hasWholeWord(bytes, starts[longer]!, starts[longer + 1]!, starts[family]!, starts[family + 1]!));

  function given(a: number, b: number): number {
    if (a < 0 || b < 0) return level.missing;
    const x = solid[a]!;
    const y = solid[b]!;
    if (x === y) return level.exact;
    const p = head[a]!;
    const q = head[b]!;
    // M. Yves may be Monsieur Yves, J. Robert is called Robert.
    if (p !== q && ((tail[a] === q && !isInitial(q)) || (tail[b] === p && !isInitial(p)))) return level.partial;
    if (isInitial(p) || isInitial(q)) return (letters[p]! & letters[q]!) !== 0 ? level.weak : level.opposed;
    if (p === q) return level.near;
    const groupsA = nick[p];
    const groupsB = nick[q];
    if (groupsA !== undefined && groupsB !== undefined) return groupsA.some((group) => groupsB.includes(group)) ? level.near : level.opposed;
    if (isOtherSex(p, q)) return level.opposed;
    const alike = Math.max(alikeness(p, q), p === x && q === y ? 0 : alikeness(x, y));
    return alike === level.differs && isKnown[p] === 1 && isKnown[q] === 1 ? level.opposed : alike;
  }

  function family(a: number, b: number): number {
    if (a < 0 || b < 0) return level.missing;
    const x = solid[a]!;
    const y = solid[b]!;
    if (x === y) return level.exact;
    if (isInitial(x) || isInitial(y)) return initial(x) === initial(y) ? level.weak : level.differs;
    if ((head[a] === y || tail[a] === y) && length(y) > 2) return level.near;
    if ((head[b] === x || tail[b] === x) && length(x) > 2) return level.near;
    const [m, n] = [core[a]!, core[b]!];
    if (m === n && length(m) > 2) return level.near;
    const alike = m !== x && n !== y ? alikeness(m, n) : Math.max(alikeness(x, y), m === x && n === y ? 0 : alikeness(m, n));
    if (spelt[x]?.some((group) => spelt[y]?.includes(group)) === true) return Math.max(alike, level.partial);
    return alike === level.partial && families[x]! >= OFTEN && families[y]! >= OFTEN ? level.differs : alike;
  }

  function whole(givenA: number, familyA: number, givenB: number, familyB: number): 'split' | 'turned' | 'part' | null {
    if (givenA < 0 || familyA < 0 || givenB < 0 || familyB < 0) return null;
    if (isPart(givenA, familyA, givenB) || isPart(givenB, familyB, givenA)) return 'part';
    if (((bags[givenA]! + bags[familyA]!) | 0) !== ((bags[givenB]! + bags[familyB]!) | 0)) return null;
    const one = wordsIn(`${vocabulary.text(givenA)} ${vocabulary.text(familyA)}`);
    const other = wordsIn(`${vocabulary.text(givenB)} ${vocabulary.text(familyB)}`);
    const [a, b] = [one.join(''), other.join('')];
    if (a === b) return 'split';
    return (a.length >= TURNED && (b + b).includes(a)) || one.sort().join() === other.sort().join() ? 'turned' : null;
  }

  return {
    solid: (a) => solid[a]!,
    givenKey(a) {
      if (a < 0) return 0;
      const group = nick[head[a]!]?.[0];
      return group === undefined ? skeletons[head[a]!]! : group + 1;
    },
    familyKey: (a) => (a < 0 ? 0 : skeletons[core[a]!]!),
    spellingKey(a) {
      const group = a < 0 ? undefined : spelt[solid[a]!]?.[0];
      return group === undefined ? 0 : group + 1;
    },
    firstWordKey: (a) => (a < 0 || head[a] === a ? 0 : skeletons[head[a]!]!),
    lastWordKey: (a) => (a < 0 || tail[a] === a ? 0 : skeletons[tail[a]!]!),
    whole,
    given,
    family,
  };
}

const wordsIn = (name: string): string[] => name.split(' ').filter((word) => !PARTICLES.has(word));
/** Letters of a whole name from which on it is no chance that another begins in its middle and goes on from its start. */
const TURNED = 6;

/** The words but for particles at either end; the whole where nothing else is there. */
function withoutParticles(text: string): string {
  const words = text.split(' ');
  let [from, to] = [0, words.length];
  while (from < to && isParticle(words[from]!)) from++;
  while (to > from && isParticle(words[to - 1]!)) to--;
  return words.slice(from, to).join('') || text.replaceAll(' ', '');
}
const isParticle = (word: string): boolean => PARTICLES.has(word) || word.length === 1;

/** From this first byte on a letter is a syllable or a word (Han, kana, Hangul): another one is another name, however alike their bytes. */
const SYLLABLES = 0xe1;

/** A spelling that so many have is a name, not a slip. */
const OFTEN = 5;
const NO_NICKNAMES: number[] = [];
const A = 97;
const E = 101;
/** Letters beyond a to z share one bit. */
const letterBit = (byte: number): number => 1 << (byte >= A && byte < A + 26 ? byte - A : 31);
const isVowel = (byte: number): boolean => byte === A || byte === E || byte === 105 || byte === 111 || byte === 117 || byte === 121;
