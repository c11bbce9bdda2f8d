/** What a run has done of all it has to do, in bytes read and checked; `total` is null where it cannot be known (a pipe). */
export interface Done { readonly done: number; readonly total: number | null }

/** Says how far a run is that goes over its lists once, or sees them all before it settles the first row. */
export interface Effort {
  /** So many bytes of the list numbered `list`, from 0, have been read and checked. */
  reading(list: number, bytes: number): Done;
  /** So much of what is decided when all lists were read has been done, 0 to 1. */
  deciding(share: number): Done;
  /** So many of the rows of the list have been settled, when all lists had been read before. */
  settling(list: number, rows: number, of: number): Done;
}

/**
 * What a byte costs apart from reading and checking it, which costs 1: time of lists of 20,000 to 1,000,000 rows. Settling is
 * done by one thread, so that it weighs more where several have read, and less where reading also gathers people.
 */
export const COST = { likely: 0.95, settling: { likely: 0.1, alone: 0.16, threads: 0.26 } } as const;

/**
 * `sizes`: bytes of each list in the order they are read, null for a pipe; the first `known` of them are of people one
 * already has, whose rows are not settled. `likely`: likely duplicates are looked for when all was read. `threads`: several read.
 */
export function createEffort(sizes: readonly (number | null)[], { known, seesAll, likely, threads }: { readonly known: number; readonly seesAll: boolean; readonly likely: boolean; readonly threads: boolean }): Effort {
  const bytes = sizes.map((size) => size ?? 0);
  const before = (list: number, from = 0): number => bytes.slice(from, list).reduce((sum, size) => sum + size, 0);
  const all = before(bytes.length);
  const seen = all * (1 + (likely ? COST.likely : 0));
  const settling = COST.settling[likely ? 'likely' : threads ? 'threads' : 'alone'];
  const total = sizes.includes(null) ? null : seen + (seesAll ? before(bytes.length, known) * settling : 0);
  return {
    reading: (list, position) => ({ done: before(list) + position, total }),
    deciding: (share) => ({ done: all + (seen - all) * share, total }),
    settling: (list, rows, of) => ({ done: seen + settling * (before(list, known) + bytes[list]! * (of === 0 ? 1 : rows / of)), total }),
  };
}
