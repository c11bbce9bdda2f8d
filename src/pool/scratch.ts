import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outputError } from '../errors.js';
import type { Store } from '../duplicates/ledger.js';

/** Bytes set aside in a temporary file, which is made when the first are written. They come and go in pieces that the system's cache takes at once. */
export interface Scratch extends Store { remove(): void }

/** What `write` throws is an output error. */
export function createScratch(): Scratch {
  let file: number | null = null;
  let path = '';
  let end = 0;
  function opened(): number {
    path = join(tmpdir(), `leadclean-${randomUUID()}.scratch`);
    const opened = openSync(path, 'wx+', 0o600);
    // The name is given up at once where the system allows it, so that nothing stays behind whatever happens.
    try { rmSync(path); } catch { /* removed at the end */ }
    return opened;
  }
  return {
    write(bytes) {
      try {
        file ??= opened();
        for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, end + done);
      } catch (error) {
        throw outputError(`cannot write a temporary file in ${tmpdir()}: ${(error as Error).message}`);
      }
      end += bytes.length;
    },
    read(into, at) {
      for (let done = 0; done < into.length;) {
        const count = file === null ? 0 : readSync(file, into, done, into.length - done, at + done);
        if (count === 0) throw new Error('a temporary file ended early');
        done += count;
      }
    },
    remove() {
      if (file === null) return;
      closeSync(file);
      file = null;
      rmSync(path, { force: true });
    },
  };
}
