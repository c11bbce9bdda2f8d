import type { Examined } from '../pool/plan.js';
import type { Column } from './likely/kinds.js';
import { search, type Likely, type Match, type Search } from './likely/find.js';
import type { Words } from './likely/words.js';
import { createGroups } from './groups.js';
import { createMemory } from './memory.js';
import type { Keep } from './merit.js';
import { splitPeople } from './person.js';
import type { Here, Places } from './places.js';

/** What the stage says of a row: it is no duplicate (`none`), or one of the row numbered `survivor`. */
export interface Ruling {
  kind: 'none' | 'exact' | 'likely' | 'known';
  survivor: number;
  /** For people, '' when there is nothing to add. */
  hint: string;
}

export interface Stage {
  readonly places: Places;
  /** Rows can be ruled on as they pass; else all must be seen before the first is. */
  readonly streams: boolean;
  /** Looks at the first `most` rows of a batch, in the order of the list. `known`: of a list of people one already has. */
  see(examined: Examined, here: Here, of: { readonly known: boolean; readonly most: number }): void;
  /** Called once, when all rows were seen. */
  decide(): void;
  /** The ruling on row `i` of a batch; the object is used again. */
  rule(examined: Examined, i: number, here: Here): Ruling;
  /** Pairs that are probably one person, for --matches; empty before `decide`. */
  matches(): readonly Match[];
  /** What was too common to compare everybody who shares it. */
  skipped(): Likely['skipped'];
}

export interface StageOptions {
  readonly keep: Keep;
  readonly exact: boolean;
  /** Null: likely duplicates are not looked for. */
  readonly likely: { readonly columns: readonly Column[]; readonly words: Words; readonly mostRows: number } | null;
}

/** People one already has outrank every row of a list. */
const KNOWN = 0xffffffff;

export function createStage(places: Places, options: StageOptions): Stage {
  const memory = createMemory();
  const groups = createGroups(options.keep === 'last' ? 'last' : 'first');
  const streams = options.keep === 'first' && options.likely === null;
  const ruling: Ruling = { kind: 'none', survivor: -1, hint: '' };
  const suspects = new Map<number, { readonly survivor: number; readonly hint: (here: Here) => string }>();
  let people: Search | null = options.likely === null ? null : search(options.likely.columns, options.likely.words);
  let found: Likely | null = null;
  let lastKnown = 0;
  let taken = 0;

  function keysOf(examined: Examined, i: number): [number, number] {
    return [i === 0 ? 0 : examined.keyEnds[i - 1] as number, examined.keyEnds[i] as number];
  }
  function say(kind: Ruling['kind'], survivor: number, hint = ''): Ruling {
    ruling.kind = kind;
    ruling.survivor = survivor;
    ruling.hint = hint;
    return ruling;
  }

  function see(examined: Examined, here: Here, { known, most }: { known: boolean; most: number }): void {
    const texts = people === null ? null : splitPeople(examined.people);
    for (let i = 0; i < Math.min(examined.rows, most); i++) {
      const row = here.number(examined.lines[i] as number);
      if (known) lastKnown = row;
      const [from, to] = keysOf(examined, i);
      if (streams) {
        if (known) memory.claim(examined.keys, from, to, row);
        continue;
      }
      groups.add(row, known ? KNOWN : examined.merits[i] as number);
      if (options.exact || known) memory.meet(examined.keys, from, to, row, (other) => groups.join(other, row));
      const person = texts?.[i];
      if (person === null || person === undefined || people === null) continue;
      people.add(row, person);
      if (++taken > (options.likely?.mostRows ?? 0)) people = null; // too many to compare: said as a warning
    }
  }

  function decide(): void {
    found = people?.find() ?? null;
    people = null;
    if (found === null) return;
    const best = new Map<number, Match>();
    for (const match of found.matches)
      for (const row of [match.a, match.b]) if ((best.get(row)?.probability ?? 0) < match.probability) best.set(row, match);
    for (const group of found.likely) {
      const survivors = [...new Set(group.map((row) => groups.survivor(row)))];
      const keeper = survivors.reduce((a, b) => (groups.prefers(b, a) ? b : a));
      for (const row of survivors) {
        const match = best.get(row);
        if (row === keeper || groups.merit(row) === KNOWN) continue;
        suspects.set(row, { survivor: keeper, hint: (here) => (match === undefined ? '' : wordsOf(match, row, here)) });
      }
    }
  }

  function rule(examined: Examined, i: number, here: Here): Ruling {
    const row = here.number(examined.lines[i] as number);
    if (streams) {
      const [from, to] = keysOf(examined, i);
      const owner = options.exact || lastKnown > 0 ? memory.claim(examined.keys, from, to, row) : -1;
      if (owner === -1) return say('none', -1);
      return owner <= lastKnown ? say('known', owner) : options.exact ? say('exact', owner) : say('none', -1);
    }
    const survivor = groups.survivor(row);
    if (survivor !== row) return say(groups.merit(survivor) === KNOWN ? 'known' : 'exact', survivor);
    const suspect = suspects.get(row);
    return suspect === undefined ? say('none', -1) : say('likely', suspect.survivor, suspect.hint(here));
  }
  return { places, streams, see, decide, rule, matches: () => found?.matches ?? [], skipped: () => found?.skipped ?? [] };
}

function wordsOf(match: Match, row: number, here: Here): string {
  const other = match.a === row ? match.b : match.a;
  const against = match.disagreed.length === 0 ? '' : `, differ: ${match.disagreed.join(', ')}`;
  return `${Math.round(match.probability * 100)} % the person of line ${here.name(other)} (agree: ${match.agreed.join(', ')}${against})`;
}
