/**
 * A name as those would write it who only hear it, or who write another alphabet in Latin letters: Yuliya and Iuliia,
 * Khaleel and Khalil, Maksim and Maxim come to one text. Takes a name as it is compared, without spaces. What sounds
 * alike is not spoken as written here, and need not be one name.
 */
export function sound(name: string): string {
  if (!LETTERS.test(name) || !TOUCHED.test(name)) return name;
  let text = name;
  for (const [from, to] of RULES) text = text.replace(from, to);
  return text;
}

const LETTERS = /^[a-z]+$/;
/** One of the rules is about it. */
const TOUCHED = /[chjqwxyz]|ts|dt|^el|ee|oo|ou|i[eo]|(.)\1/;
const RULES: readonly (readonly [RegExp, string])[] = [
  [/shch|sch/g, 'sh'], [/tch|tsch/g, 'ch'], [/ph/g, 'f'], [/([bdgjkqt])h/g, '$1'],
  // El-Masry, Al-Masri.
  [/^el(?=[^aeiouyl])/, 'al'],
  [/ck|q/g, 'k'], [/c(?![ehiy])/g, 'k'], [/x/g, 'ks'], [/ts|tz/g, 'c'], [/ksh/g, 'ks'], [/dt/g, 't'], [/w/g, 'v'], [/z(?!h)/g, 's'],
  [/[yj]/g, 'i'], [/ee/g, 'i'], [/oo|ou/g, 'u'],
  [/(.)\1+/g, '$1'],
  [/ie$/, 'i'], [/i[eo]/g, 'e'],
  [/(?<=[aeiou])h$/, ''],
];
