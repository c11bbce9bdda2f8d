/** Shorter words are too often one slip from another. */
const LEAST = 5;
/** Words of streets come again and again. */
const REMEMBERED = 50_000;

/**
 * What a word stands for that is one slip (a letter more, less or other, or two in the wrong order) off one of the
 * entries: avneue is an avenue. Found by what is left of a word without one of its letters.
 */
export function oneSlipOff(entries: ReadonlyMap<string, string>): (word: string) => string | undefined {
  const near = new Map<string, string>();
  for (const [word, meaning] of entries) if (word.length >= LEAST) for (const part of [word, ...without(word)]) if (!near.has(part)) near.set(part, meaning);
  const known = new Map<string, string | undefined>();
  return (word) => {
    if (word.length < LEAST) return undefined;
    if (known.has(word)) return known.get(word);
    const meaning = near.get(word) ?? near.get(without(word).find((part) => near.has(part)) ?? '');
    if (known.size === REMEMBERED) known.clear();
    known.set(word, meaning);
    return meaning;
  };
}

const without = (word: string): string[] => Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));
