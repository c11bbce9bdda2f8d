import { CR, LF } from './dialect.js';

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** The same, read in Windows-1252 and written in UTF-8 again: `ï»¿`. */
const MARK_AGAIN = Buffer.from('ï»¿');
/** Ctrl-Z, with which DOS programs end a text. */
const END = 0x1a;

/**
 * UTF-8 chunks without what putting files together, and old programs, leave in a text: byte order marks that begin a line,
 * and Ctrl-Z behind the last one. Chunks that have neither pass as they are.
 */
export async function* withoutJoints(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let before: number = LF;
  let held: Buffer | null = null;
  let begun = false;
  for await (const next of chunks) {
    if (next.length === 0) continue;
    let chunk: Buffer = held === null ? next : Buffer.concat([held, next]);
    if (!begun) {
      if (chunk.length < MARK_AGAIN.length && MARK_AGAIN.subarray(0, chunk.length).equals(chunk)) {
        held = Buffer.from(chunk);
        continue;
      }
      begun = true;
      if (chunk.subarray(0, MARK_AGAIN.length).equals(MARK_AGAIN)) chunk = chunk.subarray(MARK_AGAIN.length);
    }
    const keep = tail(chunk);
    held = keep === 0 ? null : Buffer.from(chunk.subarray(chunk.length - keep)); // the chunk may be written over
    let from = 0;
    const to = chunk.length - keep;
    for (let at = chunk.indexOf(MARK); at !== -1 && at < to; at = chunk.indexOf(MARK, at + 3)) {
      const last = at === 0 ? before : chunk[at - 1];
      if (last !== LF && last !== CR) continue;
      if (at > from) yield chunk.subarray(from, at);
      from = at + 3;
    }
    if (to > 0) before = chunk[to - 1] as number;
    if (from < to) yield chunk.subarray(from, to);
  }
  if (held !== null && held[0] !== END) yield held;
}

/** Bytes at the end of a chunk that only the next one can tell: Ctrl-Z, or the beginning of a mark. */
function tail(chunk: Buffer): number {
  const last = chunk.length - 1;
  if (chunk[last] === END || chunk[last] === MARK[0]) return 1;
  return last > 0 && chunk[last] === MARK[1] && chunk[last - 1] === MARK[0] ? 2 : 0;
}
