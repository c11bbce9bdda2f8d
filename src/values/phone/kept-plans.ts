/** By calling code: the first of its states, how many there are, and its sets of slots, a semicolon between two. */
export type KeptIndex = Readonly<Record<string, readonly [first: number, count: number, wholes: string]>>;

// What these return is worked out when the package is built (build.js): elsewhere plans are followed as numbers come.

/** By calling code where its plan stands among those the build has followed; null: it has followed none. */
export const keptIndex = (): KeptIndex | null => null;

/** The states of all plans, little-endian. */
export const keptStates = (): Uint8Array => new Uint8Array(0);
