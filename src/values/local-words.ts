import { kept, type Kernel } from '../kernel.js';

/**
 * Tells by its first and its last word whether a local part may be one of some others, or be put together of them:
 * nearly every local part of a person begins or ends with a word of none of them (`anna.lee`), and needs no string to
 * say so. Says yes to a few too many, never no wrongly.
 */
export interface LocalWords {
  mayBe(bytes: Uint8Array, start: number, end: number): boolean;
  /** Where wasm/mail.ts finds the words, 0: nowhere yet. */
  placeIn(kernel: Kernel): number;
}

/** So many that few names share a place with a word by accident. */
const BITS = 1 << 18;
/** The first few are all said to be so: looking at them more closely costs less than learning the words. */
const SOME = 256;
/** Of a local part. */
const LONGEST = 64;

export function localWords(locals: () => Iterable<string>): LocalWords {
  let asked = 0;
  let learnt: LocalWords | undefined;
  return {
    mayBe: (bytes, start, end) => (asked < SOME ? (asked += 1) > 0 : (learnt ??= learn(locals())).mayBe(bytes, start, end)),
    placeIn: (kernel) => (learnt === undefined ? 0 : learnt.placeIn(kernel)),
  };
}

function learn(locals: Iterable<string>): LocalWords {
  const known = new Int32Array(BITS >>> 5);
  const bytes = new Uint8Array(LONGEST);
  const learnOne = (place: number): void => { known[place >>> 5] = (known[place >>> 5] as number) | 1 << (place & 31); };
  const knows = (place: number): boolean => place === 0 || ((known[place >>> 5] as number) >>> (place & 31) & 1) === 1;
  for (const local of locals) {
    const length = Math.min(local.length, LONGEST);
    for (let i = 0; i < length; i++) bytes[i] = local.charCodeAt(i);
    learnOne(firstPlace(bytes, 0, length));
    learnOne(lastPlace(bytes, 0, length));
  }
  return {
    // What stands behind a plus is no part of it.
    mayBe: (bytes, start, end) => knows(firstPlace(bytes, start, end)) && (knows(lastPlace(bytes, start, end)) || hasPlus(bytes, start, end)),
    placeIn: kept(known),
  };
}

/** Of the letters up to a digit or separator, digits in front left out; 0: there are none. */
function firstPlace(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && STOPS[bytes[at] as number] === DIGIT) at++;
  let hash = 0;
  const first = at;
  for (; at < end && STOPS[bytes[at] as number] === 0; at++) hash = mixed(hash, bytes[at] as number);
  return at === first ? 0 : placeOf(hash);
}

/** Of the last letters that stand side by side, from behind; 0: there are none. */
function lastPlace(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && STOPS[bytes[at - 1] as number] !== 0) at--;
  let hash = FROM_BEHIND;
  const last = at;
  for (; at > start && STOPS[bytes[at - 1] as number] === 0; at--) hash = mixed(hash, bytes[at - 1] as number);
  return at === last ? 0 : placeOf(hash);
}

function hasPlus(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === PLUS) return true;
  return false;
}

const mixed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x5bd1e995) ^ hash >>> 15;
const placeOf = (hash: number): number => ((hash ^ hash >>> 16) & (BITS - 1)) || 1;

/** First and last words have nothing in common. */
const FROM_BEHIND = 1;
const PLUS = 0x2b;
const DIGIT = 1;
const STOPS = new Uint8Array(256);
STOPS.fill(DIGIT, 0x30, 0x3a);
for (const sign of '.-_+') STOPS[sign.charCodeAt(0)] = 2;
