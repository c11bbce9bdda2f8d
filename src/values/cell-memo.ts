import type { Cell, Known } from '../types.js';
import { kindsIn } from './characters.js';

/** -1: nobody may ask yet. */
let questions = -1;

/** To be called before a lead and the checks that look at it are made: the questions of those before are over. */
export function beginAsking(): void {
  questions = 0;
}

/** A text nobody has asked about yet. */
export function createKnown(text: string, number = 0): Known {
  return { text, kinds: kindsIn(text), number, answers: new Array<unknown>(questions).fill(undefined) };
}

/**
 * What is asked of a text that comes again and again down a column stands with it, and is found there without looking
 * it up. What `read` says must depend on the text alone, and not be undefined. To be made in the `start` of a check.
 */
export function cellMemo<T extends NonNullable<unknown> | null>(read: (text: string) => T): (cell: Cell) => T {
  if (questions < 0) throw new Error('cellMemo is for what is started anew for each list');
  const number = questions++;
  const first = (known: Known): T => known.answers[number] = read(known.text);
  return (cell) => {
    const { known } = cell;
    if (known === null) return read(cell.text);
    const answer = known.answers[number];
    return answer === undefined ? first(known) : answer as T;
  };
}
