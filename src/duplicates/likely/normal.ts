import { memo } from '../../values/memo.js';
import { fold, foldedWords } from './fold.js';
import type { Kind } from './kinds.js';
import { oneSlipOff } from './misspelt.js';
import type { Words } from './words.js';

/** The text of a cell as it is compared, '' when nothing comparable stands in it. */
export type Normalise = (kind: Exclude<Kind, 'full'>, text: string) => string;

export interface Normaliser {
  readonly normalise: Normalise;
  /** The given and the family name in a whole name, both as they are compared. */
  readonly nameParts: (full: string) => readonly [given: string, family: string];
  /** Which of several of one name somebody is (Sr., Jr., III), as a number; '' where the name does not say. */
  readonly generation: (name: string) => string;
}

export function normaliser(words: Words): Normaliser {
  const honorifics = new Set(words.honorifics.map((entry) => foldedWords(entry)));
  const suffixes = new Set(words.companySuffixes.map((entry) => initialsJoined(foldedWords(entry))));
  const streetWords = new Map(words.streetWords.flatMap((entry) => {
    const group = foldedWords(entry).split(' ');
    return group.map((word) => [word, group[0] as string] as const);
  }));

  const personName = (text: string): string => {
    const plain = foldedWords(text).replace(DIGRAPH, '$1');
    if (!plain.includes(' ')) return plain;
    const kept = plain.split(' ').filter((word, i) => !honorifics.has(word) && !(i > 0 && GENERATIONS.has(word)));
    return kept.length === 0 ? plain : kept.join(' ');
  };

  const ends = new Set([...suffixes].flatMap((suffix) => [suffix.split(' ')[0], suffix.split(' ').at(-1)]));

  const company = (text: string): string => {
    const whole = initialsJoined(foldedWords(UNUSUAL.test(text) ? text.replace(ASIDE, ' ').replace(/[&+]/g, ' and ') : text) || foldedWords(text));
    const bare = whole.startsWith('the ') ? whole.slice('the '.length) : whole;
    const space = bare.indexOf(' ');
    if (space === -1 || !(ends.has(bare.slice(0, space)) || ends.has(bare.slice(bare.lastIndexOf(' ') + 1)))) return bare;
    const tokens = bare.split(' ');
    for (let dropped = true; dropped && tokens.length > 1;) {
      dropped = false;
      for (let length = Math.min(3, tokens.length - 1); length > 0 && !dropped; length--) {
        if (suffixes.has(tokens.slice(-length).join(' '))) dropped = tokens.splice(-length).length > 0;
        else if (suffixes.has(tokens.slice(0, length).join(' '))) dropped = tokens.splice(0, length).length > 0;
      }
      if (dropped && tokens.length > 1 && tokens.at(-1) === 'and') tokens.pop();
    }
    return tokens.join(' ');
  };

  const street = (text: string): string => {
    const folded = foldedWords(text);
    const tokens = (folded.lastIndexOf(' ') < folded.length - 3 ? folded : houseLetterJoined(folded)).split(' ');
    return tokens.map(streetWord).join(' ');
  };

  const misspelt = oneSlipOff(streetWords);

  /** hauptstr and hauptstrasse in two words, as others write them. */
  const roadApart = (token: string): string => {
    const ending = token.length < 6 ? undefined : ROAD_ENDINGS.find((word) => token.endsWith(word) && token.length > word.length + 2);
    return ending === undefined ? token : `${token.slice(0, -ending.length)} ${streetWords.get(ending) ?? ending}`;
  };

  const streetWord = memo((token) => streetWords.get(token) ?? misspelt(token) ?? roadApart(token));

  const normalise: Normalise = (kind, text) => {
    if (text === '') return '';
    switch (kind) {
      case 'given':
      case 'family': return personName(text);
      case 'email': return email(text);
      case 'phone': return phone(text);
      case 'company': return company(text);
      case 'website': return website(text);
      case 'street': return street(text);
      case 'postal': return postal(text);
      case 'date': return date(text);
      case 'code': return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
      case 'city':
      case 'state':
      case 'country':
      case 'text': return foldedWords(text);
    }
  };

  const nameParts = (full: string): readonly [string, string] => {
    const bare = full.replace(ASIDE, ' ');
    if (EASTERN.test(bare)) return easternParts(bare);
    const comma = bare.indexOf(',');
    if (comma > 0) {
      const after = personName(bare.slice(comma + 1));
      if (after !== '' && !honorifics.has(after) && !GENERATIONS.has(after)) return [after, personName(bare.slice(0, comma))];
    }
    const tokens = personName(comma > 0 ? bare.slice(0, comma) : bare).split(' ');
    if (tokens.length === 1) return ['', tokens[0] as string];
    const particle = tokens.findIndex((token, i) => i > 0 && i < tokens.length - 1 && PARTICLES.has(token));
    const cut = particle === -1 ? tokens.length - 1 : particle;
    return [tokens.slice(0, cut).join(' '), tokens.slice(cut).join(' ')];
  };

  const generation = (name: string): string => {
    if (!GENERATION.test(name)) return '';
    const [, ...rest] = foldedWords(name).split(' ');
    return GENERATIONS.get(rest.find((word) => GENERATIONS.has(word)) ?? '') ?? '';
  };

  return { normalise, nameParts, generation };
}

/** Robert (Bob) Smith, Anna Keller (Berlin). */
const UNUSUAL = /[&+(]/;
const ASIDE = /\([^)]*\)?/g;
/** Schroeder is Schröder: an e after a, o or u that stands for an umlaut goes, in every name and mailbox alike. */
export const DIGRAPH = /([aou])e/g;
export const PARTICLES: ReadonlySet<string> = new Set('van von vd de der den del della di da dos du la le el al bin ibn ben ter ten zu zum st san'.split(' '));

const GENERATIONS: ReadonlyMap<string, string> = new Map(Object.entries({
  sr: '1', snr: '1', senior: '1', jr: '2', jnr: '2', junior: '2', filho: '2', ii: '2', iii: '3', neto: '3', iv: '4',
}));
/** One of them may stand in the name. */
const GENERATION = /(?:[js]n?r|[js][eu]n[ií]or|filho|neto|ii|iv)\b/i;

/** Chinese, Japanese and Korean names are written family first, with a space or without. */
const EASTERN = /^\s*[\p{Script=Han}\p{Script=Hangul}]{1,3}\s*[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{1,4}\s*$/u;
function easternParts(full: string): [string, string] {
  const [family = '', ...given] = full.replace(/\s+/g, '');
  return [fold(given.join('')), fold(family)];
}

/** s a r l → sarl, i b m → ibm. */
function initialsJoined(text: string): string {
  if (!LONE.test(text)) return text;
  const join = (run: string): string => run.replaceAll(' ', '');
  return PLAIN.test(text) ? text.replace(PLAIN_INITIALS, join) : text.replace(INITIALS, join);
}
const PLAIN = /^[a-z0-9 ]*$/;
const PLAIN_INITIALS = /\b[a-z\d](?: [a-z\d]\b)+/g;
const INITIALS = /\b(\p{L}|\d)(?: (?:\p{L}|\d)\b)+/gu;
const LONE = /(?:^| )[^ ] [^ ](?: |$)/;

const ROAD_ENDINGS = ['str', 'strasse', 'weg', 'platz', 'allee', 'laan', 'straat', 'vagen', 'gatan'];
const houseLetterJoined = (text: string): string => (PLAIN.test(text) ? text.replace(PLAIN_HOUSE_LETTER, '$1$2') : text.replace(HOUSE_LETTER, '$1$2'));
const PLAIN_HOUSE_LETTER = /\b(\d+) ([a-z])$/;
const HOUSE_LETTER = /\b(\d+) (\p{L})$/u;

function email(text: string): string {
  const lower = text.trim().toLowerCase();
  const at = lower.lastIndexOf('@');
  if (at < 1 || at === lower.length - 1) return '';
  const tag = lower.indexOf('+');
  return lower.slice(0, tag > 0 && tag < at ? tag : at).replace(DIGRAPH, '$1') + lower.slice(at);
}

/**
 * The last eight digits: what is left of a number whatever stands before it (+49, 0049, 0, nothing). Shorter numbers
 * as they are; fewer than six digits are none.
 */
function phone(text: string): string {
  const cut = /\b(?:x|ext|extension|durchwahl|poste)\b/i.exec(text);
  const digits = (cut === null ? text : text.slice(0, cut.index)).replace(/\D+/g, '').replace(/^0+/, '');
  return digits.length < 6 ? '' : digits.slice(-8);
}

function website(text: string): string {
  return text.trim().toLowerCase().replace(/^[a-z]+:\/\//, '').replace(/^www\d?\./, '').replace(/[/?#:].*$/s, '');
}

function postal(text: string): string {
  return fold(text).replace(/^(\d{5})-?\d{4}$/, '$1').replace(/[^\p{L}\p{N}]+/gu, '').replace(/^0+/, '');
}

/** Eight digits, year first, where the text shows which part is what; else the digits as they stand. */
function date(text: string): string {
  const numbers = text.trim().replace(/[T ]\d\d?:.*$/, '').match(/\d+/g);
  if (numbers === null) return '';
  if (numbers.length < 3) return monthName(text, numbers) ?? yearFirst(numbers.join(''));
  const [a, b, c] = numbers as [string, string, string];
  const parts = a.length === 4 ? [a, b, c] : c.length === 4 ? [c, b, a] : [a, b, c];
  return parts.map((part) => part.padStart(2, '0')).join('');
}

/** 31121994 and 12311994 as 12/31/1994 would be written; 19941231 as it is. */
function yearFirst(digits: string): string {
  const [, first, second, year] = !COMPACT.test(digits) ? YEAR_LAST.exec(digits) ?? [] : [];
  return year === undefined ? digits : `${year}${second}${first}`;
}
const COMPACT = /^(?:1[89]|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const YEAR_LAST = /^(0[1-9]|[12]\d|3[01])(0[1-9]|[12]\d|3[01])((?:1[89]|20)\d\d)$/;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthName(text: string, numbers: readonly string[]): string | undefined {
  const month = MONTHS.indexOf(/\p{L}{3}/u.exec(fold(text))?.[0] ?? '') + 1;
  const year = numbers.find((number) => number.length === 4);
  const day = numbers.find((number) => number.length < 3);
  if (month === 0 || year === undefined || day === undefined) return undefined;
  return year + String(month).padStart(2, '0') + day.padStart(2, '0');
}
