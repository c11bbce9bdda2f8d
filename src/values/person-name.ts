/** What has to be known to write a name that is all capitals or all small the way its bearer does. Lower case but for `suffixes`. */
export interface Spelling {
  readonly particles: readonly string[];
  readonly particles_within: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly capital_particles_in: readonly string[];
  readonly vietnamese: readonly string[];
  readonly mac_names: readonly string[];
  readonly not_mc: readonly string[];
  readonly apostrophe_prefixes: readonly string[];
  readonly suffixes: readonly string[];
  readonly short_names: readonly string[];
  readonly short_for_saint: readonly string[];
  readonly title_endings: readonly string[];
}

export type NamePart = 'first_name' | 'last_name' | 'full_name';
/** The name as it is written; the same string if it is right, mixed (somebody's intention) or cannot be told. */
export type Speller = (name: string, part: NamePart, country: string) => string;

const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\P{L}]/u;
const NO_NAME = /[\d@_/\\<>{}[\]=+*#$%^|~]/;
/** Letters between blanks, with what hangs on them. */
const WORD = /[^\s,;()"\u201c\u201d\u00ab\u00bb&]+/gu;
/** Where a capital follows inside a word. */
const PART = /[^-\u2010\u2011.]+/gu;
const APOSTROPHE = /^([^'\u2019\u2018`]+)(['\u2019\u2018`])(.+)$/u;
const INITIALS = /^(?:\p{L}\.)+\p{L}?\.?$/u;
const DUTCH_ARTICLE = /^['\u2019]t$/u;
const ALL_CONSONANTS = /^[b-df-hj-np-tv-xz]{2,3}$/i;
const VOWEL_CONSONANT = /^[aeiou][b-df-hj-np-tv-z]$/i;
/** Letters, and countries, of languages with a dotted and a dotless i. `i\u0307` is what most programs make of a small \u0130. */
const TURKISH = /[\u0130\u0131]|i\u0307/u;
const PERHAPS_TURKISH = /[\u011e\u015e\u018f]/u;
const DOTLESS_I: ReadonlySet<string> = new Set(['TR', 'AZ']);
/** Where \u015e was long written for \u0218. */
const OLD_CEDILLA: ReadonlySet<string> = new Set(['RO', 'MD']);

/** Prepares the spelling of names. `country` is ISO 3166-1 alpha-2 or ''. */
export function speller(know: Spelling): Speller {
  const particles = new Set(know.particles);
  const within = new Set(know.particles_within);
  const capitalIn = new Set(know.capital_particles_in);
  const vietnamese = new Set(know.vietnamese);
  const macNames = new Set(know.mac_names);
  const prefixes = new Set(know.apostrophe_prefixes);
  const suffixes = new Map(know.suffixes.map((suffix) => [suffix.toLowerCase(), suffix]));
  const shortNames = new Set(know.short_names);
  const saints = new Set(know.short_for_saint);
  const titleEndings = new Set(know.title_endings);

  function capital(part: string, turkish: boolean): string {
    const apostrophe = APOSTROPHE.exec(part);
    if (apostrophe !== null) {
      const [, prefix = '', mark = '', rest = ''] = apostrophe;
      return first(prefix, turkish) + mark + (prefixes.has(prefix) ? capital(rest, turkish) : rest);
    }
    if (part.startsWith('mc') && part.length > 4 && !know.not_mc.some((start) => part.startsWith(start))) return `Mc${first(part.slice(2), turkish)}`;
    if (macNames.has(part)) return `Mac${first(part.slice(3), turkish)}`;
    if (/^ij[^aeiouy]/.test(part)) return `IJ${part.slice(2)}`;
    return first(part, turkish);
  }

  function spellWord(word: string, turkish: boolean): string {
    const lower = turkish ? word.toLocaleLowerCase('tr').replaceAll('i\u0307', 'i') : word.toLowerCase();
    if (INITIALS.test(word)) return word.replace(/\p{L}/gu, (letter) => first(letter, turkish));
    return lower.replace(PART, (part, at: number) => (lower[at - 1] === '.' && titleEndings.has(part) ? part : capital(part, turkish)));
  }

  /** JD, TJ, AJ: nobody can tell initials from a name by their letters, so they stay as they are. */
  function isInitials(lower: string): boolean {
    return !shortNames.has(lower) && (ALL_CONSONANTS.test(lower) || VOWEL_CONSONANT.test(lower));
  }

  return (name, part, country) => {
    if (isCapitalised(name)) return name;
    const style = styleOf(name);
    if (style === 'mixed' || NO_NAME.test(name) || OTHER_SCRIPT.test(name)) return name;
    const turkish = TURKISH.test(name) || (DOTLESS_I.has(country) && style === 'small');
    // Whether the I of a Turkish name in capitals is an i or an \u0131 cannot be told once the dots are gone.
    if (!turkish && name.includes('I') && (DOTLESS_I.has(country) || (PERHAPS_TURKISH.test(name) && !OLD_CEDILLA.has(country)))) return name;

    const words = (name.match(WORD) ?? []).map((word) => word.toLowerCase());
    const isVietnamese = part !== 'last_name' && (vietnamese.has(words[0] ?? '') || vietnamese.has(words.at(-1) ?? '') || words.includes('thi'));
    const familyFirst = part === 'last_name' || name.includes(',');
    const hasParticles = !capitalIn.has(country);
    let at = -1;
    let afterParticle = false;
    let hadParticle = false;

    return name.replace(WORD, (word) => {
      at++;
      const lower = words[at] as string;
      const suffix = at > 0 && (part === 'last_name' || at > 1 || lower.length > 2) ? suffixes.get(lower.replaceAll('.', '')) : undefined;
      if (suffix !== undefined && !lower.includes('.')) return suffix;
      const isLast = at === words.length - 1;
      const mayStart = at > 0 || familyFirst;
      const isParticle = hasParticles && !isLast && mayStart && ((afterParticle && within.has(lower))
        || (particles.has(lower) && (!isVietnamese || within.has(words[at + 1] as string)))
        || (lower === 'y' && (part === 'last_name' ? at > 0 : at > 1 && words.length > 3))
        || (lower === 'e' && at > 0 && (part === 'last_name' || hadParticle))
        || DUTCH_ARTICLE.test(words[at + 1] as string)); // in 't Veld, op 't Land
      const isBehindParticle = afterParticle;
      afterParticle = isParticle;
      hadParticle ||= isParticle;
      if (isParticle) return lower;
      if (!isLast && saints.has(lower)) return first(lower, false);
      // El Khattabi, Op de Beeck, van As: what opens a family name is no pair of initials, nor what stands behind a particle.
      if (isInitials(lower) && !isBehindParticle && (isLast || at > 0 || part !== 'last_name')) return style === 'shouted' ? word : lower;
      const tail = lower.slice(lower.lastIndexOf('-') + 1);
      if (isLast || tail === lower || !hasParticles || isVietnamese || !particles.has(tail)) return spellWord(word, turkish);
      afterParticle = hadParticle = true; // Jansen-van den Berg
      return spellWord(word.slice(0, -tail.length), turkish) + tail;
    });
  };
}

function first(text: string, turkish: boolean): string {
  const letter = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  const capital = turkish ? letter.toLocaleUpperCase('tr') : letter.toUpperCase();
  return capital.length === letter.length ? capital + text.slice(letter.length) : text; // \u00df, \ufb01 have no capital of their own
}

/** A capital and a small letter of ASCII in front: nearly every name, and mixed. It stays as it is. */
export function isCapitalised(name: string): boolean {
  const one = name.charCodeAt(0);
  const two = name.charCodeAt(1);
  return one > 0x40 && one < 0x5b && two > 0x60 && two < 0x7b;
}

type Style = 'shouted' | 'small' | 'mixed';

/** \u00df has no capital in use, so it says nothing. */
function styleOf(name: string): Style {
  let upper = false;
  let lower = false;
  for (const letter of name) {
    if (letter === '\u00df') continue;
    if (letter !== letter.toLowerCase()) upper = true;
    else if (letter !== letter.toUpperCase()) lower = true;
    if (upper && lower) return 'mixed';
  }
  return upper ? 'shouted' : lower ? 'small' : 'mixed';
}
