import type { Stage } from './duplicates/stage.js';
import { createEffort } from './effort.js';
import type { OpenedList } from './lists.js';
import type { CleanOptions, Outside } from './options.js';
import { threadsFor } from './pool/pool.js';

/** Tells whoever waits how far the run is. */
export interface Meter {
  /** So many rows of a list have been read and checked. */
  read(one: OpenedList, rows: number): void;
  /** So much of what is decided when all rows were seen is done, 0 to 1. */
  decided(share: number): void;
  /** So many of the rows of a list that was seen have been settled. */
  settled(one: OpenedList, rows: number, of: number): void;
}

/** `known`: lists of people one already has, which are read first. */
export function createMeter(known: readonly OpenedList[], lists: readonly OpenedList[], { streams }: Stage, { jobs }: CleanOptions, { progress }: Outside): Meter {
  const all = [...known, ...lists];
  const effort = createEffort(all.map(({ list }) => list.info.bytes), {
    known: known.length, seesAll: !streams, likely: lists.some(({ plan }) => plan.matchOn !== null), threads: lists.some(({ list }) => (jobs ?? threadsFor(list.info.bytes)) > 1),
  });
  let shown = { list: '', rows: 0 };
  return {
    read(one, rows) {
      shown = { list: one.path, rows };
      progress({ ...shown, ...effort.reading(all.indexOf(one), one.list.position()) });
    },
    decided: (share) => { progress({ ...shown, ...effort.deciding(share) }); },
    settled: (one, rows, of) => { progress({ list: one.path, rows, ...effort.settling(all.indexOf(one), rows, of) }); },
  };
}
