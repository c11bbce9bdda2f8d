import { memo } from '../../values/memo.js';
import { spelledOut } from './initial.js';
import type { Column, Kind } from './kinds.js';
import { DIGRAPH, type Normaliser } from './normal.js';
import { positionsByKey } from './sort.js';
import { mixed, Vocabulary } from './vocabulary.js';

/** One thing the model compares: numbers of its texts by profile, -1 where there is none. */
export interface Values {
  readonly vocabulary: Vocabulary;
  readonly of: Int32Array;
  /** How many profiles hold each text of the vocabulary, by number; columns of one kind (two phones) are counted together. */
  readonly counts: Uint32Array;
}
export interface Extra extends Values { readonly name: string; readonly kind: 'date' | 'code' | 'text' }

/**
 * The people of the list as the model sees them. Rows that look the same to it are one profile. Profiles stand in an
 * order that depends on what they hold and not on where they stood in the list, so nothing that follows can.
 */
export interface People {
  readonly size: number;
  readonly given: Values;
  readonly family: Values;
  readonly emails: readonly Values[];
  readonly phones: readonly Values[];
  readonly company: Values;
  readonly domain: Values;
  readonly street: Values;
  readonly city: Values;
  readonly postal: Values;
  readonly state: Values;
  readonly country: Values;
  /** Sr., Jr., III. */
  readonly generation: Values;
  readonly extras: readonly Extra[];
  /** Rows of profile `p`: `rows[rowStarts[p]]` up to `rows[rowStarts[p + 1]]`, ascending. */
  readonly rows: Uint32Array;
  readonly rowStarts: Uint32Array;
}

export interface Gathering {
  /** Adds a row; `texts` by column, as they stand in the cells. Rows are numbers below 2^32, each added once. */
  add(row: number, texts: readonly string[]): void;
  /** Called once: what was collected is handed over. */
  people(): People;
}

const NONE = new Int32Array(0);
interface Growing { readonly vocabulary: Vocabulary; of: Int32Array }

const growing = (shared = new Vocabulary()): Growing => ({ vocabulary: shared, of: new Int32Array(1 << 10) });

/** What is known of texts beforehand. */
export interface Known {
  /** Whether a whole name is a company's, null when it does not show. */
  readonly isFirm: (name: string) => boolean | null;
  readonly isFreeMail: (domain: string) => boolean;
}

/** Collects rows, a few dozen bytes each. */
export function gather(columns: readonly Column[], { normalise, nameParts, generation }: Normaliser, { isFirm, isFreeMail }: Known): Gathering {
  const at = (kind: Kind): readonly number[] => columns.flatMap((column, i) => (column.kind === kind ? [i] : []));
  const names = new Vocabulary();
  const slots = {
    given: growing(names), family: growing(names), company: growing(), domain: growing(), street: growing(), city: growing(), postal: growing(),
    state: growing(), country: growing(), generation: growing(),
  };
  const mailboxes = new Vocabulary();
  const numbers = new Vocabulary();
  const emails = at('email').map(() => growing(mailboxes));
  const phones = at('phone').map(() => growing(numbers));
  const extras = columns.flatMap((column, i) =>
    column.kind === 'date' || column.kind === 'code' || column.kind === 'text' ? [{ column: i, name: column.name, kind: column.kind, ...growing() }] : []);
  /** Whole names as names of companies, until it is known what they are. */
  const firms = growing(slots.company.vocabulary);
  const saw = { people: 0, firms: 0, others: 0 };
  const everything: readonly Growing[] = [...Object.values(slots), ...emails, ...phones, ...extras];
  const columnsOf = { given: at('given'), family: at('family'), full: at('full'), email: at('email'), phone: at('phone'), company: at('company'), website: at('website'), street: at('street'), city: at('city'), postal: at('postal'), state: at('state'), country: at('country') };
  let rows = new Uint32Array(1 << 10);
  let size = 0;

  const joined = (which: readonly number[], texts: readonly string[]): string =>
    which.length === 1 ? texts[which[0] as number] as string : which.map((i) => texts[i]).filter((text) => text !== '').join(' ');
  const first = (which: readonly number[], texts: readonly string[]): string => {
    for (const i of which) if (texts[i] !== '') return texts[i] as string;
    return '';
  };
  const put = (slot: Growing, text: string): void => { slot.of[size] = slot.vocabulary.number(text); };
  /** The number of the text of a cell: what comes again and again down a column is made comparable once. */
  const repeated = (kind: 'given' | 'family' | 'city' | 'state' | 'country'): ((text: string) => number) => memo((text) => slots[kind].vocabulary.number(normalise(kind, text)), REPEATED);
  const numberOf = { given: repeated('given'), family: repeated('family'), city: repeated('city'), state: repeated('state'), country: repeated('country') };

  return {
    add(row, texts) {
      if (size === rows.length) {
        rows = widened(rows);
        for (const slot of everything) slot.of = widened(slot.of);
        if (saw.others === 0) firms.of = widened(firms.of);
      }
      rows[size] = row;
      let given = numberOf.given(joined(columnsOf.given, texts));
      const lastName = joined(columnsOf.family, texts);
      let family = numberOf.family(lastName);
      let named = lastName;
      let firm = '';
      if (given === -1 && family === -1) {
        named = first(columnsOf.full, texts);
        if (named !== '') {
          [given, family] = nameParts(named).map((name) => names.number(name)) as [number, number];
          if (saw.others === 0) {
            const is = isFirm(named);
            if (is !== null) saw[is ? 'firms' : 'people']++;
            firm = normalise('company', named);
          }
        }
      } else saw.others++;
      put(slots.generation, generation(named));
      slots.family.of[size] = family;
      let domain = '';
      columnsOf.email.forEach((column, i) => {
        const email = normalise('email', texts[column] as string);
        put(emails[i] as Growing, email);
        if (names.isLetter(given)) given = names.number(spelledOut(names.text(given), names.text(family), email));
        const address = email === '' && texts[column]!.startsWith('@') ? texts[column]!.toLowerCase() : email;
        if (domain === '' && address !== '') {
          const host = address.slice(address.lastIndexOf('@') + 1);
          if (!isFreeMail(host)) domain = host;
        }
      });
      slots.given.of[size] = given;
      columnsOf.phone.forEach((column, i) => { put(phones[i] as Growing, normalise('phone', texts[column] as string)); });
      const website = normalise('website', first(columnsOf.website, texts));
      put(slots.domain, website === '' ? domain : website);
      const company = normalise('company', first(columnsOf.company, texts));
      if (company !== '') saw.others++;
      if (saw.others === 0) put(firms, firm);
      put(slots.company, company);
      put(slots.street, normalise('street', joined(columnsOf.street, texts)));
      slots.city.of[size] = numberOf.city(first(columnsOf.city, texts));
      put(slots.postal, normalise('postal', first(columnsOf.postal, texts)));
      slots.state.of[size] = numberOf.state(first(columnsOf.state, texts));
      slots.country.of[size] = numberOf.country(first(columnsOf.country, texts));
      for (const extra of extras) put(extra, normalise(extra.kind, texts[extra.column] as string));
      size += 1;
    },
    people() {
      // Names of shops in a column called Name: they are compared as such where nothing else says who or what the rows are.
      if (saw.others === 0 && saw.firms > saw.people && saw.firms > size * FIRMS) {
        slots.company.of = firms.of;
        for (const slot of [slots.given, slots.family, slots.generation]) slot.of.fill(-1);
      }
      firms.of = NONE;
      const { order, starts } = profiles(everything, size);
      const settled = (slot: Growing, counts = new Uint32Array(slot.vocabulary.size)): Values => {
        const of = new Int32Array(starts.length - 1);
        for (let p = 0; p < of.length; p++) {
          const number = slot.of[order[starts[p]!]!]!;
          of[p] = number;
          if (number >= 0) counts[number]!++;
        }
        slot.of = NONE;
        if (slot !== slots.given && slot !== slots.family) slot.vocabulary.close();
        return { vocabulary: slot.vocabulary, of, counts };
      };
      const together = (which: readonly Growing[]): readonly Values[] => {
        const counts = new Uint32Array(which[0]?.vocabulary.size ?? 0);
        return which.map((slot) => settled(slot, counts));
      };
      const own = {
        given: settled(slots.given), family: settled(slots.family), company: settled(slots.company), domain: settled(slots.domain),
        street: settled(slots.street), city: settled(slots.city), postal: settled(slots.postal), state: settled(slots.state), country: settled(slots.country),
      };
      return {
        ...own, size: starts.length - 1, generation: settled(slots.generation),
        emails: together(emails), phones: together(phones),
        extras: extras.map((extra) => ({ ...settled(extra), name: extra.name, kind: extra.kind })).filter((extra) => !isMadeOf(extra, [own.given, own.family, own.company, own.city])),
        rows: order.map((position) => rows[position]!), rowStarts: starts,
      };
    },
  };
}

/** Texts of a column that are kept in mind. */
const REPEATED = 1 << 12;
/** Share of whole names that must look like those of companies. */
const FIRMS = 0.15;

/**
 * Whether a column of words only says again what others say (a column with the whole name beside those of first and last
 * name): it would bear witness twice.
 */
function isMadeOf({ kind, vocabulary, of }: Extra, others: readonly Values[]): boolean {
  if (kind !== 'text') return false;
  const step = Math.ceil(of.length / LOOKED_AT);
  let filled = 0;
  let made = 0;
  for (let p = 0; p < of.length; p += step) {
    if (of[p]! < 0) continue;
    filled++;
    const words = new Set(others.flatMap((other) => other.vocabulary.text(other.of[p]!).split(' ')));
    if (vocabulary.text(of[p]!).replace(DIGRAPH, '$1').split(' ').every((word) => words.has(word))) made++;
  }
  return made > filled * MOST;
}
const LOOKED_AT = 2000;
const MOST = 0.5;

/** Positions grouped by equal content, groups in the order of a hash of their content. */
function profiles(slots: readonly Growing[], size: number): { order: Uint32Array; starts: Uint32Array } {
  const low = new Uint32Array(size);
  const high = new Uint32Array(size);
  for (const [i, { vocabulary: { hashes }, of }] of slots.entries()) {
    for (let position = 0; position < size; position++) {
      const number = of[position]!;
      const hash = number < 0 ? 0 : hashes[number]!;
      low[position] = mixed(low[position]!, hash);
      high[position] = mixed(high[position]!, hash + i + 1);
    }
  }
  const order = positionsByKey(high, positionsByKey(low));
  const equal = (a: number, b: number): boolean => slots.every(({ of }) => of[a] === of[b]);
  const starts = new Uint32Array(size + 1);
  let count = 0;
  for (let i = 0; i < size; i++) if (i === 0 || !equal(order[i - 1]!, order[i]!)) starts[count++] = i;
  starts[count] = size;
  return { order, starts: starts.slice(0, count + 1) };
}

function widened<T extends Uint32Array | Int32Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(Math.ceil(array.length * 1.5));
  larger.set(array);
  return larger;
}
