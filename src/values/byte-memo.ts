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
  const mask = (1 << Math.ceil(Math.log2(limit * 2))) - 1;
  /** Number of the entry + 1, and its hash. */
  const slots = new Int32Array((mask + 1) * 2);
  let keys = new Uint8Array(limit * 16);
  const ends = new Uint32Array(limit + 1);
  let values: T[] = [];

  return {
    of(bytes, start, end) {
      const length = end - start;
      if (length > LONGEST) return read(decoder.decode(bytes.subarray(start, end)));
      let hash = length;
      for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x5bd1e995) ^ hash >>> 15;
      let slot = (hash ^ hash >>> 16) & mask;
      for (;;) {
        const entry = slots[slot * 2] as number;
        if (entry === 0) break;
        if (slots[slot * 2 + 1] === hash) {
          let key = ends[entry - 1] as number;
          if ((ends[entry] as number) - key === length) {
            let i = start;
            while (i < end && keys[key] === bytes[i]) { i++; key++; }
            if (i === end) return values[entry - 1] as T;
          }
        }
        slot = slot + 1 & mask;
      }
      const value = read(decoder.decode(bytes.subarray(start, end)));
      if (values.length === limit) {
        slots.fill(0);
        values = [];
        slot = (hash ^ hash >>> 16) & mask;
      }
      const from = ends[values.length] as number;
      if (from + length > keys.length) {
        const more = new Uint8Array(keys.length * 2);
        more.set(keys);
        keys = more;
      }
      for (let i = 0; i < length; i++) keys[from + i] = bytes[start + i] as number;
      values.push(value);
      ends[values.length] = from + length;
      slots[slot * 2] = values.length;
      slots[slot * 2 + 1] = hash;
      return value;
    },
  };
}
