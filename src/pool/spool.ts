import { randomUUID } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { outputError } from '../errors.js';

/** Plain data kept in a temporary file until all rows were seen: what is finished waits on disk, not in memory. */
export interface Spool<T> {
  /** Takes a copy of the data, which is on its way to the disk when this returns; an error is told by whatever is called next. */
  put(data: T): Promise<void>;
  /** The data again, in order; more than once if need be. Each to be used before the next one is asked for. */
  replay(): AsyncGenerator<T>;
  remove(): Promise<void>;
}

/** A record is its head (the data without its typed arrays) and its body (the typed arrays, one after another). */
interface Place { readonly at: number; readonly head: number; readonly length: number }

/** While one record is written or read the next one is made or used: two buffers, used again for each record, are all it takes. */
export async function createSpool<T extends object>(): Promise<Spool<T>> {
  const path = join(tmpdir(), `leadclean-${randomUUID()}.spool`);
  const file: FileHandle = await open(path, 'wx+').catch(cannot);
  // The name is given up at once where the system allows it, so that nothing stays behind whatever happens.
  await rm(path, { force: true }).catch(() => {});
  const places: Place[] = [];
  let end = 0;
  let buffer: Buffer = Buffer.alloc(0);
  let writing: Promise<unknown> = Promise.resolve();
  const roomy = (room: Buffer, length: number): Buffer => (room.length >= length ? room : Buffer.allocUnsafeSlow(length + (length >> 2) & ~7));

  return {
    async put(data) {
      const arrays: Uint8Array[] = [];
      const head = serialize(withoutArrays(data, arrays));
      const length = arrays.reduce((sum, array) => sum + aligned(array.length), aligned(head.length));
      await writing;
      buffer = roomy(buffer, length);
      let at = 0;
      for (const part of [head, ...arrays]) {
        buffer.set(part, at);
        at += aligned(part.length);
      }
      places.push({ at: end, head: head.length, length });
      writing = writeFully(file, buffer.subarray(0, length), end).catch(cannot);
      writing.catch(() => {}); // told when it is waited for
      end += length;
    },
    async *replay() {
      await writing;
      const rooms: Buffer[] = [Buffer.alloc(0), buffer];
      buffer = Buffer.alloc(0);
      const read = async (number: number): Promise<Buffer> => {
        const { at, length } = places[number] as Place;
        const room = rooms[number % 2] = roomy(rooms[number % 2] as Buffer, length);
        await readFully(file, room, length, at);
        return room;
      };
      let next = places.length === 0 ? null : read(0);
      for (let number = 0; next !== null; number++) {
        const record = await next;
        next = number + 1 === places.length ? null : read(number + 1);
        next?.catch(() => {}); // told when it is waited for
        const { head } = places[number] as Place;
        yield withArrays(deserialize(record.subarray(0, head)), record, { at: aligned(head) }) as T;
      }
    },
    async remove() {
      await file.close().catch(() => {});
      await rm(path, { force: true });
    },
  };
}

/** Typed arrays begin at multiples of their largest element. */
const aligned = (length: number): number => length + 7 & ~7;

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

async function writeFully(file: FileHandle, bytes: Uint8Array, to: number): Promise<void> {
  for (let done = 0; done < bytes.length;) done += (await file.write(bytes, done, bytes.length - done, to + done)).bytesWritten;
}

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
