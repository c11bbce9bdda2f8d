import type { KeptIndex } from './kept.js';

// What these return is worked out when the package is built (build.js): elsewhere plans are followed as numbers come.

/** By calling code where its plan stands among those the build has followed; null: it has followed none. */
export const keptIndex = (): KeptIndex | null => null;

/** The states of all plans, little-endian. */
export const keptStates = (): Uint8Array => new Uint8Array(0);
