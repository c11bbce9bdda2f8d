import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What wasm/ exports; offsets are those in the batch that was loaded. */
export interface Compiled {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  /** wasm/memory.ts */
  readonly answer: { readonly value: number };
  load(address: number): void;
  /** wasm/scan.ts */
  dialect(delimiter: number, quote: number, comment: number, cr: boolean, width: number, usual: number): void;
  places(cells: number, records: number, most: number, memories: number): void;
  scan(from: number, size: number, stop: number): number;
  next(): number;
  /** wasm/sieve.ts */
  sieve(openings: number, upTo: number, lengths: number, signs: number): void;
  /** wasm/keys.ts */
  letters(start: number, end: number): number;
  mailbox(start: number, end: number, folds: number): number;
  /** wasm/mail.ts */
  address(start: number, end: number, hosts: number, words: number): number;
  isAt(start: number, end: number, hostStart: number, hostEnd: number): number;
  academic(start: number, end: number): number;
}

/** WebAssembly (wasm/) with a memory of its own, in which a batch of bytes stands while it is read. */
export interface Kernel {
  readonly run: Compiled;
  /** Takes so many bytes of the memory for good, all of them zero, and returns where they are. Not while a batch is read: it may make views of `memory` void. */
  reserve(size: number): number;
  /** Copies a table into the memory for good and returns where it is. Not while a batch is read. */
  put(table: Uint8Array | Int32Array): number;
  /** The same before the next batch comes in, and tells where it is then. */
  keep(table: Uint8Array | Int32Array, told: (address: number) => void): void;
  /** The memory, until the next batch. */
  memory: ArrayBuffer;
  /** Four numbers that a call leaves, until the next call or batch. */
  answer: Int32Array;
  /** Takes in a batch, in the place of the one before. */
  load(bytes: Uint8Array): void;
}

/** What is used of it; Node's types leave it out. */
interface Wasm { readonly Module: new (code: Uint8Array) => object; readonly Instance: new (module: object) => { readonly exports: unknown } }

const PAGE = 1 << 16;
/** Sixteen bytes are looked at together, and 32 of a text that is remembered: some behind the last one too. */
const BEHIND = 48;

/** Numbers of `answer`. */
const ANSWER = 4;

/** The code, null where it was not built; undefined: nobody has asked. */
let code: object | null | undefined;

/** One for each list; null where the code was not built. */
export function createKernel(): Kernel | null {
  const { Module, Instance } = (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly;
  if (code === undefined) {
    // Beside the bundle; where there is none, as in tests of the sources, the build's.
    const path = ['kernel.wasm', '../dist/kernel.wasm'].map((file) => join(dirname(fileURLToPath(import.meta.url)), file)).find((file) => existsSync(file));
    code = path === undefined ? null : new Module(readFileSync(path));
  }
  if (code === null) return null;
  const run = new Instance(code).exports as Compiled;
  let taken = PAGE;
  /** Where batches stand, and for how many bytes there is room. */
  let batchAt = 0;
  let room = -1;
  const tables: [Uint8Array | Int32Array, (address: number) => void][] = [];

  // Without accessors, of which V8 makes slow dictionaries in literals.
  const kernel: Kernel = {
    run,
    memory: run.memory.buffer,
    answer: new Int32Array(run.memory.buffer, run.answer.value, ANSWER),
    reserve(size) {
      const at = taken;
      taken += Math.ceil(size / 16) * 16;
      const missing = taken - kernel.memory.byteLength;
      if (missing <= 0) return at;
      run.memory.grow(Math.ceil(missing / PAGE));
      kernel.memory = run.memory.buffer;
      kernel.answer = new Int32Array(kernel.memory, run.answer.value, ANSWER);
      return at;
    },
    put(table) {
      const at = kernel.reserve(table.byteLength);
      new Uint8Array(kernel.memory, at).set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength));
      return at;
    },
    keep: (table, told) => { tables.push([table, told]); },
    load(bytes) {
      for (const [table, told] of tables.splice(0)) told(kernel.put(table));
      if (bytes.length > room) {
        // The last batches of a list are a little longer than the first.
        room = bytes.length + (bytes.length >> 2);
        batchAt = kernel.reserve(room + BEHIND);
      }
      new Uint8Array(kernel.memory, batchAt).set(bytes);
      run.load(batchAt);
      loaded = kernel;
      stands = bytes;
    },
  };
  return kernel;
}

let loaded: Kernel | null = null;
let stands: Uint8Array | null = null;

/** The kernel in which these bytes stand, null: none. */
export function kernelOf(bytes: Uint8Array): Kernel | null {
  return bytes === stands ? loaded : null;
}

/**
 * Where a table stands in a kernel that calls need it in; 0: not there yet, but before the next batch.
 */
export function kept(table: Uint8Array | Int32Array): (kernel: Kernel) => number {
  const places = new WeakMap<Kernel, { address: number }>();
  let last: Kernel | null = null;
  let place = { address: 0 };
  return (kernel) => {
    if (kernel !== last) {
      last = kernel;
      const known = places.get(kernel);
      if (known !== undefined) place = known;
      else {
        const added = place = { address: 0 };
        places.set(kernel, added);
        kernel.keep(table, (address) => { added.address = address; });
      }
    }
    return place.address;
  };
}

/** Other bytes take the place of those that were loaded, in the same buffer perhaps. */
export function unload(): void {
  loaded = stands = null;
}
