import { FIELDS, type Ascii, type Cell, type CellState, type Field, type Known, type Lead, type Row, type Trouble } from '../types.js';
import { ESCAPED, FORMULA, WIDE, type RawRecord } from '../read/records.js';
import { kindsIn } from '../values/characters.js';
import { cellMemo } from '../values/cell-memo.js';
import { countryCode } from '../values/country.js';
import { createRecall, type Recall } from './recall.js';

/** One lead object that is filled again for each record, so that a row costs no objects. */
export interface OpenLead extends Lead {
  readonly cells: OpenCell[];
  /** `bytes`: of the batch the record is in. */
  fill(record: RawRecord, bytes: Uint8Array): void;
}

const NOTHING: readonly OpenCell[] = [];

/**
 * A cell while a lead is being examined. Its text is made when somebody asks for it: most of what is asked of most
 * cells their bytes tell. (A class, as its instances share their accessors and with them their shape.)
 */
export class OpenCell implements Cell {
  kinds = 0;
  ascii: Ascii | null = null;
  state: CellState = 'usable';
  /** A check mended it: it is written as its text is now. */
  changed = false;
  /** What is written where it was changed; the text may be a placeholder that counts as nothing. */
  out = '';
  private readonly range: { bytes: Uint8Array; start: number; end: number } = { bytes: new Uint8Array(0), start: 0, end: 0 };
  /** Undefined: nobody has asked yet. */
  private held: string | undefined = '';
  private met: Known | null | undefined = null;
  private record: RawRecord | null = null;
  private view: DataView | null = null;

  constructor(readonly column: number, readonly field: Field | null, private readonly recall: Recall | null) {}

  /** What checks see. */
  get text(): string {
    return this.held ??= this.known?.text ?? this.read();
  }

  set text(text: string) {
    this.held = text;
    this.ascii = this.met = null;
  }

  get isEmpty(): boolean {
    return this.ascii === null ? this.text === '' : this.range.start === this.range.end;
  }

  get known(): Known | null {
    return this.met === undefined ? this.met = this.recall === null ? null : this.recall.of(this.view as DataView, this.record as RawRecord, this.column) : this.met;
  }

  fill(record: RawRecord, bytes: Uint8Array, view: DataView): void {
    const { column } = this;
    this.record = record;
    this.view = view;
    this.held = this.met = undefined;
    this.state = 'usable';
    this.changed = false;
    if (record.plain && ((record.flags[column] as number) & (WIDE | ESCAPED)) === 0) {
      const range = this.ascii = this.range;
      range.bytes = bytes;
      range.start = record.starts[column] as number;
      range.end = record.ends[column] as number;
      this.kinds = record.kinds(column);
    } else {
      this.ascii = null;
      this.kinds = this.known?.kinds ?? kindsIn(this.text);
    }
  }

  /** The text as it was read. */
  read(): string {
    return (this.record as RawRecord).text(this.column);
  }
}

/** `has`: whether a check found the code in the row at hand. */
export function createLead(columns: readonly (Field | null)[], has: Lead['has']): OpenLead {
  const mapped = columns.flatMap((field, column) => (field === null ? [] : [new OpenCell(column, field, createRecall())]));
  const unmapped = columns.flatMap((field, column) => (field === null ? [column] : []));
  const spares = unmapped.map((column) => new OpenCell(column, null, null));
  const byField = new Map<Field, readonly OpenCell[]>(FIELDS.map((field) => [field, mapped.filter((cell) => cell.field === field)]));
  const countries = byField.get('country') as readonly OpenCell[];
  const countryOf = cellMemo(countryCode);
  const cells = [...mapped];
  let record: RawRecord;
  let viewed: Uint8Array | null = null;
  let view: DataView = new DataView(new ArrayBuffer(0));

  const row: Row = {
    get line() { return record.line; },
    get cells() { return columns.map((_, column) => record.text(column)); },
    get trouble(): readonly Trouble[] { return record.trouble; },
  };
  return {
    row, cells, has,
    of: (field) => byField.get(field) ?? NOTHING,
    value: (field) => firstOf(byField.get(field) ?? NOTHING)?.text ?? '',
    first: (field) => firstOf(byField.get(field) ?? NOTHING),
    get country() {
      for (const cell of countries) {
        if (!cell.isEmpty) return countryOf(cell);
      }
      return '';
    },
    fill(next, bytes) {
      record = next;
      if (bytes !== viewed) {
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      }
      for (let at = 0; at < mapped.length; at++) (mapped[at] as OpenCell).fill(next, bytes, view);
      cells.length = mapped.length;
      for (let at = 0; at < unmapped.length; at++) {
        if (((next.flags[unmapped[at] as number] as number) & FORMULA) === 0) continue;
        const cell = spares[at] as OpenCell;
        cell.fill(next, bytes, view);
        cells.push(cell);
      }
    },
  };
}

function firstOf(cells: readonly OpenCell[]): OpenCell | undefined {
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as OpenCell;
    if (cell.state === 'usable' && !cell.isEmpty) return cell;
  }
  return undefined;
}
