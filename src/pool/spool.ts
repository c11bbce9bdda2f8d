import { randomUUID } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outputError } from '../errors.js';
import { parcelOf, unpacked } from './parcel.js';

/** Plain data kept in a temporary file until all rows were seen: what is finished waits on disk, not in memory. */
export interface Spool<T> {
  /** Takes a copy of the data, which is on its way to the disk when this returns; an error is told by whatever is called next. */
  put(data: T): Promise<void>;
  /** The data again, in order; more than once if need be. Each to be used before the next one is asked for. */
  replay(): AsyncGenerator<T>;
  remove(): Promise<void>;
}

/** A parcel in the file. */
interface Place { readonly at: number; readonly head: number; readonly length: number }

/**
 * While one record is written or read the next one is made or used: two buffers, used again for each record, are all it takes.
 * A single record, all there is of a short list, stays where it is: the file is made for the second one.
 */
export async function createSpool<T extends object>(): Promise<Spool<T>> {
  let path = '';
  let file: FileHandle | null = null;
  async function makeFile(): Promise<FileHandle> {
    path = join(tmpdir(), `leadclean-${randomUUID()}.spool`);
    file = await open(path, 'wx+').catch(cannot);
    // The name is given up at once where the system allows it, so that nothing stays behind whatever happens.
    await rm(path, { force: true }).catch(() => {});
    return file;
  }
  const places: Place[] = [];
  let end = 0;
  let buffer: Buffer = Buffer.alloc(0);
  let writing: Promise<unknown> = Promise.resolve();
  const roomy = (room: Buffer, length: number): Buffer => (room.length >= length ? room : Buffer.allocUnsafeSlow(length + (length >> 2) & ~7));

  return {
    async put(data) {
      const { head, length, fill } = parcelOf(data);
      await writing;
      if (file === null && places.length > 0) await writeFully(await makeFile(), buffer.subarray(0, end), 0).catch(cannot);
      buffer = roomy(buffer, length);
      fill(buffer);
      places.push({ at: end, head, length });
      if (file !== null) {
        writing = writeFully(file, buffer.subarray(0, length), end).catch(cannot);
        writing.catch(() => {}); // told when it is waited for
      }
      end += length;
    },
    async *replay() {
      await writing;
      if (file === null) {
        // A copy: who reads may write into it, and the next replay begins anew.
        for (const { head } of places) yield unpacked(Buffer.from(buffer.subarray(0, end)), head) as T;
        return;
      }
      const from = file;
      const rooms: Buffer[] = [Buffer.alloc(0), buffer];
      buffer = Buffer.alloc(0);
      const read = async (number: number): Promise<Buffer> => {
        const { at, length } = places[number] as Place;
        const room = rooms[number % 2] = roomy(rooms[number % 2] as Buffer, length);
        await readFully(from, room, length, at);
        return room;
      };
      let next = places.length === 0 ? null : read(0);
      for (let number = 0; next !== null; number++) {
        const record = await next;
        next = number + 1 === places.length ? null : read(number + 1);
        next?.catch(() => {}); // told when it is waited for
        yield unpacked(record, (places[number] as Place).head) as T;
      }
    },
    async remove() {
      if (file === null) return;
      await file.close().catch(() => {});
      await rm(path, { force: true });
    },
  };
}

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
