/** Lines longer than this are not waited for. */
const LONGEST = 1 << 20;

/**
 * UTF-16 in which a byte was lost or put in: each line begins with a character again, so that only the line with the
 * damage shows it. Halves of two characters taken for one make U+0A00 of a line feed, which is no character.
 */
export async function* pairedAgain(chunks: AsyncIterable<Buffer>, isLittle: boolean): AsyncGenerator<Buffer> {
  const torn = Buffer.from(isLittle ? [0, 0x0a] : [0x0a, 0]);
  const whole = Buffer.from(isLittle ? [0x0a, 0] : [0, 0x0a]);
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk]); // the chunk may be written over
    let from = 0;
    for (let at = held.indexOf(torn); at !== -1; at = held.indexOf(torn, at + 1)) {
      if ((at - from) % 2 !== 0 || held[isLittle ? at + 2 : at - 1] !== 0) continue;
      const end = isLittle ? at + 1 : at - 1;
      const start = lineStart(held, from, end, whole);
      if (end - start < 3) continue;
      yield held.subarray(from, start);
      yield mended(held.subarray(start, end), isLittle);
      from = end;
      at = end + 1;
    }
    const last = lineStart(held, from, held.length, whole);
    const to = held.length - last > LONGEST ? held.length - ((held.length - from) % 2) : last;
    if (to > from) yield held.subarray(from, to);
    held = Buffer.from(held.subarray(to));
  }
  if (held.length > 0) yield held;
}

/** Where the last line starts that begins between `from` and `end`, an even number of bytes behind `from`. */
function lineStart(bytes: Buffer, from: number, end: number, feed: Buffer): number {
  for (let at = bytes.lastIndexOf(feed, end - 2); at >= from; at = bytes.lastIndexOf(feed, at - 1)) {
    if ((at - from) % 2 === 0) return at + 2;
    if (at === 0) break;
  }
  return from;
}

/** A line of an odd number of bytes, in pairs: at the likeliest place one byte stands alone, and a replacement character behind it. */
function mended(line: Buffer, isLittle: boolean): Buffer {
  const high = isLittle ? 1 : 0;
  // A character of which only the upper half is not zero is half of one and half of another.
  const isTorn = (at: number): number => Number(line[at + high] !== 0 && line[at + 1 - high] === 0);
  let wrong = 0;
  for (let at = 1; at + 1 < line.length; at += 2) wrong += isTorn(at);
  let least = wrong;
  let place = 0;
  for (let at = 0; at + 2 < line.length; at += 2) {
    wrong += isTorn(at) - isTorn(at + 1);
    if (wrong < least) [least, place] = [wrong, at + 2];
  }
  const alone = Buffer.from([...(line[place] === 0 ? [] : isLittle ? [line[place] as number, 0] : [0, line[place] as number]), ...(isLittle ? [0xfd, 0xff] : [0xff, 0xfd])]);
  return Buffer.concat([line.subarray(0, place), alone, line.subarray(place + 1)]);
}
