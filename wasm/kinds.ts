/** Which kinds of characters stand in a cell: as src/values/characters.ts, which test/read/scanner.test.ts shows. */

export const ODD: u32 = 1;
export const LETTER: u32 = 2;
const DIGIT: u32 = 4;
const POINT: u32 = 8;
const PLUS: u32 = 16;
const BAR: u32 = 32;
export const QUESTION: u32 = 64;

/**
 * The classes of sixteen characters, in two look-ups: the high and the low half of a byte each tell which it may be in. As
 * bits, from the lowest: the letters up to O, the others, digits, points, plus, bar, controls, and `?` and DEL together.
 * Bytes beyond ASCII are in none.
 */
// @ts-ignore: decorator
@inline
export function classesOf(bytes: v128): v128 {
  const half = i8x16.splat(0x0f);
  const low = i8x16(70, 71, 71, 71, 71, 71, 71, 71, 71, 71, 67, 81, 105, 65, 73, -63);
  const high = i8x16(64, 64, 24, -124, 1, 2, 1, -94, 0, 0, 0, 0, 0, 0, 0, 0);
  return v128.and(i8x16.swizzle(low, v128.and(bytes, half)), i8x16.swizzle(high, v128.and(i16x8.shr_u(bytes, 4), half)));
}

/** The kinds of a cell that has characters of these classes; `QUESTION` and what DEL is have a class together and are the caller's to tell apart. */
// @ts-ignore: decorator
@inline
export function kindsOf(classes: u32): u32 {
  return (classes & (DIGIT | POINT | PLUS | BAR)) | ((classes << 1 | classes) & LETTER) | (classes >>> 6 & ODD);
}

/** All lanes in one byte. */
// @ts-ignore: decorator
@inline
export function union(lanes: v128): u32 {
  const half = i64x2.extract_lane(lanes, 0) | i64x2.extract_lane(lanes, 1);
  const quarter = <u32>half | <u32>(half >>> 32);
  const two = quarter | quarter >>> 16;
  return (two | two >>> 8) & 0xff;
}
