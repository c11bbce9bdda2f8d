import type { ColumnForm } from './kinds.js';

/** What columns of the kind are called. */
export const HEADINGS: Readonly<Partial<Record<ColumnForm['kind'], RegExp>>> = { email: /mail|correo|courriel|e-?post/i, phone: /phone|tel|mobil|handy|cell/i };

/** Rows that say something about how the list is written, and the share of them that is nearly all. */
const ENOUGH = 3;
const NEARLY_ALL = 0.95;

/**
 * Whether the program that wrote the list leaves out the last cells: nearly all rows have the same number of cells, fewer
 * than there are names, and addresses and numbers stand under their names. Then such a row is as it should be.
 */
export function leavesOutLast(names: readonly string[], rows: readonly (readonly string[])[], usual: number, forms: readonly ColumnForm[]): boolean {
  if (usual < 2 || usual >= names.length || rows.length < ENOUGH) return false;
  if (rows.filter((cells) => cells.length === usual).length < rows.length * NEARLY_ALL) return false;
  return forms.every(({ kind }, column) => {
    const heading = HEADINGS[kind];
    return heading === undefined || heading.test(names[column] ?? '') || !names.some((name) => heading.test(name));
  });
}
