/** Shorter pieces are copied by a loop. */
const SHORT = 48;

/** Bytes being written: a buffer that grows. */
export interface Ink {
  bytes: Buffer;
  length: number;
}

export function createInk(size = 1 << 16): Ink {
  return { bytes: Buffer.allocUnsafeSlow(size), length: 0 };
}

/** Makes room for `count` more bytes. */
export function room(ink: Ink, count: number): void {
  const needed = ink.length + count;
  if (needed <= ink.bytes.length) return;
  const grown = Buffer.allocUnsafeSlow(Math.max(needed, ink.bytes.length * 2));
  grown.set(ink.bytes.subarray(0, ink.length));
  ink.bytes = grown;
}

export function putByte(ink: Ink, byte: number): void {
  room(ink, 1);
  ink.bytes[ink.length++] = byte;
}

export function putBytes(ink: Ink, from: Uint8Array, start = 0, end = from.length): void {
  const count = end - start;
  room(ink, count);
  const { bytes } = ink;
  let at = ink.length;
  // A loop beats a native call for what most cells and tails are: short.
  if (count < SHORT) for (let i = start; i < end; i++) bytes[at++] = from[i] as number;
  else bytes.set(from.subarray(start, end), at);
  ink.length += count;
}

/** A short text of ASCII: the loop costs less than the call. False, and nothing is put, for any other. */
function putAscii(ink: Ink, text: string): boolean {
  const { bytes, length } = ink;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return false;
    bytes[length + i] = unit;
  }
  ink.length += text.length;
  return true;
}

/** UTF-8. */
export function putText(ink: Ink, text: string): void {
  room(ink, text.length * 3);
  if (text.length < SHORT && putAscii(ink, text)) return;
  ink.length += ink.bytes.write(text, ink.length, 'utf8');
}

/** A whole number ≥ 0 in decimal. */
export function putNumber(ink: Ink, value: number): void {
  room(ink, 16);
  let digits = 1;
  for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits++;
  let at = ink.length += digits;
  do {
    ink.bytes[--at] = 48 + value % 10;
    value = Math.floor(value / 10);
  } while (value > 0);
}
