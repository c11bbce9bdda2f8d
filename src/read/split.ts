import type { Batch } from './batch.js';
import { broken } from './broken.js';
import { type Piece, cut } from './cut.js';
import { type Dialect, bytesOf } from './dialect.js';
import { breaks, lineStarts, rowsIn } from './lines.js';
import { RECORD_CAP } from './shape.js';
import { endsBlank, findHeader, findTable, surveyLines } from './tables.js';

export const BATCH_SIZE = 512 << 10;
/** Beyond it a line longer than the record cap could hide inside a batch. */
const LARGEST_BATCH = RECORD_CAP >> 1;

/**
 * Cuts UTF-8 chunks into batches of about `size` bytes at record boundaries, each to be used before the next one is asked for. A line break inside a quoted cell is no
 * boundary; a quote that never closes costs one record: the list goes on at the next line that has as many cells as
 * the others. The boundaries do not depend on `size` nor on how the chunks are cut.
 */
export async function* split(
  chunks: AsyncIterable<Uint8Array>, dialect: Dialect, line: number, size = BATCH_SIZE,
): AsyncGenerator<Batch> {
  const bytes = bytesOf(dialect);
  const surveyed = surveyLines(dialect);
  size = Math.max(1, Math.min(size, LARGEST_BATCH));
  let table = 0;
  let blank = false;
  /** The batches of `held` that are sure, and where they end. */
  function* batches(held: Buffer, final: boolean): Generator<Batch, number> {
    const cutter = cut(held, bytes, final);
    const { endOf } = broken(held, held.length, final, dialect, bytes);
    let from = 0;
    while (final ? from < held.length : held.length - from > size) {
      let piece = cutter(from, from + size);
      if (piece === null) break;
      // Not between the lines of a record that an unquoted line break has cut.
      const back = lineStarts(held, from, piece.end, bytes.cr);
      for (const start of back) {
        const whole = piece === null ? null : endOf(start);
        if (whole === null) piece = null;
        else if (piece !== null && whole > piece.end) piece = cutter(from, whole);
      }
      if (piece === null) break;
      const isStart = (at: number): boolean => at === from || cutter(from, at)?.end === at;
      const { end } = piece;
      const survey = surveyed(held, from, end);
      const own = findHeader(held, from, end, survey.headers, dialect, isStart);
      const other = findTable(held, from, end, survey.blanks, final, dialect, blank, isStart);
      if (other === null) break;
      const header = other !== -1 && (own === null || other < own.at) ? { at: other, own: false } : own;
      if (header !== null && header.at > from) piece = cutter(from, header.at) as Piece;
      else if (header !== null) {
        // The header alone: what follows is searched for the next one.
        piece = cutter(from, from + 1) as Piece;
        table = header.own ? 0 : line;
      }
      yield batch(held, from, piece, line, table);
      blank = endsBlank(held, from, piece.end, dialect);
      line += dialect.byRecord ? rowsIn(held, from, piece.end) : piece.end === end ? survey.breaks : breaks(held, from, piece.end, bytes.cr);
      from = piece.end;
    }
    return from;
  }
  // What is left of a chunk stands at the beginning of `room`, and the next one is put behind it: no chunk is looked at
  // once the next one is asked for, and no batch once the next one is.
  let room: Buffer = Buffer.alloc(0);
  let left = 0;
  for await (const chunk of chunks) {
    let held = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    if (left > 0) {
      room = roomFor(left + chunk.length, room, left);
      room.set(chunk, left);
      held = room.subarray(0, left + chunk.length);
    }
    const rest = held.length > size ? held.subarray(yield* batches(held, false)) : held;
    room = roomFor(rest.length, room, 0);
    room.set(rest);
    left = rest.length;
  }
  yield* batches(room.subarray(0, left), true);
}

/** The buffer, or a larger one that begins with the first `kept` bytes of it. */
function roomFor(length: number, room: Buffer, kept: number): Buffer {
  if (length <= room.length) return room;
  const larger = Buffer.allocUnsafeSlow(length + (length >> 2));
  room.copy(larger, 0, 0, kept);
  return larger;
}

function batch(held: Buffer, from: number, piece: Piece, line: number, table: number): Batch {
  return { bytes: held.subarray(from, piece.end), line, table, odd: piece.odd.map((offset) => offset - from) };
}
