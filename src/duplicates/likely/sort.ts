/**
 * Positions 0 … keys.length - 1 in the order of their 32-bit keys; equal keys keep the order of `start` (default: of
 * the positions). A radix sort: a million keys in a tenth of a second, no objects.
 */
export function positionsByKey(keys: Uint32Array, start?: Uint32Array): Uint32Array {
  const n = keys.length;
  let from = start === undefined ? Uint32Array.from({ length: 0 }) : Uint32Array.from(start);
  if (start === undefined) {
    from = new Uint32Array(n);
    for (let i = 0; i < n; i++) from[i] = i;
  }
  if (n < FEW) return Uint32Array.from(Array.from(from).sort((a, b) => keys[a]! - keys[b]!));
  let to = new Uint32Array(n);
  const counts = new Uint32Array(1 << DIGIT);
  for (let shift = 0; shift < 32; shift += DIGIT) {
    counts.fill(0);
    for (let i = 0; i < n; i++) counts[(keys[i]! >>> shift) & MASK]!++;
    let sum = 0;
    for (let digit = 0; digit <= MASK; digit++) {
      const count = counts[digit]!;
      counts[digit] = sum;
      sum += count;
    }
    for (let i = 0; i < n; i++) {
      const position = from[i]!;
      to[counts[(keys[position]! >>> shift) & MASK]!++] = position;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** So few are sorted sooner by comparing them. */
const FEW = 256;
const DIGIT = 11;
const MASK = (1 << DIGIT) - 1;
