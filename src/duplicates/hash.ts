import { kernelOf } from '../kernel.js';

/** Numbers a key takes. */
export const KEY = 3;

/** What a key is made of: what agrees where two rows show the same one. */
export const AGREED = [['e-mail'], ['e-mail', 'name'], ['phone', 'name'], ['name', 'company', 'postal code']] as const;
export type KeyKind = 0 | 1 | 2 | 3;

/** Stands before the two bytes of a character beyond ASCII. */
const BEYOND = 0xff;
/** Bytes that are hashed in one step. */
const BLOCK = 16;
const WORD = 4;

/**
 * A key in the making: what is fed to it, one piece after another, is hashed as if it were one text (MurmurHash3 of 128
 * bits; fast and well mixed, not cryptographic). Keys of different kinds have nothing in common. The pieces are put side
 * by side, four bytes at a time where they can be.
 */
export class KeyMaker {
  length = 0;
  private bytes = new Uint8Array(256);
  private view = new DataView(this.bytes.buffer);
  private readonly hashed = new Int32Array(4);

  begin(): KeyMaker {
    this.length = 0;
    return this;
  }

  text(text: string): KeyMaker {
    this.reserve(text.length * 3);
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80) bytes[at++] = unit;
      else {
        bytes[at++] = BEYOND;
        bytes[at++] = unit >> 8;
        bytes[at++] = unit & 0xff;
      }
    }
    this.length = at;
    return this;
  }

  /** 32-bit numbers. */
  numbers(numbers: Int32Array): KeyMaker {
    this.reserve(numbers.length * WORD);
    const { view, length } = this;
    for (let i = 0; i < numbers.length; i++) view.setInt32(length + i * WORD, numbers[i] as number, true);
    this.length = length + numbers.length * WORD;
    return this;
  }

  /** What was fed to another. */
  piece(other: KeyMaker): KeyMaker {
    this.reserve(other.length + WORD);
    const { view, length } = this;
    for (let i = 0; i < other.length; i += WORD) view.setInt32(length + i, other.view.getInt32(i));
    this.length = length + other.length;
    return this;
  }

  /** The hash of ASCII of which only capitals would be folded away, in lower case, until it is asked for again; null for any other. What was fed is gone. */
  hashOfLetters(from: Uint8Array, start: number, end: number): Int32Array | null {
    const kernel = kernelOf(from);
    if (kernel !== null) return kernel.run.letters(start, end) !== 0 ? kernel.answer : null;
    return this.begin().letters(from, start, end) ? this.hash() : null;
  }

  private letters(from: Uint8Array, start: number, end: number): boolean {
    this.reserve(end - start);
    const source = viewOf(from);
    const { view } = this;
    let at = this.length;
    let i = start;
    for (; i + WORD <= end; i += WORD, at += WORD) {
      const four = source.getInt32(i, true) | 0x20202020;
      if (!areLetters(four)) return false;
      view.setInt32(at, four, true);
    }
    for (; i < end; i++, at++) {
      const letter = source.getUint8(i) | 0x20;
      if (letter < 0x61 || letter > 0x7a) return false;
      view.setUint8(at, letter);
    }
    this.length = at;
    return true;
  }

  /** ASCII as if it were lower case, without the bytes that are `left`. */
  ascii(from: Uint8Array, start: number, end: number, left = -1): KeyMaker {
    this.reserve(end - start);
    let at = this.length;
    let i = start;
    if (left === -1) {
      const source = viewOf(from);
      const { view } = this;
      for (; i + WORD <= end; i += WORD, at += WORD) view.setInt32(at, lowered(source.getInt32(i, true)), true);
    }
    const { bytes } = this;
    for (; i < end; i++) {
      const byte = from[i] as number;
      if (byte !== left) bytes[at++] = byte > 0x40 && byte < 0x5b ? byte | 0x20 : byte;
    }
    this.length = at;
    return this;
  }

  /** The hash, four 32-bit numbers that hold until it is asked for again. */
  hash(): Int32Array {
    hash(this.view, this.length, 0, this.hashed);
    return this.hashed;
  }

  /** Appends the key, `KEY` 32-bit numbers, to `into`; its last two bits are the `kind`. */
  end(into: Pushed, kind: KeyKind): void {
    hash(this.view, this.length, kind + 1, this.hashed);
    pushKey(this.hashed, kind, into);
  }

  /** Room for so many bytes and the block that is hashed last. */
  private reserve(more: number): void {
    const most = this.length + more + BLOCK;
    if (most <= this.bytes.length) return;
    const larger = new Uint8Array(most * 2);
    larger.set(this.bytes);
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }
}

/** Whether four bytes of ASCII, in lower case, are letters: what is added carries into the high bit of those from `a` on, and of those after `z`. */
const areLetters = (four: number): boolean => (four + 0x1f1f1f1f & ~(four + 0x05050505) & 0x80808080) === (0x80808080 | 0);

/** Four bytes of ASCII in lower case. */
const lowered = (four: number): number => four | (four + 0x3f3f3f3f & ~(four + 0x25252525) & 0x80808080) >>> 2;

let viewed: Uint8Array = new Uint8Array(0);
let lastView = new DataView(viewed.buffer);
/** A view of the bytes: those of one batch are asked for many times in a row. */
function viewOf(bytes: Uint8Array): DataView {
  if (bytes !== viewed) {
    viewed = bytes;
    lastView = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }
  return lastView;
}

/** MurmurHash3 x86_128 of `length` bytes, the last block filled up with zeros (wasm/keys.ts has the same). Writes over the bytes after them. */
function hash(view: DataView, length: number, seed: number, into: Int32Array): void {
  for (let at = length; at < length + BLOCK; at += WORD) view.setInt32(at, 0);
  let a = seed;
  let b = seed;
  let c = seed;
  let d = seed;
  for (let at = 0; at < length; at += BLOCK) {
    a = Math.imul(rotated(a ^ Math.imul(rotated(Math.imul(view.getInt32(at, true), C1), 15), C2), 19) + b, 5) + 0x561ccd1b | 0;
    b = Math.imul(rotated(b ^ Math.imul(rotated(Math.imul(view.getInt32(at + 4, true), C2), 16), C3), 17) + c, 5) + 0x0bcaa747 | 0;
    c = Math.imul(rotated(c ^ Math.imul(rotated(Math.imul(view.getInt32(at + 8, true), C3), 17), C4), 15) + d, 5) + 0x96cd1c35 | 0;
    d = Math.imul(rotated(d ^ Math.imul(rotated(Math.imul(view.getInt32(at + 12, true), C4), 18), C1), 13) + a, 5) + 0x32ac3b17 | 0;
  }
  b ^= length;
  c ^= length;
  d ^= length;
  a = (a ^ length) + b + c + d | 0;
  b = mixed(a + b);
  c = mixed(a + c);
  d = mixed(a + d);
  a = mixed(a) + b + c + d | 0;
  into[0] = a;
  into[1] = a + b;
  into[2] = a + c;
  into[3] = a + d;
}
const C1 = 0x239b961b, C2 = 0xab0e9789, C3 = 0x38b34ae5, C4 = 0xa1e38b93;

const rotated = (lane: number, bits: number): number => lane << bits | lane >>> (32 - bits);

function mixed(lane: number): number {
  let h = Math.imul(lane ^ lane >>> 16, 0x85ebca6b);
  h = Math.imul(h ^ h >>> 13, 0xc2b2ae35);
  return h ^ h >>> 16;
}

/** Appends the key of a hash made with the seed `kind + 1`. */
export function pushKey(hashed: Int32Array, kind: KeyKind, into: Pushed): void {
  into.push(hashed[0] as number);
  into.push(hashed[1] as number);
  into.push((hashed[2] as number) & ~3 | kind);
}

const maker = new KeyMaker();

/** Appends the key of one text. */
export function pushHash(text: string, into: Pushed, kind: KeyKind = 0): void {
  maker.begin().text(text).end(into, kind);
}

/** Where numbers are appended. */
export interface Pushed { push(number: number): unknown }

/** What a key is made of, by its last number. */
export const kindOf = (last: number): KeyKind => (last & 3) as KeyKind;
