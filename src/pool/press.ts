import type { Pushed } from '../duplicates/hash.js';
import { FORMULA, QUOTED, type RawRecord } from '../read/record.js';
import { disarm, isSigned } from '../values/formula.js';
import { putByte, putBytes, type Ink } from '../write/ink.js';
import type { Format } from '../write/format.js';
import type { OpenCell, Some } from './lead.js';
import type { Plan } from './plan.js';

/** Turns records into output text. Most rows of most lists go out as they came in: of those only the place is told. */
export interface Press {
  /** A batch begins. */
  begin(ink: Ink, bytes: DataView): void;
  /**
   * Pushes where in `ink` the row with its mended cells as they are now begins and ends, and where the row as it was read, but
   * for cells a spreadsheet would run. `bytes`: of the batch the record is in. `mended`: in the order of their columns.
   */
  row(ink: Ink, bytes: DataView, record: RawRecord, mended: Some, places: Pushed): void;
}

export function createPress(plan: Plan, format: Format): Press {
  const { kept, header } = plan;
  const { dialect } = plan;
  // A well-formed record of a CSV with the same delimiter is its own output.
  const same = format.delimiter !== 0 && dialect.quote === '"' && dialect.escape === 'doubled'
    && dialect.delimiter === String.fromCharCode(format.delimiter);
  const all = same && kept.length === header.length;
  /** Whether the bytes of a batch stand in front of the rows that are written otherwise. */
  const asRead = all && dialect.usual === header.length;
  const last = header.length - 1;
  /** The bytes of the record are those of its cells: nothing stands behind the last, as empty cells too many do. */
  const whole = (record: RawRecord): boolean => asRead && record.plain
    && record.end === record.endOf(last) + ((record.flagsOf(last) & QUOTED));
  const replaced = new Array<string | null>(header.length).fill(null);

  function row(ink: Ink, bytes: DataView, record: RawRecord): void {
    if (record.plain && same) {
      for (let place = 0; place < kept.length; place++) {
        const column = kept[place] as number;
        const text = replaced[column] as string | null;
        if (text !== null) { format.cell(ink, text, place); continue; }
        if (place > 0) putByte(ink, format.delimiter);
        const quotes = record.flagsOf(column) & QUOTED;
        putBytes(ink, bytes, record.startOf(column) - quotes, record.endOf(column) + quotes);
      }
      return;
    }
    for (let place = 0; place < kept.length; place++) {
      const column = kept[place] as number;
      format.cell(ink, replaced[column] ?? record.text(column), place);
    }
  }
  /** The record with its mended cells: what lies between them in one piece. */
  function patched(ink: Ink, bytes: DataView, record: RawRecord, { cells, count }: Some): void {
    let from = record.start;
    for (let at = 0; at < count; at++) {
      const { column, out } = cells[at] as OpenCell;
      const quotes = record.flagsOf(column) & QUOTED; // 1 or 0
      putBytes(ink, bytes, from, record.startOf(column) - quotes);
      format.cell(ink, out, 0);
      from = record.endOf(column) + quotes;
    }
    putBytes(ink, bytes, from, record.end);
  }

  /** The row with its mended cells. */
  function text(ink: Ink, bytes: DataView, record: RawRecord, mended: Some): void {
    if (whole(record)) {
      patched(ink, bytes, record, mended);
      return;
    }
    const { cells, count } = mended;
    for (let at = 0; at < count; at++) replaced[(cells[at] as OpenCell).column] = (cells[at] as OpenCell).out;
    row(ink, bytes, record);
    for (let at = 0; at < count; at++) replaced[(cells[at] as OpenCell).column] = null;
  }
  /** Whether one of the mended cells is one that a spreadsheet would run as it was read; these stand disarmed in `replaced` then. */
  function disarmed(bytes: DataView, record: RawRecord, { cells, count }: Some): boolean {
    let some = false;
    if (!record.formula) return some;
    for (let at = 0; at < count; at++) {
      const { column } = cells[at] as OpenCell;
      if ((record.flagsOf(column) & FORMULA) === 0) continue;
      if (record.isAscii(column) && isSigned(bytes.getUint8(record.startOf(column)), record.kindsOf(column))) continue;
      const read = record.text(column);
      const safe = disarm(read);
      if (safe === read) continue;
      replaced[column] = safe;
      some = true;
    }
    return some;
  }

  return {
    begin(ink, bytes) {
      if (asRead) putBytes(ink, bytes);
    },
    row(ink, bytes, record, mended, places) {
      let { start, end } = record;
      const { cells, count } = mended;
      if (count > 0) {
        places.push(ink.length);
        text(ink, bytes, record, mended);
        places.push(ink.length);
      }
      if (disarmed(bytes, record, mended) || !whole(record)) {
        start = ink.length;
        row(ink, bytes, record);
        end = ink.length;
        for (let at = 0; at < count; at++) replaced[(cells[at] as OpenCell).column] = null;
      }
      if (count === 0) {
        places.push(start);
        places.push(end);
      }
      places.push(start);
      places.push(end);
    },
  };
}
