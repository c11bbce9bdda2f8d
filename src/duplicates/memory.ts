import { KEY, kindOf, type KeyKind } from './hash.js';

/**
 * Remembers which row first showed each key: a tenth of the memory of a Map, and no limit at 16 million entries.
 * Rows are named by a number below 2^32 - 1.
 *
 * Two keys are taken for one when 76 bits of their hashes agree: 64 are stored, 12 say in which of the shards. Of n keys
 * two collide with a probability of n² / 2^77: 7e-8 for 50 million rows with two keys each, 4e-7 with five. The shard's
 * bits cost no memory, and as each shard grows by itself there is never a second copy of everything.
 */
export interface Memory {
  /**
   * The row that first showed one of the keys (`KEY` numbers each, `keys[from..to)`), or -1; all the keys then belong
   * to that row, or to `row` if none was known.
   */
  claim(keys: Uint32Array, from: number, to: number, row: number): number;
  /** The row that first showed one of the keys, or -1; nothing is remembered. */
  find(keys: Uint32Array, from: number, to: number): number;
  /** Calls `same` with each other row that showed one of the keys; unknown keys are remembered as `row`'s. */
  meet(keys: Uint32Array, from: number, to: number, row: number, same: (other: number, kind: KeyKind) => void): void;
  readonly size: number;
}

/** Bits of a hash that two keys must share to be taken for one. */
export const HASH_BITS = 64 + 12;
const SHARDS = 2 ** 12;
/** Two lanes of the hash, row + 1 (0: free). */
const SLOT = 3;
/** Fuller, a lookup would have to step over many others. */
const FULL = 0.75;
const GROWTH = 1.3;
const FIRST_SLOTS = 16;

export function createMemory(): Memory {
  const shards = new Array<Uint32Array>(SHARDS).fill(new Uint32Array(SLOT));
  const used = new Uint32Array(SHARDS);
  let size = 0;

  /** The row of a key + 1, 0 if it is unknown. */
  const known = (keys: Uint32Array, at: number): number => {
    const table = shards[shardOf(keys[at + 2]!)]!;
    return table[locate(table, keys[at]!, keys[at + 1]!) + 2]!;
  };
  /** Remembers the key as `row`'s unless it is known; returns whose it is. */
  function remember(keys: Uint32Array, at: number, row: number): number {
    const shard = shardOf(keys[at + 2]!);
    let table = shards[shard]!;
    let slot = locate(table, keys[at]!, keys[at + 1]!);
    if (table[slot + 2] !== 0) return table[slot + 2]! - 1;
    if ((used[shard]! + 1) * SLOT > table.length * FULL) {
      shards[shard] = table = grown(table, table.length === SLOT ? firstSlots(shard) : Math.ceil(table.length / SLOT * GROWTH));
      slot = locate(table, keys[at]!, keys[at + 1]!);
    }
    table[slot] = keys[at]!;
    table[slot + 1] = keys[at + 1]!;
    table[slot + 2] = row + 1;
    used[shard]!++;
    size++;
    return row;
  }
  function give(keys: Uint32Array, at: number, owner: number): void {
    const table = shards[shardOf(keys[at + 2]!)]!;
    table[locate(table, keys[at]!, keys[at + 1]!) + 2] = owner + 1;
  }
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
    meet(keys, from, to, row, same) {
      for (let at = from; at < to; at += KEY) {
        const owner = remember(keys, at, row);
        if (owner !== row) same(owner, kindOf(keys[at + 2]!));
      }
    },
    get size() { return size; },
  };
}

const shardOf = (last: number): number => last >>> 20;

/** Offset of the key's slot, or of the free slot where it belongs. There is always a free one. */
function locate(table: Uint32Array, high: number, low: number): number {
  let slot = Math.floor(low / 2 ** 32 * (table.length / SLOT)) * SLOT;
  while (table[slot + 2] !== 0 && (table[slot] !== high || table[slot + 1] !== low))
    slot = slot + SLOT < table.length ? slot + SLOT : 0;
  return slot;
}

/** Shards fill alike: as they start with different sizes they do not all grow at the same time. */
const firstSlots = (shard: number): number => Math.round(FIRST_SLOTS * GROWTH ** (shard / SHARDS));

function grown(old: Uint32Array, slots: number): Uint32Array {
  const table = new Uint32Array(slots * SLOT);
  for (let at = 0; at < old.length; at += SLOT) {
    if (old[at + 2] === 0) continue;
    const slot = locate(table, old[at]!, old[at + 1]!);
    table[slot] = old[at]!;
    table[slot + 1] = old[at + 1]!;
    table[slot + 2] = old[at + 2]!;
  }
  return table;
}
