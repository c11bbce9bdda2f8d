/** Longer pieces are copied by a native call. */
const LONG = 256;
/** So many pieces are: only then V8 has made such code of the loop that it is quicker. */
let untried = 1 << 14;
const WORD = 4;
const WORDS = 2 * WORD;

/** Bytes being written: a buffer that grows. */
export interface Ink {
  bytes: Buffer;
  /** The same bytes, for who writes several at a time. */
  view: DataView;
  length: number;
}

/** `size`: bytes there is room for before it grows. */
export function createInk(size = 1 << 16): Ink {
  const bytes = Buffer.allocUnsafeSlow(size);
  return { bytes, view: viewOf(bytes), length: 0 };
}

/** The same bytes, to read and write several at a time. */
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** Makes room for `count` more bytes. */
export function room(ink: Ink, count: number): void {
  const needed = ink.length + count;
  if (needed <= ink.bytes.length) return;
  const { bytes, view } = createInk(Math.max(needed, ink.bytes.length * 2));
  bytes.set(ink.bytes.subarray(0, ink.length));
  ink.bytes = bytes;
  ink.view = view;
}

export function putByte(ink: Ink, byte: number): void {
  room(ink, 1);
  ink.bytes[ink.length++] = byte;
}

/**
 * Most of what is written is copied here, in short pieces: eight bytes at a time that costs a quarter of a loop over
 * bytes, and less than a native call with the object it needs. What is left over is copied with some bytes before it.
 */
export function putBytes(ink: Ink, from: DataView, start = 0, end = from.byteLength): void {
  const count = end - start;
  room(ink, count);
  const { view, length: at } = ink;
  ink.length += count;
  if (count > LONG || (untried > 0 && untried-- > 0)) ink.bytes.set(new Uint8Array(from.buffer, from.byteOffset + start, count), at);
  else if (count < WORDS) for (let i = 0; i < count; i++) view.setUint8(at + i, from.getUint8(start + i));
  else {
    const last = count - WORDS;
    for (let i = 0; i < last; i += WORDS) {
      view.setInt32(at + i, from.getInt32(start + i, true), true);
      view.setInt32(at + i + WORD, from.getInt32(start + i + WORD, true), true);
    }
    view.setInt32(at + last, from.getInt32(start + last, true), true);
    view.setInt32(at + last + WORD, from.getInt32(start + last + WORD, true), true);
  }
}

/** Longer texts are written by a native call. */
const SHORT = 48;

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

/** A short text of ASCII without quotes, line ends and `special`. False, and nothing is put, for any other. */
export function putPlain(ink: Ink, text: string, special: number): boolean {
  if (text.length >= SHORT) return false;
  room(ink, text.length);
  const { bytes, length } = ink;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f || unit === special || unit === 34 || unit === 10 || unit === 13) return false;
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
  for (let above = 10; value >= above; above *= 10) digits++;
  let at = ink.length += digits;
  do {
    ink.bytes[--at] = 48 + value % 10;
    value = Math.floor(value / 10);
  } while (value > 0);
}
