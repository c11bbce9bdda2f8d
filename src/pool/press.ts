import { QUOTED, type RawRecord } from '../read/records.js';
import { disarm } from '../values/formula.js';
import { putByte, putBytes, type Ink } from '../write/ink.js';
import type { Format } from '../write/format.js';
import type { OpenCell } from './lead.js';
import type { Plan } from './plan.js';

/** Turns records into output text. Most bytes of most lists go out as they came in. */
export interface Press {
  /** `bytes`: of the batch the record is in. The row with `changed` cells as they are now; null: nothing was changed. */
  text(ink: Ink, bytes: Uint8Array, record: RawRecord, changed: readonly OpenCell[] | null): void;
  /** The row as it was read, but for cells a spreadsheet would run. */
  evidence(ink: Ink, bytes: Uint8Array, record: RawRecord, cells: readonly OpenCell[]): void;
}

export function createPress(plan: Plan, format: Format): Press {
  const { kept, header } = plan;
  const { dialect } = plan;
  // A well-formed record of a CSV with the same delimiter is its own output.
  const same = format.delimiter !== 0 && dialect.quote === '"' && dialect.escape === 'doubled'
    && dialect.delimiter === String.fromCharCode(format.delimiter);
  const whole = same && kept.length === header.length;
  const replaced = new Array<string | null>(header.length).fill(null);

  function row(ink: Ink, bytes: Uint8Array, record: RawRecord): void {
    if (record.plain && same) {
      for (let place = 0; place < kept.length; place++) {
        const column = kept[place] as number;
        const text = replaced[column] as string | null;
        if (text !== null) { format.cell(ink, text, place); continue; }
        if (place > 0) putByte(ink, format.delimiter);
        const quotes = (record.flags[column] as number) & QUOTED ? 1 : 0;
        putBytes(ink, bytes, (record.starts[column] as number) - quotes, (record.ends[column] as number) + quotes);
      }
      return;
    }
    for (let place = 0; place < kept.length; place++) {
      const column = kept[place] as number;
      format.cell(ink, replaced[column] ?? record.text(column), place);
    }
  }
  return {
    text(ink, bytes, record, changed) {
      if (changed === null) {
        if (whole && record.plain) putBytes(ink, bytes, record.start, record.end);
        else row(ink, bytes, record);
        return;
      }
      for (const cell of changed) if (cell.changed) replaced[cell.column] = cell.out;
      row(ink, bytes, record);
      for (const cell of changed) replaced[cell.column] = null;
    },
    evidence(ink, bytes, record, cells) {
      for (const cell of cells) {
        if (!cell.changed) continue;
        const read = record.text(cell.column);
        const safe = disarm(read);
        if (safe !== read) replaced[cell.column] = safe;
      }
      row(ink, bytes, record);
      for (const cell of cells) replaced[cell.column] = null;
    },
  };
}
