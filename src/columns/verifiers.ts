import { plain } from '../values/plain.js';
import type { ValueWords } from './fields.js';

const ENOUGH = 3, LONGEST = 30;
/** So many cells of a column may say something else. */
const OTHERS = 0.2;

/** Whether a column is the result of a verifier of addresses and says of some that no mail reaches them. Of other columns it looks at few cells. */
export function tellsDead(sample: readonly (readonly string[])[], column: number, { undeliverable, verified }: ValueWords): boolean {
  let dead = 0, known = 0, others = 0;
  for (const row of sample) {
    const text = row[column] ?? '';
    if (text === '') continue;
    const said = text.length > LONGEST ? '' : plain(text).replace(/[^a-z]+/g, ' ').trim();
    if (undeliverable.has(said)) dead++;
    else if (verified.has(said)) known++;
    else if (++others >= ENOUGH && others > OTHERS * (dead + known + others)) return false;
  }
  return dead > 0 && dead + known >= ENOUGH && others <= OTHERS * (dead + known + others);
}
