import { usageError } from '../errors.js';
import { didYouMean } from '../nearest.js';
import type { Field } from '../types.js';

/**
 * 0-based column → field, from what the user said: names in any case, or 1-based numbers. A name that stands over several
 * columns means all of them.
 */
export function mappedColumns(header: readonly string[], map: ReadonlyMap<Field, readonly string[]>): ReadonlyMap<number, Field> {
  const plain = header.map((name) => name.trim().toLowerCase());
  const found = new Map<number, Field>();
  for (const [field, names] of map)
    for (const name of names) {
      const wanted = name.trim().toLowerCase();
      const columns = plain.flatMap((known, column) => (known === wanted ? [column] : []));
      const number = /^\d+$/.test(wanted) ? Number(wanted) : 0;
      if (columns.length === 0 && number >= 1 && number <= header.length) columns.push(number - 1);
      if (columns.length === 0)
        throw usageError(`--map ${field}=${name}: the list has no column "${name}"${didYouMean(name, header) || `; it has ${header.map((known) => `"${known}"`).join(', ')}`}`);
      for (const column of columns) {
        const other = found.get(column);
        if (other !== undefined && other !== field) throw usageError(`--map: column "${header[column]}" cannot be both ${other} and ${field}`);
        found.set(column, field);
      }
    }
  return found;
}
