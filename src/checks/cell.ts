import type { Ascii, Cell, Check, Field, Find, Lead, Run } from '../types.js';
import { LETTER, POINT } from '../values/characters.js';
import { lostTo, unspoil } from '../values/excel.js';
import { disarm } from '../values/formula.js';
import { unmojibake } from '../values/mojibake.js';
import { createSieve, OPENINGS, POINT_SIGN, UNUSUAL, type Sieve } from '../values/sieve.js';
import { tidy, type Layout } from '../values/whitespace.js';
import { wordSet } from '../values/words.js';

type Problem = 'mojibake' | 'whitespace' | 'placeholder' | 'formula' | 'truncated' | 'excel-damage' | 'garbled';

export interface Options {
  /** What people and programs write when they have nothing to write. */
  readonly placeholders: readonly string[];
  /** Those of them that are also names of people or places. */
  readonly placeholders_also_names: readonly string[];
  /** Those that mean nothing even where `none` or `unknown` is an answer. */
  readonly placeholders_anywhere: readonly string[];
  /** What a spreadsheet shows in place of a value it could not compute. */
  readonly spreadsheet_errors: readonly string[];
  /** `5 DE FR`: how many digits all postal codes of these countries have, where some start with 0. */
  readonly postal_code_digits: readonly string[];
}

const LAYOUT: Readonly<Partial<Record<Field, Layout>>> = {
  id: 'text', street: 'text', notes: 'text', need: 'text', timeline: 'text', authority: 'text', budget: 'text',
};
const NAMES: ReadonlySet<Field> = new Set<Field>(['first_name', 'last_name', 'full_name', 'city', 'state', 'country']);
const ANSWERS: ReadonlySet<Field> = new Set<Field>(['status', 'email_status', 'consent', 'opted_out', 'budget', 'authority', 'need', 'timeline', 'notes']);
const CHANNELS: ReadonlySet<Field> = new Set<Field>(['email', 'phone']);
/** Two letters that stand for nothing elsewhere are a state, a country or a family name here (NC, NA, Na). */
const SHORT = 2;

/** Nothing but punctuation, or a row of x. */
const NO_CONTENT = /^(?:[-\u2010-\u2015_.?*/\\~\u00b7\u2022\u2026,;:!|'"=+ ]+|x{3,})$/i;
const HASHES = /^#{3,}$/;
/** Where programs cut: the longest short text of most databases and CRMs, the longest cell of a spreadsheet. */
const isLimit = (length: number): boolean => length === 255 || length === 32_767;
/** `1234-5678`, a zero lost. */
const ZIP_PLUS_4 = 9;

/** The shortest name of a month. */
const MONTH = 3;
function hasMonth({ bytes, start, end }: Ascii): boolean {
  for (let at = start, letters = 0; at < end; at++) {
    const byte = (bytes[at] as number) | 0x20;
    letters = byte > 0x60 && byte < 0x7b ? letters + 1 : 0;
    if (letters === MONTH) return true;
  }
  return false;
}

/** Lets cells pass of which the check has nothing to say. */
export const cellSieve = (options: Options, run: Run): Sieve => createSieve(run.columns, [...options.placeholders, ...options.spreadsheet_errors]);

/** What is wrong with the text of a cell whatever it means; its fixes feed all later checks. */
export const cell: Check<Problem, Options> = {
  name: 'cell',
  scope: 'lead',
  problems: {
    mojibake: {
      what: 'Letters that had been read in the wrong encoding were put right (MÃ¼ller is Müller).',
      why: 'Nobody answers a letter to "FranÃ§ois", and it matches no other spelling of the name.',
      do: 'Nothing; it is mended. Tell whoever made the list that they open UTF-8 files as something else.',
    },
    whitespace: {
      what: 'White space or invisible characters around or in the text were removed.',
      why: 'Two spellings that look the same do not match, in this list or in a CRM.',
      do: 'Nothing; it is mended.',
    },
    placeholder: {
      what: 'The cell holds a word for "nothing" (N/A, null, unknown, test).',
      why: 'It looks filled but says nothing, and hides how complete the list is.',
      do: 'Treat the cell as empty; ask the vendor to leave such cells empty.',
    },
    formula: {
      what: 'The cell is a formula that a spreadsheet would run; an apostrophe now stands in front of it.',
      why: 'Opened in a spreadsheet it could send data away or start a program.',
      do: 'Find out where the list comes from; a form that takes formulas is being tried out by somebody.',
    },
    truncated: {
      what: 'The text was cut off.',
      why: 'Some program kept only so many characters; the rest is lost.',
      do: 'Fetch the whole text from the source.',
    },
    'excel-damage': {
      what: 'A spreadsheet changed the cell: a number shown as 4.4E+11, a lost leading zero, #NAME?, a date that was none.',
      why: 'Phone numbers, postal codes and ids do not survive being opened as numbers.',
      do: 'Where it could be mended it was; else export again and import the columns as text.',
    },
    garbled: {
      what: 'Letters of the text are lost: a replacement character or a question mark stands for them (M�ller, M?ller).',
      why: 'Which letters they were cannot be told from the list.',
      do: 'Export again as UTF-8, or write the text anew.',
    },
  },
  start(options, run) {
    const isPlaceholder = wordSet(options.placeholders);
    const isAlsoName = wordSet(options.placeholders_also_names);
    const isNothingAnywhere = wordSet(options.placeholders_anywhere);
    const isError = wordSet(options.spreadsheet_errors);
    const sieve = cellSieve(options, run);
    const { isWord } = sieve;
    const digitsOf = new Map<string, number>();
    for (const line of options.postal_code_digits) {
      const [digits, ...countries] = line.split(' ');
      for (const country of countries) digitsOf.set(country, Number(digits));
    }

    const digitsIn = (field: Field, lead: Lead): number => (field === 'postal_code' ? digitsOf.get(lead.country || run.country) ?? 0 : 0);

    /** Where its kinds of characters and its length let a cell be one a spreadsheet spoilt: whether it is. */
    function isSpoilt(at: Cell, field: Field, length: number, lead: Lead): boolean {
      const { ascii, kinds } = at;
      const digits = digitsIn(field, lead);
      // Without a point, letters beside digits would have to be the name of a month, and digits alone a postal code without its zero.
      if ((kinds & (POINT | LETTER)) === LETTER && ascii !== null && !hasMonth(ascii)) return false;
      if ((kinds & (POINT | LETTER)) === 0 && field === 'postal_code' && length !== digits - 1 && (digits !== 5 || length !== ZIP_PLUS_4)) return false;
      return lostTo(at.text, field) !== '' || unspoil(at.text, field, digits) !== at.text;
    }

    /** Nothing in the text could concern this check. Spares most cells the questions below. Never says so wrongly. */
    function isOrdinary(at: Cell, length: number, first: number, last: number, lead: Lead): boolean {
      const doubt = sieve.doubt(at.column, at.kinds);
      if (length <= doubt && (doubt === UNUSUAL || isSpoilt(at, at.field as Field, length, lead))) return false;
      return OPENINGS[first] !== 1 && (last !== POINT_SIGN || !at.text.endsWith('..')) && !isLimit(length) && (!isWord.mayHold(length, first, last) || !isWord(at.text));
    }

    /** `length`, `first`, `last`: of the text, and the characters at its ends. */
    function lookAt(at: Cell, length: number, first: number, last: number, lead: Lead, find: Find<Problem>): void {
      if (isOrdinary(at, length, first, last, lead)) return;
      const raw = at.text;
      if (at.field !== null) mend(at, at.field, lead, find);
      const safe = disarm(at.text);
      if (safe !== at.text) find('formula', at, { fix: safe });
      else if (at.field !== null && !at.isEmpty) judge(at, at.field, raw, find);
    }

    function saysNothing(text: string, field: Field): boolean {
      if (NO_CONTENT.test(text)) return true;
      if (ANSWERS.has(field)) return isNothingAnywhere(text);
      if (!isPlaceholder(text)) return false;
      // Countries are few and known: none of them is called so.
      return !NAMES.has(field) || (text.length > SHORT && (field === 'country' || !isAlsoName(text)));
    }

    function mend(at: Cell, field: Field, lead: Lead, find: Find<Problem>): void {
      const layout = LAYOUT[field] ?? 'line';
      const readable = at.ascii === null ? unmojibake(at.text) : at.text;
      if (readable !== at.text) find('mojibake', at, { fix: readable });
      const tidied = tidy(at.text, layout);
      if (tidied !== at.text) find('whitespace', at, { fix: tidied });
      const mended = tidy(unspoil(at.text, field, digitsIn(field, lead)), layout);
      if (mended !== at.text) find('excel-damage', at, { fix: mended });
    }

    /** `raw`: the text before it was mended, as long as the program that cut it left it. */
    function judge(at: Cell, field: Field, raw: string, find: Find<Problem>): void {
      const text = at.text;
      if (isError(text) || HASHES.test(text)) return find('excel-damage', at, { hint: 'what stood here is lost', leaves: 'empty' });
      if (saysNothing(text, field)) return find('placeholder', at, { leaves: 'empty' });
      const lost = lostTo(text, field);
      if (lost === 'number') return find('excel-damage', at, { hint: 'the digits of this number are lost', leaves: 'unusable' });
      if (lost === 'date') return find('excel-damage', at, { hint: 'read as a date by a spreadsheet; what stood here is lost', leaves: 'unusable' });
      if (isGarbled(text, field)) find('garbled', at, { hint: 'letters are lost' });
      const cut = isLimit(raw.length) ? cutAt(raw, field) : cutAt(text, field);
      if (cut !== '') find('truncated', at, { hint: cut, ...(CHANNELS.has(field) ? { leaves: 'unusable' as const } : {}) });
    }

    return (lead, find) => {
      for (const at of lead.cells) {
        if (at.isOrdinary) continue;
        const { ascii } = at;
        if (ascii === null) {
          const { text } = at;
          if (text !== '') lookAt(at, text.length, text.charCodeAt(0), text.charCodeAt(text.length - 1), lead, find);
          continue;
        }
        const { bytes, start, end } = ascii;
        const length = end - start;
        if (length === 0) continue;
        const first = bytes[start] as number;
        const last = bytes[end - 1] as number;
        // Nearly every cell ends here: its bytes tell that it is ordinary, and it needs no string.
        if (sieve.passes(at.column, at.kinds, length, first, last)) continue;
        lookAt(at, length, first, last, lead, find);
      }
    };
  },
};

/** Only in a name is a question mark between two letters no question. */
const isGarbled = (text: string, field: Field): boolean => text.includes('\ufffd') || (NAMES.has(field) && /\p{L}\?+\p{Ll}/u.test(text));

function cutAt(text: string, field: Field): string {
  if (isLimit(text.length)) return `cut at ${text.length} characters`;
  return !ANSWERS.has(field) && (text.endsWith('\u2026') || text.endsWith('...')) ? 'the end is missing' : '';
}
