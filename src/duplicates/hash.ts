/** Numbers a key takes. */
export const KEY = 3;

/** What a key is made of: what agrees where two rows show the same one. */
export const AGREED = [['e-mail'], ['e-mail', 'name'], ['phone', 'name'], ['name', 'company', 'postal code']] as const;
export type KeyKind = 0 | 1 | 2 | 3;

/**
 * Appends a hash of `text` to `into` as `KEY` unsigned 32-bit numbers, the last two bits being the `kind`. Three lanes
 * that know nothing of each other, murmur's steps in each; fast and well mixed, not cryptographic.
 */
export function pushHash(text: string, into: Pushed, kind: KeyKind = 0): void {
  let a = 0x2f3b9d41;
  let b = 0x41c6ce57;
  let c = 0x68e31da4;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0xcc9e2d51);
    a = a << 15 | a >>> 17;
    b = Math.imul(b ^ unit, 0x9e3779b1);
    b = b << 13 | b >>> 19;
    c = Math.imul(c ^ unit, 0x85ebca6b);
    c = c << 19 | c >>> 13;
  }
  into.push(mixed(a));
  into.push(mixed(b));
  into.push((mixed(c) & ~3 | kind) >>> 0);
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
