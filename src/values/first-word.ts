import { kept, type Kernel } from '../kernel.js';

/**
 * Tells by its first word whether a local part may be one of some others: nearly every local part of a person begins
 * with a word of none of them (`anna.lee`), and needs no string to say so. Says yes to a few too many, never no wrongly.
 */
export interface FirstWords {
  mayBegin(bytes: Uint8Array, start: number, end: number): boolean;
  /** Where wasm/mail.ts finds the words, 0: nowhere yet. */
  placeIn(kernel: Kernel): number;
}

/** So many that few names share a place with a word by accident. */
const BITS = 1 << 18;
/** The first few are all said to begin so: looking at them more closely costs less than learning the words. */
const SOME = 256;
/** Of a local part. */
const LONGEST = 64;

export function firstWords(locals: () => Iterable<string>): FirstWords {
  let asked = 0;
  let learnt: FirstWords | undefined;
  return {
    mayBegin: (bytes, start, end) => (asked < SOME ? (asked += 1) > 0 : (learnt ??= learn(locals())).mayBegin(bytes, start, end)),
    placeIn: (kernel) => (learnt === undefined ? 0 : learnt.placeIn(kernel)),
  };
}

function learn(locals: Iterable<string>): FirstWords {
  const known = new Int32Array(BITS >>> 5);
  const bytes = new Uint8Array(LONGEST);
  for (const local of locals) {
    for (let i = 0; i < local.length; i++) bytes[i] = local.charCodeAt(i);
    const place = placeOf(bytes, 0, Math.min(local.length, LONGEST));
    known[place >>> 5] = (known[place >>> 5] as number) | 1 << (place & 31);
  }
  return {
    mayBegin(bytes, start, end) {
      const place = placeOf(bytes, start, end);
      return place === 0 || ((known[place >>> 5] as number) >>> (place & 31) & 1) === 1;
    },
    placeIn: kept(known),
  };
}

/** Of the letters up to a digit or separator, digits in front left out; 0: there are none. */
function placeOf(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && STOPS[bytes[at] as number] === DIGIT) at++;
  let hash = 0;
  let length = 0;
  for (; at < end && STOPS[bytes[at] as number] === 0; at++) {
    hash = Math.imul(hash ^ (bytes[at] as number), 0x5bd1e995) ^ hash >>> 15;
    length++;
  }
  return length === 0 ? 0 : ((hash ^ hash >>> 16) & (BITS - 1)) || 1;
}

const DIGIT = 1;
const STOPS = new Uint8Array(256);
STOPS.fill(DIGIT, 0x30, 0x3a);
for (const sign of '.-_+') STOPS[sign.charCodeAt(0)] = 2;
