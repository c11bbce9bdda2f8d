import type { Readable, Writable } from 'node:stream';
import type { Keep } from './duplicates/merit.js';
import type { Done } from './effort.js';
import type { Fact } from './judge/judge.js';
import type { Report } from './report/report.js';
import type { Code, DateOrder, Explanation, Field, Judged, Rules, Verdict } from './types.js';

/** What people call the characters that enclose cells. */
export const QUOTES = { double: '"', single: "'", none: '' } as const;

/** How a list is read: what the user said, else what the rules say. */
export function readAs<T extends { readonly header: boolean }>(rules: Pick<Rules, 'reading'>, asked: T): T {
  const { quote, line_end: lineEnd, date_order: dateOrder, header, ...rest } = rules.reading;
  return {
    ...rest, ...(quote === undefined ? {} : { quote: QUOTES[quote] }), ...(dateOrder === undefined ? {} : { dateOrder }), ...(lineEnd === undefined ? {} : { lineEnd }),
    ...asked, header: asked.header && header !== false,
  };
}

/** What a scan is asked to do; the command line's options, read and validated. */
export interface CleanOptions {
  /** Paths; `-` is standard input. */
  readonly lists: readonly string[];
  /** Folder for the files; default each list's own folder, `.` for standard input. */
  readonly out?: string;
  /** Stem of the file names; default the list's name without extension, `stdin` for `-`. */
  readonly name?: string;
  /** Rules files or presets. Empty: the nearest leadclean.yaml upward from `cwd`, else `default`. */
  readonly rules: readonly string[];
  /** field → column names (`--map phone=` gives an empty list: unmapped). */
  readonly map: ReadonlyMap<Field, readonly string[]>;
  readonly country: string;
  /** Days since 1970-01-01. */
  readonly today: number;
  readonly asOf: string;
  readonly delimiter?: string;
  readonly quote?: '"' | "'" | '';
  readonly escape?: 'doubled' | 'backslash';
  readonly lineEnd?: 'lf' | 'crlf' | 'cr';
  readonly comment?: string;
  readonly encoding?: string;
  /** Of an Excel workbook: name or number from 1. */
  readonly sheet?: string;
  readonly header: boolean;
  readonly dateOrder?: DateOrder;
  readonly stdout?: Verdict | 'all';
  readonly format: 'csv' | 'tsv' | 'jsonl';
  readonly report: readonly ('json' | 'md')[];
  readonly gates: readonly string[];
  /** Threads; undefined: as many as pay. */
  readonly jobs?: number;
  readonly limit?: number;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly annotations: boolean;
  readonly changes: boolean;
  /** Cleaned rows go into one file for each segment of the rules. */
  readonly split?: 'segment';
  /** Line of a row to be told of in the result. */
  readonly row?: number;
  /** Which of several duplicates survives. */
  readonly keep: Keep;
  /** Lists of people one already has. */
  readonly against: readonly string[];
  /** Whether what new rows know of people in those lists is written. */
  readonly update: boolean;
  /** Lists of people who must not be contacted. */
  readonly suppress: readonly string[];
  /** The survivor's empty cells are filled from its duplicates. */
  readonly merge?: 'fill';
  /** Names of further columns that tell people apart. */
  readonly matchOn: readonly string[];
  /** File for the pairs that are probably one person. */
  readonly matches?: string;
}

/** All that was made of one row. `hints` and `duplicateOf` as in the lc_ columns. */
export interface RowTold {
  readonly rules: Rules;
  readonly facts: readonly Fact[];
  readonly judged: Judged;
  readonly hints: string;
  readonly duplicateOf: string;
  readonly segment: string;
}

/** The outside world, handed in. */
export interface Outside {
  /** Standard input, asked for only where it is read: making the stream takes its time. */
  readonly stdin: () => Readable;
  readonly stdout: Writable;
  readonly cwd: string;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Called a few times a second: rows of the list that are through, and how far the whole run is. */
  readonly progress: (state: { readonly list: string; readonly rows: number } & Done) => void;
}

export interface CleanResult {
  /** One report for each list. */
  readonly reports: readonly Report[];
  /** The words of every code, those of the rules' own findings included. */
  readonly words: ReadonlyMap<Code, Explanation>;
  /** The row on the line asked for; null when none starts there. */
  readonly row: RowTold | null;
  /** Standard output was closed by its reader (`| head`): the run ended early, quietly, nothing was written. */
  readonly closed: boolean;
}

