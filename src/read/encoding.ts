import { isAscii, isUtf8 } from 'node:buffer';
import { usageError } from '../errors.js';
import { dosName, dosText } from './dos.js';
import { withoutJoints } from './joints.js';

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

/** Tells the encoding from the first bytes of a list; `final` when they are all of it. */
export async function detectEncoding(head: Buffer, final: boolean): Promise<Encoding> {
  const own = marked(head);
  if (own === null) return withoutMark(head, final);
  // No list in UTF-16 does without zero bytes: delimiters and line breaks have one.
  if (!own.name.startsWith('utf-16') || head.includes(0)) return own;
  return { ...await withoutMark(head.subarray(own.mark), final), mark: own.mark };
}

async function withoutMark(head: Buffer, final: boolean): Promise<Encoding> {
  return unmarked(head, final) ?? { name: await (await import('./charset.js')).detectCharset(head), mark: 0, why: 'its letters make words' };
}

const MARK = 'byte order mark';

function marked(head: Buffer): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { name: 'utf-8', mark: 3, why: MARK };
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'utf-16le', mark: 2, why: MARK };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'utf-16be', mark: 2, why: MARK };
  return null;
}

function unmarked(head: Buffer, final: boolean): Encoding | null {
  const wide = utf16ByZeros(head);
  if (wide !== null) return { name: wide, mark: 0, why: 'every second byte is zero' };
  if (isUtf8(final ? head : wholeCharacters(head))) return { name: 'utf-8', mark: 0, why: isAscii(head) ? 'it is plain ASCII' : 'it is valid UTF-8' };
  if (mostlyUtf8(head)) return { name: 'utf-8', mark: 0, why: 'it is UTF-8 but for single bytes' };
  return null;
}

/** The encoding a user asked for. */
export function chosenEncoding(name: string, head: Buffer): Encoding {
  const known = canonical(name);
  const found = marked(head);
  return { name: known, mark: found?.name === known ? found.mark : 0, why: 'as asked' };
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
  for await (let chunk of chunks) {
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

/** Without a character that the end of the buffer cuts. */
function wholeCharacters(head: Buffer): Buffer {
  let end = head.length;
  for (let back = 1; back <= 3 && back <= head.length; back++) {
    const byte = head[head.length - back] as number;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      if (length > back) end = head.length - back;
      break;
    }
    if (byte < 0x80) break;
  }
  return head.subarray(0, end);
}

/** UTF-16 without a mark: ASCII text has a zero in every second byte. */
function utf16ByZeros(head: Buffer): string | null {
  const length = Math.min(head.length & ~1, 4096);
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (head[at] === 0) even++;
    if (head[at + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.02) return 'utf-16le';
  return even > pairs * 0.4 && odd < pairs * 0.02 ? 'utf-16be' : null;
}

/**
 * UTF-8 with bad bytes here and there: hardly any text of another encoding has as many valid sequences as bytes that belong
 * to none. Lines are what counts: one of rubbish does not make the others wrong.
 */
function mostlyUtf8(head: Buffer): boolean {
  const lines = { valid: 0, bad: 0 };
  const all = { valid: 0, bad: 0 };
  for (let from = 0; from < head.length;) {
    const feed = head.indexOf(0x0a, from);
    const to = feed === -1 ? head.length : feed + 1;
    const { valid, bad } = sequences(head.subarray(from, to));
    lines.valid += Math.sign(valid);
    lines.bad += Math.sign(bad);
    all.valid += valid;
    all.bad += bad;
    from = to;
  }
  return lines.valid > lines.bad || (lines.valid === lines.bad && all.valid >= all.bad);
}

/** Sequences of several bytes that are UTF-8, and bytes that are none. */
function sequences(bytes: Buffer): { readonly valid: number; readonly bad: number } {
  let valid = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] as number;
    if (byte < 0x80) {
      at++;
      continue;
    }
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    const whole = length > 0 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length));
    if (whole) valid++;
    else bad++;
    at += whole ? length : 1;
  }
  return { valid, bad };
}
