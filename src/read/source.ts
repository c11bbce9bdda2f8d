import { createHash } from 'node:crypto';
import { closeSync, createReadStream, createWriteStream, openSync, readSync, statSync } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip } from 'node:zlib';
import { type Complaint, inputError } from '../errors.js';
import { type Encoding, toUtf8 } from './encoding.js';
import { isZip, unzip } from './unzip.js';

export const CHUNK = 1 << 20;

/** The raw bytes of a list, from a file or from standard input. */
export interface Source {
  readonly path: string;
  /** Size on disk, null when it cannot be known. */
  readonly bytes: number | null;
  /** The first bytes, up to `CHUNK`, and whether they are all. */
  readonly head: Buffer;
  readonly whole: boolean;
  /** From the first byte, each chunk to be used before the next one is asked for. A pipe gives them once, unless they were kept before. */
  raw(): AsyncGenerator<Buffer>;
  keep(): Promise<void>;
  digest(): { readonly bytes: number; readonly sha256: string };
  position(): number;
  close(): Promise<void>;
}

/** @throws input error when there is no such file, or it is a folder, or it may not be read */
export async function openSource(path: string, stdin: () => Readable): Promise<Source> {
  return path === '-' ? pipeSource(stdin()) : fileSource(path);
}

async function fileSource(path: string): Promise<Source> {
  try {
    const facts = statSync(path);
    if (facts.isDirectory()) throw inputError(`${path} is a folder, not a list`);
    if (!facts.isFile()) return await pipeSource(createReadStream(path, { highWaterMark: CHUNK }), path);
    const file = openSync(path, 'r');
    try {
      const buffer = Buffer.alloc(Math.min(CHUNK, facts.size));
      let filled = 0;
      for (let read = 1; read > 0 && filled < buffer.length; filled += read) read = readSync(file, buffer, filled, buffer.length - filled, filled);
      const counted = counting();
      return {
        path, bytes: facts.size, head: buffer.subarray(0, filled), whole: filled >= facts.size,
        raw: () => counted.through(filled > 0 && filled >= facts.size ? once(buffer.subarray(0, filled)) : chunksOf(path)),
        keep: async () => {}, digest: counted.digest, position: counted.position, close: async () => {},
      };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw readable(path, error);
  }
}

/** Reads ahead: while one buffer is used the other is filled. */
async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  const read = (into: Buffer): ReturnType<typeof file.read> => {
    const reading = file.read(into, 0, into.length, null);
    reading.catch(() => {}); // told when it is waited for
    return reading;
  };
  try {
    let [filled, other] = [Buffer.allocUnsafeSlow(CHUNK), Buffer.allocUnsafeSlow(CHUNK)];
    for (let reading = read(filled);; [filled, other] = [other, filled]) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      reading = read(other);
      yield filled.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

async function pipeSource(stdin: Readable, path = 'standard input'): Promise<Source> {
  const rest = stdin.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer | string>;
  const first: Buffer[] = [];
  let filled = 0;
  let whole = false;
  while (filled < CHUNK) {
    const { value, done } = await rest.next();
    if (done === true) {
      whole = true;
      break;
    }
    first.push(Buffer.from(value));
    filled += first.at(-1)?.length ?? 0;
  }
  async function* once(): AsyncGenerator<Buffer> {
    yield* first;
    if (!whole) for await (const chunk of rest) yield Buffer.from(chunk);
  }
  const counted = counting();
  let folder: string | null = null;
  let kept: string | null = null;
  return {
    path, bytes: null, head: Buffer.concat(first), whole,
    raw: () => counted.through(kept === null ? once() : chunksOf(kept)),
    keep: async () => {
      if (kept !== null) return;
      folder = await mkdtemp(join(tmpdir(), 'leadclean-'));
      const file = join(folder, 'stdin');
      await pipeline(once, createWriteStream(file, { mode: 0o600 }));
      kept = file;
    },
    digest: counted.digest, position: counted.position,
    close: async () => {
      if (folder !== null) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Counts and hashes what passes; a second reading starts anew. */
function counting(): { through(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer>; digest: Source['digest']; position: Source['position'] } {
  let hash = createHash('sha256');
  let bytes = 0;
  let sha256: string | null = null;
  return {
    async *through(chunks) {
      hash = createHash('sha256');
      bytes = 0;
      sha256 = null;
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
    digest: () => ({ bytes, sha256: (sha256 ??= hash.digest('hex')) }),
    position: () => bytes,
  };
}

const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** Raw chunks unpacked; several gzip members one after the other are one list. */
async function* gunzip(raw: AsyncGenerator<Buffer>, path: string): AsyncGenerator<Buffer> {
  const unpacked = Readable.from(raw, { objectMode: false }).on('error', (error) => unpacked.destroy(error)).pipe(createGunzip());
  try {
    for await (const chunk of unpacked) yield chunk as Buffer;
  } catch (error) {
    throw inputError(`${path} is a damaged gzip file (${(error as Error).message}): download it again`);
  } finally {
    await raw.return(undefined);
  }
}

export type Compression = 'gzip' | 'zip';
export const compressionOf = (head: Buffer): Compression | null => (isGzip(head) ? 'gzip' : isZip(head) ? 'zip' : null);

/** Who unpacks holds on to chunks. */
async function* copies(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}

/** The list's bytes as UTF-8, unpacked, without byte order mark. */
export function utf8(source: Source, compression: Compression | null, encoding: Encoding): AsyncGenerator<Buffer> {
  if (compression === null) return toUtf8(source.raw(), encoding);
  const raw = copies(source.raw());
  return toUtf8(compression === 'gzip' ? gunzip(raw, source.path) : unzip(raw, source.path), encoding);
}

/** The first bytes unpacked, as many as are needed to look at. */
export async function unpackedHead(source: Source, compression: Compression): Promise<{ head: Buffer; whole: boolean }> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of compression === 'gzip' ? gunzipCut(source) : unzip(once(source.head), source.path, source.whole)) {
    parts.push(part);
    size += part.length;
    if (size >= CHUNK) return { head: Buffer.concat(parts), whole: false };
  }
  return { head: Buffer.concat(parts), whole: source.whole };
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Gzip of which the end may be cut off. */
async function* gunzipCut(source: Source): AsyncGenerator<Buffer> {
  const gunzipper = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  gunzipper.end(source.head);
  try {
    for await (const part of gunzipper) yield part as Buffer;
  } catch (error) {
    throw inputError(`${source.path} is a damaged gzip file (${(error as Error).message}): download it again`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file', EACCES: 'you may not read it', EPERM: 'you may not read it', EISDIR: 'it is a folder', ENOTDIR: 'there is no such file',
};

function readable(path: string, error: unknown): Complaint {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return error as Complaint;
  return inputError(`${path} cannot be read: ${REASONS[code] ?? message}`);
}
