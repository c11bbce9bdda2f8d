import { createHash, randomUUID } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync, write, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { outputError } from '../errors.js';
import { createInk, type Ink } from './ink.js';

/**
 * Where one list goes. Rows are put into `ink`; `flush` passes them on once they are worth a write. While they are written
 * rows can be put again; the next write waits for the one before, and tells what became of it.
 */
export interface Sink {
  readonly path: string;
  readonly ink: Ink;
  rows: number;
  flush(): Promise<void>;
  /** Writes the rest; nothing is visible under the final name yet. Returns the SHA-256 of all bytes. */
  end(): Promise<string>;
  /** Gives the file its name. */
  publish(): Promise<void>;
  /** Leaves no trace. */
  abandon(): Promise<void>;
}

/** The reader of standard output went away (`| head`). */
export class ClosedPipe extends Error {}

const CHUNK = 1 << 16;

/** A file written under a temporary name beside its final one; no longer than that, which may be as long as a name can be. */
export async function openFileSink(path: string): Promise<Sink> {
  const temporary = join(dirname(path), `.leadclean.${randomUUID()}.tmp`);
  const trying = <T>(step: () => T): T => {
    try {
      return step();
    } catch (error) {
      throw cannotWrite(path, error as Error);
    }
  };
  const file = trying(() => openSync(temporary, 'wx'));
  let gone = false;
  let writing: Promise<void> = Promise.resolve();
  return {
    path,
    ...buffered((bytes, isLast) => {
      // Nothing is done beside the last write, so no other thread need be asked: a short list has no other.
      if (isLast) trying(() => writeAllSync(file, bytes));
      return writing = isLast ? Promise.resolve() : writeAll(file, bytes).catch((error: Error) => { throw cannotWrite(path, error); });
    }),
    publish: async () => {
      closeSync(file);
      gone = true;
      trying(() => renameSync(temporary, path));
    },
    abandon: async () => {
      if (gone) return;
      gone = true;
      await writing.catch(() => {});
      try { closeSync(file); } catch { /* it goes anyway */ }
      rmSync(temporary, { force: true });
    },
  };
}

function writeAllSync(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
}

function writeAll(file: number, bytes: Uint8Array, from = 0): Promise<void> {
  return new Promise((done, fail) => {
    write(file, bytes, from, (error, count) => {
      if (error !== null) fail(error);
      else if (from + count === bytes.length) done();
      else writeAll(file, bytes, from + count).then(done, fail);
    });
  });
}

/** Standard output. */
export function openStreamSink(stream: Writable, path: string): Sink {
  const send = (bytes: Buffer): Promise<void> => new Promise((done, fail) => {
    // A reader that pauses takes nothing, and a write that waits for it is never told that the stream is gone.
    const gone = (): void => { fail(new ClosedPipe()); };
    stream.once('close', gone);
    stream.write(bytes, (error) => {
      stream.off('close', gone);
      if (error === null || error === undefined) done();
      else fail((error as NodeJS.ErrnoException).code === 'EPIPE' || stream.destroyed ? new ClosedPipe() : cannotWrite('standard output', error));
    });
  });
  return { path, ...buffered(send), publish: async () => {}, abandon: async () => {} };
}

/** Counts the rows of a list that is not written (`--dry-run`). */
export function openNoSink(path: string): Sink {
  return { path, ...buffered(async () => {}), publish: async () => {}, abandon: async () => {} };
}

/** `send`: writes bytes; `isLast`: no more come, and who sends waits. */
function buffered(send: (bytes: Buffer, isLast: boolean) => Promise<void>): Pick<Sink, 'ink' | 'rows' | 'flush' | 'end'> {
  const hash = createHash('sha256');
  const ink = createInk(CHUNK);
  let other = createInk(0);
  let sending: Promise<void> = Promise.resolve();
  const pass = async (isLast: boolean): Promise<void> => {
    await sending;
    if (ink.length === 0) return;
    const bytes = ink.bytes.subarray(0, ink.length);
    hash.update(bytes);
    sending = send(bytes, isLast);
    sending.catch(() => {}); // told when it is waited for
    [ink.bytes, ink.view, other] = [other.bytes, other.view, { ...ink }];
    ink.length = 0;
  };
  return {
    ink,
    rows: 0,
    flush: async () => { if (ink.length >= CHUNK) await pass(false); },
    end: async () => {
      await pass(true);
      await sending;
      return hash.digest('hex');
    },
  };
}

function cannotWrite(path: string, error: Error): Error {
  return outputError(`cannot write ${path}: ${error.message}`);
}
