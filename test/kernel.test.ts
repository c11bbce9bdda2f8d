import { expect, it } from 'vitest';
import { createKernel, kept, kernelOf, unload, type Kernel } from '../src/kernel.js';
import { readRecords } from '../src/read/records.js';
import { bytesOf } from '../src/read/dialect.js';
import { scannerFor, type Scanner } from '../src/read/scanner.js';
import { dialectOf } from './read/bytes.js';

it('there is room for a wide list from the start: a memory that grows leaves its buffer', () => {
  const kernel = createKernel() as Kernel;
  const { memory } = kernel;
  // 40 columns whose texts are remembered, and a batch of four times the usual size.
  const form = bytesOf(dialectOf(40));
  const scanner = scannerFor(() => true)(1 << 20, form, 40) as Scanner;
  scanner.load(new Uint8Array(1 << 20), form, 40);
  expect(scanner.records.buffer.byteLength).toBe(memory.byteLength);
  unload();

  const at = kernel.reserve(32 << 20);
  expect(kernel.memory).not.toBe(memory);
  expect(kernel.memory.byteLength).toBeGreaterThanOrEqual(at + (32 << 20));
});

it('a table that several kernels ask for stands in each of them, from its next batch on', () => {
  const table = Int32Array.from({ length: 100 }, (_, place) => place * place);
  const place = kept(table);
  const [one, other] = [createKernel() as Kernel, createKernel() as Kernel];
  other.reserve(1 << 20);
  expect([place(one), place(other), place(one)]).toEqual([0, 0, 0]);
  const addresses = new Map<Kernel, Set<number>>([[one, new Set()], [other, new Set()]]);
  for (const [kernel, size] of [[one, 10], [other, 10], [one, 1 << 20], [other, 1 << 21], [other, 10], [one, 10]] as const) {
    const bytes = new Uint8Array(size).fill(7);
    kernel.load(bytes);
    expect(kernelOf(bytes)).toBe(kernel);
    const at = place(kernel);
    expect(kernel.memory).toBe(kernel.run.memory.buffer);
    expect(new Int32Array(kernel.memory, at, table.length)).toEqual(table);
    addresses.get(kernel)!.add(at);
  }
  expect([...addresses.values()].map((places) => places.size)).toEqual([1, 1]);
  unload();
});

it('a batch that ends with the memory can be read to its end', () => {
  const kernel = createKernel() as Kernel;
  const taken = kernel.reserve(16) + 16;
  kernel.reserve(kernel.memory.byteLength - taken);
  // There is room for a quarter more than the first batch had.
  for (const size of [52_429, 65_536]) {
    const bytes = new Uint8Array(size).fill(0x78);
    bytes.set(Buffer.from('ann@stud.acme.com'), size - 17);
    kernel.load(bytes);
    expect(kernel.run.academic(size - 17, size)).toBeTruthy();
    expect(kernel.run.letters(size - 3, size)).toBeTruthy();
    expect(new Int32Array(kernel.run.memory.buffer, kernel.run.answer.value, 4)).toEqual(kernel.answer);
  }
  unload();
});

it('bytes stand there while the scanner reads them, and not when others were read in their place', () => {
  const scanners = scannerFor();
  const batch = { bytes: new Uint8Array(Buffer.from('a,b\n')), line: 2, odd: [], table: 0 };
  const stood: boolean[] = [];
  for (const size of [Infinity, 0, Infinity])
    readRecords(batch, dialectOf(2), ['x', 'y'], () => { stood.push(kernelOf(batch.bytes) !== null); }, (_, form, width) => scanners(size, form, width));
  expect(stood).toEqual([true, false, true]);
});
