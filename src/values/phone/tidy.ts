import extensions from '../../../rules/phone-extensions.json' with { type: 'json' };

const EXTENSION = new RegExp(`[\\s,;(-]*(?<!\\p{L})(?:${extensions.join('|')})(?!\\p{L})[.:]?\\s*(\\d{1,7})\\)?$`, 'iu');
const PLUS_TWICE = /^\+[\s+]*\+/u;
const VANITY = /^(\+?1[ .-]*)?\(?(8(?:00|33|44|55|66|77|88))\)?[ .-]*([a-z0-9 .-]+)$/iu;
const KEYPAD = '22233344455566677778889999';

/**
 * Takes off what people and programs leave around a number: labels (`Tel.: `, `p:`), quotes (`="…"`, `'+1`), the `.0`
 * and the thousands separators of a spreadsheet, invisible characters; brings full-width and Arabic digits and
 * typographic dashes to ASCII, `++49` to `+49`, `Durchwahl 5` to ` ext. 5`.
 */
export function tidy(text: string): string {
  let t = text.normalize('NFKC').replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/gu, '').replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) & 15));
  t = t.replace(/^[^\d+(]+/u, '').replace(/[^\p{L}\d#)]+$/u, '');
  if (/^\+?\d{6,}\.0+$/u.test(t)) t = t.slice(0, t.indexOf('.'));
  else if (/^\d{1,3}(?:,\d{3}){2,4}$/u.test(t)) t = t.replaceAll(',', '');
  t = t.replace(PLUS_TWICE, '+').replace(EXTENSION, ' ext. $1');
  const [number = '', ...extension] = t.split(/(?= ext\. \d+$)/u);
  return [spelled(number) ?? number, ...extension].join('');
}

/** `1-800-FLOWERS`: letters for digits, as the toll-free numbers of North America are advertised. */
function spelled(text: string): string | undefined {
  const [, one, area, rest] = VANITY.exec(text) ?? [];
  if (area === undefined || rest === undefined) return undefined;
  const keys = rest.replace(/[ .-]/gu, '').slice(0, 7);
  if (keys.length < 7 || keys.replace(/\d/gu, '').length < 3) return undefined;
  return (one ?? '') + area + keys.toLowerCase().replace(/[a-z]/gu, (letter) => KEYPAD[letter.charCodeAt(0) - 97]!);
}

const BETWEEN = /\s*[;|,\n\r]\s*|\s+[/&]\s+|\s+(?:or|and|oder|und|ou|et|o|y|e|of|en)\s+|\s+(?=\+)/iu;

/**
 * The numbers of a cell that holds several (`+1 512 … / +1 513 …`), else an empty array. What has fewer than seven
 * digits is no number of its own but an extension or a part.
 */
export function several(text: string): readonly string[] {
  const clear = text.split(BETWEEN).filter(isLong);
  return clear.length > 1 ? clear : [];
}

/**
 * The same, where a slash may also stand inside a number (`030/1234567`): only for a text that is no number as a whole.
 * Empty where the first part is too short: it is the area code of the second.
 */
export function parted(text: string): readonly string[] {
  const parts = text.split(/\s*[;|,/&\n\r]\s*/u).filter((part) => digitsIn(part) > 0);
  return parts[0] !== undefined && isLong(parts[0]) ? parts.filter(isLong) : [];
}

const digitsIn = (part: string): number => part.replace(/[^\p{Nd}]/gu, '').length;
const isLong = (part: string): boolean => digitsIn(part) >= 7;
