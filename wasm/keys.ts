/**
 * What keys of persons are made of (src/duplicates/keys.ts), of cells that stand in the batch at hand in ASCII. The
 * hashes are those of src/duplicates/hash.ts, which test/duplicates/keys.test.ts shows; they are left in `answer`.
 */

import { firstLanes } from './lanes';
import { answer, input } from './memory';

const LANES: usize = 16;
/** Longer cells are none of those that are hashed here. */
const LONGEST: usize = 256;
/** What is hashed, filled up with zeros. */
const text: usize = memory.data(256, 16);

/** The hash of a word of letters, in lower case. False: other characters stand in it. */
export function letters(start: usize, end: usize): bool {
  const length = end - start;
  if (length > LONGEST) return false;
  for (let done: usize = 0; done < length; done += LANES) {
    const lanes = firstLanes(<u32>min(length - done, LANES));
    const bytes = v128.and(v128.or(v128.load(input + start + done), i8x16.splat(0x20)), lanes);
    const found = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x61)), i8x16.splat(26));
    if (v128.any_true(v128.xor(found, lanes))) return false;
    v128.store(text + done, bytes);
  }
  hash(<u32>length, 0);
  return true;
}

// What may be done to addresses at hosts that begin so: src/values/mailbox.ts.
const BY_TAG: u32 = 1;
const ANYHOW: u32 = 2;

/** The key of a mailbox: the hash of its address in lower case. False: addresses at its host may be folded. `folds`: the table of src/values/mailbox.ts. */
export function mailbox(start: usize, end: usize, folds: usize): bool {
  const length = end - start;
  if (length > LONGEST) return false;
  const from = input + start;
  let sign: usize = 0;
  let tag = length;
  for (let done: usize = 0; done < length; done += LANES) {
    const bytes = v128.and(v128.load(from + done), firstLanes(<u32>min(length - done, LANES)));
    const signs: u32 = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(0x40)));
    if (signs !== 0) sign = done + (31 - clz(signs));
    const tags: u32 = i8x16.bitmask(v128.or(i8x16.eq(bytes, i8x16.splat(0x2b)), i8x16.eq(bytes, i8x16.splat(0x2d))));
    if (tags !== 0) tag = min(tag, done + ctz(tags));
    const capitals = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x41)), i8x16.splat(26));
    v128.store(text + done, v128.or(bytes, v128.and(capitals, i8x16.splat(0x20))));
  }
  if (sign > 0) {
    const fold: u32 = load<u8>(folds + (((load<u32>(from + sign, 1) | 0x20202020) * 0x9e3779b1) >>> 22));
    if (fold === ANYHOW || (fold === BY_TAG && tag < sign)) return false;
  }
  hash(<u32>length, 1);
  return true;
}

const C1: u32 = 0x239b961b;
const C2: u32 = 0xab0e9789;
const C3: u32 = 0x38b34ae5;
const C4: u32 = 0xa1e38b93;

/** Leaves the hash of so many bytes of `text`. */
function hash(length: u32, seed: u32): void {
  let a = seed;
  let b = seed;
  let c = seed;
  let d = seed;
  for (let at = text; at < text + length; at += LANES) {
    a = (rotl<u32>(a ^ rotl<u32>(load<u32>(at) * C1, 15) * C2, 19) + b) * 5 + 0x561ccd1b;
    b = (rotl<u32>(b ^ rotl<u32>(load<u32>(at, 4) * C2, 16) * C3, 17) + c) * 5 + 0x0bcaa747;
    c = (rotl<u32>(c ^ rotl<u32>(load<u32>(at, 8) * C3, 17) * C4, 15) + d) * 5 + 0x96cd1c35;
    d = (rotl<u32>(d ^ rotl<u32>(load<u32>(at, 12) * C4, 18) * C1, 13) + a) * 5 + 0x32ac3b17;
  }
  b ^= length;
  c ^= length;
  d ^= length;
  a = (a ^ length) + b + c + d;
  b = mixed(a + b);
  c = mixed(a + c);
  d = mixed(a + d);
  a = mixed(a) + b + c + d;
  store<u32>(answer, a);
  store<u32>(answer, a + b, 4);
  store<u32>(answer, a + c, 8);
  store<u32>(answer, a + d, 12);
}

// @ts-ignore: decorator
@inline
function mixed(lane: u32): u32 {
  let h = (lane ^ lane >>> 16) * 0x85ebca6b;
  h = (h ^ h >>> 13) * 0xc2b2ae35;
  return h ^ h >>> 16;
}
