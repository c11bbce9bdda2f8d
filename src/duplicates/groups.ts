/**
 * Rows that are one person, as a forest over row numbers in two columns: eight bytes a row. The root of a group
 * is its survivor: the row of the greatest merit, of equals the one asked for by `prefer`.
 */
export interface Groups {
  /** Tells of a row before it is joined with others. */
  add(row: number, merit: number): void;
  join(a: number, b: number): void;
  survivor(row: number): number;
  merit(row: number): number;
  /** Whether `a` is the better record of the two. */
  prefers(a: number, b: number): boolean;
}

export function createGroups(prefer: 'first' | 'last'): Groups {
  const parents = createColumn(); // row + 1 of the parent, 0: itself
  const merits = createColumn();

  function survivor(row: number): number {
    let root = row;
    for (let parent = parents.at(root); parent !== 0; parent = parents.at(root)) root = parent - 1;
    // The way is shortened for whoever asks next.
    while (row !== root) {
      const next = parents.at(row) - 1;
      parents.put(row, root + 1);
      row = next;
    }
    return root;
  }
  function better(a: number, b: number): boolean {
    const difference = merits.at(a) - merits.at(b);
    return difference === 0 ? (a < b) === (prefer === 'first') : difference > 0;
  }
  return {
    add: merits.put,
    join(a, b) {
      const [one, other] = [survivor(a), survivor(b)];
      if (one === other) return;
      if (better(one, other)) parents.put(other, one + 1);
      else parents.put(one, other + 1);
    },
    survivor,
    prefers: better,
    merit: merits.at,
  };
}

/** Numbers by row, 0 where none was put. Grows piece by piece: there is never a second copy, and little room to spare. */
interface Column { at(row: number): number; put(row: number, number: number): void }

function createColumn(): Column {
  const pieces: Uint32Array[] = [];
  return {
    at: (row) => pieces[row >>> BITS]?.[row & MASK] ?? 0,
    put(row, number) {
      const piece = row >>> BITS;
      while (pieces.length <= piece) pieces.push(new Uint32Array(MASK + 1));
      (pieces[piece] as Uint32Array)[row & MASK] = number;
    },
  };
}
const BITS = 16;
const MASK = (1 << BITS) - 1;
