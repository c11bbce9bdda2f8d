import { FORMULA, QUOTED, type RawRecord } from '../read/record.js';
import { disarm, isSigned } from '../values/formula.js';
import { putByte, putBytes, type Ink } from '../write/ink.js';
import type { Format } from '../write/format.js';
import type { OpenCell, Some } from './lead.js';
import type { Numbers } from './numbers.js';
import type { Plan } from './plan.js';

/** Where the rows of a batch stand: src/pool/plan.ts says what the numbers are. */
export interface Told { readonly places: Numbers; readonly patches: Numbers; readonly patchEnds: Numbers }

/** Turns records into output text. Most rows of most lists go out as they came in, but for a cell or two: of those only the place is told. */
export interface Press {
  /** A batch begins. */
  begin(ink: Ink, bytes: DataView): void;
  /** Tells where in `ink` the row stands. `bytes`: of the batch the record is in. `mended`: in the order of their columns. */
  row(ink: Ink, bytes: DataView, record: RawRecord, mended: Some, told: Told): void;
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
    row(ink, bytes, record, mended, { places, patches, patchEnds }) {
      const { cells, count } = mended;
      const isDisarmed = disarmed(bytes, record, mended);
      const isWhole = !isDisarmed && whole(record);
      let { start, end } = record;
      if (!isWhole) {
        start = ink.length;
        row(ink, bytes, record);
        end = ink.length;
      }
      places.push(start);
      places.push(end);
      if (isWhole) {
        for (let at = 0; at < count; at++) {
          const { column, out } = cells[at] as OpenCell;
          const quotes = record.flagsOf(column) & QUOTED; // 1 or 0
          patches.push(record.startOf(column) - quotes);
          patches.push(record.endOf(column) + quotes);
          patches.push(ink.length);
          format.cell(ink, out, 0);
          patches.push(ink.length);
        }
      } else if (count > 0) {
        start = ink.length;
        for (let at = 0; at < count; at++) replaced[(cells[at] as OpenCell).column] = (cells[at] as OpenCell).out;
        row(ink, bytes, record);
        for (let at = 0; at < count; at++) replaced[(cells[at] as OpenCell).column] = null;
        end = ink.length;
      }
      places.push(start);
      places.push(end);
      patchEnds.push(patches.length);
    },
  };
}
