/** The first so many of sixteen bytes. */
// @ts-ignore: decorator
@inline
export function firstLanes(count: u32): v128 {
  return i8x16.lt_u(i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), i8x16.splat(<i8>count));
}
