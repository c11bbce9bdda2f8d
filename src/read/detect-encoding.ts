import { isAscii, isUtf8 } from 'node:buffer';
import { detectCharset } from './charset.js';
import { canonical, type Encoding } from './encoding.js';

/** Tells the encoding from the first bytes of a list; `final` when they are all of it. */
export async function detectEncoding(head: Buffer, final: boolean): Promise<Encoding> {
  const own = marked(head);
  if (own === null) return withoutMark(head, final);
  // No list in UTF-16 does without zero bytes: delimiters and line breaks have one.
  if (!own.name.startsWith('utf-16') || head.includes(0)) return own;
  return { ...await withoutMark(head.subarray(own.mark), final), mark: own.mark };
}

async function withoutMark(head: Buffer, final: boolean): Promise<Encoding> {
  return unmarked(head, final) ?? { name: await detectCharset(head), mark: 0, why: 'its letters make words' };
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
