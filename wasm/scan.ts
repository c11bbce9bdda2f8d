/**
 * The ordinary records of a batch, sixteen bytes at a time.
 * src/read/scanner.ts is how it is called and says what comes out. What it accepts it reads as the loop of
 * src/read/records.ts does, which test/read/scanner.test.ts shows; at anything else it stops.
 */

import { firstLanes } from './lanes';
import { input } from './memory';
import { passes } from './sieve';

// As src/values/characters.ts.
const ODD: u32 = 1;
const LETTER: i8 = 2;
const DIGIT: i8 = 4;
const POINT: i8 = 8;
const PLUS: i8 = 16;
const BAR: i8 = 32;
const QUESTION: i8 = 64;
/** Beyond ASCII. */
const BEYOND: u32 = 128;

// As src/read/records.ts.
const QUOTED: u32 = 1;
const ESCAPED: u32 = 2;
const WIDE: u32 = 4;
const FORMULA: u32 = 8;
/** What stands in front may hide the beginning of a formula: the caller finds out. */
const UNCLEAR: u32 = 16;
/** Nothing in the cell can concern the check of cells. */
const ORDINARY: u32 = 32;

const LF: u32 = 10;
const CR: u32 = 13;
const LANES: u32 = 16;
/** Bytes of a cell and of a record in the answer. */
const CELL: usize = 16;
const RECORD: usize = 16;

let delimiter: u32 = 0;
let quote: u32 = 0;
let comment: u32 = 0;
let width: i32 = 0;
let usual: i32 = 0;
let cr: bool = false;
let delimiters: v128 = i8x16.splat(0);
let quotes: v128 = i8x16.splat(0);
/** Carriage returns where they end records, else line feeds. */
let returns: v128 = i8x16.splat(0);

let cellsAt: usize = 0;
let recordsAt: usize = 0;
let memoriesAt: usize = 0;
let most: i32 = 0;
let reached: usize = 0;

/** How the list is cut; without quotes or remarks their byte is one no byte is. */
export function dialect(delimiterByte: u32, quoteByte: u32, commentByte: u32, endsAtReturn: bool, cells: i32, usualCells: i32): void {
  delimiter = delimiterByte;
  quote = quoteByte;
  comment = commentByte;
  cr = endsAtReturn;
  width = cells;
  usual = usualCells;
  delimiters = i8x16.splat(<i8>delimiterByte);
  quotes = i8x16.splat(<i8>(quoteByte > 255 ? delimiterByte : quoteByte));
  returns = i8x16.splat(<i8>(endsAtReturn ? CR : LF));
}

/** Where the answers go (at most `records` of them), and the memories of the columns are told: an address each, 0 for none. */
export function places(cells: usize, answers: usize, records: i32, memories: usize): void {
  cellsAt = cells;
  recordsAt = answers;
  most = records;
  memoriesAt = memories;
}

/** Offset behind the last record read. */
export function next(): usize {
  return reached - input;
}

// What the cell at hand holds, for `scan`.
let kinds: v128 = i8x16.splat(0);
/** Whether blanks stand side by side or at an end, and whether one stood last. */
let blanks: u32 = 0;
let blank: u32 = 0;
/** Line breaks of the record so far. */
let lines: u32 = 0;
let flags: u32 = 0;
let end: usize = 0;
/**
 * Characters beyond ASCII: how many, whether all are Latin letters that begin with few bytes, whether some are side by side,
 * and whether one is of those that may be half of one that was read in the wrong encoding (`Ãœ`).
 */
let wides: u32 = 0;
let areLatin: bool = true;
let together: bool = false;
let mayBeHalf: bool = false;
/** Whether the last byte ended one. */
let wide: u32 = 0;

/** Takes in the first `count` of sixteen bytes. */
// @ts-ignore: decorator
@inline
function takeIn(bytes: v128, count: u32): void {
  kinds = v128.or(kinds, v128.and(kindsOf(bytes), firstLanes(count)));
  const found: u32 = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(0x20))) & ((1 << count) - 1);
  blanks |= found & (found << 1 | blank);
  if (count !== 0) blank = found >> (count - 1) & 1;
  const high: u32 = i8x16.bitmask(bytes) & ((1 << count) - 1);
  if ((high | wide) !== 0) takeInWide(bytes, high, count);
}

/** The same of what is beyond ASCII. With the first two bytes begin U+00C0 to U+013F, with the third the letters up to U+017F. */
function takeInWide(bytes: v128, high: u32, count: u32): void {
  if (count === 0) return;
  const heads: u32 = i8x16.bitmask(i8x16.ge_u(bytes, i8x16.splat(<i8>0xc0))) & high;
  const latin: u32 = i8x16.bitmask(v128.or(i8x16.eq(bytes, i8x16.splat(<i8>0xc3)), i8x16.eq(bytes, i8x16.splat(<i8>0xc4))));
  const half: u32 = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(<i8>0xc5)));
  const tails = high & ~heads;
  wides += popcnt(heads);
  if ((heads & ~(latin | half)) !== 0) areLatin = false;
  if ((heads & half) !== 0) mayBeHalf = true;
  if ((heads & (tails << 1 | wide)) !== 0) together = true;
  wide = tails >> (count - 1) & 1;
}

/** Reads a cell without quotes up to `end`; returns where it and its carriage return end, 0: it is not ordinary. */
// @ts-ignore: decorator
@inline
function unquoted(from: usize, total: usize): usize {
  let at = from;
  for (;;) {
    const bytes = v128.load(at);
    const found: u32 = i8x16.bitmask(v128.or(
      v128.or(i8x16.eq(bytes, delimiters), i8x16.eq(bytes, i8x16.splat(<i8>LF))),
      v128.or(i8x16.eq(bytes, quotes), i8x16.eq(bytes, returns))));
    const count: u32 = found === 0 ? LANES : ctz(found);
    const stop = at + count;
    if (found === 0 && stop < total) {
      takeIn(bytes, LANES);
      at = stop;
      continue;
    }
    end = min(stop, total);
    const next = end;
    if (next < total && <u32>load<u8>(next) === quote) return 0;
    if (!cr && end > from && <u32>load<u8>(end - 1) === CR && (next >= total || <u32>load<u8>(next) === LF)) {
      if (end === at) return 0; // it was taken in with the sixteen before
      end--;
    }
    takeIn(bytes, <u32>(end - at));
    return next;
  }
}

/** Reads a cell in quotes that begins at `from`, behind the quote, up to `end`; returns where its quote ends, 0: it is not ordinary. */
// @ts-ignore: decorator
@inline
function quoted(from: usize, total: usize): usize {
  let at = from;
  for (;;) {
    const bytes = v128.load(at);
    const found: u32 = i8x16.bitmask(i8x16.eq(bytes, quotes));
    const count: u32 = found === 0 ? LANES : ctz(found);
    if (at + count >= total) return 0; // it does not close
    takeIn(bytes, count);
    const lanes: u32 = (1 << count) - 1;
    lines += popcnt(i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(<i8>LF))) & lanes);
    if (cr)
      for (let left: u32 = i8x16.bitmask(i8x16.eq(bytes, returns)) & lanes; left !== 0; left &= left - 1)
        if (<u32>load<u8>(at + ctz(left) + 1) !== LF) lines++;
    at += count;
    if (found === 0) continue;
    const after: u32 = at + 1 < total ? <u32>load<u8>(at + 1) : LF;
    if (after === quote) {
      flags |= ESCAPED;
      blank = 0;
      at += 2;
      continue;
    }
    end = at;
    return after === delimiter || after === LF || (after === CR && (cr || at + 2 >= total || <u32>load<u8>(at + 2) === LF)) ? at + 1 : 0;
  }
}

/** Reads ordinary records from offset `from` to the end, `stop` or the first that is none; how many there were. */
export function scan(from: usize, size: usize, stop: usize): i32 {
  const total = input + size;
  const last = input + stop;
  let at = input + from;
  let cell = cellsAt;
  let count: i32 = 0;
  while (count < most && at < total && at !== last) {
    const start = at;
    const cellsBefore = cell;
    let ordinary = <u32>load<u8>(at) !== comment;
    let cells: i32 = 0;
    let content: u32 = 0;
    let ink: u32 = 0;
    let all: u32 = 0;
    let recordEnd = start;
    lines = 1;
    while (ordinary) {
      const isQuoted = at < total && <u32>load<u8>(at) === quote;
      kinds = i8x16.splat(0);
      blanks = 0;
      blank = 1; // as if one stood in front
      flags = isQuoted ? QUOTED : 0;
      wides = 0;
      areLatin = true;
      together = mayBeHalf = false;
      wide = 0;
      const begin = isQuoted ? at + 1 : at;
      at = isQuoted ? quoted(begin, total) : unquoted(begin, total);
      if (at === 0) {
        ordinary = false;
        break;
      }
      let kind: u32 = 0;
      const isSeen = wides === 0 || (areLatin && !(mayBeHalf && together));
      if (end > begin) {
        content++;
        kind = union(kinds);
        const head: u32 = load<u8>(begin);
        if (head > 32) ink = 1;
        flags |= headOf(head) | (kind & BEYOND ? WIDE : 0);
        if ((kind & BEYOND) !== 0) kind |= isSeen ? <u32>LETTER : ODD;
        if ((blanks | blank) !== 0) kind |= ODD;
        kind &= 127;
      }
      if (cells < width) {
        store<u32>(cell, <u32>(begin - input));
        store<u32>(cell, <u32>(end - input), 4);
        const isOrdinary = isSeen && (flags & ESCAPED) === 0 && passes(cells, kind, <u32>(end - begin) - wides, begin, end);
        store<u32>(cell, kind << 8 | flags | (isOrdinary ? ORDINARY : 0), 8);
        const memory: usize = load<u32>(memoriesAt + (<usize>cells << 2));
        store<u32>(cell, memory === 0 || (flags & ESCAPED) !== 0 ? 0 : recalled(memory, begin, <u32>(end - begin)), 12);
        cell += CELL;
      } else if (end > begin || usual <= width) {
        ordinary = false;
        break;
      }
      all |= flags;
      cells++;
      recordEnd = isQuoted ? at : end;
      if (at >= total) break;
      const byte: u32 = load<u8>(at++);
      if (byte === delimiter) continue;
      if (byte === CR && at < total && <u32>load<u8>(at) === LF) at++;
      break;
    }
    // Too few cells, or none at all: more than one reader can tell.
    if (!ordinary || cells < width || (cells !== width && cells !== usual) || (content === 0 && cells <= 1 && width > 1)) {
      at = start;
      cell = cellsBefore;
      break;
    }
    const record = recordsAt + <usize>count * RECORD;
    store<u32>(record, <u32>(start - input));
    store<u32>(record, <u32>(recordEnd - input), 4);
    store<u32>(record, lines, 8);
    store<u32>(record, content << 8 | ink << 7 | all, 12);
    count++;
  }
  reached = at;
  return count;
}

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
function recalled(memory: usize, begin: usize, length: u32): u32 {
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

/** What a first byte tells of formulas: src/read/formula-head.ts. */
// @ts-ignore: decorator
@inline
function headOf(byte: u32): u32 {
  if (byte === 0x3d || byte === 0x2b || byte === 0x2d || byte === 0x40) return FORMULA;
  return byte < 33 || byte === 0x7f || byte === 0xc2 || (byte >= 0xe1 && byte <= 0xe3) || byte === 0xef ? UNCLEAR : 0;
}

/** The kinds of sixteen characters, and BEYOND for bytes beyond ASCII. Blanks are of no kind. */
// @ts-ignore: decorator
@inline
function kindsOf(bytes: v128): v128 {
  const letters = i8x16.lt_u(i8x16.sub(v128.or(bytes, i8x16.splat(0x20)), i8x16.splat(0x61)), i8x16.splat(26));
  const digits = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x30)), i8x16.splat(10));
  const points = v128.or(i8x16.eq(bytes, i8x16.splat(0x2e)), i8x16.eq(bytes, i8x16.splat(0x2c)));
  const controls = v128.or(i8x16.lt_u(bytes, i8x16.splat(0x20)), i8x16.eq(bytes, i8x16.splat(0x7f)));
  return v128.or(
    v128.or(v128.or(where(letters, LETTER), where(digits, DIGIT)), v128.or(where(points, POINT), where(controls, <i8>ODD))),
    v128.or(
      v128.or(where(i8x16.eq(bytes, i8x16.splat(0x2b)), PLUS), where(i8x16.eq(bytes, i8x16.splat(0x7c)), BAR)),
      v128.or(where(i8x16.eq(bytes, i8x16.splat(0x3f)), QUESTION), v128.and(bytes, i8x16.splat(-128)))));
}

// @ts-ignore: decorator
@inline
function where(lanes: v128, kind: i8): v128 {
  return v128.and(lanes, i8x16.splat(kind));
}

/** All lanes in one byte. */
// @ts-ignore: decorator
@inline
function union(lanes: v128): u32 {
  const half = i64x2.extract_lane(lanes, 0) | i64x2.extract_lane(lanes, 1);
  const quarter = <u32>half | <u32>(half >>> 32);
  const two = quarter | quarter >>> 16;
  return (two | two >>> 8) & 0xff;
}
