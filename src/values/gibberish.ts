import { memo } from './memo.js';

/** Letter groups that are one sound, in the languages of the lists; each is written as one sign before counting. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/tsch|sch|ch|sh|zh|cz|sz|rz|dz|tz|ts|sz|kh|gh|ph|th|dh|bh|fh|mh|ck|ng|qu|bj|dj|gj|kj|hj|fj|sj|tj|lj|nj/g, 'S'],
  [/ij/g, 'y'],
];
/** Seven consonants in a row, however soft, stand in no name; four without r, l, m, n or s neither. */
const RUN = /[bcdfghjklmnpqrstvwxzS]{7}|[bcdfghjkpqtvwxz]{4}/;
/** No vowel at all. Czech, Croat and Serb names do with an r or l in the middle: Vlk, Smrt, Grk. */
const NO_VOWEL = /^(?![^]*[^][rl])[b-df-hj-np-tvxz]{5,}$|^[b-df-hj-np-tvxz]{7,}$/;
const REPEATED = /(\p{L})\1{3}|(?:^|[^\p{L}])(\p{L})\2\2(?![\p{L}])/iu;
/** What REPEATED holds, and quickly found missing. */
const THREE_ALIKE = /(.)\1\1/isu;
const ROMAN = /^[ivx]+$/i;
/** A degree as it is written behind a name: MBChB, MBBCh. */
const DEGREE = /(?<!\p{L})\p{Lu}{2,4}\p{Ll}{1,2}\p{Lu}?(?!\p{L})/gu;
/** A digit in a word: j0hn, user123. Not an ordinal (3rd, 2\u00ba). */
const DIGIT_IN_WORD = /\p{L}\d|\d\p{L}/u;
const ORDINAL = /\b\d{1,2}(?:st|nd|rd|th|er|re|e|\u00e8me|eme|de|ste|\u00ba|\u00aa|\.)(?![\p{L}\d])/giu;
const LETTER = /\p{L}/u;
const PICTURE = /\p{Extended_Pictographic}/u;
const NO_LETTERS = /^[^\p{L}\p{M}]*\d[^\p{L}\p{M}]*$/u;
/**
 * Whether a person's name cannot be one: drummed on the keyboard (`runs`, lower case), no vowels, letters repeated,
 * digits in it, an address, pictures only. Errs on the side of the name: Ng, Szczepa\u0144ski, Hrvoje, Mbapp\u00e9 and Smrt are names.
 */
export function gibberish(runs: readonly string[]): (name: string) => boolean {
  const drummed = new RegExp(runs.map((run) => run.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') || '(?!)', 'iu');
  const starts = new Uint8Array(1 << 15);
  for (const run of runs) starts[[...run.slice(0, 3)].reduce(shift, 0)] = 1;
  const isDoubtful = memo((name) => drummed.test(name) || isNoName(name));
  return (name) => isWorthALook(name, starts) && isDoubtful(name);
}

/** Three letters as one number. */
const shift = (letters: number, letter: string): number => ((letters << 5) | (letter.charCodeAt(0) & 31)) & 0x7fff;
const VOWELS = new Set([...'aeiouy'].map((vowel) => vowel.charCodeAt(0)));

/** One pass that lets nearly every name go: no letters beyond ASCII, no digits, no start of a keyboard run, no crowd of consonants. */
function isWorthALook(name: string, starts: Uint8Array): boolean {
  let letters = 0;
  let consonants = 0;
  let repeated = 0;
  let before = 0;
  for (let i = 0; i < name.length; i++) {
    const c = name.charCodeAt(i) | 0x20;
    if (c > 0x7f || c === 0x40 || c === 0x60 || c === 0x3a || (c > 0x2f && c < 0x3a)) return true; // @ gives the sign beside it
    letters = ((letters << 5) | (c & 31)) & 0x7fff;
    consonants = c < 0x61 || c > 0x7a || VOWELS.has(c) ? 0 : consonants + 1;
    repeated = c === before ? repeated + 1 : 0;
    before = c;
    if (starts[letters] === 1 || consonants > 3 || repeated > 1) return true;
  }
  return false;
}

function isNoName(name: string): boolean {
  if (!LETTER.test(name) && PICTURE.test(name)) return true;
  if (name.includes('@') || name.includes('://')) return true;
  if (/\d/.test(name) && (NO_LETTERS.test(name) || DIGIT_IN_WORD.test(name.replace(ORDINAL, ' ')))) return true;
  const repeated = THREE_ALIKE.test(name) ? REPEATED.exec(name) : null;
  if (repeated !== null && !ROMAN.test(repeated[0].replace(/[^\p{L}]/gu, ''))) return true;
  // Degrees are looked for only where something looks drummed: that RegExp takes its time to be made ready.
  return hasMash(name) && hasMash(name.replace(DEGREE, ' '));
}

const hasMash = (name: string): boolean => name.toLowerCase().normalize('NFD').replace(/\p{M}+/gu, '').split(/[^a-z\u00df-\uffff]+/).some(isMashed);

/** Any letter beyond a to z counts as a vowel here: other scripts and \u00e6, \u00f8, \u0142 are left alone. */
function isMashed(word: string): boolean {
  if (word.length < 4 || word.startsWith('mc')) return false;
  if (NO_VOWEL.test(word)) return true;
  let spoken = word;
  for (const [group, sign] of SOUNDS) spoken = spoken.replace(group, sign);
  return RUN.test(spoken);
}
