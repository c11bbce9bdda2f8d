/** Where the batch at hand stands: what is told of places in it are offsets from here. */
export let input: usize = 0;

export function load(address: usize): void {
  input = address;
}

/** Where a call leaves what is more than one number: sixteen bytes. */
export const answer: usize = memory.data(16, 16);
