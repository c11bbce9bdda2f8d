import { FIELDS, type Ascii, type Cell, type CellState, type Field, type Known, type Lead, type Row, type Trouble } from '../types.js';
import { FORMULA, type RawRecord } from '../read/record.js';
import { firstUsable } from '../values/asked.js';
import { kindsIn } from '../values/characters.js';
import { cellMemo } from '../values/cell-memo.js';
import { countryCode } from '../values/country.js';
import { fieldNumber } from './patterns.js';
import { createRecall, type Recall } from './recall.js';

const NOTHING: readonly OpenCell[] = [];
const NO_BYTES = new Uint8Array(0);

/** Some cells of the record at hand: the first `count` of an array that is used again. */
export interface Some { readonly cells: OpenCell[]; count: number }

/**
 * A cell while a lead is being examined. Its text is made when somebody asks for it: most of what is asked of most
 * cells their bytes tell. What nobody touched need not be put back for the next record. (A class, as its instances
 * share their accessors and with them their shape.)
 */
export class OpenCell implements Cell, Ascii {
  /** Where its bytes stand in the batch at hand, for who asks `ascii`. */
  bytes: Uint8Array = NO_BYTES;
  start = 0;
  end = 0;
  isEmpty = true;
  isOrdinary = false;
  kinds = 0;
  ascii: Ascii | null;
  state: CellState = 'usable';
  /** A check mended it: it is written as its text is now. */
  changed = false;
  /** What is written where it was changed; the text may be a placeholder that counts as nothing. */
  out = '';
  /** Undefined: nobody has asked yet. */
  private held: string | undefined;
  private met: Known | null | undefined;
  private isTouched = false;
  private record!: RawRecord;

  /** Of the field, in patterns. */
  readonly fieldNumber: number;

  constructor(readonly column: number, readonly field: Field | null, private readonly recall: Recall | null, private readonly touched: Some, private readonly mended: Some) {
    this.ascii = this;
    this.fieldNumber = fieldNumber(field);
  }

  /** What checks see. */
  get text(): string {
    if (this.held !== undefined) return this.held;
    this.touch();
    return this.held = this.known?.text ?? this.read();
  }

  get known(): Known | null {
    if (this.met !== undefined) return this.met;
    this.touch();
    return this.met = this.recall === null ? null : this.recall.of(this.record, this.column);
  }

  /** Later checks see this text. */
  becomes(text: string): void {
    this.touch();
    this.held = text;
    this.isEmpty = text === '';
    this.ascii = this.met = null;
    this.isOrdinary = false;
  }

  /** The text, to be written too. */
  mend(text: string): void {
    this.becomes(text);
    this.out = text;
    if (this.changed) return;
    this.changed = true;
    const { mended } = this;
    let at = mended.count++;
    for (; at > 0 && (mended.cells[at - 1] as OpenCell).column > this.column; at--) mended.cells[at] = mended.cells[at - 1] as OpenCell;
    mended.cells[at] = this;
  }

  leave(state: CellState): void {
    this.touch();
    this.state = state;
  }

  /** The records that come are these of this batch. */
  begin(record: RawRecord, bytes: Uint8Array): void {
    this.record = record;
    this.bytes = bytes;
  }

  /** Where it stands in a plain record. */
  see(): void {
    const { record, column } = this;
    this.start = record.startOf(column);
    this.end = record.endOf(column);
    this.isEmpty = this.start === this.end;
    this.kinds = record.kindsOf(column);
    this.isOrdinary = record.isOrdinary(column);
  }

  /** Puts back what was touched. */
  reset(): void {
    this.isTouched = false;
    this.held = this.met = undefined;
    this.ascii = this;
    this.state = 'usable';
    this.changed = false;
  }

  /** The record is one of which not all bytes are characters. */
  look(): void {
    if (this.record.isAscii(this.column)) return;
    this.touch();
    this.ascii = null;
    this.isOrdinary &&= this.record.plain;
    if (this.isOrdinary) return; // the scanner saw its kinds, and that it is not empty
    this.isEmpty = this.text === '';
    this.kinds = this.known?.kinds ?? kindsIn(this.text);
  }

  /** The text as it was read. */
  read(): string {
    return this.record.text(this.column);
  }

  private touch(): void {
    if (this.isTouched) return;
    this.isTouched = true;
    this.touched.cells[this.touched.count++] = this;
  }
}

/** What the record at hand is as a row. */
class OpenRow implements Row {
  constructor(private readonly width: number, public record: RawRecord) {}
  get line(): number { return this.record.line; }
  get cells(): readonly string[] { return Array.from({ length: this.width }, (_, column) => this.record.text(column)); }
  get trouble(): readonly Trouble[] { return this.record.trouble; }
}

/** One lead object that is filled again for each record, so that a row costs no objects. */
export class OpenLead implements Lead {
  readonly cells: OpenCell[];
  row!: OpenRow;
  /** Those that a check mended, in the order of their columns. */
  readonly mended: Some = { cells: [], count: 0 };
  /** Those that somebody touched. */
  private readonly touched: Some = { cells: [], count: 0 };
  private readonly mapped: readonly OpenCell[];
  /** Columns that are not mapped, and their cells. */
  private readonly unmapped: readonly number[];
  private readonly spares: readonly OpenCell[];
  private readonly byField: ReadonlyMap<Field, readonly OpenCell[]>;
  private readonly countries: readonly OpenCell[];
  private readonly countryOf = cellMemo(countryCode);

  /** `has`: whether a check found the code in the row at hand. */
  constructor(private readonly columns: readonly (Field | null)[], readonly has: Lead['has']) {
    const { touched, mended } = this;
    const mapped = columns.flatMap((field, column) => (field === null ? [] : [new OpenCell(column, field, createRecall(), touched, mended)]));
    this.mapped = mapped;
    this.unmapped = columns.flatMap((field, column) => (field === null ? [column] : []));
    this.spares = this.unmapped.map((column) => new OpenCell(column, null, null, touched, mended));
    this.byField = new Map(FIELDS.map((field) => [field, mapped.filter((cell) => cell.field === field)]));
    this.countries = this.of('country');
    this.cells = [...mapped];
  }

  of(field: Field): readonly OpenCell[] {
    return this.byField.get(field) ?? NOTHING;
  }

  value(field: Field): string {
    return this.first(field)?.text ?? '';
  }

  first(field: Field): OpenCell | undefined {
    return firstUsable(this.of(field));
  }

  get country(): string {
    const { countries } = this;
    for (let at = 0; at < countries.length; at++) {
      const cell = countries[at] as OpenCell;
      if (!cell.isEmpty) return this.countryOf(cell);
    }
    return '';
  }

  /** `bytes`: of the batch the record is in. */
  fill(record: RawRecord, bytes: Uint8Array): void {
    const { touched, mapped, cells } = this;
    if ((this.row as OpenRow | undefined)?.record !== record) {
      this.row = new OpenRow(this.columns.length, record);
      for (const cell of [...mapped, ...this.spares]) cell.begin(record, bytes);
    }
    for (let at = 0; at < touched.count; at++) (touched.cells[at] as OpenCell).reset();
    touched.count = this.mended.count = 0;
    if (record.plain) for (let at = 0; at < mapped.length; at++) (mapped[at] as OpenCell).see();
    if (!record.ascii) for (let at = 0; at < mapped.length; at++) (mapped[at] as OpenCell).look();
    if (cells.length > mapped.length) cells.length = mapped.length;
    if (record.formula) this.fillSpares(record);
  }

  /** Cells of columns that are not mapped count where they begin a formula. */
  private fillSpares(record: RawRecord): void {
    for (let at = 0; at < this.unmapped.length; at++) {
      if ((record.flagsOf(this.unmapped[at] as number) & FORMULA) === 0) continue;
      const cell = this.spares[at] as OpenCell;
      cell.see();
      cell.look();
      this.cells.push(cell);
    }
  }
}
