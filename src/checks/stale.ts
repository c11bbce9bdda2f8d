import type { Cell, Check } from '../types.js';
import { cellsOf, shownIn } from '../values/asked.js';
import { AMBIGUOUS, dateReader, UNREADABLE } from '../values/date.js';

type Problem = 'old' | 'future' | 'unreadable';

interface Options {
  /** Days since the last sign of life after which a lead is old. */
  readonly max_age_days: number;
}

const FIELDS = ['last_activity_at', 'created_at'] as const;
/** Zones can put a date one day ahead. */
const SLACK = 1;
const DAYS_A_MONTH = 30.4375;

/** Age, counted from the newest date of the lead. Dates that stay ambiguous count no age; the list says so once. */
export const stale: Check<Problem, Options> = {
  name: 'stale',
  scope: 'lead',
  problems: {
    old: {
      what: 'Nothing has been heard of this lead for longer than the rules allow.',
      why: 'People change jobs, numbers and addresses: contact data decays by about 2 % a month.',
      do: 'Verify it again before use, or start with a small, careful send.',
    },
    future: {
      what: 'A date lies in the future.',
      why: 'A creation date or last activity cannot; day and month may be swapped, or the export is wrong.',
      do: 'Check the date order of the column (--date-order), or ask for a new export.',
    },
    unreadable: {
      what: 'The text in a date column is no date, or one that does not exist or contradicts the order of its column.',
      why: 'The age of the lead cannot be counted from it.',
      do: 'Mend it where the age matters.',
    },
  },
  start({ max_age_days: maxAge }, run) {
    const dayOf = dateReader(run.dateOrders);
    const dates = shownIn(run, FIELDS).map(cellsOf);
    const hints: string[] = [];
    return (lead, find) => {
      let newest = -Infinity;
      let newestCell: Cell | undefined;
      for (const cells of dates) {
        for (const cell of cells(lead)) {
          if (cell.isEmpty) continue;
          const day = dayOf(cell);
          if (day === AMBIGUOUS) continue;
          if (day === UNREADABLE) find('unreadable', cell);
          else if (day > run.today + SLACK) find('future', cell);
          else if (day > newest) { newest = day; newestCell = cell; }
        }
      }
      if (newestCell === undefined || run.today - newest <= maxAge) return;
      const months = Math.floor((run.today - newest) / DAYS_A_MONTH);
      find('old', newestCell, { hint: hints[months] ??= `${months} months old` });
    };
  },
};
