import { KEY } from './hash.js';

/**
 * Remembers which row first showed each key: a tenth of the memory of a Map, and no limit at 16 million entries.
 * Rows are named by a number below 2^32 - 1.
 *
 * Two keys are taken for one when 76 bits of their hashes agree: 64 are stored, 12 say in which of the shards. Of n keys
 * two collide with a probability of n² / 2^77: 7e-8 for 50 million rows with two keys each, 4e-7 with five.
 *
 * The shards of a table lie side by side in one buffer that grows in place, all by the same share at once: hashes fill
 * them alike. Nothing is thrown away and there is never a second copy, so that slots may be filled to nine tenths and
 * a key costs 13.3 to 16 bytes.
 */
export interface Memory {
  /**
   * The row that first showed one of the keys (`KEY` numbers each, `keys[from..to)`), or -1; all the keys then belong
   * to that row, or to `row` if none was known.
   */
  claim(keys: Uint32Array, from: number, to: number, row: number): number;
  /** The row that first showed one of the keys, or -1; nothing is remembered. */
  find(keys: Uint32Array, from: number, to: number): number;
  size(): number;
}

/** Bits of a hash that two keys must share to be taken for one. */
export const HASH_BITS = 64 + 12;
const TABLES = 2 ** 4;
const SHARDS = 2 ** 8;

export function createMemory(reserve = reserveRoom): Memory {
  const tables = Array.from({ length: TABLES }, () => createTable(reserve));
  const tableOf = (last: number): Table => tables[last >>> 28]!;

  /** The row of a key + 1, 0 if it is unknown. */
  const known = (keys: Uint32Array, at: number): number => tableOf(keys[at + 2]!).row(keys[at]!, keys[at + 1]!, keys[at + 2]!);
  /** Remembers the key as `row`'s unless it is known; returns whose it is. */
  const remember = (keys: Uint32Array, at: number, row: number): number => tableOf(keys[at + 2]!).put(keys[at]!, keys[at + 1]!, keys[at + 2]!, row);
  const give = (keys: Uint32Array, at: number, owner: number): void => tableOf(keys[at + 2]!).give(keys[at]!, keys[at + 1]!, keys[at + 2]!, owner);
  function find(keys: Uint32Array, from: number, to: number): number {
    let owner = -1;
    for (let at = from; at < to; at += KEY) {
      const row = known(keys, at) - 1;
      if (row !== -1 && (owner === -1 || row < owner)) owner = row;
    }
    return owner;
  }
  return {
    find,
    claim(keys, from, to, row) {
      // Nearly all rows show only new keys: each is looked up once, and given away again if another turns out to be known.
      let owner = -1;
      for (let at = from; at < to; at += KEY) {
        const whose = remember(keys, at, row);
        if (whose !== row && (owner === -1 || whose < owner)) owner = whose;
      }
      if (owner !== -1) for (let at = from; at < to; at += KEY) if (known(keys, at) - 1 === row) give(keys, at, owner);
      return owner;
    },
    size: () => tables.reduce((size, table) => size + table.size(), 0),
  };
}

/** Two lanes of the hash, row + 1; all zero: free. */
const SLOT = 3;
const BYTES = SLOT * Uint32Array.BYTES_PER_ELEMENT;
/** Fuller, a lookup would have to step over many others. */
const FULL = 0.9;
/** No shard may fill up, as some are fuller than others; a lookup ends at a free slot. */
const FULLEST = 0.97;
const GROWTH = 1.2;
const FIRST_SLOTS = 16;

/** A sixteenth of the memory: shards of `slots` slots each, one after the other. */
interface Table {
  size(): number;
  row(high: number, low: number, last: number): number;
  put(high: number, low: number, last: number, row: number): number;
  give(high: number, low: number, last: number, owner: number): void;
}

function createTable(reserve: (bytes: number) => ArrayBuffer): Table {
  let slots = FIRST_SLOTS;
  let buffer = reserve(SHARDS * slots * BYTES);
  let cells = new Uint32Array(buffer);
  const used = new Uint32Array(SHARDS);
  let size = 0;

  /** Offset of the key's slot, or of the free slot where it belongs. There is always a free one. */
  function locate(shard: number, high: number, low: number): number {
    const begin = shard * slots * SLOT;
    const end = begin + slots * SLOT;
    let at = begin + Math.floor(low / 2 ** 32 * slots) * SLOT;
    // Most of those on the way differ in the first number that is looked at; a free slot is all zero.
    for (let lane = cells[at]!; lane !== low || cells[at + 1] !== high || cells[at + 2] === 0; lane = cells[at]!) {
      if (lane === 0 && cells[at + 2] === 0) return at;
      at += SLOT;
      if (at === end) at = begin;
    }
    return at;
  }

  function grow(): void {
    const before = slots * SLOT;
    slots = Math.ceil(slots * GROWTH);
    buffer = enlarged(buffer, SHARDS * slots * BYTES, reserve);
    // Of a length that does not change: access is faster.
    cells = new Uint32Array(buffer, 0, SHARDS * slots * SLOT);
    const old = new Uint32Array(before);
    // Each shard moves up, the last one first, so that none is written over before it has moved.
    for (let shard = SHARDS - 1; shard >= 0; shard--) {
      old.set(cells.subarray(shard * before, (shard + 1) * before));
      const begin = shard * slots * SLOT;
      const end = begin + slots * SLOT;
      cells.fill(0, begin, end);
      for (let from = 0; from < before; from += SLOT) {
        if (old[from + 2] === 0) continue;
        let at = begin + Math.floor(old[from]! / 2 ** 32 * slots) * SLOT;
        while (cells[at + 2] !== 0) if ((at += SLOT) === end) at = begin;
        cells[at] = old[from]!;
        cells[at + 1] = old[from + 1]!;
        cells[at + 2] = old[from + 2]!;
      }
    }
  }

  return {
    size: () => size,
    row: (high, low, last) => cells[locate(shardOf(last), high, low) + 2]!,
    put(high, low, last, row) {
      const shard = shardOf(last);
      let at = locate(shard, high, low);
      if (cells[at + 2] !== 0) return cells[at + 2]! - 1;
      if (size >= SHARDS * slots * FULL || used[shard]! + 1 >= slots * FULLEST) {
        grow();
        at = locate(shard, high, low);
      }
      cells[at] = low;
      cells[at + 1] = high;
      cells[at + 2] = row + 1;
      used[shard]!++;
      size++;
      return row;
    },
    give(high, low, last, owner) {
      cells[locate(shardOf(last), high, low) + 2] = owner + 1;
    },
  };
}

const shardOf = (last: number): number => last >>> 20 & SHARDS - 1;

/** Addresses that are set aside for a table cost nothing until they are used: sixteen such are enough for 600 million keys. */
const MOST_BYTES = 2 ** 29;

function reserveRoom(bytes: number): ArrayBuffer {
  try {
    return new ArrayBuffer(bytes, { maxByteLength: MOST_BYTES });
  } catch {
    return new ArrayBuffer(bytes); // where addresses are rationed (ulimit -v)
  }
}

/** The buffer made larger in place, or a larger copy where that cannot be. */
function enlarged(buffer: ArrayBuffer, bytes: number, reserve: (bytes: number) => ArrayBuffer): ArrayBuffer {
  if (buffer.resizable && bytes <= buffer.maxByteLength) {
    buffer.resize(bytes);
    return buffer;
  }
  const larger = reserve(bytes);
  new Uint8Array(larger).set(new Uint8Array(buffer));
  return larger;
}
