import { plain } from '../values/plain.js';
import type { ValueWords } from './fields.js';

const ENOUGH = 3, LONGEST = 30;
/** So many cells of a column may say something else. */
const OTHERS = 0.2;

/** What the cells of a column say, in numbers; null as soon as it is plain that they are no verdicts on addresses. Of other columns few cells are looked at. */
function verdictsIn(sample: readonly (readonly string[])[], column: number, { undeliverable, verified }: ValueWords): { readonly dead: number; readonly alive: number } | null {
  let dead = 0, alive = 0, others = 0;
  for (const row of sample) {
    const text = row[column] ?? '';
    if (text === '') continue;
    const said = text.length > LONGEST ? '' : plain(text).replace(/[^a-z]+/g, ' ').trim();
    if (undeliverable.has(said)) dead++;
    else if (verified.has(said)) alive++;
    else if (++others >= ENOUGH && others > OTHERS * (dead + alive + others)) return null;
  }
  return dead + alive >= ENOUGH && others <= OTHERS * (dead + alive + others) ? { dead, alive } : null;
}

/** Whether a column is the result of a verifier of addresses and says of some that no mail reaches them. */
export const tellsDead = (sample: readonly (readonly string[])[], column: number, words: ValueWords): boolean => (verdictsIn(sample, column, words)?.dead ?? 0) > 0;

/** Whether `State: Deliverable` is no state of a country. OK is one: Oklahoma. */
export const tellsVerdicts = (sample: readonly (readonly string[])[], column: number, words: ValueWords): boolean =>
  verdictsIn(sample, column, words) !== null && sample.some((row) => (row[column] ?? '').trim().length > 2);
