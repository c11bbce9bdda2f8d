/**
 * Which cells are ordinary: by their bytes nothing in them can concern the check of cells. src/values/sieve.ts says what
 * the tables hold and decides the same, which test/values/sieve.test.ts shows.
 */
let openings: usize = 0;
let upTo: usize = 0;
let lengths: usize = 0;
let signs: usize = 0;
const KINDS_BITS: u32 = 7;
const POINT: u32 = 0x2e;
const LONG: u32 = 255;
const BEYOND: u32 = 128;

/** Where the tables stand; 0: there are none, and no cell passes. */
export function sieve(openingsAt: usize, upToAt: usize, lengthsAt: usize, signsAt: usize): void {
  openings = openingsAt;
  upTo = upToAt;
  lengths = lengthsAt;
  signs = signsAt;
}

/** Whether a cell of so many characters passes. */
// @ts-ignore: decorator
@inline
export function passes(column: u32, kinds: u32, length: u32, begin: usize, end: usize): bool {
  if (openings === 0) return false;
  if (begin === end) return true;
  const first: u32 = load<u8>(begin);
  const last: u32 = load<u8>(end - 1);
  if (length >= LONG || last === POINT || (first < BEYOND && load<u8>(openings + first) === 1) || <i32>length <= load<i32>(upTo + (<usize>(column << KINDS_BITS | kinds) << 2))) return false;
  const ends = signOf(first) << 5 | signOf(last);
  return (load<u32>(lengths + (<usize>ends << 2)) >>> (length & 31) & 1) === 0;
}

/** Of a byte beyond ASCII 0. */
// @ts-ignore: decorator
@inline
function signOf(byte: u32): u32 {
  return byte < BEYOND ? load<u8>(signs + byte) : 0;
}
