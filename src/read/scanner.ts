import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DialectBytes } from './dialect.js';
import { SPAN } from './record.js';

/** Set by the scanner beside the flags of src/read/record.ts: what stands in front of the cell may hide a formula. */
export const UNCLEAR = 16;

/**
 * Reads ordinary records many at a time, in WebAssembly (wasm/scan.ts): well-formed ones of the width of the list. What
 * it stops at is for the loop of src/read/records.ts, which reads all that the scanner reads the same way.
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

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  dialect(delimiter: number, quote: number, comment: number, cr: boolean, width: number, usual: number): void;
  places(bytes: number, cells: number, records: number, most: number): void;
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
/** Sixteen bytes are looked at together: some behind the last one too. */
const BEHIND = 16;

const RECORDS_AT = PAGE;
const CELLS_AT = RECORDS_AT + CELLS * RECORD * 4;
const BYTES_AT = CELLS_AT + CELLS * SPAN * 4;

/** One for all lists of a thread: it holds nothing from batch to batch. Undefined: nobody has asked; null: there is none. */
let only: Scanner | null | undefined;

/** The scanner, null where it does not pay or the dialect is none it knows. */
export function scannerFor(size: number, form: DialectBytes, width: number): Scanner | null {
  if (size < WORTH_IT || width === 0 || width > CELLS || form.delimiter.length !== 1 || form.backslash) return null;
  return only ??= createScanner();
}

function createScanner(): Scanner | null {
  // Beside the bundle; where there is none, as in tests of the sources, the build's.
  const path = ['scan.wasm', '../../dist/scan.wasm'].map((file) => join(fileURLToPath(new URL('.', import.meta.url)), file)).find((file) => existsSync(file));
  if (path === undefined) return null;
  const { Module, Instance } = (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly;
  const made = new Instance(new Module(readFileSync(path))).exports as Exports;
  let size = 0;
  let records: Int32Array = new Int32Array(0);
  let spans: Int32Array = new Int32Array(0);
  return {
    load(bytes, form, width) {
      size = bytes.length;
      const missing = BYTES_AT + size + BEHIND - made.memory.buffer.byteLength;
      if (missing > 0) made.memory.grow(Math.ceil(missing / PAGE));
      if (records.buffer !== made.memory.buffer) {
        records = new Int32Array(made.memory.buffer, RECORDS_AT, CELLS * RECORD);
        spans = new Int32Array(made.memory.buffer, CELLS_AT, CELLS * SPAN);
      }
      new Uint8Array(made.memory.buffer, BYTES_AT).set(bytes);
      made.dialect(form.first, form.quote === -1 ? NO_BYTE : form.quote, form.comment === -1 ? NO_BYTE : form.comment, form.cr, width, form.usual);
      made.places(BYTES_AT, CELLS_AT, RECORDS_AT, Math.floor(CELLS / width));
    },
    scan: (from, stop) => made.scan(from, size, stop),
    next: () => made.next(),
    get records() { return records; },
    get spans() { return spans; },
  };
}
