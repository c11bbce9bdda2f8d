import { KEY, kindOf, type KeyKind } from './hash.js';

/**
 * The keys of rows, written down as they come and compared when all were seen. What memory has no room for is set aside
 * ordered by shard, some bits of the hash, and fetched again shard by shard: the memory it takes does not grow with the
 * list, and what is compared stays in the processor's cache. Rows are named by a number below 2^32 - 1.
 *
 * Two keys are taken for one when `HASH_BITS` bits of their hashes agree.
 */
export interface Ledger {
  /** Writes down that a row shows the keys (`KEY` numbers each, `keys[from..to)`). Rows come in ascending order. */
  add(keys: Uint32Array, from: number, to: number, row: number): void;
  /**
   * Calls `same` for each row that shows a key that others before it showed, with the first of those; `place`: which of
   * the row's keys it is, 255 for those beyond. In any order; the ledger is empty then. Yields now and then, as it takes
   * seconds with millions of rows.
   */
  compare(same: (first: number, row: number, kind: KeyKind, place: number) => void): Generator<undefined, void>;
}

/** Where bytes are set aside, one piece after the other. */
export interface Store {
  write(bytes: Uint8Array): void;
  /** Fills `into` with what was written from the byte `at` on. */
  read(into: Uint8Array, at: number): void;
}

/** The key, where the third number also tells which of its row's it is, and the row. */
const ENTRY = 4;
const ENTRY_SHIFT = 2;
const PLACE_SHIFT = 2;
const MOST_PLACES = 0xff;
const PLACE = MOST_PLACES << PLACE_SHIFT;
/** Bits of a hash that two keys must share to be taken for one. */
export const HASH_BITS = 32 * KEY - 8;

const SHARDS = 1 << 8;
const SHARD_SHIFT = 24;
/** Entries held in memory. */
const PAGE = 1 << 17;
/** Entries compared at a time, unless one shard has more. */
const AT_ONCE = 1 << 15;
const FIRST_SLOTS = AT_ONCE * 2;
const BYTES = ENTRY * Uint32Array.BYTES_PER_ELEMENT;

/** `page`: entries held in memory. */
export function createLedger(store: Store, page = PAGE): Ledger {
  let held = new Int32Array(0);
  let spare = new Int32Array(0);
  let length = 0;
  /** By shard, for each page that was set aside: where the shard begins in it, in entries; at the end its length. */
  const pages: Uint32Array[] = [];

  /** Puts what is held into `spare`, ordered by shard, those of one shard as they came; returns where each begins. */
  function order(): Uint32Array {
    if (spare.length < held.length) spare = new Int32Array(held.length);
    const starts = new Uint32Array(SHARDS + 1);
    for (let at = 2; at < length; at += ENTRY) starts[(held[at]! >>> SHARD_SHIFT) + 1]!++;
    for (let shard = 0; shard < SHARDS; shard++) starts[shard + 1]! += starts[shard]!;
    const next = starts.slice();
    for (let at = 0; at < length; at += ENTRY) {
      const to = next[held[at + 2]! >>> SHARD_SHIFT]!++ * ENTRY;
      spare[to] = held[at]!;
      spare[to + 1] = held[at + 1]!;
      spare[to + 2] = held[at + 2]!;
      spare[to + 3] = held[at + 3]!;
    }
    return starts;
  }

  function setAside(): void {
    pages.push(order());
    store.write(new Uint8Array(spare.buffer));
    length = 0;
  }

  /** Room for one more entry. */
  function room(): void {
    if (held.length === page * ENTRY) setAside();
    else {
      const more = new Int32Array(Math.min(page * ENTRY, Math.max(1 << 12, held.length * 2)));
      more.set(held);
      held = more;
    }
  }

  return {
    add(keys, from, to, row) {
      for (let at = from, place = 0; at < to; at += KEY, place++) {
        if (length === held.length) room();
        held[length++] = keys[at]!;
        held[length++] = keys[at + 1]!;
        held[length++] = keys[at + 2]! & ~PLACE | Math.min(place, MOST_PLACES) << PLACE_SHIFT;
        held[length++] = row;
      }
    },
    *compare(same) {
      const last = order();
      const table = createTable();
      const entries = (from: number, to: number): number => [...pages, last].reduce((sum, starts) => sum + starts[to]! - starts[from]!, 0);
      for (let shard = 0, end: number; shard < SHARDS; shard = end) {
        for (end = shard + 1; end < SHARDS && entries(shard, end + 1) <= AT_ONCE;) end++;
        table.clear();
        let begin = 0;
        for (const starts of pages) {
          const part = held.subarray(0, (starts[end]! - starts[shard]!) * ENTRY);
          store.read(new Uint8Array(part.buffer, 0, part.byteLength), (begin + starts[shard]!) * BYTES);
          table.meet(part, same);
          begin += starts[SHARDS]!;
        }
        table.meet(spare.subarray(last[shard]! * ENTRY, last[end]! * ENTRY), same);
        yield;
      }
      pages.length = length = 0;
      held = spare = new Int32Array(0);
    },
  };
}

/** The different keys of some shards, each with the first row that showed it, by open addressing. */
interface Table {
  clear(): void;
  meet(entries: Int32Array, same: (first: number, row: number, kind: KeyKind, place: number) => void): void;
}

function createTable(): Table {
  let slots = new Int32Array(FIRST_SLOTS * ENTRY); // as entries are, but with row + 1; 0: free
  let used = 0;

  /** Offset of the slot that holds the key, or of the free one where it belongs. */
  function locate(a: number, b: number, c: number): number {
    const end = slots.length - 1;
    let at = a << ENTRY_SHIFT & end;
    for (; slots[at + 3] !== 0; at = at + ENTRY & end)
      if (slots[at] === a && slots[at + 1] === b && ((slots[at + 2]! ^ c) & ~PLACE) === 0) break;
    return at;
  }
  function put(at: number, a: number, b: number, c: number, mark: number): void {
    slots[at] = a;
    slots[at + 1] = b;
    slots[at + 2] = c;
    slots[at + 3] = mark;
  }
  function grow(): void {
    const before = slots;
    slots = new Int32Array(before.length * 2);
    for (let at = 0; at < before.length; at += ENTRY) {
      const [a, b, c, mark] = [before[at]!, before[at + 1]!, before[at + 2]!, before[at + 3]!];
      if (mark !== 0) put(locate(a, b, c), a, b, c, mark);
    }
  }

  return {
    clear() {
      slots.fill(0);
      used = 0;
    },
    meet(entries, same) {
      for (let from = 0; from < entries.length; from += ENTRY) {
        const a = entries[from]!;
        const b = entries[from + 1]!;
        const c = entries[from + 2]!;
        const row = entries[from + 3]!;
        const at = locate(a, b, c);
        const mark = slots[at + 3]!;
        if (mark === 0) {
          put(at, a, b, c, row + 1);
          if (++used * 2 * ENTRY > slots.length) grow();
        } else if (mark !== (row + 1 | 0)) same(mark - 1 >>> 0, row >>> 0, kindOf(c), (c & PLACE) >>> PLACE_SHIFT);
      }
    },
  };
}
