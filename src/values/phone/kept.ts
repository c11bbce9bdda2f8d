import { keptIndex, keptStates, type KeptIndex } from './kept-plans.js';

/** A numbering plan that was followed to its ends when the package was built: none of its patterns need be read any more. */
export interface KeptPlan {
  /** `WIDTH` numbers for each state: by digit the state that comes next (0: only what matches whatever comes is left), how many digits were read, which of `wholes` match. */
  readonly states: Uint16Array;
  /** Sets of slots of the plan. */
  readonly wholes: readonly (readonly number[])[];
}
export const WIDTH = 12;
export const LENGTH_AT = 10;
export const WHOLE_AT = 11;

let index: KeptIndex | null | undefined;
let bytes: Uint8Array | undefined;

/** Whether the build has followed the plans. */
export function arePlansKept(): boolean {
  if (index === undefined) index = keptIndex();
  return index !== null;
}

/** What the build has kept of the plan of a calling code, undefined if nothing. */
export function keptPlan(calling: string): KeptPlan | undefined {
  const place = arePlansKept() ? (index as KeptIndex)[calling] : undefined;
  if (place === undefined) return undefined;
  const [first, count, wholes] = place;
  bytes ??= keptStates();
  const own = bytes.slice(first * WIDTH * 2, (first + count) * WIDTH * 2);
  return {
    states: new Uint16Array(own.buffer, own.byteOffset, count * WIDTH),
    wholes: wholes.split(';').map((set) => (set === '' ? [] : set.split(',').map(Number))),
  };
}
