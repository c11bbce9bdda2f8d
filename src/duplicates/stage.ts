import type { Examined } from '../pool/plan.js';
import type { Column } from './likely/kinds.js';
import { search, type Likely, type Search } from './likely/find.js';
import type { Words } from './likely/words.js';
import { createApart } from './apart.js';
import { createBars } from './bars.js';
import { createGroups } from './groups.js';
import { KEY, kindOf, type KeyKind } from './hash.js';
import { createLedger, type Store } from './ledger.js';
import { createMemory } from './memory.js';
import type { Keep } from './merit.js';
import type { Here, Places } from './places.js';
import { createPairs, type Pair } from './pairs.js';
import type { Suppressed } from './suppressed.js';
import { suspectsOf, type Suspects } from './suspects.js';

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

/** Tells duplicates, over all lists of a run: it sees batches in the order of the lists, and rules on rows when it may. */
export interface Stage {
  readonly places: Places;
  /** Rows can be ruled on as they pass; else all must be seen before the first is. */
  readonly streams: boolean;
  /** Looks at the first `most` rows of a batch, in the order of the list. `known`: of a list of people one already has. */
  see(examined: Examined, here: Here, of: { readonly known: boolean; readonly most: number }): void;
  /** Called once, when all rows were seen, and run to its end. Yields now and then, with the share that is done. */
  decide(): Generator<number, void>;
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
  tooMany(): boolean;
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

/** What is asked of the stage. `exact`: exact duplicates are looked for. */
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
  /** Where keys wait until all rows were seen. */
  readonly store: Store;
}

/** The kind of key that is one person's whatever else is said. */
const BY_MAILBOX: KeyKind = 0;
/** People one already has outrank every row of a list. */
const KNOWN = 0xffffffff;

export function createStage(places: Places, options: StageOptions): Stage {
  const { suppressed } = options;
  const memory = createMemory();
  const ledger = createLedger(options.store);
  const groups = createGroups(options.keep === 'last' ? 'last' : 'first');
  const bars = createBars();
  const streams = options.keep === 'first' && options.likely === null && !options.lend;
  const ruling: Ruling = { kind: 'none', survivor: -1, listed: -1, optedOut: -1, hint: '' };
  const pairs = options.pairs ? createPairs((row) => row <= lastKnown) : null;
  let suspected: Suspects = { suspects: new Map(), same: new Map() };
  let skipped: Likely['skipped'] = [];
  let shared = new Uint8Array(0);
  let people: Search | null = options.likely === null ? null : search(options.likely.columns, options.likely.words);
  const apart = options.likely === null ? null : createApart(options.likely.columns, options.likely.words);
  let lastKnown = 0;
  let taken = 0;
  let tooMany = false;

  function listedIn(examined: Examined, i: number): number {
    if (suppressed === null || examined.suppressEnds.length === 0) return -1;
    return suppressed.find(examined.suppressKeys, i === 0 ? 0 : examined.suppressEnds[i - 1]!, examined.suppressEnds[i]!);
  }
  const optedOutIn = (examined: Examined, i: number): boolean => examined.optedOut.length > 0 && examined.optedOut[i] === 1;

  /** Tells the pair that a row is with its owner, by the first key that says so. */
  function pair(keys: Uint32Array, from: number, to: number, owner: number, row: number): void {
    for (let at = from; at < to; at += KEY) if (memory.find(keys, at, at + KEY) === owner) { pairs?.exact(owner, row, kindOf(keys[at + 2]!), 0); return; }
  }
  function say(kind: Ruling['kind'], survivor: number, hint = ''): Ruling {
    ruling.kind = kind;
    ruling.survivor = survivor;
    ruling.hint = hint;
    return ruling;
  }

  function see(examined: Examined, here: Here, { known, most }: { known: boolean; most: number }): void {
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
      if (options.exact || known) ledger.add(examined.keys, from, to, row);
      const person = examined.people[i] ?? null;
      if (person === null || people === null) continue;
      if (++taken > (options.likely?.mostRows ?? 0)) people = null;
      else people.add(row, person);
      apart?.add(row, person);
    }
  }

  function* decide(): Generator<number, void> {
    if (streams) return;
    const met = ledger.compare((first, row, kind, place) => {
      if (kind !== BY_MAILBOX && apart?.differ(first, row) === true) return;
      groups.join(first, row);
      pairs?.exact(first, row, kind, place);
    });
    while (met.next().done !== true) yield 0;
    bars.gather(groups.survivor);
    const found = people === null ? null : yield* people.find();
    tooMany = people === null && options.likely !== null;
    people = null;
    if (found !== null) {
      suspected = suspectsOf(found, groups, bars, persons.isKnown);
      skipped = found.skipped;
      pairs?.likely(found);
    }
    if (!options.lend) return;
    shared = new Uint8Array(places.end());
    for (let row = 0; row < shared.length; row++) {
      const head = persons.head(row);
      if (head !== row) shared[head] = shared[row] = 1;
    }
  }

  function rule(examined: Examined, i: number, here: Here): Ruling {
    const row = here.number(examined.lines[i]!);
    if (streams) return ruleAsItPasses(examined, i, row);
    const survivor = groups.survivor(row);
    bars.tell(survivor, ruling);
    if (optedOutIn(examined, i)) ruling.optedOut = -1;
    if (survivor !== row) return say(groups.merit(survivor) === KNOWN ? 'known' : 'exact', survivor);
    const suspect = suspected.suspects.get(row);
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
    if (kind !== 'none' && pairs !== null) pair(keys, from, to, owner, row);
    return say(kind, kind === 'none' ? -1 : owner);
  }

  const persons: Persons = {
    exact: groups.survivor,
    head(row) {
      const survivor = groups.survivor(row);
      return suspected.same.get(survivor) ?? survivor;
    },
    isShared: (row) => shared[row] === 1,
    isSound: (row) => groups.merit(row) > 0 && !bars.has(groups.survivor(row)),
    isKnown: (row) => groups.merit(row) === KNOWN,
    prefers: groups.prefers,
  };
  return {
    places, streams, see, decide, rule, persons,
    nameListed: (entry) => suppressed?.name(entry) ?? '',
    pairs: () => pairs?.all() ?? [],
    skipped: () => skipped,
    tooMany: () => tooMany,
  };
}
