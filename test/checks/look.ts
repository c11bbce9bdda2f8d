import { expect } from 'vitest';
import type { Cell, CellState, Check, Code, Field, Finding, More, Row, Run } from '../../src/types.js';
import { leadOf, TestCell } from './lead.js';

const RUN: Run = { today: 20_778, country: '', header: [], columns: [], dateOrders: [] }; // 2026-11-21

export interface Looked {
  readonly findings: readonly (Finding & { readonly leaves?: CellState | 'empty' })[];
  /** Codes in the order they were found. */
  readonly codes: readonly Code[];
  /** Text of each field's cells after the fixes. */
  readonly texts: Readonly<Partial<Record<Field, readonly string[]>>>;
}

type Values = Partial<Record<Field, string | readonly string[]>>;
type Around = Partial<Run> & { readonly leadCountry?: string; readonly found?: readonly Code[]; readonly row?: Partial<Row> };

/**
 * Runs one check on one lead made of `values` (a field with several columns takes an array) and applies the fixes,
 * the way the program does. What a check sees in bytes it must see in texts.
 */
export function look<P extends string, O>(check: Check<P, O>, options: O, values: Values, around: Around = {}): Looked {
  const looked = lookAt(check, options, values, around, true);
  expect(lookAt(check, options, values, around, false)).toEqual(looked);
  return looked;
}

function lookAt<P extends string, O>(check: Check<P, O>, options: O, values: Values, around: Around, withBytes: boolean): Looked {
  const cells: TestCell[] = [];
  for (const [field, texts] of Object.entries(values))
    for (const text of [texts].flat()) cells.push(new TestCell(cells.length, field as Field, text));
  if (!withBytes) for (const cell of cells) cell.ascii = cell.known = null;
  const findings: (Finding & { leaves?: CellState | 'empty' })[] = [];
  const found = new Set<Code>(around.found ?? []);
  const lead = leadOf(cells, {
    row: { line: 2, cells: cells.map((cell) => cell.text), trouble: [], ...around.row },
    country: around.leadCountry ?? '', has: (code) => found.has(code),
  });
  const run: Run = { ...RUN, columns: cells.map((cell) => cell.field), header: cells.map((cell) => cell.field ?? ''), dateOrders: cells.map(() => null), ...around };
  check.start(options, run)(lead, (problem: P, where?: Cell | Field, about: More = {}) => {
    const code: Code = `${check.name}/${problem}`;
    const cell = typeof where === 'object' ? cells[where.column] : undefined;
    found.add(code);
    findings.push({
      code, field: (typeof where === 'object' ? where.field : where) ?? null, column: cell?.column ?? -1, was: cell?.text ?? '',
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
