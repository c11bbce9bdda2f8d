/**
 * Text that was UTF-8 and was read as Windows-1252, ISO-8859-1 or MacRoman, once or several times: `MÃ¼ller`, `M√ºller`.
 * It is told from text that only looks like it (`JOÃO`, `“CAFÉ”`) by decoding the whole of it: each byte must be in its
 * place, and the characters that come out must be such as stand in a text.
 */

/** Character → byte. */
type Table = ReadonlyMap<string, number>;

const HIGH = Uint8Array.from({ length: 128 }, (_, i) => i + 128);
const tableOf = (characters: string): Map<string, number> => new Map([...characters].map((character, i) => [character, i + 128]));
/** Few lists are spoilt: the tables are made for those that are. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
/** The TextDecoder of some Node versions reads 0x80 to 0x9f as control characters, so they are written out here. */
const western = once((): Table => new Map([
  ...[...HIGH].map((byte): [string, number] => [String.fromCharCode(byte), byte]),
  ...tableOf('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'),
]));
const mac = once((): Table => tableOf(new TextDecoder('macintosh').decode(HIGH)));

/** A first byte and one that goes on with it; nothing else is looked at more closely. */
const WESTERN_TRACE = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;
const MAC_TRACE = /[¬√≈‚][^\u0000-\u007f]/;
const CONTROL = /[\u0080-\u009f]/;

/** The text as it was meant, the same string if it is not spoilt or not for certain. Idempotent. */
export function unmojibake(text: string): string {
  let mended = text;
  for (let before = ''; mended !== before;) {
    before = mended;
    if (WESTERN_TRACE.test(mended)) mended = decoded(mended, western());
    if (mended === before && MAC_TRACE.test(mended)) mended = decoded(mended, mac());
  }
  return CONTROL.test(mended) ? text : mended;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(text: string, table: Table): string {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const byte = code < 0x80 ? code : table.get(text[at] as string);
    if (byte === undefined) return text;
    bytes[at] = byte;
  }
  try {
    const result = UTF8.decode(bytes);
    return tells(text, result) ? result : text;
  } catch {
    return text; // It throws for what is no UTF-8.
  }
}

/** Whether a character that came out leaves no doubt, or several of another script do. */
function tells(text: string, result: string): boolean {
  let at = 0;
  let foreign = 0;
  for (const character of result) {
    const code = character.codePointAt(0) as number;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (size > 1) {
      if (isForeign(code)) foreign += CAPITALS.test(text.slice(at, at + size)) ? 0 : 1;
      else if (isUsual(code) && !isMeant(text, at, size, character)) return true;
    }
    at += size;
  }
  return foreign > 1;
}

/** Letters of Europe and Vietnam, the accents in use on their own, typographic signs, emoji. Not the rare accents that begin with `Í`: POSPÍŠIL, KRÍŽ. */
const isUsual = (code: number): boolean =>
  (code >= 0xa0 && code < 0x180) || code === 0x1a0 || code === 0x1a1 || code === 0x1af || code === 0x1b0 || (code >= 0x218 && code < 0x21c)
  || (code >= 0x300 && code < 0x340) || (code >= 0x1e00 && code < 0x1f00) || (code >= 0x2010 && code < 0x203b) || code === 0x20ac || code === 0x2116
  || code === 0x2122 || (code >= 0xfb00 && code < 0xfb07) || code === 0xfeff || code === 0xfffd || code >= 0x1f000;

/** Letters of other scripts: one alone is an accident, as `så…”` shows, which reads as a Chinese character. */
const isForeign = (code: number): boolean => (code >= 0x370 && code < 0x1e00) || (code >= 0x1f00 && code < 0x2000) || (code >= 0x2e80 && code < 0xfb00) || (code >= 0xff00 && code < 0xfff0);

/** Czech and Slovak names in capitals: DÚŠEK, RÝŽA. */
const CAPITALS = /^[ÍÓÔÚÝ][ŠŽ]$/;
const CLOSING = /[”’…™®»©“\u00a0\u2014\u2013]$/;
const CAPITAL = /\p{Lu}/u;
const LETTER = /\p{L}/u;

/** `IRMÔ`, `NESCAFÉ®`: a capital among capitals before a sign that ends a word; `SÃ-O` with a soft hyphen. */
function isMeant(text: string, at: number, size: number, character: string): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at + size] ?? '';
  if (size > 2 || !CAPITAL.test(before)) return false;
  return LETTER.test(after) ? CAPITAL.test(after) && character !== character.toUpperCase() : CLOSING.test(text.slice(at, at + size));
}
