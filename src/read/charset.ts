import { textOf, windows1252 } from './encoding.js';
import { everyday, WIDE } from './wide.js';

const WIDE_SURE = 60;
/** Enough where the text makes no words in any encoding with one byte a character. */
const WIDE_LIKELY = 10;
/** The share of everyday characters from which on a few of them are taken for what they seem to be. */
const WIDE_EVERYDAY = 0.95;

/** Encodings with one byte a character, and what the detector calls them. */
const SINGLE = new Map([
  ['windows-1252', ['windows-1252', 'ISO-8859-1']], ['windows-1250', ['windows-1250']], ['iso-8859-2', ['ISO-8859-2']],
  ['windows-1251', ['windows-1251']], ['koi8-r', ['KOI8-R']], ['iso-8859-5', ['ISO-8859-5']], ['iso-8859-7', ['ISO-8859-7']],
  ['windows-1253', ['windows-1253']], ['windows-1254', ['windows-1254', 'ISO-8859-9']], ['windows-1255', ['windows-1255', 'ISO-8859-8']],
  ['windows-1256', ['windows-1256', 'ISO-8859-6']], ['macintosh', []], ['ibm850', []], ['ibm852', []], ['ibm866', []],
]);

/** How much better the words must look in an encoding the detector says nothing for. */
const CLEARLY = 0.3;
/** How much better any must be than Windows-1252, which most lists are in. */
const SLIGHTLY = 0.15;
/** What letters that are frequent weigh beside words that look like words. */
const COMMONNESS = 0.4;
const SAMPLE = 64 << 10;

/**
 * Tells the encoding of text that is neither UTF-8 nor UTF-16: the detector's confidence in the language, and whether
 * the words look like words (`MŸller` does not).
 */
export async function detectCharset(head: Buffer): Promise<string> {
  const sample = wordsWithForeignBytes(head);
  if (isThai(sample)) return 'windows-874';
  const { analyse } = (await import('chardet')).default;
  const confidence = new Map(analyse(sample).map((match): [string, number] => [match.name, match.confidence]));
  const [wide] = [...WIDE].filter(([name, label]) => (confidence.get(name) ?? 0) >= WIDE_LIKELY && decodes(sample, label))
    .map(([name, label]) => ({ label, sure: confidence.get(name) ?? 0, everyday: everyday(sample, label) }))
    // Of a few names the detector says the same for all of them.
    .sort((a, b) => Math.max(WIDE_SURE, b.sure) - Math.max(WIDE_SURE, a.sure) || b.everyday - a.everyday || b.sure - a.sure);
  if (wide !== undefined && wide.sure >= WIDE_SURE) return wide.label;

  const latin = isLatin(sample);
  let best = 'windows-1252';
  let most = latin ? score(sample, best, confidence) : 0;
  for (const name of SINGLE.keys()) {
    if (name === best || LATIN.has(name) !== latin) continue;
    const reached = score(sample, name, confidence);
    const known = (SINGLE.get(name) as string[]).some((label) => (confidence.get(label) ?? 0) > 0);
    if (reached > most + (!latin ? 0 : known ? SLIGHTLY : CLEARLY)) [best, most] = [name, reached];
  }
  if (wide !== undefined && (!latin || wide.everyday >= WIDE_EVERYDAY) && wordlike(textOf(sample, best)) < 0.5) return wide.label;
  // `’ννα`: Greek Windows has a capital letter where ISO-8859-7 has a quote.
  if (best === 'iso-8859-7' && /’\p{Script=Greek}/u.test(textOf(sample, best))) return 'windows-1253';
  if (best !== 'windows-1252') return best;
  const text = windows1252(sample);
  if (isLatin9(text)) return 'iso-8859-15';
  return isTurkish(text) ? 'windows-1254' : isCzech(text) || isHungarian(text) ? 'windows-1250' : best;
}

function score(sample: Buffer, name: string, confidence: ReadonlyMap<string, number>): number {
  const text = textOf(sample, name);
  const sure = Math.max(0, ...(SINGLE.get(name) as string[]).map((label) => confidence.get(label) ?? 0));
  return 2 * wordlike(text) + COMMONNESS * commonness(text) + sure / 100;
}

/** The share of the letters beyond ASCII that are frequent in names and towns of the languages most lists are in. */
function commonness(text: string): number {
  const letters = text.match(/(?![a-z])\p{Script=Latin}/giu) ?? [];
  return letters.length === 0 ? 0 : letters.filter((letter) => /[éüöäßáíóñçèãåø]/iu.test(letter)).length / letters.length;
}

/** Share of the words with foreign letters that look like words: all small, all capitals, or a capital first. */
function wordlike(text: string): number {
  let words = 0;
  let good = 0;
  for (const word of text.split(/[\s,;|"'()<>.\/-]+/)) {
    if (!/[^\x00-\x7f]/.test(word)) continue;
    words++;
    const bare = word.replace(/^[“”„‘’«»–—…]+|[“”„‘’«»–—…®™©€]+$/g, '').replace(/(?<=\p{L})’(?=\p{L})/gu, '');
    if (/[\u0080-\u009f]/.test(bare) || (/\p{Script=Latin}/u.test(bare) && /[^\p{Script=Latin}\p{Script=Common}\p{M}]/u.test(bare))) continue;
    // Names hardly ever begin so, and ï follows a vowel.
    if (/^[èïîëûùñõìòĺŕ]|[ĹŔŸ]|(?![aeou])\p{L}ï/u.test(bare)) continue;
    if (bare === '' || /^(?:\p{Lu}?[\p{Ll}\p{Lo}\p{M}]*|\p{Lu}+|[\p{Lo}\p{M}]+)$/u.test(bare)) good++;
  }
  return words === 0 ? 0 : good / words;
}

/** ISO-8859-15 has €, Œ, œ, Š, š, Ÿ where Western encodings have signs that stand in no word, and no characters from 0x80 to 0x9f. */
const isLatin9 = (text: string): boolean => /¤|\p{L}[¼½¾¦](?!\p{N})|[¼½¾¦]\p{L}/u.test(text) && !/[€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/.test(text);

/**
 * Thai: nothing but its letters, with its vowels and tones where they may stand, and enough of them. Taken for Japanese, the
 * same bytes are half-width katakana.
 */
function isThai(sample: Buffer): boolean {
  const text = textOf(sample, 'windows-874');
  const letters = text.match(/[^\x00-\x7f]/g)?.length ?? 0;
  const vowels = text.match(/[\u0e30-\u0e4e]/g)?.length ?? 0;
  return vowels > letters * 0.15 && !/[a-z][\u0e01-\u0e5b]|[\u0e01-\u0e5b][a-z]/i.test(text) && !/[^\x00-\x7f\u0e01-\u0e5b–—‘’“”…]|(?<![\u0e01-\u0e2e\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|[\u0e40-\u0e44](?![\u0e01-\u0e2e])/u.test(text);
}

/** Turkish letters stand where Western encodings have Icelandic ones, but Icelandic has accents besides. */
function isTurkish(text: string): boolean {
  return new Set(text.match(/[ðýþÐÝÞ]/g)).size >= 2 && /[üöçÜÖÇ]/.test(text) && !/[áéíóúæÁÉÍÓÚÆ]/.test(text);
}

/** Czech and Slovak letters stand where Western encodings have French, Italian and Danish ones; no language has both sorts. */
const isCzech = (text: string): boolean => /[šžŠŽýÝ]/.test(text) && new Set(text.match(/[øèìùòïØÈÌÙÒÏ]/g)).size >= 2;

/** Double acutes stand where Western encodings have Portuguese and French letters; those end no word in õ and have no umlauts. */
const isHungarian = (text: string): boolean =>
  /[õûÕÛ]/.test(text) && /[áéíÁÉÍ]/.test(text) && !/[ãçÃÇ]/.test(text) && (/[öüÖÜ]/.test(text) || /õ(?!e)/u.test(text));

const LATIN = new Set(['windows-1252', 'windows-1250', 'iso-8859-2', 'windows-1254', 'macintosh', 'ibm850', 'ibm852']);

/** Words of a Latin script hold ASCII letters too. */
function isLatin(sample: Buffer): boolean {
  const words = sample.toString('latin1').split(' ').filter((word) => word.length > 2);
  const foreign = words.filter((word) => !/[a-z]/i.test(word)).length;
  return foreign * 2 < words.length || words.length === 0;
}

function decodes(sample: Buffer, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The words that hold bytes beyond ASCII, a space between them: addresses and numbers say nothing of the language. */
function wordsWithForeignBytes(head: Buffer): Buffer {
  const words: Buffer[] = [];
  let size = 0;
  for (let from = 0; from < head.length && size < SAMPLE;) {
    let end = from;
    let foreign = false;
    // Second bytes of wide characters are 0x40 and up.
    for (; end < head.length && (head[end] as number) >= 0x40; end++) if ((head[end] as number) >= 0x80) foreign = true;
    if (foreign) {
      words.push(head.subarray(from, end), SPACE);
      size += end - from + 1;
    }
    from = end + 1;
  }
  return Buffer.concat(words);
}

const SPACE = Buffer.from(' ');
