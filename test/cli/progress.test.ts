import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { clean, type Outside } from '../../src/clean.js';
import { createPace } from '../../src/cli/pace.js';
import { startProgress } from '../../src/cli/progress.js';
import { COST, createEffort } from '../../src/effort.js';
import { emptyFolder, OPTIONS } from '../scan.js';

/** A terminal 100 columns wide that remembers what was drawn on it. */
function terminal(): { readonly stream: NodeJS.WriteStream; readonly drawn: () => string } {
  const chunks: Buffer[] = [];
  const stream = Object.assign(new PassThrough(), {
    isTTY: true, columns: 100, rows: 24, cursorTo: () => true, moveCursor: () => true, clearLine: () => true, clearScreenDown: () => true,
  });
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream: stream as unknown as NodeJS.WriteStream, drawn: () => Buffer.concat(chunks).toString() };
}

async function show(states: readonly { at: number; rows: number; done: number; total: number | null }[]): Promise<string> {
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
  const drawn = await show([{ at: 0, rows: 0, done: 0, total: 1000 }, { at: 2000, rows: 50_000, done: 250, total: 1000 }]);
  expect(drawn).toContain('50,000 rows');
  expect(drawn).toContain('25,000 rows/s');
  expect(drawn).toContain('6.0 s left');
  expect(drawn).not.toContain('\u001b[2J');
});

test('settling goes on where reading ended: one bar for both', async () => {
  const drawn = await show([
    { at: 0, rows: 0, done: 0, total: 1080 }, { at: 8000, rows: 4000, done: 1000, total: 1080 }, { at: 8100, rows: 0, done: 1000, total: 1080 }, { at: 8320, rows: 2000, done: 1040, total: 1080 },
  ]);
  expect(drawn).toMatch(/92% .*4,000 rows/);
  expect(drawn).toMatch(/96% .*2,000 rows/);
});

test('a pipe has no end to count down to', async () => {
  const drawn = await show([{ at: 0, rows: 0, done: 0, total: null }, { at: 2000, rows: 50_000, done: 250, total: null }]);
  expect(drawn).toContain('25,000 rows/s');
  expect(drawn).not.toMatch(/left|%/);
});

describe('time left is right within a fifth', () => {
  const MB = 2 ** 20;
  const STEPS = 400;
  /** Parts of a run, one after the other: so much of the work, at so many units a second. */
  type Part = readonly [work: number, speed: number];

  /** Where what is said differs from the truth by more than a fifth (or a hundredth of the whole run). `total`: the work that is expected. */
  function wrong(parts: readonly Part[], total: number, from = 0.1, to = 1): string[] {
    const whole = parts.reduce((sum, [work, speed]) => sum + work / speed, 0);
    const pace = createPace();
    const odd: string[] = [];
    let now = 0;
    let done = 0;
    pace.see(0, 0);
    for (const [work, speed] of parts) {
      for (let step = 1; step <= STEPS; step++) {
        // No two batches take the same time.
        now += work / speed / STEPS * (step % 2 === 0 ? 1.4 : 0.6);
        done += work / STEPS;
        pace.see(now, done);
        const [said, left] = [(total - done) / (pace.speed() ?? NaN), whole - now];
        if (now > whole * from && now < whole * to && !(Math.abs(said - left) <= left / 5 + whole / 100)) odd.push(`${now.toFixed(1)} s of ${whole.toFixed(1)}: ${said.toFixed(1)} instead of ${left.toFixed(1)}`);
      }
    }
    return odd;
  }
  const reading = createEffort([200 * MB], { known: 0, seesAll: false, likely: false, threads: false });
  const seeing = createEffort([200 * MB], { known: 0, seesAll: true, likely: false, threads: false });

  test('at one speed', () => {
    expect(wrong([[200 * MB, 10 * MB]], reading.reading(0, 0).total!)).toEqual([]);
  });
  test('read, then settled, at what settling is said to cost or two fifths more or less', () => {
    const settling = seeing.settling(0, 1, 1).done - seeing.settling(0, 0, 1).done;
    expect(settling).toBeCloseTo(200 * MB * COST.settling.alone);
    const total = seeing.reading(0, 0).total!;
    expect(wrong([[200 * MB, 10 * MB], [settling, 10 * MB]], total)).toEqual([]);
    // A wrong guess of what settling costs shows only when little else is left.
    for (const factor of [0.6, 1.4]) expect(wrong([[200 * MB, 10 * MB], [settling, 10 * MB / factor]], total, 0.1, 0.75)).toEqual([]);
  });
  test('half as fast after the first third: right again a third of the time later', () => {
    const parts: Part[] = [[70 * MB, 10 * MB], [130 * MB, 5 * MB]];
    expect(wrong(parts, 200 * MB)).not.toEqual([]);
    expect(wrong(parts, 200 * MB, 0.21 / 0.7 + 0.02)).toEqual([]);
  });
  test('a little slower all the time', () => {
    expect(wrong(Array.from({ length: 10 }, (_, part): Part => [20 * MB, (10 - part * 0.25) * MB]), 200 * MB)).toEqual([]);
  });

  test('parts of several lists add up to the whole', () => {
    const effort = createEffort([40, 30, 70], { known: 1, seesAll: true, likely: true, threads: false });
    const all = [
      effort.reading(0, 0), effort.reading(0, 40), effort.reading(1, 0), effort.reading(1, 30), effort.reading(2, 70), effort.deciding(0), effort.deciding(0.5), effort.deciding(1),
      effort.settling(1, 0, 9), effort.settling(1, 9, 9), effort.settling(2, 0, 5), effort.settling(2, 5, 5),
    ].map(({ done }) => done);
    expect(all).toEqual([...all].sort((a, b) => a - b));
    expect(all.at(-1)).toBeCloseTo(effort.reading(0, 0).total!);
    expect(createEffort([30, null], { known: 0, seesAll: true, likely: true, threads: false }).reading(1, 12).total).toBe(null);
    expect(createEffort([0], { known: 0, seesAll: true, likely: false, threads: false }).settling(0, 0, 0).done).toBe(0);
  });
});

test.each(['best', 'first'] as const)('a run tells of every list it reads, from nothing to all, with --keep %s', async (keep) => {
  const folder = emptyFolder();
  const list = (name: string): string => {
    const path = join(folder, `${name}.csv`);
    writeFileSync(path, `Email,First Name,Last Name\n${Array.from({ length: 900 }, (_, n) => `${name}.${n}@firm-works.com,Ann,Keller ${name}${n}\n`).join('')}`);
    return path;
  };
  const told: Parameters<Outside['progress']>[0][] = [];
  const [crm, one, other] = [list('crm'), list('one'), list('other')];
  await clean({ ...OPTIONS, lists: [one, other], against: [crm], out: folder, keep }, {
    stdin: () => process.stdin, stdout: process.stdout, cwd: folder, now: () => new Date(), signal: new AbortController().signal, progress: (state) => { told.push(state); },
  });
  expect([...new Set(told.map(({ list }) => list))]).toEqual([crm, one, other]);
  const done = told.map((state) => state.done / state.total!);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  expect(done.at(-1)).toBeCloseTo(1);
  expect(new Set(told.map(({ total }) => total)).size).toBe(1);
});
