import type { About, Cell, CellState, Check, Code, Field, Finding, Lead, Row, Run } from '../../src/types.js';

const RUN: Run = { today: 20_778, country: '', header: [], columns: [], dateOrders: [] }; // 2026-11-21

export interface Looked {
  readonly findings: readonly (Finding & { readonly leaves?: CellState | 'empty' })[];
  /** Codes in the order they were found. */
  readonly codes: readonly Code[];
  /** Text of each field's cells after the fixes. */
  readonly texts: Readonly<Partial<Record<Field, readonly string[]>>>;
}

/**
 * Runs one check on one lead made of `values` (a field with several columns takes an array) and applies the fixes,
 * the way the program does.
 */
export function look<P extends string, O>(
  check: Check<P, O>, options: O, values: Partial<Record<Field, string | readonly string[]>>,
  around: Partial<Run> & { readonly leadCountry?: string; readonly found?: readonly Code[]; readonly row?: Partial<Row> } = {},
): Looked {
  const cells: { column: number; field: Field | null; text: string; state: CellState }[] = [];
  for (const [field, texts] of Object.entries(values))
    for (const text of [texts].flat()) cells.push({ column: cells.length, field: field as Field, text, state: 'usable' });
  const findings: (Finding & { leaves?: CellState | 'empty' })[] = [];
  const found = new Set<Code>(around.found ?? []);
  const of = (field: Field): readonly Cell[] => cells.filter((cell) => cell.field === field);
  const lead: Lead = {
    row: { line: 2, cells: cells.map((cell) => cell.text), trouble: [], ...around.row },
    cells, of, country: around.leadCountry ?? '',
    value: (field) => of(field).find((cell) => cell.text !== '' && cell.state === 'usable')?.text ?? '',
    has: (code) => found.has(code),
  };
  const run: Run = { ...RUN, columns: cells.map((cell) => cell.field), header: cells.map((cell) => cell.field ?? ''), dateOrders: cells.map(() => null), ...around };
  check.start(options, run)(lead, (problem: P, about: About = {}) => {
    const code: Code = `${check.name}/${problem}`;
    const cell = about.cell === undefined ? undefined : cells[about.cell.column];
    found.add(code);
    findings.push({
      code, field: about.cell?.field ?? about.field ?? null, column: cell?.column ?? -1, was: cell?.text ?? '',
      ...(about.fix === undefined ? {} : { fix: about.fix }), ...(about.hint === undefined ? {} : { hint: about.hint }),
      ...(about.leaves === undefined ? {} : { leaves: about.leaves }),
    });
    if (cell === undefined) return;
    if (about.fix !== undefined) cell.text = about.fix;
    if (about.leaves === 'empty') cell.text = '';
    else if (about.leaves !== undefined) cell.state = about.leaves;
  });
  const texts: Partial<Record<Field, string[]>> = {};
  for (const cell of cells) if (cell.field !== null) (texts[cell.field] ??= []).push(cell.text);
  return { findings, codes: findings.map((finding) => finding.code), texts };
}
