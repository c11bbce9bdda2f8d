import { randomUUID } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { outputError } from '../errors.js';

/** Plain data kept in a temporary file until all rows were seen: what is finished waits on disk, not in memory. */
export interface Spool<T> {
  put(data: T): Promise<void>;
  /** The data again, in order; more than once if need be. Each to be used before the next one is asked for. */
  replay(): AsyncGenerator<T>;
  remove(): Promise<void>;
}

/**
 * A record is the length of its head, the length of its body, the head (the data without its typed arrays) and the body
 * (the typed arrays, one after another): they are written from where they stand and read into one buffer that is used
 * again for each record.
 */
export async function createSpool<T extends object>(): Promise<Spool<T>> {
  const path = join(tmpdir(), `leadclean-${randomUUID()}.spool`);
  const file: FileHandle = await open(path, 'wx+').catch(cannot);
  // The name is given up at once where the system allows it, so that nothing stays behind whatever happens.
  await rm(path, { force: true }).catch(() => {});
  let end = 0;
  return {
    async put(data) {
      const arrays: Uint8Array[] = [];
      const head = serialize(withoutArrays(data, arrays));
      const body = arrays.reduce((sum, { length }) => sum + aligned(length), 0);
      const pieces: Uint8Array[] = [Buffer.from(Uint32Array.of(head.length, body).buffer), head, PADDING.subarray(0, aligned(head.length) - head.length)];
      for (const array of arrays) pieces.push(array, PADDING.subarray(0, aligned(array.length) - array.length));
      await file.writev(pieces.filter(({ length }) => length > 0), end).catch(cannot);
      end += LENGTHS + aligned(head.length) + body;
    },
    async *replay() {
      const lengths = new Uint32Array(2);
      let buffer = Buffer.alloc(0);
      for (let at = 0; at < end;) {
        await readFully(file, new Uint8Array(lengths.buffer), LENGTHS, at);
        const [headLength = 0, body = 0] = lengths;
        const length = aligned(headLength) + body;
        if (length > buffer.length) buffer = Buffer.allocUnsafeSlow(length * 2);
        await readFully(file, buffer, length, at + LENGTHS);
        at += LENGTHS + length;
        yield withArrays(deserialize(buffer.subarray(0, headLength)), buffer, { at: aligned(headLength) }) as T;
      }
    },
    async remove() {
      await file.close().catch(() => {});
      await rm(path, { force: true });
    },
  };
}

const LENGTHS = 8;
/** Typed arrays begin at multiples of their largest element. */
const aligned = (length: number): number => length + 7 & ~7;
const PADDING = new Uint8Array(8);

const KINDS = { Uint8Array, Uint16Array, Uint32Array, Float64Array };
type Kind = keyof typeof KINDS;
/** Stands in the head where a typed array stood. */
interface Taken { readonly kind: Kind; readonly length: number }
const isTaken = (value: unknown): value is Taken => typeof value === 'object' && value !== null && 'kind' in value && 'length' in value && (value.kind as string) in KINDS;

function withoutArrays(data: object, into: Uint8Array[]): object {
  return Object.fromEntries(Object.entries(data).map(([key, value]: [string, unknown]) => {
    if (ArrayBuffer.isView(value)) {
      into.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      const kind = Object.entries(KINDS).find(([, type]) => value instanceof type)?.[0] as Kind;
      return [key, { kind, length: (value as Uint8Array).length }];
    }
    return [key, isRecord(value) ? withoutArrays(value, into) : value];
  }));
}

function withArrays(data: object, buffer: Buffer, from: { at: number }): object {
  return Object.fromEntries(Object.entries(data).map(([key, value]: [string, unknown]) => {
    if (isTaken(value)) {
      const array = new KINDS[value.kind](buffer.buffer as ArrayBuffer, buffer.byteOffset + from.at, value.length);
      from.at += aligned(array.byteLength);
      return [key, array];
    }
    return [key, isRecord(value) ? withArrays(value, buffer, from) : value];
  }));
}

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);

async function readFully(file: FileHandle, into: Uint8Array, length: number, from: number): Promise<void> {
  for (let done = 0; done < length;) {
    const { bytesRead } = await file.read(into, done, length - done, from + done);
    if (bytesRead === 0) throw new Error('the spool file ended early');
    done += bytesRead;
  }
}

function cannot(error: Error): never {
  throw outputError(`cannot write a temporary file in ${tmpdir()}: ${error.message}`);
}
