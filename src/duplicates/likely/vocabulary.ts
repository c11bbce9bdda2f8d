/**
 * Texts as small numbers. A list of a million leads has millions of cells but their texts must not cost an object
 * each, so they stand one after the other in one array of bytes (UTF-8), and equal texts share a number.
 */
export class Vocabulary {
  size = 0;
  /** All texts, one after the other; text `i` is `bytes[starts[i]]` up to `bytes[starts[i + 1]]`. */
  bytes = new Uint8Array(1 << 12);
  starts = new Uint32Array(1 << 8);
  /** A 32-bit hash of each text: the same in every run, whatever number the text got. */
  hashes = new Uint32Array(1 << 8);
  /** Which letters and digits each text has, as a set of bits: what two texts do not share cannot match. */
  letters = new Uint32Array(1 << 8);
  private table = new Int32Array(1 << 9).fill(-1);

  /** The number of a text, given on first sight: 0, 1, 2 … The empty text has none: -1. */
  number(text: string): number {
    if (text === '') return -1;
    const { size } = this;
    const from = this.starts[size]!;
    const to = this.write(text, from);
    const { bytes, hashes, table } = this;
    const hash = hashOf(bytes, from, to);
    const mask = table.length - 1;
    let slot = hash & mask;
    for (let found = table[slot]!; found !== -1; found = table[slot]!) {
      if (hashes[found] === hash && this.same(found, from, to)) return found;
      slot = (slot + 1) & mask;
    }
    if (size + 2 > this.starts.length) {
      this.starts = grown(this.starts, this.starts.length * 1.5);
      this.hashes = grown(this.hashes, this.hashes.length * 1.5);
      this.letters = grown(this.letters, this.letters.length * 1.5);
    }
    table[slot] = size;
    this.hashes[size] = hash;
    this.letters[size] = lettersOf(bytes, from, to);
    this.starts[size + 1] = to;
    this.size += 1;
    if (this.size * 2 > table.length) this.widen();
    return size;
  }

  text(number: number): string {
    return number < 0 ? '' : decoder.decode(this.bytes.subarray(this.starts[number]!, this.starts[number + 1]!));
  }

  /** Bytes of a text. */
  length(number: number): number {
    return this.starts[number + 1]! - this.starts[number]!;
  }

  /** Whether the text is of one letter of the plain alphabet, or one digit. */
  isLetter(number: number): boolean {
    return number >= 0 && this.length(number) === 1;
  }

  /** No more texts will come: frees what only finding their numbers takes. */
  close(): void {
    this.table = new Int32Array(0);
  }

  private write(text: string, at: number): number {
    if (at + text.length * 3 > this.bytes.length) this.bytes = grown(this.bytes, Math.max(this.bytes.length * 1.5, at + text.length * 3));
    const { bytes } = this;
    let to = at;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0x80) bytes[to++] = code;
      else if (code < 0x800) {
        bytes[to++] = 0xc0 | (code >> 6);
        bytes[to++] = 0x80 | (code & 63);
      } else {
        bytes[to++] = 0xe0 | (code >> 12);
        bytes[to++] = 0x80 | ((code >> 6) & 63);
        bytes[to++] = 0x80 | (code & 63);
      }
    }
    return to;
  }

  private same(number: number, from: number, to: number): boolean {
    const { bytes, starts } = this;
    const start = starts[number]!;
    if (starts[number + 1]! - start !== to - from) return false;
    for (let i = from, j = start; i < to; i++, j++) if (bytes[i] !== bytes[j]) return false;
    return true;
  }

  private widen(): void {
    const table = this.table = new Int32Array(this.table.length * 2).fill(-1);
    const mask = table.length - 1;
    for (let number = 0; number < this.size; number++) {
      let slot = this.hashes[number]! & mask;
      while (table[slot] !== -1) slot = (slot + 1) & mask;
      table[slot] = number;
    }
  }
}

const decoder = new TextDecoder();

/** FNV-1a with a final mix, so that the low bits are as good as the high ones. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return mixed(hash, 0);
}

/** a to z have a bit each, digits five between them, all else one. */
function lettersOf(bytes: Uint8Array, from: number, to: number): number {
  let set = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    set |= 1 << (byte >= 97 && byte <= 122 ? byte - 97 : byte >= 48 && byte <= 57 ? 26 + ((byte - 48) >> 1) : 31);
  }
  return set >>> 0;
}

/** Two 32-bit numbers to one: order matters, every bit of both reaches every bit of the result. */
export function mixed(a: number, b: number): number {
  let h = (a ^ Math.imul(b, 0x9e3779b1)) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function grown<T extends Uint8Array | Uint32Array>(array: T, length: number): T {
  const larger = new (array.constructor as new (length: number) => T)(Math.ceil(length));
  larger.set(array);
  return larger;
}
