/** Longer texts (notes) do not repeat. */
const LONGEST = 80;

/**
 * Remembers what `read` said of a key, for values that repeat down a column (domains, countries, job titles). Holds at
 * most `limit` keys, then starts afresh. Keys are copied: a slice of a cell would keep the whole text it was cut from alive.
 */
export function memo<T>(read: (key: string) => T, limit = 32_768): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (key.length > LONGEST) return read(key);
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = read(key);
    if (known.size >= limit) known.clear();
    known.set(Array.from(key).join(''), value);
    return value;
  };
}
