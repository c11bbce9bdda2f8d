import { crc32, createInflateRaw } from 'node:zlib';

const ENTRY = Buffer.from('PK\x01\x02', 'latin1');
const LOCAL = 0x04034b50;
/** Numbers in the directory of an archive, and in front of a file: where they stand, and how long they are together. */
const AT = { method: 10, sum: 16, packed: 20, name: 28, extra: 30, comment: 32, start: 42, length: 46 };
const LOCAL_AT = { name: 26, extra: 28, length: 30 };
const STORED = 0;
const DEFLATED = 8;

/**
 * Name of the first file of those `wanted` in an archive that is not what its directory says, null if there is none. What
 * it cannot read of the directory it says nothing of.
 */
export async function damagedEntry(archive: Buffer, wanted: RegExp): Promise<string | null> {
  const first = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (first === -1 || first + 20 > archive.length) return null;
  for (let at = archive.readUInt32LE(first + 16); at + AT.length <= archive.length && archive.subarray(at, at + 4).equals(ENTRY);) {
    const named = at + AT.length + archive.readUInt16LE(at + AT.name);
    const name = archive.toString('utf8', at + AT.length, named);
    if (wanted.test(name) && await isDamaged(archive, at)) return name;
    at = named + archive.readUInt16LE(at + AT.extra) + archive.readUInt16LE(at + AT.comment);
  }
  return null;
}

async function isDamaged(archive: Buffer, at: number): Promise<boolean> {
  const start = archive.readUInt32LE(at + AT.start);
  const method = archive.readUInt16LE(at + AT.method);
  if (start + LOCAL_AT.length > archive.length || archive.readUInt32LE(start) !== LOCAL || (method !== STORED && method !== DEFLATED)) return false;
  const from = start + LOCAL_AT.length + archive.readUInt16LE(start + LOCAL_AT.name) + archive.readUInt16LE(start + LOCAL_AT.extra);
  const packed = archive.subarray(from, from + archive.readUInt32LE(at + AT.packed));
  if (method === STORED) return crc32(packed) !== archive.readUInt32LE(at + AT.sum);
  let sum = 0;
  const inflate = createInflateRaw();
  inflate.end(packed);
  try {
    for await (const part of inflate) sum = crc32(part as Buffer, sum);
  } catch {
    return true;
  }
  return sum !== archive.readUInt32LE(at + AT.sum);
}
