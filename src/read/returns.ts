import { CR, type Dialect, LF, bytesOf } from './dialect.js';
import { lastBreak } from './lines.js';
import { shapes } from './shape.js';

/** Carriage returns looked at, and bytes behind each. */
const MOST = 1000;
const NEAR = 64 << 10;

/**
 * Whether carriage returns alone end records of a list whose other lines end in line feeds, as where files of two systems
 * were put together: on both sides of most of them stands a record as wide as the list's.
 */
export function returnsEndRecords(sample: Buffer, dialect: Dialect): boolean {
  const { width, usual } = dialect;
  if (dialect.cr || dialect.wrapped || width < 2 || !sample.includes(CR)) return false;
  const shape = shapes(sample, bytesOf({ ...dialect, cr: true }));
  /** Where the record ends that starts at `from`, -1 if it is none of this list. */
  const endOf = (from: number): number => {
    const { sound, cells, end } = shape.record(from, Math.min(sample.length, from + NEAR), true);
    return sound && (cells === width || cells === usual) ? end : -1;
  };
  let ends = 0;
  let others = 0;
  for (let at = sample.indexOf(CR); at !== -1 && ends + others < MOST; at = sample.indexOf(CR, at + 1)) {
    if (sample[at + 1] === LF || at + 1 === sample.length) continue;
    if (endOf(Math.max(0, lastBreak(sample, 0, at, true))) === at && endOf(at + 1) !== -1) ends++;
    else others++;
  }
  return ends > others;
}
