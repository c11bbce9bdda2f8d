import type { Batch } from './batch.js';

/** Watches how much of what was read has been given out: a batch is less than what is read at a time. */
export interface Passed {
  /** The chunks that are read, from the first on. */
  chunks(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer>;
  batches(batches: AsyncIterable<Batch>): AsyncGenerator<Batch>;
  /** What was given out, as a share of what was read; 1 before anything was. */
  share(): number;
}

export function createPassed(): Passed {
  let read = 0;
  let given = 0;
  return {
    async *chunks(chunks) {
      read = given = 0;
      for await (const chunk of chunks) {
        read += chunk.length;
        yield chunk;
      }
    },
    async *batches(batches) {
      for await (const batch of batches) {
        given += batch.bytes.length;
        yield batch;
      }
    },
    share: () => (read === 0 ? 1 : given / read),
  };
}
