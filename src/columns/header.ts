import { FILLER, OTHER, type FieldWords, type Meaning } from './fields.js';
import { headerWords, slipTo } from './words.js';

/** What one header says by itself. */
export interface HeaderReading {
  readonly meaning: Meaning | null;
  /** 0 to 1, before the values are looked at. */
  readonly confidence: number;
  readonly why: 'exact' | 'tokens' | 'none';
  /** Only used when the values agree. */
  readonly ifValues: boolean;
  /** Lower is better among columns of one meaning: company-level and later readings come after. */
  readonly rank: number;
  /** No known word in it, so the values may speak. */
  readonly open: boolean;
  /** Not even an unknown word: `column_1`, `Field 3`, nothing. */
  readonly nameless: boolean;
  /** Says only that it is about the person: `Contact`. */
  readonly person: boolean;
  /** About somebody or something else, whatever its values look like. */
  readonly other: boolean;
}

const EXACT = 1, TOKENS = 0.95, WEAK = 0.65;
const SLIP = 0.25, BEFORE = 0.12, AFTER = 0.5, STRICT = 0.5;
/** Below it what stands in brackets may be what clouds the name. */
const CLEAR = 0.5;
const COMPANY_RANK = 20, WEAK_RANK = 40;

const NOTHING: HeaderReading = { meaning: null, confidence: 0, why: 'none', ifValues: false, rank: 0, open: false, nameless: false, person: false, other: false };

/** What a header means, from its words alone. */
export function readHeader(header: string, words: FieldWords): HeaderReading {
  const all = headerWords(header);
  const exact = words.exact.get(all.join(' '));
  if (exact === null) return { ...NOTHING, open: true };
  if (exact !== undefined) return { ...NOTHING, meaning: exact, confidence: EXACT, why: 'exact' };
  if (header.startsWith('lc_')) return { ...NOTHING, other: true }; // of an earlier run
  const whole = readConcepts(all, words);
  if ((whole.meaning !== null && whole.confidence >= CLEAR) || whole.other) return whole;
  // `Phone (include country code)`: what stands in brackets only explains.
  const bare = header.replace(/[([{][^)\]}]*[)\]}]/gu, ' ');
  const reading = bare === header ? whole : readConcepts(headerWords(bare), words);
  return reading.meaning === null ? whole : reading;
}

interface Concepts { readonly list: readonly string[]; readonly unknownBefore: number; readonly unknownAfter: number; readonly slips: number }

function readConcepts(all: readonly string[], words: FieldWords): HeaderReading {
  const { list, unknownBefore, unknownAfter, slips } = conceptsOf(all, words);
  if (list.includes(OTHER)) return { ...NOTHING, other: true };
  const set = new Set(list);
  // `Customer` alone says as little as `Contact`.
  if (set.size === 0 || (set.size === 1 && set.has('party'))) return { ...NOTHING, open: true, nameless: unknownBefore === 0, person: unknownBefore === 0 && all.some((word) => words.values.persons.has(word)) };
  for (const reading of words.readings) {
    if (!reading.needs.every((concept) => set.has(concept))) continue;
    if (![...set].every((concept) => reading.may.has(concept) || reading.needs.includes(concept) || words.whose.has(concept))) continue;
    const weak = reading.strength !== 'sure';
    const unknown = unknownBefore + unknownAfter;
    const tolerant = reading.needs.some((concept) => words.tolerant.has(concept));
    const strict = weak || (!tolerant && words.strict.has(reading.meaning));
    const penalty = unknown === 0 ? 0 : strict ? STRICT : unknownBefore * BEFORE + unknownAfter * (tolerant ? BEFORE : AFTER);
    return {
      ...NOTHING, meaning: reading.meaning, why: 'tokens', ifValues: reading.strength === 'ifvalues',
      confidence: Math.max(0, (weak ? WEAK : TOKENS) - Math.min(penalty, STRICT) - slips * SLIP),
      rank: reading.rank + (set.has('company') && reading.meaning !== 'company' ? COMPANY_RANK : 0) + (reading.strength === 'weak' ? WEAK_RANK : 0) + unknown,
    };
  }
  return NOTHING;
}

function conceptsOf(all: readonly string[], words: FieldWords): Concepts {
  let slips = 0;
  const tokens = all.flatMap((word) => {
    if (words.phrases.has(word) || words.fragments.has(word)) return [word];
    const one = singular(word, words.phrases) ?? withoutArticle(word, words.phrases);
    if (one !== undefined) return [one];
    const parts = split(word, words.phrases);
    if (parts !== undefined) return parts;
    const meant = slipOf(word, words);
    if (meant === undefined) return [word];
    slips++;
    return [meant];
  });
  const list: string[] = [];
  let unknownBefore = 0, unknownAfter = 0, about = false;
  for (let at = 0; at < tokens.length;) {
    const word = tokens[at]!;
    let length = Math.min(words.longest, tokens.length - at);
    let concept: string | undefined;
    for (; length > 0 && concept === undefined; length--) {
      const phrase = tokens.slice(at, at + length);
      concept = words.phrases.get(phrase.join(' ')) ?? words.phrases.get(phrase.map((one) => singular(one, words.phrases) ?? one).join(' '));
    }
    at += concept === undefined ? 1 : length + 1;
    if (concept === undefined && !/^\p{L}/u.test(word)) continue; // a picture
    if (concept === undefined) { if (about) unknownAfter++; else unknownBefore++; }
    else if (concept !== FILLER) {
      list.push(concept);
      about ||= !words.whose.has(concept);
    }
  }
  return { list, unknownBefore, unknownAfter, slips };
}

/** `Emails` → email. */
function singular(word: string, phrases: ReadonlyMap<string, string>): string | undefined {
  return word.length > 3 && word.endsWith('s') && !phrases.has(word) && phrases.has(word.slice(0, -1)) ? word.slice(0, -1) : undefined;
}

/** Arabic nouns carry their article: الشركة is شركة. */
const withoutArticle = (word: string, phrases: ReadonlyMap<string, string>): string | undefined =>
  word.startsWith('ال') && phrases.has(word.slice(2)) ? word.slice(2) : undefined;

const SHORTEST_PART = 3;
/** Of scripts that write words with a sign or two: 创建时间 → 创建 时间. */
const SHORTEST_IN_SIGNS = 2;
const SIGNS = /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]+$/u;
/** What is short and stands within or behind joined words: `numberofemployees`, `createdon`, 登録日. */
const JOINTS: ReadonlySet<string> = new Set(['of', 'or', 'on', 'at', 'by', 'de', 'id', 'nr', 'no', '日', 'の']);

/** `telefonnummer` → telefon nummer, `rechnungsadresse` → rechnung(s) adresse: known words only, the fewest possible. */
function split(word: string, phrases: ReadonlyMap<string, string>): readonly string[] | undefined {
  const shortest = SIGNS.test(word) ? SHORTEST_IN_SIGNS : SHORTEST_PART;
  if (word.length < 2 * shortest - 1 || word.length > 40) return undefined;
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end++)
    for (let start = 0; start < end; start++) {
      const before = best[start];
      if (before === undefined) continue;
      const part = word.slice(start, end);
      const known = part.length >= shortest ? phrases.has(part) : start > 0 && JOINTS.has(part);
      if (known && before.length + 1 < (best[end]?.length ?? Infinity)) best[end] = [...before, part];
      // The s that joins German, Dutch and Swedish words.
      else if (part === 's' && before.length > 0) best[end] ??= before;
    }
  const parts = best[word.length];
  return parts !== undefined && parts.length > 1 ? parts : undefined;
}

const SHORTEST_SLIP = 4;
/** In shorter words a wrong letter makes another word: `Voice` is no `Voie`. */
const SHORTEST_WRONG = 6;

/** `emial` → email: the same first letter and one slip; letters left out, doubled or swapped before wrong ones. */
function slipOf(word: string, { slips }: FieldWords): string | undefined {
  if (word.length < SHORTEST_SLIP || !/^[a-z]+$/.test(word)) return undefined;
  let wrong: string | undefined;
  for (const known of slips) {
    if (known[0] !== word[0]) continue;
    const slip = slipTo(known, word);
    if (slip === 'moved') return known;
    if (slip === 'wrong' && word.length >= SHORTEST_WRONG) wrong ??= known;
  }
  return wrong;
}
