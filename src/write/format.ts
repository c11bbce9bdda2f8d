import type { Judged } from '../types.js';
import { disarm } from '../values/formula.js';
import { putByte, putPlain, putText, type Ink } from './ink.js';

export type FormatName = 'csv' | 'tsv' | 'jsonl';

/** The columns that leadclean adds, in order. */
export const LC_COLUMNS = [
  'lc_line', 'lc_status', 'lc_tier', 'lc_score', 'lc_reasons', 'lc_signals', 'lc_fixes', 'lc_hints', 'lc_duplicate_of',
] as const;

/** And this one, last, when the rules define segments. */
export const SEGMENT_COLUMN = 'lc_segment';

/**
 * How a list is written. A row is: its cells, then either `end` or the annotations:
 * `line(1)`, the number, `verdict(judged)`, `rest(hints, duplicateOf, segment)`.
 */
export interface Format {
  readonly name: FormatName;
  /** Byte between cells where a row may be copied from a CSV as it is, else 0. */
  readonly delimiter: number;
  /** Writes one cell, with what separates it from the one before. `place`: 0 for the first cell that is written. */
  cell(ink: Ink, text: string, place: number): void;
  /** The cells of a row that was written: the reverse of `cell`. */
  read(row: string): string[];
  /** Text of the header line, '' if the format has none. */
  header(annotated: boolean): string;
  /** What stands before the line number. */
  readonly beforeLine: string;
  verdict(judged: Judged): string;
  /** `segment` is left out where the list has no such column. */
  rest(hints: string, duplicateOf: string, segment: string): string;
  /** Ends a row that carries no annotations. */
  readonly end: string;
}

/** `segmented`: rows carry the segment they are in. */
export function createFormat(name: FormatName, header: readonly string[], segmented: boolean): Format {
  return name === 'jsonl' ? jsonLines(header, segmented) : separated(name, name === 'csv' ? ',' : '\t', header, segmented);
}

/** RFC 4180: quoted only where it must be. */
export function quote(text: string, delimiter: string): string {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 34 || unit === 10 || unit === 13 || unit === delimiter.charCodeAt(0)) return `"${text.replaceAll('"', '""')}"`;
  }
  return text;
}

function separated(name: FormatName, delimiter: string, header: readonly string[], segmented: boolean): Format {
  const line = (cells: readonly string[]): string => cells.map((cell) => quote(cell, delimiter)).join(delimiter);
  const names = header.map(disarm);
  return {
    name,
    delimiter: delimiter.charCodeAt(0),
    cell(ink, text, place) {
      if (place > 0) putByte(ink, delimiter.charCodeAt(0));
      if (!putPlain(ink, text, delimiter.charCodeAt(0))) putText(ink, quote(text, delimiter));
    },
    read: (row) => cellsOf(row, delimiter),
    header: (annotated) => line(annotated ? [...names, ...LC_COLUMNS, ...(segmented ? [SEGMENT_COLUMN] : [])] : names) + '\n',
    beforeLine: delimiter,
    verdict: (judged) => delimiter + line([
      judged.verdict, judged.tier, String(judged.score), judged.reasons.join(';'), judged.signals.join(';'), judged.fixes.join(';'),
    ]),
    rest: (hints, duplicateOf, segment) => delimiter + line(segmented ? [hints, duplicateOf, segment] : [hints, duplicateOf]) + '\n',
    end: '\n',
  };
}

/** The cells of one RFC 4180 record without its line end. */
function cellsOf(row: string, delimiter: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= row.length; at++) {
    let end: number;
    if (row[at] === '"') {
      for (end = at + 1; row[end] !== '"' || row[end + 1] === '"'; end++) if (row[end] === '"') end++;
      cells.push(row.slice(at + 1, end++).replaceAll('""', '"'));
    } else {
      end = row.indexOf(delimiter, at);
      if (end === -1) end = row.length;
      cells.push(row.slice(at, end));
    }
    at = end;
  }
  return cells;
}

function jsonLines(header: readonly string[], segmented: boolean): Format {
  const names = uniqueNames(header);
  const keys = names.map((key, place) => (place === 0 ? '{' : ',') + JSON.stringify(key) + ':');
  return {
    name: 'jsonl',
    delimiter: 0,
    cell: (ink, text, place) => putText(ink, (keys[place] as string) + JSON.stringify(text)),
    read(row) {
      const cells = JSON.parse(`${row}}`) as Record<string, string>;
      return names.map((name) => cells[name] as string);
    },
    header: () => '',
    beforeLine: ',"lc_line":',
    verdict: (judged) => ',' + JSON.stringify({
      lc_status: judged.verdict, lc_tier: judged.tier, lc_score: judged.score,
      lc_reasons: judged.reasons.join(';'), lc_signals: judged.signals.join(';'), lc_fixes: judged.fixes.join(';'),
    }).slice(1, -1),
    rest: (hints, duplicateOf, segment) => ',' + JSON.stringify({ lc_hints: hints, lc_duplicate_of: duplicateOf, ...(segmented ? { [SEGMENT_COLUMN]: segment } : {}) }).slice(1) + '\n',
    end: '}\n',
  };
}

/** Keys of a JSON object must differ: a second `Email` becomes `Email_2`, a column without a name `column_3`. */
export function uniqueNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((name, column) => {
    const base = name.trim() === '' ? `column_${column + 1}` : name;
    let unique = base;
    for (let copy = 2; taken.has(unique); copy++) unique = `${base}_${copy}`;
    taken.add(unique);
    return unique;
  });
}
