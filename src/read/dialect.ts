import type { ColumnForm } from './kinds.js';

/** How the bytes of a list are cut into records and cells. Plain data: it travels to the worker threads. */
export interface Dialect {
  /** One or several characters. */
  readonly delimiter: string;
  /** '' when the list does not quote. */
  readonly quote: '"' | "'" | '';
  /** It does not quote because its quotes never close: a cell that begins with one is said to be damaged. */
  readonly unclosed: boolean;
  /** How a quote is written inside a quoted cell. */
  readonly escape: 'doubled' | 'backslash';
  /** A carriage return alone ends a record too. */
  readonly cr: boolean;
  /** Each line stands in quotes as a whole, and is a record once they are taken off. */
  readonly wrapped: boolean;
  /** Lines that start with it (and are no full record) are remarks; '' when there are none. */
  readonly comment: string;
  /** Lines that start with it are remarks even when they are as wide as a record: the user said so. */
  readonly remarks: boolean;
  /** Lines are counted by records, as the rows of a sheet are: a line break in a cell is none. */
  readonly byRecord: boolean;
  /** Cells of the header. 0: not known yet. */
  readonly width: number;
  /** Cells that most records have, trailing delimiters included. */
  readonly usual: number;
  /** Nearly all rows have `usual` cells, fewer than the header: the last ones are left out, and no row is damaged for that. */
  readonly short: boolean;
  /** The header as read, which may come again further down; empty when the list has none. */
  readonly names: readonly string[];
  /** What the values of each column look like, to put the cells of a damaged record in their places. */
  readonly forms: readonly ColumnForm[];
}

export const PLAIN: Dialect = {
  delimiter: ',', quote: '"', escape: 'doubled', cr: false, comment: '', remarks: false, width: 0, usual: 0, short: false, names: [], forms: [], wrapped: false, byRecord: false, unclosed: false,
};

export const LF = 10;
export const CR = 13;

/** The dialect as bytes, for the loops that look at every one of them. */
export interface DialectBytes {
  readonly delimiter: Uint8Array;
  /** First byte of the delimiter. */
  readonly first: number;
  /** -1 when the list does not quote. */
  readonly quote: number;
  readonly backslash: boolean;
  readonly cr: boolean;
  readonly comment: number;
  readonly width: number;
  readonly usual: number;
}

export function bytesOf(dialect: Dialect): DialectBytes {
  const delimiter = Buffer.from(dialect.delimiter);
  return {
    delimiter, first: delimiter[0] ?? -1,
    quote: dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0),
    backslash: dialect.escape === 'backslash', cr: dialect.cr,
    comment: dialect.comment === '' ? -1 : dialect.comment.charCodeAt(0),
    width: dialect.width, usual: dialect.usual,
  };
}
