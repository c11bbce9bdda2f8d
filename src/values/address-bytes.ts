import type { Ascii } from '../types.js';
import { kernelOf } from '../kernel.js';
import type { LocalWords } from './local-words.js';
import { plainAddressIn } from './plain-address.js';
import type { UnlistedHosts } from './unlisted-host.js';

/** Nothing is known of the host but its ending. */
export const UNLISTED = 1;
/** The local part may be made of the words. */
export const WORDED = 2;
/** How many bytes stand before the `@`. */
export const LOCAL_SHIFT = 2;

/** What the bytes of a plain address (plain-address.ts) say, as a sum of the above; -1: they are none. */
export type AddressReader = (bytes: Uint8Array, start: number, end: number) => number;

/** Where the batch at hand stands in WebAssembly one call says it all, but of long addresses and of endings seen for the first time. */
export function addressReader(hosts: UnlistedHosts, words: LocalWords): AddressReader {
  return (bytes, start, end) => {
    const kernel = kernelOf(bytes);
    if (kernel !== null) {
      const known = hosts.placeIn(kernel);
      const made = words.placeIn(kernel);
      const told = known === 0 || made === 0 ? 0 : kernel.run.address(start, end, known, made);
      if (told !== 0) return told;
    }
    const at = plainAddressIn(bytes, start, end);
    if (at < 0) return -1;
    return at - start << LOCAL_SHIFT | (hosts.has(bytes, at + 1, end) ? UNLISTED : 0) | (words.mayBe(bytes, start, at) ? WORDED : 0);
  };
}

/** Whether an address ends in `@` and the host that is written in another cell of the batch. */
export function isAt(address: Ascii, host: Ascii): boolean {
  const { bytes } = address;
  const kernel = bytes === host.bytes ? kernelOf(bytes) : null;
  if (kernel !== null) return kernel.run.isAt(address.start, address.end, host.start, host.end) !== 0;
  const before = address.end - (host.end - host.start) - 1;
  if (before < address.start || bytes[before] !== AT) return false;
  for (let i = host.start, j = before + 1; i < host.end; i++, j++) if (host.bytes[i] !== bytes[j]) return false;
  return true;
}

/** Whether a label of the host of an address begins like `students`, `etud`, `alumni`, `edu` or `ac`: nearly no company's address has to be a string to be known as none of a university. */
export function mayBeAcademic({ bytes, start, end }: Ascii): boolean {
  const kernel = kernelOf(bytes);
  if (kernel !== null) return kernel.run.academic(start, end) !== 0;
  for (let at = end - 2; at >= start; at--) {
    const sign = bytes[at];
    if (sign !== DOT && sign !== AT) continue;
    if (LABELS[((bytes[at + 1] as number) & 0x1f) << 5 | (bytes[at + 2] as number) & 0x1f] === 1) return true;
    if (sign === AT) return false;
  }
  return true;
}
const AT = 0x40;
const DOT = 0x2e;
/** By the last five bits of their first two letters, which are the same for capitals. */
const LABELS = new Uint8Array(1 << 10);
for (const letters of ['st', 'et', 'al', 'ed', 'ac']) LABELS[(letters.charCodeAt(0) & 0x1f) << 5 | letters.charCodeAt(1) & 0x1f] = 1;
