/**
 * Appends a 64-bit hash of `text` to `into` as two unsigned 32-bit halves (cyrb53's two lanes, kept whole).
 * Fast and well mixed, not cryptographic.
 */
export function pushHash(text: string, into: number[]): void {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  into.push(b >>> 0, a >>> 0);
}
