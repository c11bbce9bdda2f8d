import { fillings, lentColumns, type Filling, type Held } from './duplicates/fill.js';
import { splitRows, splitTexts } from './duplicates/person.js';
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

/** A row that has duplicates, with its texts as they came. */
interface Waiting { readonly row: number; readonly text: string; readonly reading: Reading }

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
  for (const [head, rows] of await rowsByPerson([...known, ...seen], stage)) {
    const records = rows.map(recordOf);
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

const recordOf = ({ row, text, reading }: Waiting): Record => ({ row, reading, columns: lentColumns(reading.columns), texts: splitTexts(text) ?? [] });

async function rowsByPerson(readings: readonly Reading[], { persons }: Stage): Promise<Map<number, Waiting[]>> {
  const people = new Map<number, Waiting[]>();
  for (const reading of readings) {
    for await (const { lines, texts } of reading.lent?.replay() ?? []) {
      const rows = splitRows(texts);
      for (const [i, line] of lines.entries()) {
        const row = reading.here.number(line);
        if (!persons.isShared(row)) continue;
        const waiting: Waiting = { row, text: copied(rows[i] ?? ''), reading };
        const head = persons.head(row);
        const others = people.get(head);
        if (others === undefined) people.set(head, [waiting]);
        else others.push(waiting);
      }
    }
  }
  return people;
}

/** A part of a string keeps the whole of it in memory. */
const copied = (text: string): string => Buffer.from(text).toString();
