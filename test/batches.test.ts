import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type * as Lists from '../src/read/list.js';
import { Complaint } from '../src/errors.js';
import { scan, type Scanned } from './scan.js';

/** Bytes of a batch; undefined: as in the program. */
const batch = vi.hoisted(() => ({ size: undefined as number | undefined }));
vi.mock('../src/read/list.js', async (original) => {
  const { openList, ...rest } = await original<typeof Lists>();
  const opened: typeof openList = async (...asked) => {
    const list = await openList(...asked);
    return { ...list, batches: () => list.batches(batch.size) };
  };
  return { ...rest, openList: opened };
});

const GOLDEN = 'fixtures/golden';
const lists = readdirSync(GOLDEN).filter((name) => existsSync(join(GOLDEN, name, 'input.csv')));

const files = ({ file }: Scanned): string[] => ['cleaned', 'flagged', 'rejected', 'changes'].map((name) => file(`list.${name}.csv`));
/** Lists that are refused are refused whatever the batch. */
const refused = async (error: unknown): Promise<string[]> => [error instanceof Complaint ? 'refused' : String(error)];

it('the same files for any size of batch', async () => {
  const odd: string[] = [];
  for (const [at, name] of lists.entries()) {
    const bytes = readFileSync(join(GOLDEN, name, 'input.csv'));
    const written: string[][] = [];
    for (const size of [undefined, at % 4 < 2 ? 1 : 150]) {
      batch.size = size;
      written.push(await scan({ 'list.csv': bytes }, { keep: at % 2 === 0 ? 'best' : 'first', changes: true }).then(files, refused));
    }
    expect(written[0]!.join('')).not.toBe('');
    if (written.some((other) => JSON.stringify(other) !== JSON.stringify(written[0]))) odd.push(name);
  }
  expect(odd).toEqual([]);
});
