import type { Failure } from '../conditions/start.js';
import type { EntryKind } from '../duplicates/entry.js';
import type { Keep } from '../duplicates/merit.js';
import type { Dialect } from '../read/dialect.js';
import type { Field, Rules, Run } from '../types.js';
import type { FormatName } from '../write/format.js';

/** All that is needed to examine a batch of a list, on any thread: plain data. */
export interface Plan {
  readonly run: Run;
  readonly rules: Rules;
  readonly dialect: Dialect;
  readonly header: readonly string[];
  readonly columns: readonly (Field | null)[];
  /** Columns that are written: all but those an earlier run of leadclean added. */
  readonly kept: readonly number[];
  readonly format: FormatName;
  /** Whether each changed cell is to be told (`--changes`). */
  readonly changes: boolean;
  /** Which of several duplicates survives: says what makes a row a better record. */
  readonly keep: Keep;
  /** Columns named with --match-on, -1 where this list has none; null: likely duplicates are not looked for. */
  readonly matchOn: readonly number[] | null;
  /** What sorts of entries the suppression lists have. */
  readonly suppress: readonly EntryKind[];
  /** Whether duplicates lend each other cells (`--merge`, `--update`). */
  readonly lend: boolean;
}

/** Names of the columns that are written. */
export function keptHeader(plan: Plan): string[] {
  return plan.kept.map((column) => plan.header[column] as string);
}

/** What comes back for a batch, to be used before the next one is examined: texts in one buffer, all else as numbers; strings only where a row has something of its own to say. */
export interface Examined {
  readonly rows: number;
  /** Line each row starts on. */
  readonly lines: Uint32Array;
  /** Pattern of findings of each row, in the examining thread's numbers. */
  readonly patterns: Uint32Array;
  /** Patterns that are new since the batch before from the same thread. */
  readonly grown: Uint32Array;
  /** The rows as they are written, without annotations and line ends. */
  readonly texts: Uint8Array;
  /**
   * Where in `texts` each row stands as evidence, that is as it was read but for cells a spreadsheet would run, and as it is
   * written in the cleaned and flagged lists: two begins and ends.
   */
  readonly places: Uint32Array;
  /** What is put into the second of these: from where to where in `texts` it takes the place of what stands there, and where it begins and ends. */
  readonly patches: Uint32Array;
  /** Where the patches of each row end. */
  readonly patchEnds: Uint32Array;
  /** Duplicate keys, `KEY` numbers each. */
  readonly keys: Uint32Array;
  readonly keyEnds: Uint32Array;
  /** How good a record each row is; 0: rejected for what it is, must not survive in place of a good one. */
  readonly merits: Uint32Array;
  /** 1 for rows that say that the person opted out; empty when none does. */
  readonly optedOut: Uint8Array;
  /** Keys by which a suppression list may name the row; empty when there is none. */
  readonly suppressKeys: Uint32Array;
  readonly suppressEnds: Uint32Array;
  /** Texts of each row's cells that duplicates may lend each other, joined; '' when nobody asks. */
  readonly lent: string;
  /** Texts of each row for the model of likely duplicates, null where it is nobody; empty when nobody asks. */
  readonly people: readonly (readonly string[] | null)[];
  /** Rows that have hints, which of the hints each has, and the hints, joined. */
  readonly hintRows: Uint32Array;
  readonly hintOf: Uint32Array;
  readonly hints: string;
  /** Source of each row as an index into `sources`; empty when the list has no source column. */
  readonly sourceOf: Uint16Array;
  readonly sources: readonly string[];
  /** Sum of the price column by row; empty when there is none. */
  readonly prices: Float64Array;
  readonly changes: readonly Change[];
  /** Conditions that could not be decided for some rows of the batch. */
  readonly failures: readonly Failure[];
}

export interface Change {
  readonly row: number;
  readonly column: number;
  readonly field: Field | null;
  readonly code: string;
  readonly before: string;
  readonly after: string;
}
