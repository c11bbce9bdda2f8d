import { kernelOf } from '../kernel.js';
import type { FirstWords } from './first-word.js';
import { plainAddressIn } from './plain-address.js';
import type { UnlistedHosts } from './unlisted-host.js';

/** Nothing is known of the host but its ending. */
export const UNLISTED = 1;
/** The local part may begin with one of the words. */
export const WORDED = 2;
/** How many bytes stand before the `@`. */
export const LOCAL_SHIFT = 2;

/** What the bytes of a plain address (plain-address.ts) say, as a sum of the above; -1: they are none. */
export type AddressReader = (bytes: Uint8Array, start: number, end: number) => number;

/** Where the batch at hand stands in WebAssembly one call says it all, but of long addresses and of endings seen for the first time. */
export function addressReader(hosts: UnlistedHosts, words: FirstWords): AddressReader {
  return (bytes, start, end) => {
    const kernel = kernelOf(bytes);
    if (kernel !== null) {
      const known = hosts.placeIn(kernel);
      const begins = words.placeIn(kernel);
      const told = known === 0 || begins === 0 ? 0 : kernel.run.address(start, end, known, begins);
      if (told !== 0) return told;
    }
    const at = plainAddressIn(bytes, start, end);
    if (at < 0) return -1;
    return at - start << LOCAL_SHIFT | (hosts.has(bytes, at + 1, end) ? UNLISTED : 0) | (words.mayBegin(bytes, start, at) ? WORDED : 0);
  };
}
