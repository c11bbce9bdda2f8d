import { fillings, lentColumns, type Filling, type Held } from './duplicates/fill.js';
import { splitPeople } from './duplicates/person.js';
import type { Stage } from './duplicates/stage.js';
import type { Reading } from './lists.js';
import { merges } from './plan.js';
import type { CleanOptions } from './options.js';
import type { Rules } from './types.js';

/** What rows of the list numbered `list` know of somebody in a list of people one already has (`known`, its number). */
export interface Update { readonly list: number; readonly known: number; readonly target: Held; readonly fillings: readonly Filling[] }

export interface Lending {
  /** Empty cells of survivors and what they are filled with, by row. */
  readonly fillings: ReadonlyMap<number, readonly Filling[]>;
  readonly updates: readonly Update[];
}

/** A record and the list it is from. */
interface Record extends Held { readonly reading: Reading }

/**
 * Lets duplicates lend each other cells, once all rows were seen. Only the cells of rows that have duplicates are held
 * in memory: it grows with them and not with the list.
 */
export async function lend(known: readonly Reading[], seen: readonly Reading[], stage: Stage, rules: Rules, options: CleanOptions): Promise<Lending> {
  const { persons } = stage;
  const filled = new Map<number, readonly Filling[]>();
  const updates: Update[] = [];
  const isMerging = merges(rules, options);
  for (const [head, records] of await recordsByPerson([...known, ...seen], stage)) {
    const target = records.find(({ row }) => row === head);
    if (target === undefined) continue;
    const sources = records.filter(({ row }) => row !== head && !persons.isKnown(row) && persons.isSound(row))
      .sort((a, b) => (persons.prefers(a.row, b.row) ? -1 : 1));
    if (!persons.isKnown(head)) {
      const own = isMerging && persons.isSound(head) ? fillings(target, sources) : [];
      if (own.length > 0) filled.set(head, own);
    } else if (options.update) {
      for (const [list, reading] of seen.entries()) {
        // That somebody is likely one of them is not enough to write into the CRM.
        const own = fillings(target, sources.filter((source) => source.reading === reading && persons.exact(source.row) === head));
        if (own.length > 0) updates.push({ list, known: known.indexOf(target.reading), target, fillings: own });
      }
    }
  }
  return { fillings: filled, updates };
}

async function recordsByPerson(readings: readonly Reading[], { persons }: Stage): Promise<Map<number, Record[]>> {
  const people = new Map<number, Record[]>();
  for (const reading of readings) {
    const columns = lentColumns(reading.columns);
    for await (const { lines, texts } of reading.lent?.replay() ?? []) {
      for (const [i, held] of splitPeople(texts).entries()) {
        const row = i < lines.length ? reading.here.number(lines[i]!) : -1;
        if (row === -1 || held === null || !persons.isShared(row)) continue;
        const head = persons.head(row);
        const records = people.get(head);
        const record = { row, columns, texts: held, reading };
        if (records === undefined) people.set(head, [record]);
        else records.push(record);
      }
    }
  }
  return people;
}
