/**
 * The positions of `start` (default: all, 0 … keys.length - 1) in the order of their 32-bit keys; equal keys keep the order
 * of `start`. A radix sort: a million keys in a tenth of a second, no objects.
 */
export function positionsByKey(keys: Uint32Array, start?: Uint32Array): Uint32Array {
  const n = start?.length ?? keys.length;
  let from = new Uint32Array(n);
  if (start === undefined) for (let i = 0; i < n; i++) from[i] = i;
  else from.set(start);
  if (n < FEW) return Uint32Array.from(Array.from(from).sort((a, b) => keys[a]! - keys[b]!));
  // How often each digit occurs does not depend on the order: all three are counted at once.
  const [low, middle, high] = [new Uint32Array(1 << DIGIT), new Uint32Array(1 << DIGIT), new Uint32Array(1 << DIGIT)];
  for (let i = 0; i < n; i++) {
    const key = keys[from[i]!]!;
    low[key & MASK]!++;
    middle[(key >>> DIGIT) & MASK]!++;
    high[key >>> (2 * DIGIT)]!++;
  }
  let to = new Uint32Array(n);
  for (const [counts, shift] of [[low, 0], [middle, DIGIT], [high, 2 * DIGIT]] as const) {
    const next = startsOf(counts);
    for (let i = 0; i < n; i++) {
      const position = from[i]!;
      to[next[(keys[position]! >>> shift) & MASK]!++] = position;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Where those of each digit begin, from how many there are. */
function startsOf(counts: Uint32Array): Uint32Array {
  let sum = 0;
  for (let digit = 0; digit <= MASK; digit++) {
    const count = counts[digit]!;
    counts[digit] = sum;
    sum += count;
  }
  return counts;
}

/** So few are sorted sooner by comparing them. */
const FEW = 256;
const DIGIT = 11;
const MASK = (1 << DIGIT) - 1;
