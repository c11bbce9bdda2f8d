/**
 * A set of words (lower case) that can be asked about any cell in any case. Asking makes a lower-case copy of the
 * text only if a word of that length starts and ends with these letters.
 */
export function wordSet(words: readonly string[]): (text: string) => boolean {
  const set = new Set(words);
  const longest = words.reduce((most, word) => Math.max(most, word.length), 0);
  const shapes = new Uint8Array(SHAPES);
  for (const word of words) shapes[shapeOf(word)] = 1;
  return (text) => text !== '' && text.length <= longest && shapes[shapeOf(text)] === 1 && set.has(text.toLowerCase());
}

const SHAPES = 1 << 12;

/** Length, first and last letter in one number. */
function shapeOf(text: string): number {
  return (Math.imul(text.length, 0x1f3) + Math.imul(letter(text.charCodeAt(0)), 0x25) + letter(text.charCodeAt(text.length - 1))) & (SHAPES - 1);
}

/** Lower case by a bit is right for ASCII; other letters share one place. */
function letter(unit: number): number {
  return unit > 0x7f ? 0x7f : unit > 0x40 && unit < 0x5b ? unit | 0x20 : unit;
}
