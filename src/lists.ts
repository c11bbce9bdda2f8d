import type { FieldWords } from './columns/fields.js';
import { createStage, type Stage } from './duplicates/stage.js';
import { createPlaces, type Here } from './duplicates/places.js';
import { personColumns } from './duplicates/person.js';
import type { CleanOptions, Outside } from './options.js';
import { columnNamed, planList, seeksLikely } from './plan.js';
import type { Plan } from './pool/plan.js';
import { examineAll, threadsFor, type Answer } from './pool/pool.js';
import { createSpool } from './pool/spool.js';
import { openList, type List } from './read/list.js';
import type { Rules } from './types.js';
import { outputPaths, type OutputPaths } from './write/outputs.js';
import { checkReplaceable } from './write/replace.js';

/** A list that is opened and whose columns have names. */
export interface OpenedList {
  readonly path: string;
  readonly paths: OutputPaths;
  readonly started: Date;
  readonly list: List;
  readonly plan: Plan;
  readonly warnings: readonly string[];
}

/** What opening and reading lists needs to know. `undo`: what must be done when the run ends, however it ends. */
export interface Desk {
  readonly rules: Rules;
  readonly words: FieldWords;
  readonly options: CleanOptions;
  readonly outside: Outside;
  readonly undo: (() => Promise<unknown>)[];
}

/** A list in the course of being read. */
export interface Reading {
  readonly here: Here;
  readonly answers: AsyncGenerator<Answer>;
}

/** Opens all lists before the first is read: what is wrong with one of them is said before work begins. */
export async function openLists(paths: readonly string[], desk: Desk): Promise<OpenedList[]> {
  const { options, outside } = desk;
  const opened: OpenedList[] = [];
  for (const path of paths) {
    const started = outside.now();
    const list = await openList(path, { ...options, stdin: outside.stdin });
    desk.undo.push(() => list.close());
    const { plan, warnings } = await planList(list, desk.rules, desk.words, options);
    opened.push({ path, paths: outputPaths(path, options, desk.rules.segments.map(({ name }) => name)), started, list, plan, warnings });
  }
  return opened;
}

/** Files that must not be replaced are told before work begins, but for standard input: see `publish`. */
export async function checkOutputs(lists: readonly OpenedList[], options: CleanOptions): Promise<void> {
  if (!options.dryRun) for (const { path, paths } of lists) if (path !== '-') await checkReplaceable(paths, path, options);
}

/** The stage that tells duplicates, with the people one already has (--against) in its memory. */
export async function startStage(lists: readonly OpenedList[], desk: Desk): Promise<Stage> {
  const { rules, options } = desk;
  const sample = (name: string): string[] => lists.flatMap(({ list }) => {
    const place = columnNamed(list.header, name);
    return place < 0 ? [] : list.sample.map((row) => row.cells[place] ?? '');
  });
  const { likely_most_rows: mostRows, ...words } = rules.options['duplicate'] as unknown as DuplicateOptions;
  const stage = createStage(createPlaces(), {
    keep: options.keep,
    exact: rules.codes['duplicate/exact']?.verdict !== 'off',
    likely: seeksLikely(rules, options) ? {
      columns: personColumns(options.matchOn, sample), mostRows,
      words: { nicknames: words.nicknames, givenNames: words.given_names, companySuffixes: words.company_suffixes, streetWords: words.street_words, honorifics: words.honorifics },
    } : null,
  });
  for (const one of await openLists(options.against, desk)) {
    const { here, answers } = begin(one, stage, desk);
    for await (const { examined } of answers) stage.see(examined, here, { known: true, most: Infinity });
  }
  return stage;
}

interface DuplicateOptions {
  readonly likely_most_rows: number;
  readonly nicknames: readonly string[];
  readonly given_names: readonly string[];
  readonly company_suffixes: readonly string[];
  readonly street_words: readonly string[];
  readonly honorifics: readonly string[];
}

/** Begins to read a list: its rows come next in the numbering. */
export function begin({ path, list, plan }: OpenedList, stage: Stage, { options, outside }: Desk): Reading {
  return {
    here: stage.places.open(path),
    answers: examineAll(list.batches(), plan, options.jobs ?? threadsFor(list.info.bytes), outside.signal),
  };
}

/** Reads a whole list for the stage to see; what was examined waits in a spool and can then be read again. */
export async function seeAll(one: OpenedList, stage: Stage, desk: Desk): Promise<Reading> {
  const { here, answers } = begin(one, stage, desk);
  const limit = desk.options.limit ?? Infinity;
  const spool = await createSpool();
  desk.undo.push(() => spool.remove());
  let rows = 0;
  for await (const answer of answers) {
    stage.see(answer.examined, here, { known: false, most: limit - rows });
    rows += answer.examined.rows;
    await spool.put(answer);
    desk.outside.progress({ list: one.path, rows, bytes: one.list.position(), total: one.list.info.bytes });
    if (rows >= limit) break;
  }
  return { here, answers: spool.replay() };
}
