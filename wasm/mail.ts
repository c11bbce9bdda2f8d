/**
 * What the bytes of a cell tell of the address in it. src/values/address-bytes.ts is how it is called; what is said here
 * is what src/values/plain-address.ts, unlisted-host.ts and local-words.ts say, which test/values/address-bytes.test.ts
 * and test/checks/email-bytes.test.ts show.
 */

import { firstLanes } from './lanes';
import { input } from './memory';

/** One bit for each byte: what is longer is not told. */
const LONGEST: usize = 64;
const LANES: usize = 16;

// As src/values/address-bytes.ts.
const UNLISTED: i32 = 1;
const WORDED: i32 = 2;
const LOCAL_SHIFT: i32 = 2;

/** The sum that src/values/address-bytes.ts describes; 0: no plain address, or one to be looked at elsewhere. The tables are those of unlisted-host.ts and local-words.ts. */
export function address(start: usize, end: usize, hosts: usize, words: usize): i32 {
  const length = end - start;
  if (length > LONGEST || length === 0) return 0;
  const from = input + start;
  let letters: u64 = 0;
  let digits: u64 = 0;
  let dots: u64 = 0;
  let hyphens: u64 = 0;
  let others: u64 = 0;
  let pluses: u64 = 0;
  let signs: u64 = 0;
  for (let done: usize = 0; done < length; done += LANES) {
    const bytes = v128.load(from + done);
    letters |= <u64>i8x16.bitmask(i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x61)), i8x16.splat(26))) << done;
    digits |= <u64>i8x16.bitmask(i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x30)), i8x16.splat(10))) << done;
    dots |= <u64>i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(0x2e))) << done;
    hyphens |= <u64>i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(0x2d))) << done;
    pluses |= <u64>i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(0x2b))) << done;
    others |= <u64>i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(0x5f))) << done;
    signs |= <u64>i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(0x40))) << done;
  }
  const all: u64 = u64.MAX_VALUE >>> (64 - <u64>length);
  signs &= all;
  if (signs === 0 || (signs & (signs - 1)) !== 0) return 0;
  const local = signs - 1;
  const host = all & ~(signs | local);
  const inHost = letters | digits | dots | hyphens;
  if ((((inHost | pluses | others) & local) | signs | (inHost & host)) !== all) return 0;
  // What must have something else on both sides.
  const joints = (dots | hyphens | pluses | signs) & all;
  if ((joints & (joints << 1 | 1)) !== 0 || (joints & ~(all >>> 1)) !== 0) return 0;
  dots &= host;
  if (dots === 0) return 0;
  // The last label: two letters at least, and nothing else.
  const last: u64 = 63 - clz<u64>(dots);
  const ending = host & (<u64>-2 << last);
  if ((ending & ~letters) !== 0 || <u64>length - last < 3) return 0;
  const at = from + <usize>ctz<u64>(signs);
  const listed = isListed(at + 1, input + end, from + <usize>last, dots, from, hosts);
  if (listed < 0) return 0;
  return <i32>(at - from) << LOCAL_SHIFT | (listed === 0 ? UNLISTED : 0) | (mayBe(from, at, (pluses & local) !== 0, words) ? WORDED : 0);
}

// As src/values/unlisted-host.ts: numbers of four bytes, one table behind the other.
const DOMAINS: u32 = 19;
const PARTS: u32 = 13;
const ENDINGS: u32 = 12;
const HEADS_AT: usize = 4 << (DOMAINS - 5);
const TAILS_AT: usize = HEADS_AT + (4 << PARTS);
const ENDINGS_AT: usize = TAILS_AT + (4 << PARTS);
const SHORT_AT: usize = ENDINGS_AT + (4 << ENDINGS);
const LONGEST_ENDING: usize = 6;
const LONGEST_LABEL: u32 = 31;

const SPREAD: u32 = 0x9e3779b1;

/** 0: the host is unlisted, 1: it may be listed, -1: its ending is not known. `stop`: its last dot; `dots`: all of them, from `from` on. */
// @ts-ignore: decorator
@inline
function isListed(start: usize, end: usize, stop: usize, dots: u64, from: usize, tables: usize): i32 {
  if (end - stop > LONGEST_ENDING + 1) return 1;
  let hash: u32 = 0;
  let ending: u32 = 0;
  for (let at = end - 1; at > stop; at--) {
    const byte: u32 = load<u8>(at);
    hash = (hash ^ byte) * 0x5bd1e995;
    ending = ending << 5 | (byte & 31);
  }
  if (load<u32>(tables + ENDINGS_AT + (<usize>((ending * SPREAD) >>> (32 - ENDINGS)) << 2)) !== ending) return -1;
  const short = load<u32>(tables + SHORT_AT);
  while (!isDomain(hash, tables)) {
    if (stop < start) return 0;
    // The label in front.
    dots ^= <u64>1 << <u64>(stop - from);
    const begin = dots === 0 ? start : from + (64 - <usize>clz<u64>(dots));
    for (let at = stop - 1; at >= begin; at--) hash = (hash ^ <u32>load<u8>(at)) * 0x5bd1e995;
    const label = <u32>(stop - begin);
    let known = short | load<u32>(tables + HEADS_AT + placeOf(begin));
    if (begin === start) known |= load<u32>(tables + TAILS_AT + placeOf(stop - 3));
    if ((known >>> min(label, LONGEST_LABEL) & 1) !== 0) return 1;
    stop = begin - 1;
  }
  return 1;
}

// @ts-ignore: decorator
@inline
function isDomain(hash: u32, tables: usize): bool {
  const bit = (hash * SPREAD) >>> (32 - DOMAINS);
  return (load<u32>(tables + (<usize>(bit >>> 5) << 2)) >>> (bit & 31) & 1) !== 0;
}

/** Of three letters. */
// @ts-ignore: decorator
@inline
function placeOf(at: usize): usize {
  return <usize>(((load<u32>(at) & 0xffffff) * SPREAD) >>> (32 - PARTS)) << 2;
}

// As src/values/local-words.ts.
const WORDS: u32 = 1 << 18;
const FROM_BEHIND: u32 = 1;
/** From here on a plain address has nothing but letters. */
const LETTERS: u32 = 0x61;

/** Whether the first and the last word of a local part may be words of the table. */
// @ts-ignore: decorator
@inline
function mayBe(start: usize, end: usize, hasPlus: bool, table: usize): bool {
  let at = start;
  while (isDigit(load<u8>(at))) at++; // up to the `@` at most
  let hash: u32 = 0;
  const first = at;
  for (; load<u8>(at) >= LETTERS; at++) hash = mixed(hash, load<u8>(at));
  if (at !== first && !isWord(hash, table)) return false;
  if (hasPlus) return true;
  at = end;
  while (at > start && load<u8>(at - 1) < LETTERS) at--;
  hash = FROM_BEHIND;
  const last = at;
  for (; at > start && load<u8>(at - 1) >= LETTERS; at--) hash = mixed(hash, load<u8>(at - 1));
  return at === last || isWord(hash, table);
}

// @ts-ignore: decorator
@inline
function mixed(hash: u32, byte: u32): u32 {
  return ((hash ^ byte) * 0x5bd1e995) ^ hash >>> 15;
}

// @ts-ignore: decorator
@inline
function isWord(hash: u32, table: usize): bool {
  const folded = (hash ^ hash >>> 16) & (WORDS - 1);
  const place = folded === 0 ? 1 : folded;
  return (load<u32>(table + (<usize>(place >>> 5) << 2)) >>> (place & 31) & 1) !== 0;
}

// @ts-ignore: decorator
@inline
function isDigit(byte: u32): bool {
  return byte - 0x30 < 10;
}

/** Whether the address ends in `@` and what stands in the other cell. */
export function isAt(start: usize, end: usize, hostStart: usize, hostEnd: usize): bool {
  const length = hostEnd - hostStart;
  if (end < start + length + 1) return false;
  const at = input + end - length - 1;
  if (load<u8>(at) !== 0x40) return false;
  for (let done: usize = 0; done < length; done += LANES) {
    const unlike = v128.xor(v128.load(at + 1 + done), v128.load(input + hostStart + done));
    if (v128.any_true(v128.and(unlike, firstLanes(<u32>min(length - done, LANES))))) return false;
  }
  return true;
}

/** Whether a label of the host may begin like one of those that src/values/address-bytes.ts names. */
export function academic(start: usize, end: usize): bool {
  const from = input + start;
  const length = end - start;
  if (length > LONGEST) return true;
  let signs: u64 = 0;
  let begins: u64 = 0;
  for (let done: usize = 0; done < length; done += LANES) {
    const bytes = v128.load(from + done);
    const first = v128.and(v128.load(from + done, 1), i8x16.splat(0x1f));
    const second = v128.and(v128.load(from + done, 2), i8x16.splat(0x1f));
    const at = i8x16.eq(bytes, i8x16.splat(0x40));
    const t = i8x16.eq(second, i8x16.splat(0x14));
    const found = v128.or(
      v128.or(v128.and(i8x16.eq(first, i8x16.splat(0x13)), t), v128.and(i8x16.eq(first, i8x16.splat(0x05)), v128.or(t, i8x16.eq(second, i8x16.splat(0x04))))),
      v128.and(i8x16.eq(first, i8x16.splat(0x01)), v128.or(i8x16.eq(second, i8x16.splat(0x0c)), i8x16.eq(second, i8x16.splat(0x03)))));
    signs |= <u64>i8x16.bitmask(at) << done;
    begins |= <u64>i8x16.bitmask(v128.and(found, v128.or(at, i8x16.eq(bytes, i8x16.splat(0x2e))))) << done;
  }
  if (length < 2) return true;
  const seen: u64 = u64.MAX_VALUE >>> (65 - <u64>length);
  signs &= seen;
  return signs === 0 || ((begins & seen) >>> (63 - clz<u64>(signs))) !== 0;
}
