import { domainToUnicode } from 'node:url';
import validator from 'validator/lib/isEmail.js';
import { plainAddress } from './plain-address.js';

const isEmail = validator.default;

/**
 * Whether mail in practice could go to this text, taken as one bare address. Quoted local parts, comments and IP
 * literals are refused: no mailbox of a lead is written that way. International domains and local parts are taken.
 */
export function isAddress(text: string): boolean {
  return plainAddress(text) >= 0 || judgeAddress(text);
}

/** The same answer without the short cut. isEmail is the judge; the rest is what it lets pass and mail does not. */
export function judgeAddress(text: string): boolean {
  if (text.startsWith('"') || UNWRITABLE.test(text) || !isEmail(text)) return false;
  const host = text.slice(text.lastIndexOf('@') + 1);
  if (RESERVED_LABEL.test(host)) return false;
  if (ASCII.test(text) && !PUNYCODE.test(host)) return true;
  if (!isReadable(host)) return false;
  const normal = text.normalize('NFC');
  return isEmail(normal) && bytes(text) <= 254 && bytes(normal) <= 254 && bytes(normal.slice(0, normal.lastIndexOf('@'))) + 1 + encodedLength(host) <= 254;
}

const ASCII = /^[\x21-\x7e]*$/;
const PUNYCODE = /(^|\.)xn--/i;
/** RFC 5891: `--` in third and fourth place is kept for Punycode. */
const RESERVED_LABEL = /(^|\.)(?!xn)[^.]{2}--/i;
/** Spaces, invisible characters, half characters, typographic quotes and dashes, an accent with nothing under it. */
const UNWRITABLE = /[\p{C}\p{Z}\u2000-\u206f]|(^|[.@])\p{M}/u;

const encoder = new TextEncoder();
const bytes = (text: string): number => encoder.encode(text).length;

/** Whether the Punycode in a host name stands for letters. Of what does not Node 20 says '', and 24 leaves it as it is. */
function isReadable(host: string): boolean {
  const letters = domainToUnicode(host);
  return letters !== '' && !PUNYCODE.test(letters);
}

/** Length of a host name as DNS sees it; Infinity if it has no such form or a label is too long for DNS. */
function encodedLength(host: string): number {
  const url = `http://${host}`;
  if (!URL.canParse(url)) return Infinity;
  const encoded = new URL(url).hostname;
  return encoded.split('.').some((label) => label.length > 63) ? Infinity : encoded.length;
}
