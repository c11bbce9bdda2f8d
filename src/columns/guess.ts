import { countryCode } from '../values/country.js';
import { dateEvidence } from '../values/date.js';
import { isAscii, plain } from '../values/plain.js';
import type { ValueWords } from './fields.js';
import type { Field } from '../types.js';

/** What kind of thing a cell holds, as far as its text alone tells; a cell can be of several kinds. */
export const KINDS = [
  'email', 'phone', 'dialled', 'date', 'time', 'recent', 'url', 'social', 'postal', 'boolean', 'number', 'salutation', 'subscription', 'unsubscribed', 'result',
] as const;
/** The same of what it takes a dictionary to tell. */
export const WORD_KINDS = ['country', 'word', 'given', 'person', 'company', 'job'] as const;
type FormKind = (typeof KINDS)[number];
type WordKind = (typeof WORD_KINDS)[number];
export type Kind = FormKind | WordKind;

/** What stands in a column: how many cells are filled, how many of those are different, and the share (0 to 1) of each kind. */
export interface Profile {
  readonly filled: number;
  readonly different: number;
  readonly share: (kind: Kind) => number;
  /** Whether so large a share is of the kind, `least` > 0: mostly a few cells say it. */
  readonly holds: (kind: Kind, least: number) => boolean;
  /** The share of cells that look like the names of people: two to four words that begin with a capital, no job and no firm. */
  readonly named: () => number;
}

/** Words that begin with a capital, or with a letter of a script that has none. */
const NAMED = /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*(?: (?!$)|$)){2,4}$/u;
const LOOKED_AT = 100;
const LONGEST = 200;

/** A column nobody needs to look at. */
export const UNSEEN: Profile = { filled: 0, different: 0, named: () => 0, share: () => 0, holds: () => false };

/** Looks at the first filled cells of a column (0-based) of the sample. */
export function profileOf(sample: readonly (readonly string[])[], column: number, words: ValueWords): Profile {
  /** How many cells have the text. */
  const different = new Map<string, number>();
  let filled = 0;
  for (const row of sample) {
    const text = (row[column] ?? '').trim().replace(/^'|^="(.*)"$/u, '$1');
    if (text === '' || /^(?:n\/?a|null|none|-+|unknown)$/i.test(text)) continue;
    different.set(text, (different.get(text) ?? 0) + 1);
    if (++filled === LOOKED_AT) break;
  }
  const texts = Array.from(different, ([text, cells]) => new Text(text, cells, words));
  function holds(kind: Kind, least: number): boolean {
    let count = 0;
    let left = filled;
    for (const text of texts) {
      if ((count + left) / filled < least) return false;
      if (text.is(kind)) count += text.cells;
      if (count / filled >= least) return true;
      left -= text.cells;
    }
    return false;
  }
  const shareOf = (holds: (text: Text) => boolean): number => (filled === 0 ? 0 : texts.reduce((sum, text) => (holds(text) ? sum + text.cells : sum), 0) / filled);
  return { filled, different: different.size, holds, share: (kind) => shareOf((text) => text.is(kind)), named: () => shareOf(({ text }) => isNamed(text, words)) };
}

/** `14:05`, `9:30 pm`, `14h30`: of which day nobody knows. */
const TIME_ALONE = /^\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?\s?m\.?|uhr)?$/i;
const FORMS: ReadonlySet<Kind> = new Set<Kind>(KINDS);
const isForm = (kind: Kind): kind is FormKind => FORMS.has(kind);

/** A text and in how many cells it stands. Its kinds are found out when somebody asks: most columns say by their name what is in them. */
class Text {
  private forms: readonly FormKind[] | undefined;
  private wordKinds: readonly WordKind[] | undefined;
  constructor(readonly text: string, readonly cells: number, private readonly words: ValueWords) {}

  is(kind: Kind): boolean {
    const forms = this.forms ??= formsOf(this.text, this.words);
    if (isForm(kind)) return forms.includes(kind);
    return (this.wordKinds ??= mayBeWords(this.text, forms) ? wordsOf(this.text, this.words) : []).includes(kind);
  }
}

function formsOf(text: string, words: ValueWords): readonly FormKind[] {
  if (text.length > LONGEST) return [];
  if (/[^\s@]@[^\s@]+\.[^\s@]/u.test(text)) return ['email'];
  const kinds: FormKind[] = [];
  const digits = text.replace(/\D/g, '').length;
  const date = digits > 0 && dateEvidence(text) !== 'none';
  if (date) kinds.push('date');
  else if (digits > 2 && TIME_ALONE.test(text)) kinds.push('time');
  if (date && /20[0-4]\d/.test(text)) kinds.push('recent');
  if (digits > 0 && /^[-+]?\d[\d.,]*%?$/.test(text)) kinds.push('number');
  if (digits >= 7 && digits <= 15 && /^(?:[a-z]{1,4}:)?\s*[+(]?[\d\s().\-–/+]{6,}(?:\s*(?:x|ext\.?)\s*\d+)?(?:\.0)?$/i.test(text) && !(date && /[-./]/.test(text))) {
    kinds.push('phone');
    if (/^(?:[a-z]{1,4}:)?\s*(?:\+|00|\(?0\d)/i.test(text) || /^\(?\d{3}\)?[-. ]\s?\d{3}[-. ]\d{4}/.test(text)) kinds.push('dialled');
  }
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(text) || /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:\/\S*)?$/i.test(text)) {
    return [/\.com/i.test(text) && /\b(?:linkedin|facebook|twitter|instagram|xing|tiktok|youtube)\.com\b|\/\/(?:www\.)?x\.com\//i.test(text) ? 'social' : 'url'];
  }
  if (digits > 0 && /^(?:[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]\d[a-z][ -]?\d[a-z]\d|\d{4} ?[a-z]{2}|\d{5}-\d{4}|\d{5}-\d{3}|\d{2}-\d{3})$/i.test(text)) kinds.push('postal');
  const whole = partsOf(text).join(' ');
  if (words.booleans.has(whole) || text === '0' || text === '1') kinds.push('boolean');
  if (words.subscription.has(whole)) kinds.push('subscription');
  if (words.results.has(whole) || /^\W*[45]\d\d[ -]|[45]\.\d\.\d/.test(text)) kinds.push('result');
  if (words.unsubscribed.has(whole)) kinds.push('unsubscribed');
  if (words.salutations.has(whole)) kinds.push('salutation');
  return kinds;
}

/** What has digits in it or is of a form that tells is not looked up. */
const mayBeWords = (text: string, forms: readonly FormKind[]): boolean =>
  text.length <= LONGEST && !/\d/.test(text) && !forms.some((form) => form === 'email' || form === 'url' || form === 'social');

function wordsOf(text: string, words: ValueWords): readonly WordKind[] {
  const kinds: WordKind[] = [];
  const parts = partsOf(text);
  if (text.length > 2 && parts.length <= 5 && countryCode(text) !== '') kinds.push('country');
  if (parts.length === 1) kinds.push('word');
  if (parts.some((part) => words.given_names.has(part))) kinds.push(parts.length === 1 ? 'given' : 'person');
  if (isFirm(parts, words)) kinds.push('company');
  if (parts.some((part) => words.job_words.has(part))) kinds.push('job');
  return kinds;
}

function partsOf(text: string): readonly string[] {
  const lower = plain(text);
  return lower.match(isAscii(lower) ? /[a-z\d]+/g : /[\p{L}\d]+/gu) ?? [];
}
const isFirm = (parts: readonly string[], words: ValueWords): boolean => parts.length > 1 && words.legal_forms.has(parts.at(-1)!);

function isNamed(text: string, words: ValueWords): boolean {
  if (text.length > LONGEST || /\d/.test(text) || !NAMED.test(text)) return false;
  const parts = partsOf(text);
  return !isFirm(parts, words) && !parts.some((part) => words.job_words.has(part));
}

const TEXTS: readonly Kind[] = ['email', 'phone', 'date', 'url', 'social', 'boolean', 'number'];
/** Kinds that a column of the field surely does not consist of. */
const AGAINST: Readonly<Partial<Record<Field, readonly Kind[]>>> = {
  email: ['phone', 'date', 'url', 'social', 'boolean', 'number'],
  phone: ['email', 'date', 'url', 'social', 'boolean'],
  first_name: TEXTS, last_name: TEXTS, full_name: TEXTS, title: [...TEXTS, 'salutation'], industry: ['email', 'phone', 'date', 'url', 'social', 'boolean'],
  company: ['email', 'phone', 'date', 'social', 'boolean', 'number'],
  website: ['email', 'phone', 'date', 'social', 'boolean', 'number'],
  street: ['email', 'phone', 'date', 'url', 'social', 'boolean', 'number'], city: TEXTS, state: ['email', 'phone', 'url', 'social', 'date'],
  country: TEXTS, postal_code: ['email', 'url', 'social', 'boolean'], employees: ['email', 'url', 'social'], id: ['email', 'social'],
  source: ['email', 'phone', 'date', 'number'], status: ['email', 'phone', 'date', 'url', 'social'], email_status: ['email', 'phone', 'url', 'social'],
  created_at: ['email', 'url', 'social', 'boolean', 'time'], last_activity_at: ['email', 'url', 'social', 'boolean', 'time'], consent_at: ['email', 'url', 'social', 'boolean', 'time'],
  consent: ['email', 'phone', 'url', 'social'], opted_out: ['email', 'phone', 'url', 'social'],
  price: ['email', 'phone', 'date', 'url', 'social'], notes: ['email', 'phone', 'boolean'], need: ['email', 'phone', 'date', 'number'], timeline: ['email', 'phone'],
};
/** Kinds that prove a field. */
const FOR: Readonly<Partial<Record<Field, Kind>>> = {
  email: 'email', phone: 'phone', website: 'url', country: 'country', created_at: 'date', last_activity_at: 'date', consent_at: 'date', full_name: 'person', first_name: 'given', status: 'subscription',
};
export const MOST = 0.8, FEW = 0.2, ENOUGH = 3;
const HALF = 0.5, ANY = 1e-6;
/** Fields that prove themselves by a list of common words, which never knows most of them. */
const LISTED: ReadonlySet<Field> = new Set<Field>(['full_name', 'first_name', 'status']);

/** What the values say to a field its header suggests: `yes`, `no`, or nothing. Few cells say nothing. */
export function valuesSay(field: Field, profile: Profile): 'yes' | 'no' | 'nothing' {
  const { filled, different, holds } = profile;
  const kind = FOR[field];
  if (kind !== undefined && holds(kind, LISTED.has(field) ? FEW : HALF)) return 'yes';
  if (field === 'status' && tellsSubscription(profile)) return 'yes';
  if (filled < ENOUGH) return 'nothing';
  if ((AGAINST[field] ?? []).some((against) => holds(against, MOST))) return 'no';
  // An address or a number is hardly ever the same twice; `Verified`, `Mobile` are.
  const repeats = filled >= 10 && different <= filled / 5;
  return (field === 'email' || field === 'phone') && repeats && !holds(kind!, FEW) ? 'no' : 'nothing';
}

/** Whether values that should be there for a doubtful header are missing. */
export const valuesLack = (field: Field, { filled, holds }: Profile): boolean => {
  const kind = FOR[field];
  return kind !== undefined && !LISTED.has(field) && filled >= ENOUGH && !holds(kind, FEW);
};

/** The field a column feeds by its values alone. `nameless`: the header says nothing at all, so weaker signs count too. */
export function guessFromValues(profile: Profile, nameless: boolean): { readonly field: Field; readonly confidence: number } | undefined {
  const { filled, different, holds } = profile;
  const found = (field: Field, confidence: number): { field: Field; confidence: number } => ({ field, confidence });
  if (holds('email', MOST)) return found('email', filled >= ENOUGH ? 0.9 : 0.7);
  if (filled < ENOUGH) return undefined;
  if (holds('email', HALF)) return found('email', 0.7);
  if (holds('phone', MOST) && holds('dialled', HALF) && different > 1) return found('phone', 0.7);
  if (!nameless) return undefined;
  if (holds('recent', MOST) && !holds('number', HALF)) return found('created_at', 0.6);
  if (holds('url', MOST)) return found('website', 0.7);
  if (holds('country', MOST)) return found('country', 0.8);
  if (holds('postal', MOST) && different > 1) return found('postal_code', 0.7);
  const various = different >= Math.max(ENOUGH, filled * FEW);
  if (holds('job', HALF) && various) return found('title', 0.6);
  if (holds('company', 0.25) && various) return found('company', 0.6);
  if (holds('person', 0.25) && !holds('word', FEW) && different >= filled * 0.7) return found('full_name', 0.6);
  return holds('given', 0.4) && holds('word', MOST) && various ? found('first_name', 0.6) : undefined;
}

/** Whether a status says who gets mail and who does not: beside `Status: New` there may be `Subscription: Unsubscribed`. */
export const tellsSubscription = ({ holds }: Profile): boolean => holds('unsubscribed', ANY) || holds('subscription', FEW);

/** Whether a column whose name says only that it is about a person (`Contact`) holds names. */
export const looksLikePeople = ({ named, holds }: Profile): boolean => named() >= HALF && !holds('country', FEW);

/** Whether a column beside the first names can hold the last names: single words, few of them twice, no first names. */
export const looksLikeLastNames = ({ filled, different, holds }: Profile): boolean =>
  filled >= ENOUGH && holds('word', 0.7) && different >= filled * 0.6 && !holds('given', 0.4) && !holds('country', FEW) && !holds('boolean', FEW);
