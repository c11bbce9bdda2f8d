import type { Examined } from '../pool/plan.js';
import type { Column } from './likely/kinds.js';
import { search, type Likely, type Match, type Search } from './likely/find.js';
import type { Words } from './likely/words.js';
import { createBars } from './bars.js';
import { createGroups } from './groups.js';
import { AGREED, KEY, kindOf, type KeyKind } from './hash.js';
import { createMemory } from './memory.js';
import type { Keep } from './merit.js';
import { splitRows, splitTexts } from './person.js';
import type { Here, Places } from './places.js';
import type { Suppressed } from './suppressed.js';

/** What the stage says of a row: it is no duplicate (`none`), or one of the row numbered `survivor`. */
export interface Ruling {
  kind: 'none' | 'exact' | 'likely' | 'known';
  survivor: number;
  /** The entry of a suppression list that names the person, -1: none. */
  listed: number;
  /** Another row that says that the same person opted out, -1: none, or the row says so itself. */
  optedOut: number;
  /** For people, '' when there is nothing to add. */
  hint: string;
}

/** Two rows of one person, `a` before `b`. */
export interface Pair extends Omit<Match, 'a' | 'b'> { readonly a: number; readonly b: number; readonly code: `duplicate/${'exact' | 'likely' | 'known'}` }

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
  /** The entry of a suppression list, as `list:line`. */
  nameListed(entry: number): string;
  /** The rows of one person, for those who lend each other cells; when all were seen. */
  readonly persons: Persons;
  /** Pairs that are one person, for --matches: those found so far, each once. Empty when nobody asks for them. */
  pairs(): readonly Pair[];
  /** What was too common to compare everybody who shares it. */
  skipped(): Likely['skipped'];
  /** There were too many rows to look for likely duplicates. */
  readonly tooMany: boolean;
}

export interface Persons {
  /** The row that stands for the person of `row`, by exact keys. */
  exact(row: number): number;
  /** The same, with likely duplicates that count as the same person. */
  head(row: number): number;
  /** Whether other rows are the same person. */
  isShared(row: number): boolean;
  /** A record that may lend cells or borrow them: it is not rejected for what it is, and nobody of the person's rows opted out. */
  isSound(row: number): boolean;
  isKnown(row: number): boolean;
  /** Whether `a` is the better record of the two. */
  prefers(a: number, b: number): boolean;
}

export interface StageOptions {
  readonly keep: Keep;
  readonly exact: boolean;
  /** Null: likely duplicates are not looked for. */
  readonly likely: { readonly columns: readonly Column[]; readonly words: Words; readonly mostRows: number } | null;
  readonly suppressed: Suppressed | null;
  /** Whether duplicates lend each other cells, so that all must be seen. */
  readonly lend: boolean;
  /** Whether the pairs are asked for. */
  readonly pairs: boolean;
}

/** People one already has outrank every row of a list. */
const KNOWN = 0xffffffff;

export function createStage(places: Places, options: StageOptions): Stage {
  const { suppressed } = options;
  const memory = createMemory();
  const groups = createGroups(options.keep === 'last' ? 'last' : 'first');
  const bars = createBars();
  const streams = options.keep === 'first' && options.likely === null && !options.lend;
  const ruling: Ruling = { kind: 'none', survivor: -1, listed: -1, optedOut: -1, hint: '' };
  const suspects = new Map<number, { readonly survivor: number; readonly hint: (here: Here) => string }>();
  const same = new Map<number, number>();
  const exactPairs: Pair[] = [];
  let shared = new Uint8Array(0);
  let people: Search | null = options.likely === null ? null : search(options.likely.columns, options.likely.words);
  let found: Likely | null = null;
  let lastKnown = 0;
  let taken = 0;
  let tooMany = false;

  function listedIn(examined: Examined, i: number): number {
    if (suppressed === null || examined.suppressEnds.length === 0) return -1;
    return suppressed.find(examined.suppressKeys, i === 0 ? 0 : examined.suppressEnds[i - 1]!, examined.suppressEnds[i]!);
  }
  const optedOutIn = (examined: Examined, i: number): boolean => examined.optedOut.length > 0 && examined.optedOut[i] === 1;

  function pair(a: number, b: number, kind: KeyKind): void {
    const last = exactPairs.at(-1);
    if (last !== undefined && last.a === a && last.b === b) return; // another key of theirs agrees too
    exactPairs.push({ a, b, code: a <= lastKnown ? 'duplicate/known' : 'duplicate/exact', probability: 1, agreed: AGREED[kind], disagreed: [] });
  }
  /** The kind of the first key by which `owner` is known. */
  function agreeing(keys: Uint32Array, from: number, to: number, owner: number): KeyKind {
    for (let at = from; at < to; at += KEY) if (memory.find(keys, at, at + KEY) === owner) return kindOf(keys[at + 2]!);
    return 0;
  }
  function say(kind: Ruling['kind'], survivor: number, hint = ''): Ruling {
    ruling.kind = kind;
    ruling.survivor = survivor;
    ruling.hint = hint;
    return ruling;
  }

  function see(examined: Examined, here: Here, { known, most }: { known: boolean; most: number }): void {
    const texts = people === null ? null : splitRows(examined.people);
    for (let i = 0; i < Math.min(examined.rows, most); i++) {
      const row = here.number(examined.lines[i]!);
      if (known) lastKnown = row;
      const from = i === 0 ? 0 : examined.keyEnds[i - 1]!;
      const to = examined.keyEnds[i]!;
      const listed = listedIn(examined, i);
      if (streams) {
        if (!known) continue;
        const owner = memory.claim(examined.keys, from, to, row);
        bars.add(owner === -1 ? row : owner, row, listed, optedOutIn(examined, i));
        continue;
      }
      bars.add(row, row, listed, optedOutIn(examined, i));
      groups.add(row, known ? KNOWN : listed === -1 ? examined.merits[i]! : 0);
      if (options.exact || known)
        memory.meet(examined.keys, from, to, row, (other, kind) => {
          groups.join(other, row);
          if (options.pairs) pair(other, row, kind);
        });
      const person = listed !== -1 || texts === null || people === null ? null : splitTexts(texts[i] ?? '');
      if (person === null || people === null) continue;
      if (++taken > (options.likely?.mostRows ?? 0)) people = null;
      else people.add(row, person);
    }
  }

  function decide(): void {
    if (streams) return;
    bars.gather(groups.survivor);
    found = people?.find() ?? null;
    tooMany = people === null && options.likely !== null;
    people = null;
    if (found !== null) {
      suspect(found);
      found = { matches: options.pairs ? found.matches : [], likely: [], same: [], skipped: found.skipped };
    }
    if (!options.lend) return;
    shared = new Uint8Array(places.end);
    for (let row = 0; row < shared.length; row++) {
      const head = persons.head(row);
      if (head !== row) shared[head] = shared[row] = 1;
    }
  }

  /** The survivors of the groups of exact duplicates among the rows, without those who opted out. */
  const survivorsOf = (rows: readonly number[]): number[] => [...new Set(rows.map((row) => groups.survivor(row)))].filter((row) => !bars.has(row));
  const best = (rows: readonly number[]): number => rows.reduce((a, b) => (groups.prefers(b, a) ? b : a));

  function suspect({ matches, likely, same: certain }: Likely): void {
    const likeliest = new Map<number, Match>();
    for (const match of matches)
      for (const row of [match.a, match.b]) if ((likeliest.get(row)?.probability ?? 0) < match.probability) likeliest.set(row, match);
    for (const group of likely) {
      const survivors = survivorsOf(group);
      if (survivors.length < 2) continue;
      const keeper = best(survivors);
      for (const row of survivors) {
        const match = likeliest.get(row);
        if (row === keeper || groups.merit(row) === KNOWN) continue;
        suspects.set(row, { survivor: keeper, hint: (here) => (match === undefined ? '' : wordsOf(match, row, here)) });
      }
    }
    if (!options.lend) return;
    for (const group of certain) {
      const survivors = survivorsOf(group);
      if (survivors.length > 1) for (const row of survivors) same.set(row, best(survivors));
    }
  }

  function rule(examined: Examined, i: number, here: Here): Ruling {
    const row = here.number(examined.lines[i]!);
    if (streams) return ruleAsItPasses(examined, i, row);
    const survivor = groups.survivor(row);
    bars.tell(survivor, ruling);
    if (optedOutIn(examined, i)) ruling.optedOut = -1;
    if (survivor !== row) return say(groups.merit(survivor) === KNOWN ? 'known' : 'exact', survivor);
    const suspect = suspects.get(row);
    return suspect === undefined ? say('none', -1) : say('likely', suspect.survivor, suspect.hint(here));
  }

  function ruleAsItPasses(examined: Examined, i: number, row: number): Ruling {
    const { keys, keyEnds } = examined;
    const from = i === 0 ? 0 : keyEnds[i - 1]!;
    const to = keyEnds[i]!;
    const listed = listedIn(examined, i);
    const optedOut = optedOutIn(examined, i);
    const isBarred = listed !== -1 || optedOut;
    let owner = -1;
    // A row that is rejected for what it is must not survive in place of a good one; who opted out must stay out.
    if (options.exact || lastKnown > 0) owner = examined.merits[i] === 0 && !isBarred ? memory.find(keys, from, to) : memory.claim(keys, from, to, row);
    const kind = owner === -1 ? 'none' : owner <= lastKnown ? 'known' : options.exact ? 'exact' : 'none';
    const head = kind === 'none' ? row : owner;
    bars.add(head, row, listed, optedOut);
    bars.tell(head, ruling);
    if (optedOut) ruling.optedOut = -1;
    if (kind !== 'none' && options.pairs) pair(owner, row, agreeing(keys, from, to, owner));
    return say(kind, kind === 'none' ? -1 : owner);
  }

  /** What the model says of a pair is told rather than which key it shares. */
  function allPairs(): Pair[] {
    const all = new Map(exactPairs.map((one) => [`${one.a} ${one.b}`, one]));
    for (const match of found?.matches ?? []) {
      const key = `${match.a} ${match.b}`;
      const survivor = groups.survivor(match.a);
      const code = survivor !== groups.survivor(match.b) ? 'duplicate/likely' : groups.merit(survivor) === KNOWN ? 'duplicate/known' : 'duplicate/exact';
      all.set(key, { ...match, code, probability: code === 'duplicate/likely' ? match.probability : 1 });
    }
    return [...all.values()].sort((x, y) => x.a - y.a || x.b - y.b);
  }

  const persons: Persons = {
    exact: groups.survivor,
    head(row) {
      const survivor = groups.survivor(row);
      return same.get(survivor) ?? survivor;
    },
    isShared: (row) => shared[row] === 1,
    isSound: (row) => groups.merit(row) > 0 && !bars.has(groups.survivor(row)),
    isKnown: (row) => groups.merit(row) === KNOWN,
    prefers: groups.prefers,
  };
  return {
    places, streams, see, decide, rule, persons,
    nameListed: (entry) => suppressed?.name(entry) ?? '',
    pairs: () => (options.pairs ? allPairs() : []),
    skipped: () => found?.skipped ?? [],
    get tooMany() { return tooMany; },
  };
}

function wordsOf(match: Match, row: number, here: Here): string {
  const other = match.a === row ? match.b : match.a;
  const against = match.disagreed.length === 0 ? '' : `, differ: ${match.disagreed.join(', ')}`;
  return `${Math.round(match.probability * 100)} % the person of line ${here.name(other)} (agree: ${match.agreed.join(', ')}${against})`;
}
