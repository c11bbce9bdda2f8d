/** The rows of one list among those of all lists of a run: every row has one number, and can be named again. */
export interface Here {
  /** Number of the row on `line` of this list. */
  number(line: number): number;
  /** `12` for a row of this list, `other.csv:12` for one of another. */
  name(row: number): string;
}

export interface Places {
  /** Rows are numbered list after list: a list must be read to its end before the next one is opened. */
  open(list: string): Here;
}

export function createPlaces(): Places {
  const lists: { readonly list: string; readonly base: number }[] = [];
  let highest = 0;
  return {
    open(list) {
      const base = highest;
      const here = lists.push({ list, base }) - 1;
      return {
        number(line) {
          const row = base + line;
          if (row > highest) highest = row;
          return row;
        },
        name(row) {
          const at = lists.findLastIndex((place) => row > place.base);
          const place = lists[at] as { list: string; base: number };
          return at === here ? String(row - base) : `${place.list}:${row - place.base}`;
        },
      };
    },
  };
}
