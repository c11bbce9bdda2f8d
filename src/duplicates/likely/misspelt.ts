/** Shorter words are too often one slip from another. */
const LEAST = 5;

/**
 * What a word stands for that is one slip (a letter more, less or other, or two in the wrong order) off one of the
 * entries: avneue is an avenue. Found by what is left of a word without one of its letters.
 */
export function oneSlipOff(entries: ReadonlyMap<string, string>): (word: string) => string | undefined {
  const near = new Map<string, string>();
  for (const [word, meaning] of entries) if (word.length >= LEAST) for (const part of [word, ...without(word)]) if (!near.has(part)) near.set(part, meaning);
  return (word) => (word.length < LEAST ? undefined : near.get(word) ?? near.get(without(word).find((part) => near.has(part)) ?? ''));
}

const without = (word: string): string[] => Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));
