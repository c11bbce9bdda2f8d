import type { Stage } from './duplicates/stage.js';
import type { Lending } from './lending.js';
import type { OpenedList } from './lists.js';
import type { CleanOptions } from './options.js';
import { disarm } from './values/formula.js';
import { putRow } from './write/changes.js';
import { openSide } from './write/outputs.js';
import type { Sink } from './write/sink.js';

/** What the files beside the lists are written from. */
export interface Told {
  readonly stage: Stage;
  readonly lending: Lending;
  readonly known: readonly OpenedList[];
}

/** Writes the files that belong to the list numbered `list`: what it knows of known people, and, with the last list, the matches of all. */
export async function writeSides(list: number, { paths }: OpenedList, told: Told, options: CleanOptions): Promise<Sink[]> {
  const sinks: Sink[] = [];
  for (const [number, path] of paths.updates.entries()) {
    const sink = await openSide(path, options);
    sinks.push(sink);
    putUpdates(sink, list, number, told);
    await sink.flush();
  }
  if (paths.matches !== null) {
    const sink = await openSide(paths.matches, options);
    sinks.push(sink);
    await putMatches(sink, told.stage);
  }
  return sinks;
}

/** One row for each known person: their id (their line where there is none) and, in the columns of their list, what it lacks. */
function putUpdates(sink: Sink, list: number, number: number, { stage, lending, known }: Told): void {
  const { header } = known[number]!.plan;
  const updates = lending.updates.filter((update) => update.list === list && update.known === number).sort((a, b) => a.target.row - b.target.row);
  const changed = new Set(updates.flatMap(({ fillings }) => fillings.map(({ column }) => column)));
  const columns = [...header.keys()].filter((column) => changed.has(column));
  const idColumn = known[number]!.plan.columns.indexOf('id');
  put(sink, [idColumn === -1 ? 'line' : header[idColumn]!, ...columns.map((column) => header[column]!)]);
  for (const { target, fillings } of updates) {
    const id = target.texts[target.columns.findIndex(({ field }) => field === 'id')] ?? '';
    const { line } = stage.places.placeOf(target.row);
    put(sink, [id !== '' ? id : idColumn === -1 ? line : `line ${line}`, ...columns.map((column) => fillings.find((filling) => filling.column === column)?.text ?? '')]);
    sink.rows++;
  }
}

/** What a spreadsheet would run is disarmed. */
function put(sink: Sink, cells: readonly (string | number)[]): void {
  putRow(sink.ink, cells.map((cell) => (typeof cell === 'string' ? disarm(cell) : cell)));
}

async function putMatches(sink: Sink, stage: Stage): Promise<void> {
  putRow(sink.ink, ['code', 'list', 'line', 'other_list', 'other_line', 'probability', 'agreed', 'disagreed']);
  for (const { code, a, b, probability, agreed, disagreed } of stage.pairs()) {
    const [one, other] = [stage.places.placeOf(a), stage.places.placeOf(b)];
    put(sink, [code, one.list, one.line, other.list, other.line, probability.toFixed(4), agreed.join(';'), disagreed.join(';')]);
    sink.rows++;
    await sink.flush();
  }
}
