/**
 * How alike two texts are, read straight from the bytes of a vocabulary: pairs are compared by the million, and a
 * string made for each side would cost more than the comparison. The tests hold both against fastest-levenshtein and
 * a Jaro–Winkler written from its definition.
 */

const LONGEST = 64;
const matchedA = new Uint8Array(LONGEST);
const matchedB = new Uint8Array(LONGEST);

/** Jaro–Winkler similarity, 0 to 1; 4 letters of common prefix count at most. Beyond 64 bytes the rest is not looked at. */
export function jaroWinkler(bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): number {
  const lengthA = Math.min(aEnd - a, LONGEST);
  const lengthB = Math.min(bEnd - b, LONGEST);
  if (lengthA === 0 || lengthB === 0) return lengthA === lengthB ? 1 : 0;
  const reach = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1);
  for (let i = 0; i < lengthA; i++) matchedA[i] = 0;
  for (let j = 0; j < lengthB; j++) matchedB[j] = 0;
  let matches = 0;
  for (let i = 0; i < lengthA; i++) {
    const letter = bytes[a + i];
    const last = Math.min(lengthB - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= last; j++) {
      if (matchedB[j] === 0 && bytes[b + j] === letter) {
        matchedA[i] = 1;
        matchedB[j] = 1;
        matches++;
        break;
      }
    }
  }
  if (matches === 0) return 0;
  let moved = 0;
  for (let i = 0, j = 0; i < lengthA; i++) {
    if (matchedA[i] === 0) continue;
    while (matchedB[j] === 0) j++;
    if (bytes[a + i] !== bytes[b + j]) moved++;
    j++;
  }
  const jaro = (matches / lengthA + matches / lengthB + (matches - moved / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < lengthA && prefix < lengthB && bytes[a + prefix] === bytes[b + prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Texts longer than this are not compared letter by letter: that is no name, and many of them would take hours. */
export const LONGEST_TEXT = 512;
const ROW = LONGEST + 1;
let before = new Uint8Array(ROW);
let previous = new Uint8Array(ROW);
let current = new Uint8Array(ROW);

/**
 * Edits (a letter more, less or other, or two neighbours swapped) between two texts, or `most + 1` when it takes more
 * than `most`. Optimal string alignment: no part is edited twice.
 */
export function edits(bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number, most: number): number {
  if (Math.abs(aEnd - a - bEnd + b) > most || aEnd - a > LONGEST_TEXT) return most + 1;
  while (a < aEnd && b < bEnd && bytes[a] === bytes[b]) { a++; b++; }
  while (a < aEnd && b < bEnd && bytes[aEnd - 1] === bytes[bEnd - 1]) { aEnd--; bEnd--; }
  const lengthA = aEnd - a;
  const lengthB = bEnd - b;
  if (lengthA > LONGEST || lengthB > LONGEST) return most + 1;
  if (lengthA === 0 || lengthB === 0) return lengthA + lengthB;
  // What is left begins and ends unlike: one edit can only be another letter or a swap.
  if (most === 1) return lengthA === 1 && lengthB === 1 ? 1 : lengthA === 2 && lengthB === 2 && bytes[a] === bytes[b + 1] && bytes[a + 1] === bytes[b] ? 1 : 2;
  for (let j = 0; j <= lengthB; j++) previous[j] = j;
  for (let i = 1; i <= lengthA; i++) {
    current[0] = i;
    let least = i;
    const letter = bytes[a + i - 1];
    for (let j = 1; j <= lengthB; j++) {
      const other = bytes[b + j - 1];
      let cost = Math.min(previous[j - 1]! + (letter === other ? 0 : 1), previous[j]! + 1, current[j - 1]! + 1);
      if (i > 1 && j > 1 && letter === bytes[b + j - 2] && bytes[a + i - 2] === other) cost = Math.min(cost, before[j - 2]! + 1);
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    const spare = before;
    before = previous;
    previous = current;
    current = spare;
  }
  return Math.min(previous[lengthB]!, most + 1);
}
