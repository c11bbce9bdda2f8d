/**
 * A set of words (lower case) that can be asked about any cell in any case. Asking makes a lower-case copy of the
 * text only if a word of that length starts with that letter.
 */
export function wordSet(words: readonly string[]): (text: string) => boolean {
  const set = new Set(words);
  const starts = new Set<number>();
  let longest = 0;
  for (const word of words) {
    longest = Math.max(longest, word.length);
    starts.add(start(word));
  }
  return (text) => text !== '' && text.length <= longest && starts.has(start(text)) && set.has(text.toLowerCase());
}

/** The length and the first letter in one number. Lower case by a bit is right for ASCII; other letters share one place. */
function start(text: string): number {
  const first = text.charCodeAt(0);
  const letter = first > 0x7f ? 0x7f : first > 0x40 && first < 0x5b ? first | 0x20 : first;
  return (text.length << 7) | letter;
}
