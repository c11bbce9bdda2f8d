/**
 * The ordinary records of a batch, sixteen bytes at a time and most cells in one step. src/read/scanner.ts is how it is
 * called and says what comes out. What it accepts it reads as the loop of src/read/walk.ts does, which
 * test/read/scanner.test.ts shows; at anything else it stops.
 */

import { classesOf, kindsOf, LETTER, ODD, QUESTION, union } from './kinds';
import { firstLanes } from './lanes';
import { input } from './memory';
import { recalled } from './recall';
import { passes } from './sieve';

// As src/read/record.ts.
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
let classes: v128 = i8x16.splat(0);
/** Kinds of the characters whose class does not tell. */
let marks: u32 = 0;
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
  const lanes: u32 = (1 << count) - 1;
  const found = classesOf(bytes);
  classes = v128.or(classes, v128.and(found, firstLanes(count)));
  if ((i8x16.bitmask(found) & lanes) !== 0) takeInMarks(bytes, lanes);
  const spaces = spacesIn(bytes) & lanes;
  blanks |= spaces & (spaces << 1 | blank);
  if (count !== 0) blank = spaces >> (count - 1) & 1;
  const high: u32 = i8x16.bitmask(bytes) & lanes;
  if ((high | wide) !== 0) takeInWide(bytes, high, count);
}

/** The same of `?` and DEL. */
function takeInMarks(bytes: v128, lanes: u32): void {
  if ((i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(0x3f))) & lanes) !== 0) marks |= QUESTION;
  if ((i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(0x7f))) & lanes) !== 0) marks |= ODD;
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

// @ts-ignore: decorator
@inline
function spacesIn(bytes: v128): u32 {
  return i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(0x20)));
}

/** Where an unquoted cell may end: delimiters, quotes and line breaks. */
// @ts-ignore: decorator
@inline
function stopsIn(bytes: v128): u32 {
  return i8x16.bitmask(v128.or(
    v128.or(i8x16.eq(bytes, delimiters), i8x16.eq(bytes, i8x16.splat(<i8>LF))),
    v128.or(i8x16.eq(bytes, quotes), i8x16.eq(bytes, returns))));
}

/** Reads a cell without quotes up to `end`; returns where it and its carriage return end, 0: it is not ordinary. */
// @ts-ignore: decorator
@inline
function unquoted(from: usize, total: usize): usize {
  let at = from;
  for (;;) {
    const bytes = v128.load(at);
    const found = stopsIn(bytes);
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

/** Writes down a cell of so many characters. `isSeen`: its kinds and flags tell all. */
// @ts-ignore: decorator
@inline
function tell(into: usize, column: u32, begin: usize, end: usize, kind: u32, flag: u32, length: u32, isSeen: bool): void {
  store<u32>(into, <u32>(begin - input));
  store<u32>(into, <u32>(end - input), 4);
  store<u32>(into, kind << 8 | flag | (isSeen && passes(column, kind, length, begin, end) ? ORDINARY : 0), 8);
  const memory: usize = load<u32>(memoriesAt + (<usize>column << 2));
  store<u32>(into, memory === 0 || (flag & ESCAPED) !== 0 ? 0 : recalled(memory, begin, <u32>(end - begin)), 12);
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
      // Nearly every cell is short, of ASCII and without quotes, and another one follows.
      if (cells < width && at + 2 * LANES < total) {
        const front = v128.load(at);
        let stops = stopsIn(front);
        let found = classesOf(front);
        // Bit by bit what is to be seen of each byte: blanks, and what is beyond ASCII or in no class of its own.
        let spaces: u32 = spacesIn(front);
        let unclear: u32 = i8x16.bitmask(v128.or(front, found));
        let length: u32;
        if (stops !== 0) {
          length = ctz(stops);
          found = v128.and(found, firstLanes(length));
        } else {
          const back = v128.load(at, 16);
          stops = stopsIn(back);
          const more = classesOf(back);
          spaces |= spacesIn(back) << LANES;
          unclear |= <u32>i8x16.bitmask(v128.or(back, more)) << LANES;
          length = stops === 0 ? 2 * LANES : LANES + ctz(stops);
          found = v128.or(found, v128.and(more, firstLanes(length - LANES)));
        }
        const lanes: u32 = (1 << length) - 1;
        if (stops !== 0 && <u32>load<u8>(at + length) === delimiter && (unclear & lanes) === 0) {
          let kind: u32 = 0;
          let flag: u32 = 0;
          if (length > 0) {
            content++;
            kind = kindsOf(union(found));
            const head: u32 = load<u8>(at);
            if (head > 32) ink = 1;
            flag = headOf(head);
            spaces &= lanes;
            if (((spaces & (spaces << 1 | 1)) | (spaces >> (length - 1))) !== 0) kind |= ODD;
            if ((kind & ODD) !== 0 && !cr && hasReturn(at, at + length)) {
              ordinary = false;
              break;
            }
          }
          tell(cell, cells, at, at + length, kind, flag, length, true);
          cell += CELL;
          all |= flag;
          cells++;
          recordEnd = at + length;
          at += length + 1;
          continue;
        }
      }
      const isQuoted = at < total && <u32>load<u8>(at) === quote;
      classes = i8x16.splat(0);
      marks = 0;
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
        kind = kindsOf(union(classes)) | marks;
        const head: u32 = load<u8>(begin);
        if (head > 32) ink = 1;
        flags |= headOf(head);
        if (wides !== 0) {
          flags |= WIDE;
          kind |= isSeen ? LETTER : ODD;
        }
        if ((blanks | blank) !== 0) kind |= ODD;
        if ((kind & ODD) !== 0 && !cr && !isQuoted && hasReturn(begin, end)) {
          ordinary = false;
          break;
        }
      }
      if (cells < width) {
        tell(cell, cells, begin, end, kind, flags, <u32>(end - begin) - wides, isSeen && (flags & ESCAPED) === 0);
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

/** Whether a carriage return stands in a cell: outside of quotes the record is not its own output. */
function hasReturn(from: usize, to: usize): bool {
  for (let at = from; at < to; at++) if (<u32>load<u8>(at) === CR) return true;
  return false;
}

/** What a first byte tells of formulas: src/read/formula-head.ts. */
// @ts-ignore: decorator
@inline
function headOf(byte: u32): u32 {
  if (byte === 0x3d || byte === 0x2b || byte === 0x2d || byte === 0x40) return FORMULA;
  return byte < 33 || byte === 0x7f || byte === 0xc2 || (byte >= 0xe1 && byte <= 0xe3) || byte === 0xef ? UNCLEAR : 0;
}
