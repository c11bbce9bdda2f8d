import { nameColumns, type FieldWords } from './columns/name.js';
import { entriesOf } from './duplicates/entry.js';
import { createSuppressed, type Suppressed } from './duplicates/suppressed.js';
import { inputError } from './errors.js';
import type { CleanOptions, Outside } from './options.js';
import { openList, type List } from './read/list.js';
import { readRecords } from './read/records.js';

/**
 * Reads the lists of people who must not be contacted; null when there are none. A list that names nobody is an input
 * error; lines that name nobody are told, as whoever was meant by them is not found.
 */
export async function readSuppressed(words: FieldWords, options: CleanOptions, outside: Outside): Promise<Suppressed | null> {
  if (options.suppress.length === 0) return null;
  const suppressed = createSuppressed();
  for (const path of options.suppress) {
    const list = await openList(path, { header: false, stdin: outside.stdin });
    try {
      const take = suppressed.open(path);
      const isPhones = phoneColumns(list, words);
      let records = 0;
      let named = 0;
      let unread = 0;
      let first = 0;
      for await (const batch of list.batches()) {
        outside.signal.throwIfAborted();
        readRecords(batch, list.dialect, list.header, (record) => {
          const cells = Array.from({ length: record.width }, (_, column) => record.text(column));
          // What was taken for a delimiter may be part of an entry (`https://acme.de`).
          const read = (texts: readonly string[]): number => {
            const entries = entriesOf(texts, isPhones, options.country);
            for (const entry of entries) take(record.line, entry);
            return entries.length;
          };
          records++;
          if (read(cells) > 0 || (cells.length > 1 && read([cells.join(list.dialect.delimiter)]) > 0)) named++;
          else if (records > 1 && cells.some((cell) => cell.trim() !== '') && !cells[0]!.startsWith('#')) {
            unread++;
            first ||= record.line;
          }
        });
      }
      if (named === 0) throw inputError(`${path}: ${NOTHING_FOUND}`);
      if (unread > 0) suppressed.warnings.push(`${path}: in ${unread} of ${records} lines (the first is line ${first}) ${NOTHING_FOUND}`);
    } finally {
      await list.close();
    }
  }
  return suppressed;
}

const NOTHING_FOUND = 'no e-mail address, phone number, domain or hash of one was found; phones of other countries than --country need a +';

/** Where a list has one column, digits are a phone; of several columns, in those that are called so. */
function phoneColumns(list: List, words: FieldWords): (column: number) => boolean {
  const [first, ...rest] = list.sample.map((row) => row.cells);
  if (first === undefined || first.length === 1) return () => true;
  const { columns } = nameColumns(first, rest, words, new Map());
  return (column) => columns[column] === 'phone';
}
