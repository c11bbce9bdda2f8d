import type { Cell, Field, Lead, Run } from '../types.js';
import { cellsOf, firstOf, shownIn, type CellsOf } from '../values/asked.js';
import { dateReader, UNREADABLE, AMBIGUOUS } from '../values/date.js';

/** Which of several duplicates survives. */
export type Keep = 'best' | 'newest' | 'first' | 'last';

const FRESHNESS: readonly Field[] = ['last_activity_at', 'created_at'];

/**
 * How good a record a row is, as a number below 2^24. `best`: usable contact data, then how many cells are filled,
 * then how fresh; `newest`: how fresh. Equal merits are settled by the order of the rows.
 */
export function meritReader(keep: Keep, run: Run): (lead: Lead) => number {
  if (keep === 'first' || keep === 'last') return () => 0;
  const dayOf = dateReader(run.dateOrders);
  const dates = shownIn(run, FRESHNESS).map(cellsOf);
  const [email, phone] = [firstOf('email'), firstOf('phone')];
  return (lead) => {
    const days = freshness(lead, dates, dayOf, run.today);
    if (keep === 'newest') return days;
    const reach = (email(lead) === undefined ? 0 : 2) + (phone(lead) === undefined ? 0 : 1);
    let filled = 0;
    const { cells } = lead;
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at] as Cell;
      if (cell.state === 'usable' && cell.field !== null && !cell.isEmpty) filled++;
    }
    return reach << 22 | Math.min(filled, 63) << 16 | days;
  };
}

/** Days since 1970 of the newest date, 0 without one. */
function freshness(lead: Lead, dates: readonly CellsOf[], dayOf: (cell: Cell) => number, today: number): number {
  let newest = 0;
  for (const cells of dates)
    for (const cell of cells(lead)) {
      if (cell.isEmpty) continue;
      const day = dayOf(cell);
      if (day !== UNREADABLE && day !== AMBIGUOUS && day > newest && day <= today) newest = day;
    }
  return Math.min(newest, 0xffff);
}
