import { expect, it } from 'vitest';
import { createKernel, type Kernel } from '../src/kernel.js';
import { scannerFor } from '../src/read/scanner.js';
import { bytesOf } from '../src/read/dialect.js';
import { dialectOf } from './read/bytes.js';

it('has room for a wide list from the start, and for more when it is asked for', () => {
  const kernel = createKernel() as Kernel;
  const { memory } = kernel;
  kernel.reserve(16 << 20);
  expect(kernel.memory).toBe(memory);
  const at = kernel.reserve(32 << 20);
  expect(kernel.memory.byteLength).toBeGreaterThanOrEqual(at + (32 << 20));

  // 40 columns whose texts are remembered, and a batch of four times the usual size.
  const width = 40;
  const scanner = scannerFor(() => true)(1 << 20, bytesOf(dialectOf(width)), width);
  scanner?.load(new Uint8Array(1 << 20), bytesOf(dialectOf(width)), width);
  expect(scanner?.records.buffer.byteLength).toBe(memory.byteLength);
});
