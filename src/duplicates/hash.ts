import type { Ascii } from '../types.js';

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
  begin(): KeyMaker;
  text(text: string): KeyMaker;
  /** ASCII as if it were lower case. */
  ascii(piece: Ascii): KeyMaker;
  /** Appends the key, `KEY` unsigned 32-bit numbers, to `into`; its last two bits are the `kind`. */
  end(into: Pushed, kind: KeyKind): void;
}

export function createKeyMaker(): KeyMaker {
  let a = 0;
  let b = 0;
  let c = 0;
  function feed(unit: number): void {
    a = Math.imul(a ^ unit, 0xcc9e2d51);
    a = a << 15 | a >>> 17;
    b = Math.imul(b ^ unit, 0x9e3779b1);
    b = b << 13 | b >>> 19;
    c = Math.imul(c ^ unit, 0x85ebca6b);
    c = c << 19 | c >>> 13;
  }
  const maker: KeyMaker = {
    begin() {
      a = 0x2f3b9d41;
      b = 0x41c6ce57;
      c = 0x68e31da4;
      return maker;
    },
    text(text) {
      for (let i = 0; i < text.length; i++) feed(text.charCodeAt(i));
      return maker;
    },
    ascii({ bytes, start, end }) {
      for (let i = start; i < end; i++) {
        const byte = bytes[i] as number;
        feed(byte > 0x40 && byte < 0x5b ? byte | 0x20 : byte);
      }
      return maker;
    },
    end(into, kind) {
      into.push(mixed(a));
      into.push(mixed(b));
      into.push((mixed(c) & ~3 | kind) >>> 0);
    },
  };
  return maker;
}

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
