import { FIELDS, type Code, type Field } from '../types.js';
import type { Fact } from '../judge/judge.js';

/**
 * Lists repeat themselves: a million rows show a few hundred different sets of findings. Each such set is a pattern,
 * a path in a tree of facts, known by one number. Rows travel between threads, are judged and are counted by that number.
 */
export interface Patterns {
  /** The pattern that has one more fact than `pattern`; 0 is the empty one. */
  step(pattern: number, fact: number): number;
  /** Packed facts of a pattern, in the order they were found. */
  facts(pattern: number): number[];
  /** The tree from pattern `since` on, for another thread to follow: parent and fact of each, flattened. */
  grown(since: number): Uint32Array;
  size(): number;
}

const FIRST_SLOTS = 1 << 10;

export function createPatterns(): Patterns {
  const parents = [0];
  const lasts = [0];
  // Asked for every finding of every row: open addressing instead of a Map. A slot holds a pattern, 0: free.
  let slots = new Uint32Array(FIRST_SLOTS);
  const place = (pattern: number, fact: number): number => {
    const mask = slots.length - 1;
    const mixed = Math.imul(pattern ^ Math.imul(fact, 0x9e3779b1), 0x85ebca6b);
    let slot = (mixed ^ mixed >>> 15) & mask;
    for (let next = slots[slot] as number; next !== 0 && (parents[next] !== pattern || lasts[next] !== fact); next = slots[slot] as number) slot = slot + 1 & mask;
    return slot;
  };
  function grow(): void {
    slots = new Uint32Array(slots.length * 2);
    for (let at = 1; at < parents.length; at++) slots[place(parents[at] as number, lasts[at] as number)] = at;
  }
  return {
    step(pattern, fact) {
      const slot = place(pattern, fact);
      const known = slots[slot] as number;
      if (known !== 0) return known;
      const next = slots[slot] = parents.push(pattern) - 1;
      lasts.push(fact);
      if (next * 2 > slots.length) grow();
      return next;
    },
    facts(pattern) {
      const path: number[] = [];
      for (let at = pattern; at !== 0; at = parents[at] as number) path.push(lasts[at] as number);
      return path.reverse();
    },
    grown(since) {
      const flat = new Uint32Array((parents.length - since) * 2);
      for (let at = since; at < parents.length; at++) {
        flat[(at - since) * 2] = parents[at] as number;
        flat[(at - since) * 2 + 1] = lasts[at] as number;
      }
      return flat;
    },
    size: () => parents.length,
  };
}

/** Follows another thread's growing tree; returns that thread's numbers → ours, extended in place. */
export function follow(ours: Patterns, known: number[], grown: Uint32Array): void {
  if (known.length === 0) known.push(0);
  for (let at = 0; at < grown.length; at += 2)
    known.push(ours.step(known[grown[at] as number] as number, grown[at + 1] as number));
}

const NO_FIELD = 63;
const FIELD_NUMBERS = new Map<Field | null, number>([[null, NO_FIELD], ...FIELDS.map((field, number) => [field, number] as [Field, number])]);

export const fieldNumber = (field: Field | null): number => FIELD_NUMBERS.get(field) as number;

/** A fact in 20 bits: up to 4,096 codes, 63 fields (by `fieldNumber`), fixed, spare. */
export const packFact = (code: number, field: number, fixed: boolean, spare: boolean): number => code << 8 | field << 2 | (fixed ? 2 : 0) | (spare ? 1 : 0);

export function unpackFact(fact: number, codes: readonly Code[]): Fact {
  return {
    code: codes[fact >> 8] as Code,
    field: FIELDS[fact >> 2 & 63] ?? null,
    fixed: (fact & 2) !== 0,
    spare: (fact & 1) !== 0,
  };
}
