/**
 * A set of words (lower case) that can be asked about any cell in any case. Asking makes a lower-case copy of the
 * text only if a word of that length starts with that letter.
 */
export function wordSet(words: readonly string[]): (text: string) => boolean {
  const set = new Set(words);
  const longest = words.reduce((most, word) => Math.max(most, word.length), 0);
  const starts = new Uint8Array((longest + 1) << 7);
  for (const word of words) starts[start(word)] = 1;
  return (text) => text !== '' && text.length <= longest && starts[start(text)] === 1 && set.has(text.toLowerCase());
}

/** The length and the first letter in one number. Lower case by a bit is right for ASCII; other letters share one place. */
function start(text: string): number {
  const first = text.charCodeAt(0);
  const letter = first > 0x7f ? 0x7f : first > 0x40 && first < 0x5b ? first | 0x20 : first;
  return (text.length << 7) | letter;
}
