import { randomUUID } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { outputError } from '../errors.js';

/** Plain data kept in a temporary file until all rows were seen: what is finished waits on disk, not in memory. */
export interface Spool<T> {
  put(data: T): Promise<void>;
  /** The data again, in order; more than once if need be. */
  replay(): AsyncGenerator<T>;
  remove(): Promise<void>;
}

const LENGTH = 4;

export async function createSpool<T>(): Promise<Spool<T>> {
  const path = join(tmpdir(), `leadclean-${randomUUID()}.spool`);
  const file: FileHandle = await open(path, 'wx+').catch(cannot);
  // The name is given up at once where the system allows it, so that nothing stays behind whatever happens.
  await rm(path, { force: true }).catch(() => {});
  let end = 0;
  return {
    async put(data) {
      const bytes = serialize(data);
      const length = Buffer.alloc(LENGTH);
      length.writeUInt32LE(bytes.length);
      await file.writev([length, bytes], end).catch(cannot);
      end += LENGTH + bytes.length;
    },
    async *replay() {
      const length = Buffer.alloc(LENGTH);
      for (let at = 0; at < end;) {
        await readFully(file, length, at);
        const bytes = Buffer.allocUnsafeSlow(length.readUInt32LE());
        await readFully(file, bytes, at + LENGTH);
        at += LENGTH + bytes.length;
        yield deserialize(bytes) as T;
      }
    },
    async remove() {
      await file.close().catch(() => {});
      await rm(path, { force: true });
    },
  };
}

async function readFully(file: FileHandle, into: Buffer, from: number): Promise<void> {
  for (let done = 0; done < into.length;) {
    const { bytesRead } = await file.read(into, done, into.length - done, from + done);
    if (bytesRead === 0) throw new Error('the spool file ended early');
    done += bytesRead;
  }
}

function cannot(error: Error): never {
  throw outputError(`cannot write a temporary file in ${tmpdir()}: ${error.message}`);
}
