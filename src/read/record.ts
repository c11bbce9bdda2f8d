import type { Trouble } from '../types.js';
import type { Slices } from './bytes.js';

/** What is known of a cell of a plain record. */
export const QUOTED = 1;
/** It contains doubled quotes. */
export const ESCAPED = 2;
/** It contains bytes from 0x80 on. */
export const WIDE = 4;
/** It starts with a character with which a spreadsheet starts a formula, white space and invisible characters aside. */
export const FORMULA = 8;

/** Nothing in it can concern the check of cells: a sieve let it pass. */
export const ORDINARY = 32;

/** Numbers that describe a cell: where its text begins and ends, `kinds << KINDS_AT | flags`, by which number the column knows the text (0: none). */
export const SPAN = 4;
export const KINDS_AT = 8;
const FLAGS = (1 << KINDS_AT) - 1;

const NO_TROUBLE: readonly Trouble[] = [];
const NO_CELLS: readonly string[] = [];
/** Bytes that are made one string to cut texts from. */
const STRETCH = 1 << 13;

/** One record. Valid only during the visit: the object is used again for the next one of the batch. */
export class RawRecord {
  /** Line of the list on which it starts. */
  line = 0;
  /** Byte range of the record in the batch, without its line end. */
  start = 0;
  end = 0;
  /**
   * True: well-formed, its cells are described by `SPAN` numbers each, from `spans[at]` on. False: `cells` holds them, and a flag
   * tells only whether a cell is FORMULA.
   */
  plain = true;
  spans: Int32Array;
  at = 0;
  cells: readonly string[] = NO_CELLS;
  /** True only if the bytes of all cells are their characters; false only if no cell is FORMULA. */
  ascii = true;
  formula = false;
  trouble: readonly Trouble[] = NO_TROUBLE;
  /** Where the loop of the reader describes the cells. */
  readonly own: Int32Array;
  // Cut out of one string of many records, a text costs a fifth of one decoded by itself; bytes beyond ASCII need it. (One
  // string of the whole batch would be taken for something that lives long by each collection of garbage.)
  private stretch = '';
  private stretchStart = 0;
  private readonly doubled: string;

  /** `width`: number of cells, always that of the header. */
  constructor(private readonly bytes: Slices, private readonly quote: string, readonly width: number) {
    this.doubled = quote + quote;
    this.spans = this.own = new Int32Array(width * SPAN);
  }

  /** A well-formed record begins. */
  well(spans: Int32Array, at: number): void {
    this.plain = true;
    this.spans = spans;
    this.at = at;
    this.cells = NO_CELLS;
    this.trouble = NO_TROUBLE;
  }

  /** One whose cells are these texts; `isFormula` tells which are FORMULA. */
  damaged(cells: readonly string[], trouble: readonly Trouble[], isFormula: (cell: string) => boolean): void {
    this.plain = this.ascii = false;
    this.formula = true;
    this.spans = this.own;
    this.at = 0;
    this.cells = cells;
    this.trouble = trouble;
    for (let i = 0; i < this.width; i++) this.own[i * SPAN + 2] = isFormula(cells[i] ?? '') ? FORMULA : 0;
  }

  /** Content of cell i in the batch, quotes excluded. */
  startOf(i: number): number {
    return this.spans[this.at + i * SPAN] as number;
  }
  endOf(i: number): number {
    return this.spans[this.at + i * SPAN + 1] as number;
  }
  flagsOf(i: number): number {
    return (this.spans[this.at + i * SPAN + 2] as number) & FLAGS;
  }
  /** The kinds of characters in cell i as `kindsIn(text(i))` tells them, where `isAscii(i)`. */
  kindsOf(i: number): number {
    return (this.spans[this.at + i * SPAN + 2] as number) >> KINDS_AT;
  }
  /** What the scanner said of it. */
  isOrdinary(i: number): boolean {
    return ((this.spans[this.at + i * SPAN + 2] as number) & ORDINARY) !== 0;
  }
  /** A number that stands for the text of cell i in its column, for as long as the list is read; 0: there is none. */
  knownAs(i: number): number {
    return this.plain ? this.spans[this.at + i * SPAN + 3] as number : 0;
  }
  /** Whether each byte of cell i is a character of its text. */
  isAscii(i: number): boolean {
    return this.plain && (this.flagsOf(i) & (WIDE | ESCAPED)) === 0;
  }

  /** Decoded and unescaped text of cell i, of either kind of record. */
  text(i: number): string {
    if (!this.plain) return this.cells[i] ?? '';
    const flags = this.flagsOf(i);
    const start = this.startOf(i);
    const end = this.endOf(i);
    const text = (flags & WIDE) === 0 ? this.latin1(start, end) : this.bytes.utf8Slice(start, end);
    return (flags & ESCAPED) === 0 ? text : text.replaceAll(this.doubled, this.quote);
  }

  private latin1(start: number, end: number): string {
    if (start < this.stretchStart || end > this.stretchStart + this.stretch.length) {
      this.stretch = this.bytes.latin1Slice(start, Math.min(this.bytes.length, Math.max(end, start + STRETCH)));
      this.stretchStart = start;
    }
    return this.stretch.slice(start - this.stretchStart, end - this.stretchStart);
  }
}
