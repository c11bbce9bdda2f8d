import type { Cell, Field, Lead, Run } from '../types.js';

/** What is asked of the cells of a field. */
export type Question<F extends Field = Field> = readonly [field: F, says: (cell: Cell) => boolean];

/** Those of the fields for which the list has a column: only they need be looked at, row after row. */
export function shownIn<F extends Field>(run: Run, fields: readonly F[]): readonly F[] {
  return fields.filter((field) => run.columns.includes(field));
}

/** The questions that the columns of the list can answer. */
export function answerable<F extends Field>(run: Run, questions: readonly Question<F>[]): readonly Question<F>[] {
  return questions.filter(([field]) => run.columns.includes(field));
}

/** The first cell of which `says` holds, empty ones aside. */
export function firstThat(cells: readonly Cell[], says: (cell: Cell) => boolean): Cell | undefined {
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as Cell;
    if (!cell.isEmpty && says(cell)) return cell;
  }
  return undefined;
}

/** The first cell that answers one of the questions with yes, the first question first. */
export function firstSaying(lead: Lead, questions: readonly Question[]): Cell | undefined {
  for (const [field, says] of questions) {
    const cell = firstThat(lead.of(field), says);
    if (cell !== undefined) return cell;
  }
  return undefined;
}
