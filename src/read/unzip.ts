import { crc32 } from 'node:zlib';
import type { UnzipFile } from 'fflate';
import { inputError } from '../errors.js';

export const isZip = (head: Buffer): boolean => head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;

/** Files in an archive that are no list: folders, what macOS and Windows add, and what lies beside a list that was sold. */
const ASIDE = /\/$|^__MACOSX\/|(?:^|\/)(?:\.|thumbs\.db$|desktop\.ini$|(?:read[ _-]?me|liesmich|licen[cs]e|terms|notice)[^/]*(?<!\.(?:csv|tsv|tab))$)|\.(?:pdf|html?|docx?|odt|rtf|md|json|xml|ya?ml|log|url|nfo|png|jpe?g|gif|svg|sha\d*|md5)$/i;

/** Of the archive's first file: where its flags stand, and the one of a file with a password. */
const FLAGS = 6;
const ENCRYPTED = 1;

/** At the end of an archive its directory stands, which is looked for among so many bytes. */
const TAIL = 64 << 10;

/** Bytes unpacked at a time, as they may swell a thousandfold. */
const STEP = 32 << 10;

/**
 * The one file of a ZIP archive, unpacked. `whole`: false when `raw` is only its beginning.
 * @throws input error when the archive holds no list or several, or is encrypted or damaged
 */
export async function* unzip(raw: AsyncIterable<Buffer>, path: string, whole = true): AsyncGenerator<Buffer> {
  // Rare, and a tenth of what a short list costs to start.
  const { Unzip, UnzipInflate } = await import('fflate');
  const ready: Buffer[] = [];
  const names: string[] = [];
  let failure: Error | null = null;
  let sum = 0;
  let tail: Buffer = Buffer.alloc(0);
  const archive = new Unzip((file: UnzipFile) => {
    if (ASIDE.test(file.name)) return;
    names.push(file.name);
    if (names.length > 1) return;
    file.ondata = (error, data) => {
      if (error !== null) failure = error;
      else if (data.length > 0) {
        sum = crc32(data, sum);
        ready.push(Buffer.from(data.buffer, data.byteOffset, data.length));
      }
    };
    file.start();
  });
  archive.register(UnzipInflate);
  const push = (chunk: Uint8Array, final: boolean): void => {
    try {
      archive.push(chunk, final);
    } catch (error) {
      failure = error as Error;
    }
    if (names.length > 1) throw inputError(`${path} is a ZIP archive of several files (${names.join(', ')}): unpack it and name the list you mean`);
    if (failure !== null) throw inputError(`${path} is a ZIP archive that cannot be unpacked (${failure.message}): unpack it first`);
  };
  let first = true;
  for await (const chunk of raw) {
    if (first && ((chunk[FLAGS] ?? 0) & ENCRYPTED) !== 0) throw inputError(`${path} is a ZIP archive with a password: unpack it first`);
    first = false;
    tail = Buffer.concat([tail, chunk]).subarray(-TAIL);
    for (let at = 0; at < chunk.length; at += STEP) {
      push(chunk.subarray(at, at + STEP), false);
      yield* ready.splice(0);
    }
  }
  if (!whole) return;
  push(new Uint8Array(0), true);
  yield* ready.splice(0);
  const said = checksum(tail, names[0] ?? '');
  if (said !== null && said !== sum) throw inputError(`${path} is a damaged ZIP archive (its checksum is another): download it again`);
  if (names.length === 0) throw inputError(`${path} is a ZIP archive without a list in it`);
}

/** What the directory of an archive says of a file's bytes; null where it does not stand in the tail. */
function checksum(tail: Buffer, name: string): number | null {
  for (let at = tail.indexOf('PK\x01\x02', 0, 'latin1'); at !== -1 && at + 46 <= tail.length; at = tail.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    const written = tail.subarray(at + 46, at + 46 + tail.readUInt16LE(at + 28));
    if (written.toString() === name || written.toString('latin1') === name) return tail.readUInt32LE(at + 16);
  }
  return null;
}

/** One file of an archive that is all there, as text; '' when there is none of that name. */
export async function entryText(archive: Uint8Array, name: string): Promise<string> {
  const { strFromU8, unzipSync } = await import('fflate');
  return strFromU8(unzipSync(archive, { filter: (file) => file.name === name })[name] ?? new Uint8Array());
}
