/**
 * A header as words: lower case, no accents, camelCase and digits split off, punctuation gone.
 * `HasOptedOutOfEmail` → has opted out of email; `E-mail 1 - Value` → e mail value; `Phone__c` → phone.
 */
export function headerWords(header: string): readonly string[] {
  return header
    .replace(/__[a-z]$/i, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/ß/gu, 'ss').replace(/ł/gu, 'l').replace(/ø/gu, 'o').replace(/æ/gu, 'ae').replace(/đ/gu, 'd').replace(/ı/gu, 'i')
    .replace(/(\d)(?:st|nd|rd|th)(?!\p{L})/gu, '$1')
    .replace(/['’`´]s(?!\p{L})/gu, ' s')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

/** Whether one letter missing, doubled, wrong or swapped with its neighbour turns `typed` into `word`. */
export function oneSlip(typed: string, word: string): boolean {
  if (typed === word || Math.abs(typed.length - word.length) > 1) return false;
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at++;
  if (typed.length > word.length) return typed.slice(at + 1) === word.slice(at);
  if (typed.length < word.length) return typed.slice(at) === word.slice(at + 1);
  return typed.slice(at + 1) === word.slice(at + 1)
    || (typed[at] === word[at + 1] && typed[at + 1] === word[at] && typed.slice(at + 2) === word.slice(at + 2));
}
