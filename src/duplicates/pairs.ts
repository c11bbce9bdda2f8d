import { AGREED, type KeyKind } from './hash.js';
import type { Likely, Match } from './likely/find.js';

/** Two rows of one person, `a` before `b`. */
export interface Pair extends Match { readonly code: `duplicate/${'exact' | 'likely' | 'known'}` }

/** Pairs of larger groups are not all told: each row with the first. */
const ALL_PAIRS = 30;

/** Calls `each` with the pairs of a group, ascending. */
export function eachPair(group: readonly number[], each: (a: number, b: number) => void): void {
  const most = group.length > ALL_PAIRS ? 1 : group.length;
  for (let i = 0; i < most; i++) for (let j = i + 1; j < group.length; j++) each(group[i]!, group[j]!);
}

/** The pairs for --matches, each once. */
export interface Pairs {
  /** Row `b` has a key of the row `a` before it; `kind`: what the key is made of, `place`: which of the keys of `b` it is. The first is told. */
  exact(a: number, b: number, kind: KeyKind, place: number): void;
  /** Every two rows of the groups of likely duplicates. What the model says of a pair is told rather than which key it shares. */
  likely(found: Likely): void;
  all(): readonly Pair[];
}

interface Key { readonly a: number; readonly kind: KeyKind; readonly place: number }

/** `isKnown`: whether the row is of a list of people one already has; those come before all others. */
export function createPairs(isKnown: (row: number) => boolean): Pairs {
  /** Towards the first row of the person, by exact keys. */
  const before = new Map<number, number>();
  const keys = new Map<number, Key>();
  const told = new Map<number, Map<number, Match>>();

  function firstOf(row: number): number {
    let first = row;
    for (let next = before.get(first); next !== undefined; next = before.get(first)) first = next;
    return first;
  }
  function put(match: Match): void {
    const known = told.get(match.a);
    if (known === undefined) told.set(match.a, new Map([[match.b, match]]));
    else known.set(match.b, match);
  }
  /** What two rows share: the key of the one that the other had first, or one both have of a third. */
  function agreed(a: number, b: number): readonly string[] {
    const [one, other] = [keys.get(a), keys.get(b)];
    const shares = other !== undefined && (other.a === a || (other.a === one?.a && other.kind === one.kind));
    return shares ? AGREED[other.kind] : [];
  }
  function coded(match: Match): Pair {
    const first = firstOf(match.a);
    const isExact = first === firstOf(match.b);
    return { ...match, code: !isExact ? 'duplicate/likely' : isKnown(first) ? 'duplicate/known' : 'duplicate/exact', probability: isExact ? 1 : match.probability };
  }
  return {
    exact(a, b, kind, place) {
      const known = keys.get(b);
      if (known === undefined || place < known.place) keys.set(b, { a, kind, place });
      const [one, other] = [firstOf(a), firstOf(b)];
      if (one !== other) before.set(Math.max(one, other), Math.min(one, other));
    },
    likely(found) {
      for (const group of found.likely) eachPair(group, (a, b) => { put(found.tell(a, b)); });
    },
    all() {
      const groups = new Map<number, number[]>();
      for (const row of before.keys()) {
        const first = firstOf(row);
        const group = groups.get(first);
        if (group === undefined) groups.set(first, [first, row]);
        else group.push(row);
      }
      for (const group of groups.values())
        eachPair(group.sort((a, b) => a - b), (a, b) => {
          if (told.get(a)?.has(b) !== true) put({ a, b, probability: 1, agreed: agreed(a, b), disagreed: [] });
        });
      return [...told.values()].flatMap((matches) => [...matches.values()]).map(coded).sort((x, y) => x.a - y.a || x.b - y.b);
    },
  };
}
