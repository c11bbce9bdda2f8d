import type { Cell, Known } from '../types.js';
import { kindsIn } from './characters.js';
import { memo } from './memo.js';

let questions = 0;

/** A text nobody has asked about yet. */
export function createKnown(text: string): Known {
  return { text, kinds: kindsIn(text), answers: new Array<unknown>(questions).fill(undefined) };
}

/**
 * `memo` for the texts of cells: what is asked of a text that comes again and again down a column stands with it, and
 * is found there without looking it up. What `read` says must depend on the text alone, and not be undefined.
 */
export function cellMemo<T extends NonNullable<unknown> | null>(read: (text: string) => T): (cell: Cell) => T {
  const number = questions++;
  const rarely = memo(read);
  const first = (known: Known): T => known.answers[number] = read(known.text);
  return (cell) => {
    const { known } = cell;
    if (known === null) return rarely(cell.text);
    const answer = known.answers[number];
    return answer === undefined ? first(known) : answer as T;
  };
}
