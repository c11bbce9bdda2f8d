import { kept, type Kernel } from '../kernel.js';

/** What may be known of a host, besides its ending. */
export interface Listed {
  /** Domains about which, and about all below which, something is known. Dots do not count: `gm.ail.com` is `gmail.com`. */
  readonly domains: Iterable<string>;
  /** Labels, anywhere in a host. */
  readonly labels: Iterable<string>;
  /** First labels, as they stand or after one slip of the fingers (see isOneSlip). */
  readonly names: Iterable<string>;
}

const DOT = 46;
/** Bits for domains: some ten thousand are known. */
const DOMAINS = 19;
/** Places for the first and the last letters of labels. */
const PARTS = 13;
/** Places for endings, and how long an ending can be to fit a number. */
const ENDINGS = 12;
const LONGEST_ENDING = 6;
/** Lengths are bits; the last one stands for all that are longer. */
const LONGEST = 31;
const ALL = -1;

/** Numbers of the tables, which stand one behind the other (wasm/mail.ts). */
const HEADS_AT = 1 << (DOMAINS - 5);
const TAILS_AT = HEADS_AT + (1 << PARTS);
const ENDINGS_AT = TAILS_AT + (1 << PARTS);
const SHORT_AT = ENDINGS_AT + (1 << ENDINGS);

/**
 * Tells by its bytes that nothing is known of a host but its ending: nearly every company of a list has a host nobody
 * listed and that nobody saw before, and it needs neither a string nor a place in a memory. Says no to a few too many
 * (to all labels of two equal letters or of one), never yes wrongly.
 */
export interface UnlistedHosts {
  /** Of a host as a plain address has it (plain-address.ts), behind the `@`. */
  has(bytes: Uint8Array, start: number, end: number): boolean;
  /** Where wasm/mail.ts finds the tables, 0: nowhere yet. */
  placeIn(kernel: Kernel): number;
}

/**
 * @param isEnding whether nothing is wrong with hosts for ending in this label; asked again and again of a few
 * @param some the first so many hosts are all said to be listed: after them it pays to prepare for the others
 */
export function unlistedHosts(listed: () => Listed, isEnding: (label: string) => boolean, some: number): UnlistedHosts {
  let asked = 0;
  let prepared: UnlistedHosts | undefined;
  return {
    has: (bytes, start, end) => (asked < some ? (asked += 1) < 0 : (prepared ??= prepare(listed(), isEnding)).has(bytes, start, end)),
    placeIn: (kernel) => (prepared === undefined ? 0 : prepared.placeIn(kernel)),
  };
}

function prepare(listed: Listed, isEnding: (label: string) => boolean): UnlistedHosts {
  const tables = new Int32Array(SHORT_AT + 1);
  const domains = tables.subarray(0, HEADS_AT);
  // By three letters: of which lengths the labels are that begin, that end with them.
  const heads = tables.subarray(HEADS_AT, TAILS_AT);
  const tails = tables.subarray(TAILS_AT, ENDINGS_AT);
  const endings = tables.subarray(ENDINGS_AT, SHORT_AT);
  const placeIn = kept(tables);
  /** The kernel that has a copy of them. */
  let home: Kernel | null = null;
  /** Lengths of which all labels may be known: one letter, and names too short to be told by three. */
  let short = bitOf(1);

  for (const domain of listed.domains) {
    let hash = 0;
    for (let at = domain.length - 1; at >= 0; at--) if (domain.charCodeAt(at) !== DOT) hash = mixed(hash, domain.charCodeAt(at));
    const bit = Math.imul(hash, SPREAD) >>> (32 - DOMAINS);
    domains[bit >>> 5] = (domains[bit >>> 5] as number) | 1 << (bit & 31);
  }
  const put = (parts: Int32Array, part: string, lengths: number): void => {
    const place = placeOf(part.charCodeAt(0), part.charCodeAt(1), part.charCodeAt(2));
    parts[place] = (parts[place] as number) | lengths;
  };
  // Of a label of two letters the dot behind it is the third.
  for (const label of listed.labels) put(heads, `${label}.`, bitOf(label.length));
  for (const letter of LETTERS) {
    put(heads, letter + letter + letter, ALL);
    put(heads, `${letter}${letter}.`, ALL);
  }
  // One slip leaves either the beginning or the end of a name as it was: three letters of seven, two of five.
  for (const name of listed.names) {
    const lengths = name === '' ? ALL : bitOf(name.length - 1) | bitOf(name.length) | bitOf(name.length + 1);
    if (name.length >= 7) {
      put(heads, name, lengths);
      put(tails, name.slice(-3), lengths);
    } else if (name.length >= 5) {
      for (const letter of LETTERS) {
        put(heads, name.slice(0, 2) + letter, lengths);
        put(tails, letter + name.slice(-2), lengths);
      }
    } else short |= lengths;
  }

  tables[SHORT_AT] = short;

  /** An ending with which nothing is wrong, for the next time. */
  function learn(place: number, ending: number): void {
    endings[place] = ending;
    const copy = home === null ? 0 : placeIn(home);
    if (home !== null && copy !== 0) new Int32Array(home.memory, copy)[ENDINGS_AT + place] = ending;
  }

  function has(bytes: Uint8Array, start: number, end: number): boolean {
    let hash = 0;
    let ending = 0;
    let stop = end - 1;
    for (; stop > start && bytes[stop] !== DOT; stop--) {
      hash = mixed(hash, bytes[stop] as number);
      ending = ending << 5 | (bytes[stop] as number) & 31;
    }
    if (end - stop > LONGEST_ENDING + 1) return false;
    const place = Math.imul(ending, SPREAD) >>> (32 - ENDINGS);
    if (endings[place] !== ending) {
      if (!isEnding(String.fromCharCode(...bytes.subarray(stop + 1, end)))) return false;
      learn(place, ending);
    }
    for (;;) {
      const bit = Math.imul(hash, SPREAD) >>> (32 - DOMAINS);
      if (((domains[bit >>> 5] as number) >>> (bit & 31) & 1) !== 0) return false;
      if (stop < start) return true;
      let from = stop;
      while (from > start && bytes[from - 1] !== DOT) hash = mixed(hash, bytes[--from] as number);
      const lengths = bitOf(stop - from);
      let known = short | heads[placeOf(bytes[from] as number, bytes[from + 1] as number, bytes[from + 2] as number)] as number;
      if (from === start) known |= tails[placeOf(bytes[stop - 3] as number, bytes[stop - 2] as number, bytes[stop - 1] as number)] as number;
      if ((known & lengths) !== 0) return false;
      stop = from - 1;
    }
  }
  return { has, placeIn: (kernel) => placeIn(home = kernel) };
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789-'];
const SPREAD = 0x9e3779b1;

const mixed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x5bd1e995);
const placeOf = (first: number, second: number, third: number): number => Math.imul(first | second << 8 | third << 16, SPREAD) >>> (32 - PARTS);
const bitOf = (length: number): number => 1 << (length < LONGEST ? length : LONGEST);
