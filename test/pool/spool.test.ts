import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScratch } from '../../src/pool/scratch.js';
import { createSpool } from '../../src/pool/spool.js';

const folder = mkdtempSync(join(tmpdir(), 'leadclean-spool-'));
beforeEach(() => { vi.stubEnv('TMPDIR', folder); });
afterEach(() => {
  vi.unstubAllEnvs();
  expect(readdirSync(folder)).toEqual([]);
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

interface Record { readonly name: string; readonly inner: { readonly bytes: Uint8Array; readonly numbers: Uint32Array }; readonly parts: Float64Array; readonly words: readonly string[] }
const records = fc.array(fc.record({
  name: fc.string(), inner: fc.record({ bytes: fc.uint8Array({ maxLength: 100 }), numbers: fc.uint32Array({ maxLength: 30 }) }),
  parts: fc.float64Array({ maxLength: 9 }), words: fc.array(fc.string(), { maxLength: 3 }),
}), { maxLength: 12 });

describe('a spool', () => {
  it('gives back what was put, in order, as often as it is asked', async () => {
    await fc.assert(fc.asyncProperty(records, async (all: Record[]) => {
      const spool = await createSpool<Record>();
      // Who puts may write over the arrays at once.
      const bytes = new Uint8Array(100);
      for (const one of all) {
        bytes.set(one.inner.bytes);
        await spool.put({ ...one, inner: { ...one.inner, bytes: bytes.subarray(0, one.inner.bytes.length) } });
        bytes.fill(255);
      }
      for (let time = 0; time < 2; time++) {
        const again: Record[] = [];
        for await (const one of spool.replay()) again.push(structuredClone(one));
        expect(again).toEqual(all);
      }
      await spool.remove();
    }), { numRuns: 60 });
  });

  it('stops in the middle, and is gone', async () => {
    const spool = await createSpool<{ bytes: Uint8Array }>();
    for (let n = 0; n < 5; n++) await spool.put({ bytes: new Uint8Array(1000).fill(n) });
    for await (const { bytes } of spool.replay()) if (bytes[0] === 2) break;
    await spool.remove();
    await expect(spool.put({ bytes: new Uint8Array(1) }).then(() => spool.replay().next())).rejects.toThrow();
  });
});

describe('scratch', () => {
  it('makes no file before the first byte, and none is left', () => {
    const scratch = createScratch();
    expect(() => { scratch.read(new Uint8Array(1), 0); }).toThrow('ended early');
    scratch.write(Uint8Array.of(1, 2, 3));
    scratch.write(Uint8Array.of(4, 5));
    const into = new Uint8Array(3);
    scratch.read(into, 2);
    expect([...into]).toEqual([3, 4, 5]);
    scratch.remove();
    scratch.remove();
  });
  it('says where it cannot write', () => {
    vi.stubEnv('TMPDIR', join(folder, 'missing'));
    expect(() => { createScratch().write(Uint8Array.of(1)); }).toThrow(/cannot write a temporary file in .*missing/);
  });
});
