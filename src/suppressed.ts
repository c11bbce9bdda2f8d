import { nameColumns, type FieldWords } from './columns/name.js';
import { entriesOf } from './duplicates/entry.js';
import { createSuppressed, type Suppressed } from './duplicates/suppressed.js';
import { inputError } from './errors.js';
import type { CleanOptions, Outside } from './options.js';
import { openList, type List } from './read/list.js';
import { readRecords } from './read/records.js';

/** Reads the lists of people who must not be contacted; null when there are none. A list that names nobody is an input error. */
export async function readSuppressed(words: FieldWords, options: CleanOptions, outside: Outside): Promise<Suppressed | null> {
  if (options.suppress.length === 0) return null;
  const suppressed = createSuppressed();
  for (const path of options.suppress) {
    const list = await openList(path, { header: false, stdin: outside.stdin });
    try {
      const take = suppressed.open(path);
      const isPhones = phoneColumns(list, words);
      let entries = 0;
      for await (const batch of list.batches()) {
        outside.signal.throwIfAborted();
        readRecords(batch, list.dialect, list.header, (record) => {
          const cells = Array.from({ length: record.width }, (_, column) => record.text(column));
          for (const entry of entriesOf(cells, isPhones, options.country)) {
            take(record.line, entry);
            entries++;
          }
        });
      }
      if (entries === 0) throw inputError(`${path}: no e-mail address, phone number, domain or hash of one was found; phones of other countries than --country need a +`);
    } finally {
      await list.close();
    }
  }
  return suppressed;
}

/** Where a list has one column, digits are a phone; of several columns, in those that are called so. */
function phoneColumns(list: List, words: FieldWords): (column: number) => boolean {
  const [first, ...rest] = list.sample.map((row) => row.cells);
  if (first === undefined || first.length === 1) return () => true;
  const { columns } = nameColumns(first, rest, words, new Map());
  return (column) => columns[column] === 'phone';
}
