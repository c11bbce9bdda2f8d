/** Where the batch at hand stands: what is told of places in it are offsets from here. */
export let input: usize = 0;

export function load(address: usize): void {
  input = address;
}
