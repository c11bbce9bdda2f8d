import { isUtf8 } from 'node:buffer';
import { windows1252 } from './encoding.js';

/** Text of a record's bytes. */
export interface Decoded {
  readonly text: string;
  /** Some bytes were no UTF-8. */
  readonly broken: boolean;
  /** What those bytes were read as. */
  readonly marked: readonly string[];
}

/** Decodes UTF-8; what is none is read as Windows-1252, byte by byte, and the rest stays as it is. */
export function decode(bytes: Buffer): Decoded {
  if (isUtf8(bytes)) return { text: bytes.toString(), broken: false, marked: [] };
  const marked: string[] = [];
  let text = '';
  let done = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequence(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    const character = windows1252(bytes.subarray(at, at + 1));
    text += bytes.toString('utf8', done, at) + character;
    marked.push(character);
    done = ++at;
  }
  return { text: text + bytes.toString('utf8', done), broken: true, marked };
}

/** Length of the valid UTF-8 sequence at `at`, 0 if there is none. */
function sequence(bytes: Buffer, at: number): number {
  const byte = bytes[at] as number;
  if (byte < 0x80) return 1;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
  return length > 0 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}
