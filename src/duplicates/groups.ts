/**
 * Rows that are one person, as a forest over row numbers in two typed arrays: eight bytes a row. The root of a group
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
  let parents = new Uint32Array(1 << 12); // row + 1 of the parent, 0: itself
  let merits = new Uint32Array(1 << 12);

  function survivor(row: number): number {
    let root = row;
    while (parents[root] !== 0) root = (parents[root] as number) - 1;
    // The way is shortened for whoever asks next.
    while (row !== root) {
      const next = (parents[row] as number) - 1;
      parents[row] = root + 1;
      row = next;
    }
    return root;
  }
  function better(a: number, b: number): boolean {
    const difference = (merits[a] as number) - (merits[b] as number);
    return difference === 0 ? (a < b) === (prefer === 'first') : difference > 0;
  }
  return {
    add(row, merit) {
      if (row >= parents.length) {
        parents = grown(parents, row);
        merits = grown(merits, row);
      }
      merits[row] = merit;
    },
    join(a, b) {
      const [one, other] = [survivor(a), survivor(b)];
      if (one === other) return;
      if (better(one, other)) parents[other] = one + 1;
      else parents[one] = other + 1;
    },
    survivor,
    prefers: better,
    merit: (row) => merits[row] as number,
  };
}

function grown(old: Uint32Array<ArrayBuffer>, row: number): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(Math.max(row + 1, old.length * 2));
  wider.set(old);
  return wider;
}
