/**
 * Who must not be contacted: rows on a suppression list and rows that say the person opted out. Duplicates are one
 * person, so what bars one row bars them all: nobody comes back through a second row.
 */
export interface Bars {
  /** Tells of a row; `head`: the row that stands for its person as far as that is known. `listed`: an entry, -1 for none. */
  add(head: number, row: number, listed: number, optedOut: boolean): void;
  /** Puts the rows of each person together, when it is known who they are. */
  gather(headOf: (row: number) => number): void;
  /** Whether the person of this head is barred. */
  has(head: number): boolean;
  /** What bars the person: an entry of a suppression list, the first row that opted out; -1 each if nothing does. */
  tell(head: number, into: Bar): void;
}
export interface Bar { listed: number; optedOut: number }

export function createBars(): Bars {
  let bars = new Map<number, Bar>();
  function put(head: number, listed: number, optedOut: number): void {
    const bar = bars.get(head);
    if (bar === undefined) bars.set(head, { listed, optedOut });
    else {
      if (bar.listed === -1) bar.listed = listed;
      if (bar.optedOut === -1) bar.optedOut = optedOut;
    }
  }
  return {
    add(head, row, listed, optedOut) {
      if (listed !== -1 || optedOut) put(head, listed, optedOut ? row : -1);
    },
    gather(headOf) {
      const before = bars;
      bars = new Map();
      for (const [row, { listed, optedOut }] of before) put(headOf(row), listed, optedOut);
    },
    has: (head) => bars.has(head),
    tell(head, into) {
      const bar = bars.size === 0 ? undefined : bars.get(head);
      into.listed = bar?.listed ?? -1;
      into.optedOut = bar?.optedOut ?? -1;
    },
  };
}
