import { unmojibake } from '../values/mojibake.js';

/**
 * A header as words: lower case, no accents, camelCase and digits split off, punctuation gone.
 * `HasOptedOutOfEmail` → has opted out of email; `E-mail 1 - Value` → e mail value; `Phone__c` → phone. Pictures stay, as words.
 */
export function headerWords(header: string): readonly string[] {
  if (/^[a-z]+(?: [a-z]+)*$/.test(header)) return header.split(' ');
  if (ASCII.test(header)) return asciiWords(header);
  return unmojibake(header)
    .replace(/__[a-z]$/i, '').replace(/(?<=\p{Lu})ß/gu, 'SS')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .normalize('NFKD').toLowerCase().replace(/\p{M}+/gu, '').replace(/ß/gu, 'ss').replace(/ł/gu, 'l').replace(/ø/gu, 'o').replace(/æ/gu, 'ae').replace(/đ/gu, 'd').replace(/ı/gu, 'i')
    .replace(/(\d)(?:st|nd|rd|th)(?!\p{L})/gu, '$1')
    .replace(/['’`´]s(?!\p{L})/gu, ' s')
    .replace(/\p{Extended_Pictographic}/gu, ' $& ')
    .replace(SCRIPTS_MEET, ' ')
    .split(/[^\p{L}\p{Extended_Pictographic}]+/u)
    .filter((word) => word !== '');
}

/** `顧客ID`, `Webサイト`: words of two scripts. */
const SCRIPTS_MEET = /(?<=[a-z])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー])(?=[a-z])/gu;
const ASCII = /^[\0-\x7f]*$/;
/** The same, as far as it is about ASCII: RegExps that know all letters take their time to be made ready. */
const asciiWords = (header: string): readonly string[] => header
  .replace(/__[a-z]$/i, '').replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2').toLowerCase()
  .replace(/(\d)(?:st|nd|rd|th)(?![a-z])/g, '$1').replace(/['`]s(?![a-z])/g, ' s')
  .split(/[^a-z]+/).filter((word) => word !== '');

/** What turns `typed` into `word`: a letter missing, doubled or swapped with its neighbour (`moved`), a `wrong` one, or more than one slip. */
export function slipTo(word: string, typed: string): 'moved' | 'wrong' | undefined {
  if (typed === word || Math.abs(typed.length - word.length) > 1) return undefined;
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at++;
  if (typed.length > word.length) return typed.slice(at + 1) === word.slice(at) ? 'moved' : undefined;
  if (typed.length < word.length) return typed.slice(at) === word.slice(at + 1) ? 'moved' : undefined;
  if (typed[at] === word[at + 1] && typed[at + 1] === word[at] && typed.slice(at + 2) === word.slice(at + 2)) return 'moved';
  return typed.slice(at + 1) === word.slice(at + 1) ? 'wrong' : undefined;
}
