import type { SampleRow, Table } from './table.js';

/** The header, with names for columns that have none and for those that only the rows have. */
export function named(table: Table, body: readonly SampleRow[], usual: number): readonly string[] {
  const names = table.header === null ? [] : [...table.header];
  if (usual < names.length && namesNothing(names.slice(usual), body, usual)) names.length = usual;
  if (table.header !== null && usual === names.length + 1 && isIndex(body)) return ['column_1', ...names];
  const extra = body.some((row) => row.cells.slice(names.length).some((cell) => cell !== ''));
  const width = table.header === null || (usual > names.length && extra) ? Math.max(usual, names.length) : names.length;
  for (let column = names.length; column < width; column++) names.push(`column_${column + 1}`);
  return names;
}

/** Delimiters at the end of the header alone: no name stands behind them, and hardly a row has a cell there. */
function namesNothing(names: readonly string[], body: readonly SampleRow[], usual: number): boolean {
  const wide = body.filter((row) => row.cells.slice(usual).some((cell) => cell !== ''));
  return names.every((name) => name.trim() === '') && wide.length * 20 < body.length;
}

/** Rows that begin with their own number, which the header has no name for. */
function isIndex(body: readonly SampleRow[]): boolean {
  const first = Number(body[0]?.cells[0]);
  return body.length > 1 && (first === 0 || first === 1) && body.every((row, i) => row.cells[0] === String(first + i));
}
