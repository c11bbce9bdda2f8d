/** Longer texts (notes) do not repeat. */
const LONGEST = 80;

/**
 * Remembers what `read` said of a key, for values that repeat down a column (domains, countries, job titles). What was
 * asked for lately stays: when `limit` new keys have come, those not asked for since the last time are forgotten.
 * Keys are copied: a slice of a cell would keep the whole text it was cut from alive.
 */
export function memo<T>(read: (key: string) => T, limit = 16_384): (key: string) => T {
  let known = new Map<string, T>();
  let before = new Map<string, T>();
  return (key) => {
    if (key.length > LONGEST) return read(key);
    let value = known.get(key);
    if (value !== undefined) return value;
    const own = copyOf(key);
    value = before.get(key);
    if (value === undefined) value = read(own); // what is made of the copy keeps no more than the copy alive
    if (known.size >= limit) {
      before = known;
      known = new Map();
    }
    known.set(own, value);
    return value;
  };
}

/** One array for each length, filled again for each text. */
const units: number[][] = [];

/** The same text, not a part of another: for short texts. */
export function copyOf(text: string): string {
  const all = (units[text.length] ??= new Array<number>(text.length).fill(0));
  for (let i = 0; i < all.length; i++) all[i] = text.charCodeAt(i);
  return String.fromCharCode.apply(null, all);
}
