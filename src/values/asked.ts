import type { Cell, Field, Lead, Run } from '../types.js';

/** Reads the cells of one field, row after row. */
export type CellsOf = (lead: Lead) => readonly Cell[];

const NONE: readonly Cell[] = [];

/** The cells of a field, looked up once for all rows of a list: they share one lead, and its cells. */
export function cellsOf(field: Field): CellsOf {
  let asked: Lead | null = null;
  let cells = NONE;
  return (lead) => {
    if (lead !== asked) {
      asked = lead;
      cells = lead.of(field);
    }
    return cells;
  };
}

/** The first cell of a field that is filled and usable, as `lead.first` finds it. */
export function firstOf(field: Field): (lead: Lead) => Cell | undefined {
  const of = cellsOf(field);
  return (lead) => firstUsable(of(lead));
}

/** The first of the cells that is filled and usable. */
export function firstUsable<C extends Cell>(cells: readonly C[]): C | undefined {
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as C;
    if (cell.state === 'usable' && !cell.isEmpty) return cell;
  }
  return undefined;
}

/** The fields of these for which the list has a column: only they need be looked at, row after row. */
export function shownIn<F extends Field>(run: Run, fields: readonly F[]): readonly F[] {
  return fields.filter((field) => run.columns.includes(field));
}

/** What is asked of the cells of a field. */
export type Question<F extends Field = Field> = readonly [field: F, says: (cell: Cell) => boolean];
/** The same, ready to be asked. */
export interface Asked<F extends Field = Field> { readonly field: F; readonly cells: CellsOf; readonly says: (cell: Cell) => boolean }

/** The questions that the columns of the list can answer. */
export function answerable<F extends Field>(run: Run, questions: readonly Question<F>[]): readonly Asked<F>[] {
  return questions.filter(([field]) => run.columns.includes(field)).map(([field, says]) => ({ field, cells: cellsOf(field), says }));
}

/** The first cell that answers the question with yes, empty ones aside. */
export function firstThat(lead: Lead, { cells: cellsIn, says }: Asked): Cell | undefined {
  const cells = cellsIn(lead);
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as Cell;
    if (!cell.isEmpty && says(cell)) return cell;
  }
  return undefined;
}

/** The first cell that answers one of the questions with yes, the first question first. */
export function firstSaying(lead: Lead, questions: readonly Asked[]): Cell | undefined {
  for (const question of questions) {
    const cell = firstThat(lead, question);
    if (cell !== undefined) return cell;
  }
  return undefined;
}
