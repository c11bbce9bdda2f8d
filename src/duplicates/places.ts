/** Gives every row of every list of a run one number, so that duplicates are found across lists, and names it again. */
export interface Places {
  /** From now on rows are of this list. */
  open(list: string): void;
  /** Number of the row on `line` of the open list. */
  number(line: number): number;
  /** `12`, or `other.csv:12` for a row of another list than the open one. */
  name(row: number): string;
  /** A row of this number stands in the open list. */
  isHere(row: number): boolean;
}

export function createPlaces(): Places {
  const lists: { readonly list: string; readonly base: number }[] = [];
  let highest = 0;
  const last = (): { readonly list: string; readonly base: number } => lists.at(-1) as { list: string; base: number };
  return {
    open(list) { lists.push({ list, base: highest }); },
    number(line) {
      const row = last().base + line;
      if (row > highest) highest = row;
      return row;
    },
    name(row) {
      const place = lists.findLast(({ base }) => row > base) ?? last();
      return place === last() ? String(row - place.base) : `${place.list}:${row - place.base}`;
    },
    isHere: (row) => row > last().base,
  };
}
