/** Numbers a key takes. */
export const KEY = 3;

/** What a key is made of: what agrees where two rows show the same one. */
export const AGREED = [['e-mail'], ['e-mail', 'name'], ['phone', 'name'], ['name', 'company', 'postal code']] as const;
export type KeyKind = 0 | 1 | 2 | 3;

/**
 * A key in the making: what is fed to it, one piece after another, is hashed as if it were one text. Three lanes that
 * know nothing of each other, murmur's steps in each; fast and well mixed, not cryptographic.
 */
export interface KeyMaker {
  readonly length: number;
  begin(): KeyMaker;
  text(text: string): KeyMaker;
  /** What was fed to another. */
  piece(other: KeyMaker): KeyMaker;
  /** ASCII of which only capitals would be folded away, in lower case. False, and nothing is fed, for any other. */
  letters(bytes: Uint8Array, start: number, end: number): boolean;
  /** ASCII as if it were lower case. */
  ascii(bytes: Uint8Array, start: number, end: number): KeyMaker;
  /** Appends the key, `KEY` unsigned 32-bit numbers, to `into`; its last two bits are the `kind`. */
  end(into: Pushed, kind: KeyKind): void;
}

/** Stands before the two bytes of a character beyond ASCII. */
const BEYOND = 0xff;

/** The pieces are put side by side and hashed four bytes at a time. */
export function createKeyMaker(): KeyMaker {
  let bytes = new Uint8Array(256);
  let words = new Uint32Array(bytes.buffer);
  let length = 0;

  function room(more: number): void {
    if (length + more + 4 <= bytes.length) return;
    const larger = new Uint8Array((length + more + 4) * 2 + 3 & ~3);
    larger.set(bytes);
    bytes = larger;
    words = new Uint32Array(larger.buffer);
  }
  const maker: KeyMaker & { readonly bytes: Uint8Array } = {
    get bytes() { return bytes; },
    get length() { return length; },
    begin() {
      length = 0;
      return maker;
    },
    piece(other) {
      room(other.length);
      const from = (other as typeof maker).bytes;
      for (let i = 0; i < other.length; i++) bytes[length++] = from[i] as number;
      return maker;
    },
    letters(from, start, end) {
      room(end - start);
      for (let i = start, at = length; i < end; i++, at++) {
        const letter = (from[i] as number) | 0x20;
        if (letter < 0x61 || letter > 0x7a) return false;
        bytes[at] = letter;
      }
      length += end - start;
      return true;
    },
    text(text) {
      room(text.length * 3);
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        if (unit < 0x80) bytes[length++] = unit;
        else {
          bytes[length++] = BEYOND;
          bytes[length++] = unit >> 8;
          bytes[length++] = unit & 0xff;
        }
      }
      return maker;
    },
    ascii(from, start, end) {
      room(end - start);
      for (let i = start; i < end; i++) {
        const byte = from[i] as number;
        bytes[length++] = byte > 0x40 && byte < 0x5b ? byte | 0x20 : byte;
      }
      return maker;
    },
    end(into, kind) {
      let a = 0x2f3b9d41 ^ length;
      let b = 0x41c6ce57 ^ length;
      let c = 0x68e31da4 ^ length;
      bytes[length] = bytes[length + 1] = bytes[length + 2] = 0; // the last word is filled up
      for (let i = 0; i * 4 < length; i++) {
        const word = words[i] as number;
        let k = Math.imul(word, 0xcc9e2d51);
        a = Math.imul(rotated(a ^ Math.imul(k << 15 | k >>> 17, 0x1b873593), 13), 5) + 0xe6546b64 | 0;
        k = Math.imul(word, 0x239b961b);
        b = Math.imul(rotated(b ^ Math.imul(k << 16 | k >>> 16, 0xab0e9789), 15), 5) + 0x561ccd1b | 0;
        k = Math.imul(word, 0x38b34ae5);
        c = Math.imul(rotated(c ^ Math.imul(k << 17 | k >>> 15, 0xa1e38b93), 17), 5) + 0x0bcaa747 | 0;
      }
      into.push(mixed(a));
      into.push(mixed(b));
      into.push((mixed(c) & ~3 | kind) >>> 0);
    },
  };
  return maker;
}

const rotated = (lane: number, bits: number): number => lane << bits | lane >>> (32 - bits);

const maker = createKeyMaker();

/** Appends the key of one text. */
export function pushHash(text: string, into: Pushed, kind: KeyKind = 0): void {
  maker.begin().text(text).end(into, kind);
}

/** Where numbers are appended. */
export interface Pushed { push(number: number): unknown }

/** What a key is made of, by its last number. */
export const kindOf = (last: number): KeyKind => (last & 3) as KeyKind;

function mixed(lane: number): number {
  let h = Math.imul(lane ^ lane >>> 16, 0x85ebca6b);
  h = Math.imul(h ^ h >>> 13, 0xc2b2ae35);
  return (h ^ h >>> 16) >>> 0;
}
