import { createKernel } from '../kernel.js';
import type { SieveTables } from '../values/sieve.js';
import type { DialectBytes } from './dialect.js';
import { SPAN } from './record.js';

/** Set by the scanner beside the flags of src/read/record.ts: what stands in front of the cell may hide a formula. */
export const UNCLEAR = 16;

/**
 * Reads ordinary records many at a time, in WebAssembly (wasm/scan.ts): well-formed ones of the width of the list. What
 * it stops at is for the loop of src/read/walk.ts, which reads all that the scanner reads the same way. It also
 * remembers the texts of columns in which texts come again and again: one list has one scanner.
 */
export interface Scanner {
  /** Takes in valid UTF-8 without NUL, cut in this way into cells. */
  load(bytes: Uint8Array, form: DialectBytes, width: number): void;
  /** Reads from a record's start on, up to another one at `stop` at most; returns how many records were read. */
  scan(from: number, stop: number): number;
  /** Offset behind the last record that was read. */
  next(): number;
  /** Of the records just read, `RECORD` numbers each: where it begins and ends, lines it goes over, `content << 8 | ink << 7 | flags` of all its cells. */
  readonly records: Int32Array;
  /** Of their cells, as many as the list is wide, `SPAN` numbers each. */
  readonly spans: Int32Array;
}

/** The scanner for bytes of this size and form, null where it does not pay or knows no such form. */
export type ScannerFor = (size: number, form: DialectBytes, width: number) => Scanner | null;

/** No byte is one. */
const NO_BYTE = 256;
/** Cells that find room in an answer, and numbers of a record in it. */
const CELLS = 1 << 15;
export const RECORD = 4;
/** Below so many bytes the loop is done before the scanner is made. */
const WORTH_IT = 1 << 15;

/** Texts a column remembers (wasm/recall.ts), a number that no two of them share holding as many in its last bits. */
export const SLOTS = 1 << 13;
const ASKED_AT = SLOTS * (32 + 4);
const MEMORY = ASKED_AT + 8;
/** After so many texts a column in which fewer than two of three are known is left alone. */
const TRIAL = 1 << 13;

/** `isRecalled`: of which columns the texts are remembered. `sieve`: makes what tells ordinary cells. */
export function scannerFor(isRecalled: (column: number) => boolean = () => false, sieve: (() => SieveTables) | null = null): ScannerFor {
  let scanner: Scanner | null | undefined;
  return (size, form, width) => {
    if (size < WORTH_IT || width === 0 || width > CELLS || form.delimiter.length !== 1 || form.backslash) return null;
    return scanner === undefined ? scanner = createScanner(Array.from({ length: width }, (_, column) => column).filter(isRecalled), sieve?.() ?? null) : scanner;
  };
}

function createScanner(recalled: readonly number[], sieve: SieveTables | null): Scanner | null {
  const kernel = createKernel();
  if (kernel === null) return null;
  const { run } = kernel;
  const recordsAt = kernel.reserve(CELLS * RECORD * 4);
  const spansAt = kernel.reserve(CELLS * SPAN * 4);
  const columnsAt = kernel.reserve(CELLS * 4);
  const memories = recalled.map(() => kernel.reserve(MEMORY));
  const columns = new Int32Array(kernel.memory, columnsAt, CELLS);
  for (const [place, column] of recalled.entries()) columns[column] = memories[place] as number;
  if (sieve !== null) run.sieve(kernel.put(sieve.openings), kernel.put(sieve.upTo), kernel.put(sieve.lengths), kernel.put(sieve.signs));
  let size = 0;
  let records: Int32Array = new Int32Array(0);
  let spans: Int32Array = new Int32Array(0);

  /** Columns in which hardly a text comes again are not asked any more. */
  const review = (): void => {
    const numbers = new Int32Array(kernel.memory);
    for (const [place, column] of recalled.entries()) {
      const counts = ((memories[place] as number) + ASKED_AT) / 4;
      const asked = numbers[counts] as number;
      if (asked < TRIAL) continue;
      if ((numbers[counts + 1] as number) * 3 <= asked * 2) numbers[columnsAt / 4 + column] = 0;
      numbers[counts] = numbers[counts + 1] = 0;
    }
  };
  return {
    load(bytes, form, width) {
      size = bytes.length;
      kernel.load(bytes);
      review();
      if (records.buffer !== kernel.memory) {
        records = new Int32Array(kernel.memory, recordsAt, CELLS * RECORD);
        spans = new Int32Array(kernel.memory, spansAt, CELLS * SPAN);
      }
      run.dialect(form.first, form.quote === -1 ? NO_BYTE : form.quote, form.comment === -1 ? NO_BYTE : form.comment, form.cr, width, form.usual);
      run.places(spansAt, recordsAt, Math.floor(CELLS / width), columnsAt);
    },
    scan: (from, stop) => run.scan(from, size, stop),
    next: () => run.next(),
    get records() { return records; },
    get spans() { return spans; },
  };
}
