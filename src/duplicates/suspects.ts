import type { Bars } from './bars.js';
import type { Groups } from './groups.js';
import type { Likely, Match } from './likely/find.js';
import type { Here } from './places.js';

/** A row that is probably one person with the row `survivor`. */
export interface Suspect { readonly survivor: number; readonly hint: (here: Here) => string }

export interface Suspects {
  /** By row; never a row that is an exact duplicate, and none of a list of people one already has. */
  readonly suspects: ReadonlyMap<number, Suspect>;
  /** The row that stands for each row that counts as the same person as others, those survivors left out that stand for themselves. */
  readonly same: ReadonlyMap<number, number>;
}

/**
 * What becomes of likely duplicates, once exact ones are known: of each group the best record survives. Who is likely to
 * be somebody that must not be contacted is told so, the best record too: that is a guess, so nobody is rejected for it.
 */
export function suspectsOf(found: Likely, groups: Groups, bars: Bars, isKnown: (row: number) => boolean): Suspects {
  const suspects = new Map<number, Suspect>();
  const same = new Map<number, number>();
  const best = (rows: readonly number[]): number => rows.reduce((a, b) => (groups.prefers(b, a) ? b : a));

  for (const group of found.likely) {
    const heads = [...new Set(group.map((row) => groups.survivor(row)))];
    if (heads.length < 2) continue;
    const barred = group.filter((row) => bars.has(groups.survivor(row)));
    const free = heads.filter((row) => !bars.has(row));
    const keeper = free.length === 0 ? -1 : best(free);
    for (const row of free) {
      if (isKnown(row) || (barred.length === 0 && row === keeper)) continue;
      const match = likeliest(found, row, barred.length > 0 ? barred.slice(0, LOOKED_AT) : firstOf(group, (other) => groups.survivor(other) !== row));
      const other = match.a === row ? match.b : match.a;
      suspects.set(row, { survivor: barred.length > 0 ? groups.survivor(other) : keeper, hint: (here) => wordsOf(match, other, barred.length > 0, here) });
    }
  }
  for (const group of found.same) {
    const heads = [...new Set(group.map((row) => groups.survivor(row)))].filter((row) => !bars.has(row));
    if (heads.length < 2) continue;
    const keeper = best(heads);
    for (const row of heads) same.set(row, keeper);
  }
  return { suspects, same };
}

/** Others of a large group that are looked at. */
const LOOKED_AT = 30;

function firstOf(rows: readonly number[], wanted: (row: number) => boolean): number[] {
  const first: number[] = [];
  for (let at = 0; at < rows.length && first.length < LOOKED_AT; at++) if (wanted(rows[at]!)) first.push(rows[at]!);
  return first;
}

/** The pair of the row with the one of the others that it resembles most. */
function likeliest(found: Likely, row: number, others: readonly number[]): Match {
  const chances = others.map((other) => found.probability(row, other));
  return found.tell(row, others[chances.indexOf(Math.max(...chances))]!);
}

function wordsOf({ probability, agreed, disagreed }: Match, other: number, isBarred: boolean, here: Here): string {
  const against = disagreed.length === 0 ? '' : `, differ: ${disagreed.join(', ')}`;
  return `${Math.round(probability * 100)} % the person of line ${here.name(other)}${isBarred ? ', who must not be contacted' : ''} (agree: ${agreed.join(', ')}${against})`;
}
