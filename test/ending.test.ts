import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { clean } from '../src/clean.js';
import { OPTIONS } from './scan.js';

/** The built program, as real processes: runs that end before their time leave nothing behind. */
const BIN = resolve('bin/leadclean.js');
const folder = mkdtempSync(join(tmpdir(), 'leadclean-ending-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const HEADER = 'Id,Email,First Name,Last Name,Company,Notes\n';
const row = (n: number): string => `${n},ann.${n}@firm${n % 911}-works.com,Ann,Keller,"Firm ${n % 911}, Works",${'met at the fair '.repeat(20)}\n`;
/** Some 4 MB: more batches than two threads have at hand. */
const LIST = HEADER + Array.from({ length: 10_000 }, (_, n) => row(n)).join('');
const list = join(folder, 'list.csv');
writeFileSync(list, LIST);

interface Running { readonly child: ChildProcess; readonly out: string; readonly temporary: string; readonly said: () => string; ended(): Promise<number | null> }

function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const here = mkdtempSync(join(folder, 'run-'));
  const [out, temporary] = [join(here, 'out'), join(here, 'tmp')];
  for (const path of [out, temporary]) mkdirSync(path);
  const child = spawn(process.execPath, [BIN, 'scan', '-o', out, '-q', '--as-of', '2026-11-21', '--name', 'list', ...args], { env: { ...process.env, TMPDIR: temporary, ...env } });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => { said += text; });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, out, temporary, said: () => said, ended: () => ended };
}

/** What a run left in the folders it may write to. */
const left = ({ out, temporary }: Running): string[] => [...readdirSync(out), ...readdirSync(temporary)];

/** Until the run has begun to write: a temporary file stands there. */
async function atWork({ out, ended }: Running): Promise<void> {
  let over = false;
  void ended().then(() => { over = true; });
  while (!over && readdirSync(out).length === 0) await new Promise((done) => setTimeout(done, 20));
}

describe('a thread that dies', () => {
  /** Loaded before the program, on every thread: what happens to a worker instead of its third answer. */
  const preload = (name: string, death: string): string => {
    const path = join(folder, `${name}.mjs`);
    writeFileSync(path, `import { isMainThread, parentPort } from 'node:worker_threads';
if (!isMainThread) {
  const answer = parentPort.postMessage.bind(parentPort);
  let answers = 0;
  parentPort.postMessage = (...answered) => { if (++answers === 3) { ${death} } else answer(...answered); };
}`);
    return `--import ${pathToFileURL(path).href}`;
  };
  it.each([
    ['exits', 'process.exit(3)', '', 4],
    ['runs out of memory', 'const all = []; for (;;) all.push(new Array(1 << 16).fill(all.length + 0.5));', '--max-old-space-size=200', 4],
    ['throws', "throw new Error('a slip of ours')", '', 70],
  ])('%s: a clear sentence, and no file', async (name, death, flags, exit) => {
    for (const keep of ['best', 'first']) {
      const run = start([list, '--jobs', '2', '--keep', keep], { NODE_OPTIONS: `${preload(name.replaceAll(' ', '-'), death)} ${flags}` });
      expect([await run.ended(), left(run)], run.said()).toEqual([exit, []]);
      expect(run.said().split('\n')[0]).toMatch(exit === 70 ? /a slip of ours/ : /^leadclean: .*thread/);
    }
  });
});

describe('a run that is interrupted', () => {
  it.each([
    ['SIGINT', '1', 'first'], ['SIGTERM', '1', 'first'], ['SIGHUP', '1', 'first'], ['SIGINT', '2', 'first'], ['SIGTERM', '2', 'first'],
  ] as const)('by %s with %s threads, waiting for a pipe that is silent', async (signal, jobs, keep) => {
    const run = start(['-', '--jobs', jobs, '--keep', keep]);
    run.child.stdin!.on('error', () => {});
    run.child.stdin!.write(LIST);
    await atWork(run);
    run.child.kill(signal);
    expect([await run.ended(), left(run)], run.said()).toEqual([130, []]);
  });

  it.each(['1', '2'])('with %s threads, waiting for a reader that pauses', async (jobs) => {
    const run = start(['-', '--jobs', jobs, '--keep', 'first', '--stdout', 'cleaned']);
    run.child.stdin!.on('error', () => {});
    run.child.stdin!.write(LIST);
    await once(run.child.stdout!, 'readable'); // and nothing is read of it
    run.child.kill('SIGINT');
    expect([(await once(run.child, 'exit'))[0], left(run)], run.said()).toEqual([130, []]);
  });

  it.each([['SIGINT', '1'], ['SIGTERM', '2']] as const)('by %s with %s threads, while all rows are seen', async (signal, jobs) => {
    const run = start(['-', '--jobs', jobs]);
    run.child.stdin!.on('error', () => {});
    // More than a pipe holds, so that part of it has been read when the write is through.
    await new Promise<void>((done) => { run.child.stdin!.write(LIST, () => { done(); }); });
    run.child.kill(signal);
    expect([await run.ended(), left(run)], run.said()).toEqual([130, []]);
  });
});

it('a run that is interrupted while likely duplicates are looked for', async () => {
  const out = mkdtempSync(join(folder, 'out-'));
  const stop = new AbortController();
  const told: number[] = [];
  const bytes = Buffer.byteLength(LIST);
  const run = clean({ ...OPTIONS, lists: [list], out }, {
    stdin: () => process.stdin, stdout: process.stdout, cwd: out, now: () => new Date(), signal: stop.signal,
    // What is asked for in another turn is heard only by who gives way.
    progress: ({ done }) => { if (done > bytes && told.push(done) === 1) setImmediate(() => { stop.abort(new Error('enough')); }); },
  });
  await expect(run).rejects.toThrow('enough');
  expect([told.length, readdirSync(out)]).toEqual([1, []]);
});

it('a run that is interrupted while a thread never answers', async () => {
  const path = join(folder, 'silent.mjs');
  writeFileSync(path, "import { isMainThread, parentPort } from 'node:worker_threads';\nif (!isMainThread) parentPort.postMessage = () => { for (;;); };");
  const run = start([list, '--jobs', '2', '--keep', 'first'], { NODE_OPTIONS: `--import ${pathToFileURL(path).href}` });
  await atWork(run);
  run.child.kill('SIGINT');
  expect([await run.ended(), left(run)], run.said()).toEqual([130, []]);
});

describe('a reader that has seen enough', () => {
  it.each(['1', '2'])('ends the run quietly with %s threads', async (jobs) => {
    const run = start([list, '--jobs', jobs, '--keep', 'first', '--stdout', 'cleaned']);
    await once(run.child.stdout!, 'data');
    run.child.stdout!.destroy();
    expect([await run.ended(), left(run), run.said()]).toEqual([0, [], '']);
  });
});
