import { isAscii, plainWords } from './plain.js';

/** Scripts that part no words, or hang endings on them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
export const isUnspaced = (text: string): boolean => !isAscii(text) && UNSPACED.test(text);

const CLAUSE = /[.,;!?:|()\n。、，；！？：（）]+/;
/** `未退订` is not `退订`, `配信停止していません` not `配信停止`. As `plain` leaves them: without voicing marks, Korean in its letters. */
const NOT_BEFORE = /[未不没沒無无非勿]有?$/u;
const NOT_BEHIND = new RegExp('^(?:を|は|の|も|은|는|이|을|를)?(?:して|し|する|하지|한|할)?(?:い|お|せ|のて)?(?:ない|なし|ません|無|无|안|않|없|아니|아님)'.normalize('NFD'), 'u');

/** Whether one of those `phrases` that are of such scripts stands anywhere in a text, and nothing beside it says the opposite. */
export function unspacedFinder(phrases: readonly string[]): (text: string) => boolean {
  const wanted = phrases.filter((phrase) => !phrase.startsWith('=') && isUnspaced(phrase)).map(joined);
  if (wanted.length === 0) return () => false;
  return (text) => isUnspaced(text) && text.split(CLAUSE).some((part) => {
    const clause = joined(part);
    return wanted.some((phrase) => {
      const at = clause.indexOf(phrase);
      return at >= 0 && !NOT_BEFORE.test(clause.slice(0, at)) && !NOT_BEHIND.test(clause.slice(at + phrase.length));
    });
  });
}

const joined = (text: string): string => plainWords(text).join('');
