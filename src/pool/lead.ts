import { FIELDS, type Cell, type CellState, type Code, type Field, type Lead, type Row, type Trouble } from '../types.js';
import { FORMULA, type RawRecord } from '../read/records.js';
import { countryCode } from '../values/country.js';
import { createRecall, type Recall } from './recall.js';

/** A cell while a lead is being examined: `text` is what checks see, `out` what is written. */
export interface OpenCell extends Cell {
  column: number;
  text: string;
  kinds: number;
  out: string;
  state: CellState;
  changed: boolean;
}

/** One lead object that is filled again for each record, so that a row costs no objects. */
export interface OpenLead extends Lead {
  readonly cells: OpenCell[];
  /** Codes found so far, by number. */
  readonly found: Set<Code>;
  /** `bytes`: of the batch the record is in. */
  fill(record: RawRecord, bytes: Uint8Array): void;
}

const NOTHING: readonly OpenCell[] = [];

export function createLead(columns: readonly (Field | null)[]): OpenLead {
  const mapped: OpenCell[] = columns.flatMap((field, column) => (field === null ? [] : [openCell(column, field)]));
  const unmapped = columns.flatMap((field, column) => (field === null ? [column] : []));
  const spares: OpenCell[] = unmapped.map((column) => openCell(column, null));
  const byField = new Map<Field, readonly OpenCell[]>(FIELDS.map((field) => [field, mapped.filter((cell) => cell.field === field)]));
  const countries = byField.get('country') as readonly OpenCell[];
  const cells: OpenCell[] = [...mapped];
  const found = new Set<Code>();
  const recalls = mapped.map(() => createRecall());
  let record: RawRecord;
  /** What the country column said last, and what that means: it says the same row after row. */
  let said = '';
  let meant = '';

  const row: Row = {
    get line() { return record.line; },
    get cells() { return columns.map((_, column) => record.text(column)); },
    get trouble(): readonly Trouble[] { return record.trouble; },
  };
  return {
    row, cells, found,
    of: (field) => byField.get(field) ?? NOTHING,
    value(field) {
      for (const cell of byField.get(field) ?? NOTHING) if (cell.text !== '' && cell.state === 'usable') return cell.text;
      return '';
    },
    get country() {
      for (const cell of countries) {
        if (cell.text === '') continue;
        if (cell.text !== said) {
          said = cell.text;
          meant = countryCode(said);
        }
        return meant;
      }
      return '';
    },
    has: (code) => found.has(code),
    fill(next, bytes) {
      record = next;
      if (found.size > 0) found.clear();
      for (let at = 0; at < mapped.length; at++) refill(mapped[at] as OpenCell, next, bytes, recalls[at] as Recall);
      cells.length = mapped.length;
      for (let at = 0; at < unmapped.length; at++) {
        const column = unmapped[at] as number;
        if (((next.flags[column] as number) & FORMULA) === 0) continue;
        const cell = spares[at] as OpenCell;
        refill(cell, next, bytes, null);
        cells.push(cell);
      }
    },
  };
}

function openCell(column: number, field: Field | null): OpenCell {
  return { column, field, text: '', kinds: 0, out: '', state: 'usable', changed: false };
}

function refill(cell: OpenCell, record: RawRecord, bytes: Uint8Array, recall: Recall | null): void {
  const place = recall === null ? -1 : recall.place(bytes, record, cell.column);
  cell.text = cell.out = recall === null || place < 0 ? record.text(cell.column) : recall.texts[place] as string;
  cell.kinds = recall === null || place < 0 ? record.kinds(cell.column) : recall.kinds[place] as number;
  cell.state = 'usable';
  cell.changed = false;
}
