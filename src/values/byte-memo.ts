/** Longer texts do not repeat. */
const LONGEST = 80;
const decoder = new TextDecoder('latin1');

/** Remembers what was read of texts in ASCII, by their bytes. */
export interface ByteMemo<T> {
  of(bytes: Uint8Array, start: number, end: number): T;
}

/**
 * `memo` for texts that stand as bytes in a batch (ASCII only): a text that was seen before costs no string. What was
 * read of `limit` different texts is kept; the next one begins anew. Open addressing, keys side by side in one buffer.
 */
export function byteMemo<T>(read: (text: string) => T, limit = 1 << 16): ByteMemo<T> {
  let values: T[] = [];
  let hashes = new Int32Array(FIRST);
  let ends = new Uint32Array(FIRST + 1);
  let keys = new Uint8Array(FIRST * 16);
  /** Number of the entry + 1, twice as many as there may be entries. */
  let slots = new Int32Array(FIRST * 2);

  /** Slot of the entry of these bytes, or the free one where it belongs. */
  function locate(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const mask = slots.length - 1;
    let slot = (hash ^ hash >>> 16) & mask;
    for (let entry = slots[slot] as number; entry !== 0; entry = slots[slot] as number) {
      if (hashes[entry - 1] === hash) {
        let key = ends[entry - 1] as number;
        if ((ends[entry] as number) - key === end - start) {
          let i = start;
          while (i < end && keys[key] === bytes[i]) { i++; key++; }
          if (i === end) break;
        }
      }
      slot = slot + 1 & mask;
    }
    return slot;
  }

  function grow(): void {
    hashes = widened(hashes, new Int32Array(hashes.length * 2));
    ends = widened(ends, new Uint32Array(hashes.length + 1));
    slots = new Int32Array(hashes.length * 2);
    for (let entry = 0; entry < values.length; entry++) {
      const hash = hashes[entry] as number;
      let slot = (hash ^ hash >>> 16) & slots.length - 1;
      while (slots[slot] !== 0) slot = slot + 1 & slots.length - 1;
      slots[slot] = entry + 1;
    }
  }

  return {
    of(bytes, start, end) {
      const length = end - start;
      if (length > LONGEST) return read(decoder.decode(bytes.subarray(start, end)));
      let hash = length;
      for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x5bd1e995) ^ hash >>> 15;
      const known = slots[locate(bytes, start, end, hash)] as number;
      if (known !== 0) return values[known - 1] as T;

      const value = read(decoder.decode(bytes.subarray(start, end)));
      if (values.length === limit) {
        slots.fill(0);
        values = [];
      } else if (values.length === hashes.length) grow();
      const from = ends[values.length] as number;
      if (from + length > keys.length) keys = widened(keys, new Uint8Array(keys.length * 2));
      for (let i = 0; i < length; i++) keys[from + i] = bytes[start + i] as number;
      slots[locate(bytes, start, end, hash)] = values.push(value);
      hashes[values.length - 1] = hash;
      ends[values.length] = from + length;
      return value;
    },
  };
}

/** Room for so many entries at first. */
const FIRST = 1 << 8;

function widened<A extends Int32Array | Uint32Array | Uint8Array>(old: A, wider: A): A {
  wider.set(old);
  return wider;
}
