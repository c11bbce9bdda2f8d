/**
 * Mailboxes from which several people write: John and Mary of one family, all of an office. Where the rows of one mailbox
 * name people who plainly are two, that they are one is a guess.
 */
export interface Mailboxes {
  /** Of the rows that show the mailbox of `first`, the earliest that may be the person of `row`; -1 where all are somebody else. */
  owner(first: number, row: number): number;
  /** By mailbox that several people share: the first row of each. */
  shared(): readonly (readonly number[])[];
}

/** `areOthers`: whether two rows name two people. */
export function createMailboxes(areOthers: (a: number, b: number) => boolean): Mailboxes {
  const people = new Map<number, number[]>();
  return {
    owner(first, row) {
      const known = people.get(first);
      const owner = known === undefined ? (areOthers(first, row) ? undefined : first) : known.find((other) => !areOthers(other, row));
      if (owner !== undefined) return owner;
      if (known === undefined) people.set(first, [first, row]);
      else known.push(row);
      return -1;
    },
    shared: () => [...people.values()],
  };
}
