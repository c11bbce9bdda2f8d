import type { DateOrder, Field } from '../types.js';
import { dateEvidence } from '../values/date.js';

const DATES: ReadonlySet<Field | null> = new Set<Field | null>(['created_at', 'last_activity_at', 'consent_at']);

/** How many cells of a column spoke for each order, and how many could be either. */
interface Seen { ambiguous: number; dmy: number; mdy: number; ymd: number }

/** What a column's cells prove, added up. */
export interface DateSurvey {
  /** Takes one cell of one column (0-based). Columns that hold no dates are ignored. */
  see(column: number, text: string): void;
  /** The order of each column; `null` where nothing needs one, nothing proves one, or cells contradict each other. */
  orders(override?: DateOrder): readonly (DateOrder | null)[];
  /** One sentence for each column whose order stays open. */
  warnings(header: readonly string[]): readonly string[];
}

/** Infers the order of day and month of each date column from all its values, never from one cell. */
export function surveyDates(columns: readonly (Field | null)[]): DateSurvey {
  const seen = columns.map((field): Seen | undefined => (DATES.has(field) ? { ambiguous: 0, dmy: 0, mdy: 0, ymd: 0 } : undefined));
  return {
    see(column, text) {
      const counts = seen[column];
      if (counts === undefined || text === '') return;
      const evidence = dateEvidence(text);
      if (evidence !== 'none' && evidence !== 'certain') counts[evidence]++;
    },
    orders: (override) => seen.map((counts) => (counts === undefined ? null : override ?? orderOf(counts))),
    warnings: (header) => seen.flatMap((counts, column) => {
      if (counts === undefined || orderOf(counts) !== null) return [];
      const name = `column "${header[column] ?? column + 1}"`;
      if (proofs(counts) > 1)
        return [`${name} mixes dates with the day first and dates with the month first; dates that could be either count no age (--date-order decides)`];
      return counts.ambiguous > 0 ? [`${name} does not show whether the day or the month comes first; its dates count no age until --date-order says`] : [];
    }),
  };
}

const proofs = ({ dmy, mdy, ymd }: Seen): number => Number(dmy > 0) + Number(mdy > 0) + Number(ymd > 0);

function orderOf(counts: Seen): DateOrder | null {
  if (proofs(counts) !== 1) return null;
  return counts.dmy > 0 ? 'dmy' : counts.mdy > 0 ? 'mdy' : 'ymd';
}
