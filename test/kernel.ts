import { createKernel, type Kernel } from '../src/kernel.js';
import type { Ascii } from '../src/types.js';

const kernel = createKernel() as Kernel;

/** Texts in ASCII as cells of a batch that stands in WebAssembly, until the next one. */
export function standing(texts: readonly string[]): readonly Ascii[] {
  const bytes = new TextEncoder().encode(['x@y', ...texts, 'z@x'].join(','));
  kernel.load(bytes);
  let next = 4;
  return texts.map((text) => {
    const start = next;
    next += text.length + 1;
    return { bytes, start, end: start + text.length };
  });
}
