/**
 * Remembers which row first showed each key, as 64-bit hashes in one Uint32Array with open addressing: a tenth of
 * the memory of a Map, and no limit at 16 million entries. Rows are named by a number below 2^32 - 1.
 */
export interface Memory {
  /**
   * The row that first showed one of the keys (hash pairs `keys[from..to)`), or -1; all the keys then belong to that
   * row, or to `row` if none was known.
   */
  claim(keys: Uint32Array, from: number, to: number, row: number): number;
  /** The row that first showed one of the keys, or -1; nothing is remembered. */
  find(keys: Uint32Array, from: number, to: number): number;
  /** Calls `same` with each other row that showed one of the keys; unknown keys are remembered as `row`'s. */
  meet(keys: Uint32Array, from: number, to: number, row: number, same: (other: number) => void): void;
  readonly size: number;
}

const SLOT = 3; // high and low half of the hash, row + 1 (0: free)

export function createMemory(expected = 1 << 12): Memory {
  let mask = 2 ** Math.ceil(Math.log2(expected * 1.4)) - 1;
  let table = new Uint32Array((mask + 1) * SLOT);
  let size = 0;

  /** Offset of the key's slot, or of the free slot where it belongs. */
  function locate(high: number, low: number): number {
    let slot = (low & mask) * SLOT;
    while (table[slot + 2] !== 0 && (table[slot] !== high || table[slot + 1] !== low))
      slot = slot + SLOT < table.length ? slot + SLOT : 0;
    return slot;
  }
  function grow(): void {
    const old = table;
    mask = mask * 2 + 1;
    table = new Uint32Array((mask + 1) * SLOT);
    for (let at = 0; at < old.length; at += SLOT) {
      if (old[at + 2] === 0) continue;
      const slot = locate(old[at] as number, old[at + 1] as number);
      table[slot] = old[at] as number;
      table[slot + 1] = old[at + 1] as number;
      table[slot + 2] = old[at + 2] as number;
    }
  }
  /** Remembers the key as `row`'s unless it is known; returns whose it is. */
  function remember(high: number, low: number, row: number): number {
    const slot = locate(high, low);
    const value = table[slot + 2] as number;
    if (value !== 0) return value - 1;
    table[slot] = high;
    table[slot + 1] = low;
    table[slot + 2] = row + 1;
    if (++size > mask * 0.7) grow();
    return row;
  }
  function find(keys: Uint32Array, from: number, to: number): number {
    let owner = -1;
    for (let at = from; at < to; at += 2) {
      const value = table[locate(keys[at] as number, keys[at + 1] as number) + 2] as number;
      if (value !== 0 && (owner === -1 || value - 1 < owner)) owner = value - 1;
    }
    return owner;
  }
  return {
    find,
    claim(keys, from, to, row) {
      const owner = find(keys, from, to);
      for (let at = from; at < to; at += 2) remember(keys[at] as number, keys[at + 1] as number, owner === -1 ? row : owner);
      return owner;
    },
    meet(keys, from, to, row, same) {
      for (let at = from; at < to; at += 2) {
        const owner = remember(keys[at] as number, keys[at + 1] as number, row);
        if (owner !== row) same(owner);
      }
    },
    get size() { return size; },
  };
}
