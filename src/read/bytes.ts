import { isUtf8 } from 'node:buffer';
import { CR, LF } from './dialect.js';

/** Bytes with what toString does after looking at its arguments; Node has it, its types do not. */
export interface Slices extends Buffer {
  latin1Slice(start: number, end: number): string;
  utf8Slice(start: number, end: number): string;
}

/** Valid UTF-8 and no NUL characters. */
export const isWhole = (bytes: Buffer, start: number, end: number): boolean => {
  const part = bytes.subarray(start, end);
  return isUtf8(part) && !part.includes(0);
};

/** Where a record ends that the next one follows at `next`: in front of its line break. */
export function withoutBreak(bytes: Buffer, start: number, next: number): number {
  let end = next;
  if (end > start && bytes[end - 1] === LF) end--;
  if (end > start && bytes[end - 1] === CR) end--;
  return end;
}

/** Line breaks in a range. */
export function countBreaks(bytes: Buffer, from: number, to: number, cr: boolean): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte === LF || (cr && byte === CR && bytes[at + 1] !== LF)) count++;
  }
  return count;
}
