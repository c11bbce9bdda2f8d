import { usageError } from '../errors.js';
import { dosName, dosText } from './dos.js';
import { withoutJoints } from './joints.js';
import { pairedAgain } from './pairs-of-bytes.js';

/** Characters of Windows-1252 from 0x80 to 0x9f. The TextDecoder of some Node versions reads them as control characters. */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export const windows1252 = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (character) => CP1252[character.charCodeAt(0) - 0x80] as string);

export interface Encoding {
  /** WHATWG name. */
  readonly name: string;
  /** Bytes of the byte order mark. */
  readonly mark: number;
  /** For people: what decided. */
  readonly why: string;
}

/** @throws usage error for a name that no decoder knows */
export function canonical(name: string): string {
  const plain = name.trim().toLowerCase();
  const alias: Record<string, string> = { utf8: 'utf-8', utf16: 'utf-16le', 'utf-16': 'utf-16le', cp1252: 'windows-1252', ansi: 'windows-1252', mac: 'macintosh', macroman: 'macintosh', latin1: 'windows-1252' };
  const dos = dosName(plain);
  if (dos !== undefined) return dos;
  try {
    return new TextDecoder(alias[plain] ?? plain).encoding;
  } catch {
    throw usageError(`unknown encoding '${name}': known are utf-8, utf-16le, utf-16be, windows-1250 to windows-1258, iso-8859-2 to iso-8859-16, macintosh, koi8-r, ibm437, ibm850, ibm852, ibm866, shift_jis, euc-jp, gbk, gb18030, big5, euc-kr`);
  }
}

/** Text of bytes that are all there, in an encoding named as `canonical` names it. */
export function textOf(bytes: Buffer, name: string): string {
  if (name === 'windows-1252') return windows1252(bytes);
  return dosName(name) === undefined ? new TextDecoder(name).decode(bytes) : dosText(bytes, name);
}

/** Chunks of any encoding as UTF-8 chunks, without byte order marks. UTF-8 passes untouched. */
export const toUtf8 = (chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> => withoutJoints(recoded(chunks, encoding));

async function* recoded(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  const { name } = encoding;
  let mark = encoding.mark;
  const single = name === 'windows-1252' || dosName(name) !== undefined;
  const decoder = single || name === 'utf-8' ? null : new TextDecoder(name);
  for await (let chunk of name.startsWith('utf-16') ? pairedAgain(chunks, name === 'utf-16le') : chunks) {
    if (mark > 0) {
      const cut = Math.min(mark, chunk.length);
      chunk = chunk.subarray(cut);
      mark -= cut;
    }
    if (chunk.length === 0) continue;
    if (name === 'utf-8') yield chunk;
    else if (decoder === null) yield Buffer.from(textOf(chunk, name));
    else {
      const text = decoder.decode(chunk, { stream: true });
      if (text !== '') yield Buffer.from(text);
    }
  }
  const rest = decoder?.decode() ?? '';
  if (rest !== '') yield Buffer.from(rest);
}
