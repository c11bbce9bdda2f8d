import { surveyDates } from './columns/date-order.js';
import { nameColumns, type FieldWords } from './columns/name.js';
import { inputError } from './errors.js';
import type { EntryKind } from './duplicates/entry.js';
import type { CleanOptions } from './options.js';
import type { Plan } from './pool/plan.js';
import type { List } from './read/list.js';
import { readRecords } from './read/records.js';
import { dateEvidence } from './values/date.js';
import type { DateOrder, Field, Rules } from './types.js';
import { LC_COLUMNS, SEGMENT_COLUMN } from './write/format.js';

/** A list by which nobody can be reached, by any channel or by post, is not a lead list. */
const REACH: ReadonlySet<Field> = new Set<Field>(['email', 'phone', 'street', 'city', 'postal_code']);
const NAMES: ReadonlySet<Field> = new Set<Field>(['first_name', 'last_name', 'full_name', 'company']);
const DATES: ReadonlySet<Field | null> = new Set<Field | null>(['created_at', 'last_activity_at', 'consent_at']);

/** Whether likely duplicates are wanted at all. */
export const wantsLikely = (rules: Rules): boolean => rules.codes['duplicate/likely']?.verdict !== 'off';

/**
 * Whether likely duplicates are looked for. That needs all rows, so not where the first is kept and rows are settled as
 * they pass, unless something else is asked for that needs them all.
 */
export const seeksLikely = (rules: Rules, options: CleanOptions): boolean =>
  wantsLikely(rules) && (options.keep !== 'first' || lends(rules, options) || matchColumns(rules, options).length > 0);

/** Rows beyond which likely duplicates are not looked for: it takes several times as long as all the rest. */
export const likelyMostRows = (rules: Rules): number => rules.options['duplicate']?.['likely_most_rows'] as number;

/** Whether a list has clearly more rows than likely duplicates are looked for in, judged by the length of its first rows. */
function isTooLong(list: List, rules: Rules): boolean {
  if (list.info.bytes === null || list.info.compressed !== null || list.sample.length === 0) return false;
  const length = list.sample.reduce((sum, row) => sum + row.cells.reduce((cells, cell) => cells + cell.length + 1, 0), 0) / list.sample.length;
  return list.info.bytes / length > likelyMostRows(rules) * 1.5;
}

/** Names of the further columns that tell people apart, of the command line and of the rules. */
export const matchColumns = (rules: Rules, options: CleanOptions): string[] =>
  [...new Set([...options.matchOn, ...(rules.options['duplicate']?.['match_on'] as readonly string[] | undefined ?? [])])];

/** Whether duplicates lend each other cells. A fix that would not be reported is not made. */
export const merges = (rules: Rules, options: CleanOptions): boolean => options.merge === 'fill' && rules.codes['duplicate/merged']?.verdict !== 'off';
export const lends = (rules: Rules, options: CleanOptions): boolean => options.update || merges(rules, options);

/** Place of the column of that name in any case, -1 when there is none. */
export const columnNamed = (header: readonly string[], name: string): number =>
  header.findIndex((column) => column.trim().toLowerCase() === name.trim().toLowerCase());

/** Names the columns of a list and settles all that must be known before its first row is looked at. */
export async function planList(list: List, rules: Rules, words: FieldWords, options: CleanOptions, suppress: readonly EntryKind[] = []): Promise<{ plan: Plan; warnings: readonly string[] }> {
  const { columns, warnings } = nameColumns(list.header, list.sample.map((row) => row.cells), words, options.map, rules.columns);
  const has = (fields: ReadonlySet<Field>): boolean => columns.some((field) => field !== null && fields.has(field));
  // Who names columns to tell people apart by wants duplicates found, whether or not anybody can be reached.
  if (!has(REACH) && !(matchColumns(rules, options).length > 0 && has(NAMES))) throw inputError(nothingUsable(list, columns));
  const dates = await dateOrders(list, columns, options.dateOrder ?? rules.reading.date_order);
  const added = new Set<string>([...LC_COLUMNS, SEGMENT_COLUMN]);
  return {
    plan: {
      run: { today: options.today, country: options.country, header: list.header, columns, dateOrders: dates.orders },
      rules, dialect: list.dialect, header: list.header, columns,
      kept: list.header.flatMap((name, column) => (added.has(name) ? [] : [column])),
      format: options.format, changes: options.changes, keep: options.keep,
      matchOn: seeksLikely(rules, options) && !isTooLong(list, rules) ? matchColumns(rules, options).map((name) => columnNamed(list.header, name)) : null,
      suppress, lend: lends(rules, options),
    },
    warnings: [...warnings, ...dates.warnings],
  };
}

/**
 * The day/month order of each date column from all its values. Only a list that shows dates like 03/04/2024 is read
 * twice for it; standard input is then kept in a temporary file.
 */
async function dateOrders(list: List, columns: readonly (Field | null)[], override: DateOrder | undefined): Promise<{ orders: readonly (DateOrder | null)[]; warnings: readonly string[] }> {
  const places = columns.flatMap((field, column) => (DATES.has(field) ? [column] : []));
  const survey = surveyDates(columns);
  let numeric = false;
  for (const row of list.sample)
    for (const column of places) {
      const evidence = dateEvidence(row.cells[column] ?? '');
      numeric ||= evidence === 'ambiguous' || evidence === 'dmy' || evidence === 'mdy';
    }
  if (numeric && override === undefined) {
    await list.keep();
    for await (const batch of list.batches())
      readRecords(batch, list.dialect, list.header, (record) => {
        for (const column of places) survey.see(column, record.text(column));
      });
  }
  return { orders: survey.orders(override), warnings: override === undefined ? survey.warnings(list.header) : [] };
}

/** Of a line that is no header so many cells are shown, and so much of each. */
const MOST_SEEN = 40;
const LONGEST_SEEN = 60;

function nothingUsable(list: List, columns: readonly (Field | null)[]): string {
  const shown = (name: string): string => (name.length > LONGEST_SEEN ? `${name.slice(0, LONGEST_SEEN)}…` : name);
  const seen = list.header.slice(0, MOST_SEEN).map((name, column) => `"${shown(name)}"${columns[column] ? ` (${columns[column]})` : ''}`).join(', ');
  const more = list.header.length > MOST_SEEN ? ` and ${list.header.length - MOST_SEEN} more` : '';
  return `${list.path}: no column with e-mail addresses, phone numbers or postal addresses. Columns seen on line ${list.info.headerLine}: ${seen}${more}. `
    + `${list.warnings.map((warning) => `Noticed: ${warning}. `).join('')}If one of them holds them, name it: --map email=<column> or --map phone=<column>`;
}
