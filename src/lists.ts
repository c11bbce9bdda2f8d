import type { FieldWords } from './columns/fields.js';
import { createStage, type Stage } from './duplicates/stage.js';
import { createPlaces, type Here } from './duplicates/places.js';
import { personColumns } from './duplicates/person.js';
import { readAs, type CleanOptions, type Outside } from './options.js';
import { usageError } from './errors.js';
import type { Meter } from './meter.js';
import { didYouMean } from './nearest.js';
import { columnNamed, lends, matchColumns, planList, seeksLikely } from './plan.js';
import { keptHeader, type Plan } from './pool/plan.js';
import { examineAll, threadsFor, type Answer } from './pool/pool.js';
import { createScratch } from './pool/scratch.js';
import { createSpool, type Spool } from './pool/spool.js';
import { openList, type List } from './read/list.js';
import type { Suppressed } from './duplicates/suppressed.js';
import type { Field, Rules } from './types.js';
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
  /** People who must not be contacted. */
  readonly suppressed: Suppressed | null;
  readonly options: CleanOptions;
  readonly outside: Outside;
  readonly undo: (() => Promise<unknown>)[];
}

/** A list in the course of being read. */
export interface Reading {
  readonly here: Here;
  readonly answers: AsyncGenerator<Answer>;
  readonly columns: readonly (Field | null)[];
  /** The cells its rows may lend to duplicates; null when nobody asks. */
  readonly lent: Spool<Lent> | null;
  /** Rows that were seen. */
  readonly rows: number;
}
interface Lent { readonly lines: Uint32Array; readonly texts: string }

const NONE = new Uint32Array(0);

/** Opens all lists before the first is read: what is wrong with one of them is said before work begins. */
export async function openLists(paths: readonly string[], desk: Desk): Promise<OpenedList[]> {
  const { options, outside } = desk;
  const opened: OpenedList[] = [];
  for (const path of paths) {
    const started = outside.now();
    const list = await openList(path, readAs(desk.rules, { ...options, stdin: outside.stdin }));
    desk.undo.push(() => list.close());
    const { plan, warnings } = await planList(list, desk.rules, desk.words, { ...options, map: mapOf(list, options) }, desk.suppressed?.kinds);
    const files = outputPaths(path, options, desk.rules.segments.map(({ name }) => name));
    const told = paths === options.lists && opened.length === 0 ? desk.suppressed?.warnings ?? [] : [];
    opened.push({ path, paths: path === options.lists.at(-1) ? { ...files, matches: options.matches ?? null } : files, started, list, plan, warnings: [...told, ...warnings] });
  }
  return opened;
}

/** Of --map what is about this list: the columns of lists one already has are named otherwise. A list that is scanned must have them all. */
function mapOf({ path, header }: List, { map, lists }: CleanOptions): CleanOptions['map'] {
  if (lists.includes(path)) return map;
  return new Map([...map].filter(([, names]) => names.every((name) => columnNamed(header, name) >= 0)));
}

/** On standard output several lists are one table, under one header. */
function checkOneTable([first, ...others]: readonly OpenedList[], { stdout, format }: CleanOptions): void {
  if (first === undefined || stdout === undefined || format === 'jsonl') return;
  const columns = ({ plan }: OpenedList): string => JSON.stringify(keptHeader(plan));
  const other = others.find((list) => columns(list) !== columns(first));
  if (other !== undefined) throw usageError(`--stdout ${stdout} makes one table, but ${other.path} has other columns than ${first.path}: scan them one by one, or use --format jsonl`);
}

/** Files that must not be replaced are told before work begins, but for standard input: see `publish`. */
export async function checkOutputs(lists: readonly OpenedList[], options: CleanOptions): Promise<void> {
  checkOneTable(lists, options);
  if (!options.dryRun) for (const { path, paths } of lists) if (path !== '-') await checkReplaceable(paths, path, options);
}

/** The stage that tells duplicates, and the lists of people one already has (--against), which it is to see first. */
export async function startStage(lists: readonly OpenedList[], desk: Desk): Promise<{ readonly stage: Stage; readonly known: readonly OpenedList[] }> {
  const { rules, options } = desk;
  const known = await openLists(options.against, desk);
  checkNamed(options.matchOn, [...lists, ...known]);
  const sample = (name: string): string[] => lists.flatMap(({ list }) => {
    const place = columnNamed(list.header, name);
    return place < 0 ? [] : list.sample.map((row) => row.cells[place] ?? '');
  });
  const { likely_most_rows: mostRows, ...words } = rules.options['duplicate'] as unknown as DuplicateOptions;
  const scratch = createScratch();
  desk.undo.push(async () => { scratch.remove(); });
  const stage = createStage(createPlaces(), {
    store: scratch,
    keep: options.keep, suppressed: rules.codes['suppress/listed']?.verdict === 'off' ? null : desk.suppressed, lend: lends(rules, options), pairs: options.matches !== undefined,
    exact: rules.codes['duplicate/exact']?.verdict !== 'off',
    likely: seeksLikely(rules, options) ? {
      columns: personColumns(matchColumns(rules, options), sample), mostRows,
      words: { nicknames: words.nicknames, givenNames: words.given_names, familySpellings: words.family_spellings, companySuffixes: words.company_suffixes, streetWords: words.street_words, honorifics: words.honorifics, freeMail: words.free_mail },
    } : null,
  });
  return { stage, known };
}

/** Rules are for many lists; a column named on the command line must be in one of those of this run. */
function checkNamed(names: readonly string[], lists: readonly OpenedList[]): void {
  const header = lists.flatMap(({ list }) => list.header);
  const unknown = names.find((name) => columnNamed(header, name) < 0);
  if (unknown !== undefined) throw usageError(`--match-on ${unknown}: there is no such column${didYouMean(unknown, header)}`);
}

interface DuplicateOptions {
  readonly likely_most_rows: number;
  readonly nicknames: readonly string[];
  readonly given_names: readonly string[];
  readonly family_spellings: readonly string[];
  readonly company_suffixes: readonly string[];
  readonly street_words: readonly string[];
  readonly honorifics: readonly string[];
  readonly free_mail: readonly string[];
}

/** Begins to read a list: its rows come next in the numbering. */
export function begin({ path, list, plan }: OpenedList, stage: Stage, { options, outside }: Desk): Reading {
  return {
    here: stage.places.open(path), columns: plan.columns, lent: null, rows: 0,
    answers: examineAll(list.batches(), plan, options.jobs ?? threadsFor(list.info.bytes), outside.signal),
  };
}

/**
 * Reads the lists of people one already has, and all others as well unless their rows are settled as they pass; then the
 * stage decides.
 */
export async function seeLists(known: readonly OpenedList[], lists: readonly OpenedList[], stage: Stage, desk: Desk, meter: Meter): Promise<{ readonly knownSeen: readonly Reading[]; readonly seen: readonly Reading[] }> {
  const knownSeen: Reading[] = [];
  for (const one of known) knownSeen.push(await seeKnown(one, stage, desk, meter));
  const seen: Reading[] = [];
  if (!stage.streams) for (const one of lists) seen.push(await seeAll(one, stage, desk, meter));
  for (const share of stage.decide()) {
    meter.decided(share);
    await new Promise((next) => { setImmediate(next); }); // it may take long: a signal is heard in between
    desk.outside.signal.throwIfAborted();
  }
  return { knownSeen, seen };
}

/** Reads a whole list for the stage to see; what was examined waits in a spool and can then be read again. */
async function seeAll(one: OpenedList, stage: Stage, desk: Desk, meter: Meter): Promise<Reading> {
  const reading = begin(one, stage, desk);
  const limit = desk.options.limit ?? Infinity;
  const spool = await openSpool<Answer>(desk);
  const lent = one.plan.lend ? await openSpool<Lent>(desk) : null;
  let rows = 0;
  for await (const { thread, examined } of reading.answers) {
    stage.see(examined, reading.here, { known: false, most: limit - rows });
    await lent?.put({ lines: examined.lines.subarray(0, limit - rows), texts: examined.lent });
    rows += examined.rows;
    // What the stage has seen it need not see again.
    await spool.put({ thread, examined: { ...examined, keys: NONE, merits: NONE, people: [], suppressKeys: NONE, suppressEnds: NONE, lent: '' } });
    meter.read(one, rows);
    if (rows >= limit) break;
  }
  return { ...reading, lent, rows: Math.min(rows, limit), answers: spool.replay() };
}

/** Reads a list of people one already has. */
async function seeKnown(one: OpenedList, stage: Stage, desk: Desk, meter: Meter): Promise<Reading> {
  const reading = begin(one, stage, desk);
  const lent = desk.options.update ? await openSpool<Lent>(desk) : null;
  let rows = 0;
  for await (const { examined } of reading.answers) {
    stage.see(examined, reading.here, { known: true, most: Infinity });
    await lent?.put({ lines: examined.lines, texts: examined.lent });
    meter.read(one, rows += examined.rows);
  }
  return { ...reading, lent };
}

async function openSpool<T extends object>(desk: Desk): Promise<Spool<T>> {
  const spool = await createSpool<T>();
  desk.undo.push(() => spool.remove());
  return spool;
}
