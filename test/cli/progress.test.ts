import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { startProgress } from '../../src/cli/progress.js';

/** A terminal 100 columns wide that remembers what was drawn on it. */
function terminal(): { readonly stream: NodeJS.WriteStream; readonly drawn: () => string } {
  const chunks: Buffer[] = [];
  const stream = Object.assign(new PassThrough(), {
    isTTY: true, columns: 100, rows: 24, cursorTo: () => true, moveCursor: () => true, clearLine: () => true, clearScreenDown: () => true,
  });
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream: stream as unknown as NodeJS.WriteStream, drawn: () => Buffer.concat(chunks).toString() };
}

async function show(states: readonly { at: number; rows: number; bytes: number; total: number | null }[]): Promise<string> {
  const { stream, drawn } = terminal();
  let now = 0;
  const progress = startProgress(stream, true, () => now);
  for (const { at, ...state } of states) {
    now = at;
    progress.show({ list: 'list\u001b[2J.csv', ...state });
    await new Promise((done) => setTimeout(done, 160)); // drawn at most eight times a second
  }
  progress.stop();
  return drawn();
}

test('rows a second and time left, from what was read so far', async () => {
  const drawn = await show([{ at: 0, rows: 0, bytes: 0, total: 1000 }, { at: 2000, rows: 50_000, bytes: 250, total: 1000 }]);
  expect(drawn).toContain('50,000 rows');
  expect(drawn).toContain('25,000 rows/s');
  expect(drawn).toContain('6.0 s left');
  expect(drawn).not.toContain('\u001b[2J');
});

test('a second pass over the list counts down the rows of the first', async () => {
  const drawn = await show([
    { at: 0, rows: 100, bytes: 1000, total: 1000 }, { at: 1000, rows: 4000, bytes: 1000, total: 1000 },
    { at: 2000, rows: 0, bytes: 1000, total: 1000 }, { at: 4000, rows: 1000, bytes: 1000, total: 1000 },
  ]);
  expect(drawn).toMatch(/25% .*6\.0 s left/);
});

test('a pipe has no end to count down to', async () => {
  const drawn = await show([{ at: 0, rows: 0, bytes: 0, total: null }, { at: 2000, rows: 50_000, bytes: 250, total: null }]);
  expect(drawn).toContain('25,000 rows/s');
  expect(drawn).not.toMatch(/left|%/);
});
