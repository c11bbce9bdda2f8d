import { monthOf } from './months.js';
import { plainWords } from './plain.js';
import { readDate, UNREADABLE } from './date.js';

/** Days, weeks, months, quarters in seven languages: what a plan is measured in. */
const UNIT = /^(?:d|days?|weeks?|wks?|months?|mos?|mths?|quarters?|tage?n?|wochen?|monate?n?|quartale?|jours?|semaines?|mois|trimestres?|dias?|semanas?|mes|meses|giorn[oi]|settiman[ae]|mes[ei]|trimestr[ei]|dag|dagen|weken|maand|maanden|kwarta(?:al|len))$/;
const QUARTER = /^(?:[qht][1-4]|[1-4][qht])$/;

/** Whether a text names a time by which somebody means to act: a date, a month, a quarter, a number of days to months. */
export function namesTime(text: string): boolean {
  if (readDate(text, null) !== UNREADABLE) return true;
  const words = plainWords(text);
  return words.some((word, at) => QUARTER.test(word) || (word.length > 2 && monthOf(word) > 0)
    || (UNIT.test(word) && /^\d+$/.test(words[at - 1] ?? '')) || /^20[2-4]\d$/.test(word) || /^\d+(?:d|w|m|mo)$/.test(word));
}
