import { readFileSync } from 'node:fs';
import { usageError } from '../errors.js';

/**
 * The text of a file that must be UTF-8, without a byte order mark. `path` is how it is called in messages.
 * @throws a usage error that says the line when it is in another encoding; errors of the file system as they are
 */
export function readUtf8(file: string, path: string): string {
  const bytes = readFileSync(file);
  if (bytes.includes(0)) throw usageError(`${path}:1:1: this is no text in UTF-8${bytes[0] === 0xff || bytes[0] === 0xfe ? ' but in UTF-16' : ''}: save it as UTF-8`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const good = goodLines(bytes);
    throw usageError(`${path}:${good + 1}:1: this line is not in UTF-8: save the file as UTF-8`);
  }
}

/** How many lines from the start are UTF-8. */
function goodLines(bytes: Buffer): number {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let lines = 0;
  for (let from = 0; ; lines++) {
    const end = bytes.indexOf(0x0a, from);
    try {
      strict.decode(bytes.subarray(from, end < 0 ? undefined : end));
    } catch {
      return lines;
    }
    if (end < 0) return lines;
    from = end + 1;
  }
}
