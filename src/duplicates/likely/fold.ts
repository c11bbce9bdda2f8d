/**
 * Text as it is compared: lower case, without accents, in Latin letters. Two spellings of one name should fold to the
 * same text (Müller and Mueller and MULLER, Łukasz and Lukasz, Иван and Ivan); what folds alike need not be alike.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  const bare = lower.normalize('NFKD').replace(MARKS, '');
  if (PLAIN.test(bare)) return bare;
  let out = '';
  for (const letter of bare) out += letter < '\u0080' ? letter : (LETTERS.get(letter) ?? letter);
  return out;
}

/** `fold`, then words of letters and digits with one space between them. An apostrophe joins: o'neil is oneil. */
export function foldedWords(text: string): string {
  const folded = fold(text);
  if (WORDS.test(folded)) return folded;
  const joined = folded.replace(JOINED, '');
  return (PLAIN.test(folded) ? joined.replace(BETWEEN_PLAIN, ' ') : joined.replace(BETWEEN, ' ')).trim();
}

const PLAIN = /^[\u0000-\u007f]*$/;
const MARKS = /\p{M}+/gu;
const JOINED = /['’‘`´]/g;
/** Nothing to do: the ordinary case, and much cheaper to see than to do. */
const WORDS = /^[a-z0-9]+(?: [a-z0-9]+)*$/;
const BETWEEN_PLAIN = /[^a-z0-9]+/g;
const BETWEEN = /[^\p{L}\p{N}]+/gu;

/** Letters that no decomposition takes to Latin, as passports and timetables write them. */
const LETTERS: ReadonlyMap<string, string> = new Map(Object.entries({
  ß: 'ss', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŋ: 'n', ə: 'a',
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'i', і: 'i', к: 'k', л: 'l', м: 'm',
  н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '',
  ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', ђ: 'dj', џ: 'dz',
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o',
  π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o',
}));
