/** The texts of a column that come again and again: src/pool/recall.ts says what for, test/pool/recall.test.ts that it holds. */

import { firstLanes } from './lanes';

const LANES: u32 = 16;

/** A memory: `SLOTS` texts, then how often each was replaced, then how often a text was asked for and how often it was there. */
const LONGEST: u32 = 32;
const SLOT_BITS: u32 = 13;
const REPLACED_AT: usize = LONGEST << SLOT_BITS;
const ASKED_AT: usize = REPLACED_AT + (4 << SLOT_BITS);
/** Slots in which a text may stand. */
const WAYS: u32 = 4;
/** A slot that was replaced so often is given up: a number must never stand for two texts. */
const WORN_OUT: u32 = (1 << (32 - SLOT_BITS)) - 1;

/**
 * The number by which the column knows a text, `replaced << SLOT_BITS | slot`, 0: by none. Each text has four slots, of
 * which it takes one from the text before it. No text has a NUL in it, so that what stands behind one tells how long it is.
 */
// @ts-ignore: decorator
@inline
export function recalled(memory: usize, begin: usize, length: u32): u32 {
  if (length === 0 || length > LONGEST) return 0;
  const front = v128.and(v128.load(begin), firstLanes(min(length, LANES)));
  const back = length > LANES ? v128.and(v128.load(begin, 16), firstLanes(length - LANES)) : i8x16.splat(0);
  let hash: u64 = i64x2.extract_lane(front, 0) * 0x9e3779b97f4a7c15;
  hash = (hash ^ hash >>> 32 ^ i64x2.extract_lane(front, 1)) * 0xbf58476d1ce4e5b9;
  if (length > LANES) {
    hash = (hash ^ hash >>> 32 ^ i64x2.extract_lane(back, 0)) * 0x94d049bb133111eb;
    hash = (hash ^ hash >>> 32 ^ i64x2.extract_lane(back, 1)) * 0x9e3779b97f4a7c15;
  }
  const home = <u32>(hash >>> (64 - SLOT_BITS));
  store<u32>(memory + ASKED_AT, load<u32>(memory + ASKED_AT) + 1);
  for (let way: u32 = 0; way < WAYS; way++) {
    const slot = home ^ way;
    if (!holds(memory, slot, front, back)) continue;
    store<u32>(memory + ASKED_AT, load<u32>(memory + ASKED_AT, 4) + 1, 4);
    return load<u32>(timesAt(memory, slot)) << SLOT_BITS | slot;
  }
  // It takes the place of the one that was replaced least.
  let slot = home;
  for (let way: u32 = 1; way < WAYS; way++) if (load<u32>(timesAt(memory, home ^ way)) < load<u32>(timesAt(memory, slot))) slot = home ^ way;
  const replaced = load<u32>(timesAt(memory, slot)) + 1;
  if (replaced > WORN_OUT) return 0;
  store<u32>(timesAt(memory, slot), replaced);
  v128.store(memory + (<usize>slot << 5), front);
  v128.store(memory + (<usize>slot << 5), back, 16);
  return replaced << SLOT_BITS | slot;
}

/** Where it stands how often a slot was taken. */
// @ts-ignore: decorator
@inline
function timesAt(memory: usize, slot: u32): usize {
  return memory + REPLACED_AT + (<usize>slot << 2);
}

// @ts-ignore: decorator
@inline
function holds(memory: usize, slot: u32, front: v128, back: v128): bool {
  const text = memory + (<usize>slot << 5);
  return !v128.any_true(v128.or(v128.xor(v128.load(text), front), v128.xor(v128.load(text, 16), back)));
}
