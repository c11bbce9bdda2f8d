import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DialectBytes } from './dialect.js';
import { SPAN } from './record.js';

/** Set by the scanner beside the flags of src/read/record.ts: what stands in front of the cell may hide a formula. */
export const UNCLEAR = 16;

/**
 * Reads ordinary records many at a time, in WebAssembly (wasm/scan.ts): well-formed ones of the width of the list. What
 * it stops at is for the loop of src/read/records.ts, which reads all that the scanner reads the same way. It also
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

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  dialect(delimiter: number, quote: number, comment: number, cr: boolean, width: number, usual: number): void;
  places(bytes: number, cells: number, records: number, most: number, memories: number): void;
  scan(from: number, size: number, stop: number): number;
  next(): number;
}
/** What is used of it; Node's types leave it out. */
interface Wasm { readonly Module: new (code: Uint8Array) => object; readonly Instance: new (module: object) => { readonly exports: unknown } }

/** No byte is one. */
const NO_BYTE = 256;
const PAGE = 1 << 16;
/** Cells that find room in an answer, and numbers of a record in it. */
const CELLS = 1 << 15;
export const RECORD = 4;
/** Below so many bytes the loop is done before the scanner is made. */
const WORTH_IT = 1 << 15;
/** Sixteen bytes are looked at together, and 32 of a text that is remembered: some behind the last one too. */
const BEHIND = 48;

/** Texts a column remembers (wasm/scan.ts), a number that no two of them share holding as many in its last bits. */
export const SLOTS = 1 << 13;
const ASKED_AT = SLOTS * (32 + 4);
const MEMORY = ASKED_AT + 8;
/** After so many texts a column in which fewer than two of three are known is left alone. */
const TRIAL = 1 << 13;

const RECORDS_AT = PAGE;
const SPANS_AT = RECORDS_AT + CELLS * RECORD * 4;
const COLUMNS_AT = SPANS_AT + CELLS * SPAN * 4;
const MEMORIES_AT = COLUMNS_AT + CELLS * 4;

/** `isRecalled`: of which columns the texts are remembered. */
export function scannerFor(isRecalled: (column: number) => boolean = () => false): ScannerFor {
  let scanner: Scanner | null | undefined;
  return (size, form, width) => {
    if (size < WORTH_IT || width === 0 || width > CELLS || form.delimiter.length !== 1 || form.backslash) return null;
    return scanner === undefined ? scanner = createScanner(Array.from({ length: width }, (_, column) => column).filter(isRecalled)) : scanner;
  };
}

/** The code, null where it was not built; undefined: nobody has asked. */
let code: object | null | undefined;

function createScanner(recalled: readonly number[]): Scanner | null {
  const { Module, Instance } = (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly;
  if (code === undefined) {
    // Beside the bundle; where there is none, as in tests of the sources, the build's.
    const path = ['scan.wasm', '../../dist/scan.wasm'].map((file) => join(dirname(fileURLToPath(import.meta.url)), file)).find((file) => existsSync(file));
    code = path === undefined ? null : new Module(readFileSync(path));
  }
  if (code === null) return null;
  const made = new Instance(code).exports as Exports;
  const bytesAt = MEMORIES_AT + recalled.length * MEMORY;
  let size = 0;
  let records: Int32Array = new Int32Array(0);
  let spans: Int32Array = new Int32Array(0);

  /** Columns in which hardly a text comes again are not asked any more. */
  function review(): void {
    const numbers = new Int32Array(made.memory.buffer);
    for (const [place, column] of recalled.entries()) {
      const counts = (MEMORIES_AT + place * MEMORY + ASKED_AT) / 4;
      const asked = numbers[counts] as number;
      if (asked < TRIAL) continue;
      if ((numbers[counts + 1] as number) * 3 <= asked * 2) numbers[COLUMNS_AT / 4 + column] = 0;
      numbers[counts] = numbers[counts + 1] = 0;
    }
  }
  return {
    load(bytes, form, width) {
      size = bytes.length;
      const missing = bytesAt + size + BEHIND - made.memory.buffer.byteLength;
      if (missing > 0) made.memory.grow(Math.ceil(missing / PAGE));
      if (records.length === 0) {
        const columns = new Int32Array(made.memory.buffer, COLUMNS_AT, width);
        for (const [place, column] of recalled.entries()) columns[column] = MEMORIES_AT + place * MEMORY;
      }
      if (records.buffer !== made.memory.buffer) {
        records = new Int32Array(made.memory.buffer, RECORDS_AT, CELLS * RECORD);
        spans = new Int32Array(made.memory.buffer, SPANS_AT, CELLS * SPAN);
      }
      review();
      new Uint8Array(made.memory.buffer, bytesAt).set(bytes);
      made.dialect(form.first, form.quote === -1 ? NO_BYTE : form.quote, form.comment === -1 ? NO_BYTE : form.comment, form.cr, width, form.usual);
      made.places(bytesAt, SPANS_AT, RECORDS_AT, Math.floor(CELLS / width), COLUMNS_AT);
    },
    scan: (from, stop) => made.scan(from, size, stop),
    next: () => made.next(),
    get records() { return records; },
    get spans() { return spans; },
  };
}
