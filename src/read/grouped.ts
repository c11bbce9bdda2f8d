import { type ColumnForm, isData, kindOf, suits } from './kinds.js';

/** Names of columns that are written in two lines: groups (`Person,,Firm`) over names (`First,Last,Name`). */

const isEmpty = (cell: string | undefined): boolean => (cell ?? '').trim() === '';
const LONGEST_GROUP = 80;

/** Whether the line above a header names groups of its columns: at least two, with gaps between them. */
export function isGroups(upper: readonly string[], names: readonly string[]): boolean {
  const filled = upper.flatMap((cell, column) => (isEmpty(cell) ? [] : [column]));
  const first = filled[0];
  const last = filled.at(-1);
  if (first === undefined || last === undefined || filled.length < 2 || upper.length !== names.length) return false;
  return last - first >= filled.length && last * 2 >= names.length && filled.every((column) => isGroup(upper[column] as string));
}

const isGroup = (cell: string): boolean => cell.length <= LONGEST_GROUP && /\p{L}/u.test(cell) && !cell.trim().endsWith(':') && !isData(kindOf(cell));

/**
 * Whether the line under a header names what the header leaves open: no value stands in it, it fills each gap and the
 * column of the name before it, and in such a column of values it holds a text that is none. `forms`: of the lines under it.
 */
export function isLower(names: readonly string[], lower: readonly string[], forms: readonly ColumnForm[]): boolean {
  if (lower.length !== names.length || lower.some((cell) => isData(kindOf(cell)))) return false;
  const gaps = names.flatMap((cell, column) => (isEmpty(cell) ? [column] : []));
  const spanned = new Set(gaps.flatMap((column) => (isEmpty(names[column - 1]) ? [column] : [column - 1, column])));
  return gaps.length > 0 && [...spanned].every((column) => !isEmpty(lower[column]))
    && names.some((cell, column) => !isEmpty(cell) && isEmpty(lower[column]))
    && forms.some((form, column) => spanned.has(column) && form.kind !== '' && form.kind !== 'empty' && !suits(form, lower[column] as string));
}

/** The names of both lines, that of a group before each of its columns. */
export function joinNames(upper: readonly string[], lower: readonly string[]): string[] {
  let group = '';
  return lower.map((name, column) => {
    const own = (upper[column] ?? '').trim();
    if (own !== '') group = own;
    return `${group} ${name.trim()}`.trim();
  });
}
