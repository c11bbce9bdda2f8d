import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { loadConditions } from '../conditions/start.js';
import { outputError } from '../errors.js';
import type { Batch } from '../read/batch.js';
import { createExaminer } from './examine.js';
import type { Examined, Plan } from './plan.js';
import { beThrifty, WORKER_NURSERY_MB } from './thrift.js';

/** A batch's findings and which thread found them: each thread numbers its patterns for itself. */
export interface Answer { readonly thread: number; readonly examined: Examined }

/** Below this many bytes threads do not pay: of 200 MB two cores save a quarter of the time, for 160 MB of memory more. */
const WORTH_THREADS = 2 ** 27;
/** Batches a thread has at hand: one at work, one waiting. */
const AHEAD = 2;

/** Threads to use when the user does not say. `bytes`: size of the list, null for a pipe. */
export function threadsFor(bytes: number | null): number {
  return bytes !== null && bytes >= WORTH_THREADS ? availableParallelism() : 1;
}

/** Examines batches on `jobs` threads (1: on this one); answers come in the order of the batches. */
export async function* examineAll(batches: AsyncIterable<Batch>, plan: Plan, jobs: number, signal: AbortSignal): AsyncGenerator<Answer> {
  const spare = beThrifty();
  if (jobs <= 1) {
    const examine = createExaminer(plan, await loadConditions(plan.rules));
    let isSpare = false;
    for await (const batch of batches) {
      signal.throwIfAborted();
      isSpare ||= spare();
      yield { thread: 0, examined: examine(batch) };
    }
    return;
  }
  const threads = Array.from({ length: jobs }, () => startThread(plan));
  const stop = (): Promise<unknown> => Promise.all(threads.map((thread) => thread.stop()));
  // Whoever waits for an answer is told that there will be none.
  const abandon = (): void => { void stop(); };
  signal.addEventListener('abort', abandon, { once: true });
  const waiting: Promise<Answer>[] = [];
  try {
    let next = 0;
    for await (const batch of batches) {
      signal.throwIfAborted();
      const thread = next++ % jobs;
      const answer = (threads[thread] as Thread).ask(batch).then((examined) => ({ thread, examined }));
      answer.catch(() => {}); // told when its turn comes
      waiting.push(answer);
      if (waiting.length >= jobs * AHEAD) yield await (waiting.shift() as Promise<Answer>);
    }
    for (const answer of waiting) yield await answer;
  } finally {
    signal.removeEventListener('abort', abandon);
    await stop();
  }
}

interface Thread {
  ask(batch: Batch): Promise<Examined>;
  stop(): Promise<unknown>;
}

function startThread(plan: Plan): Thread {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: plan, resourceLimits: { maxYoungGenerationSizeMb: WORKER_NURSERY_MB } });
  const asked: { answer: (examined: Examined) => void; fail: (error: Error) => void }[] = [];
  let dead: Error | null = null;
  const die = (error: Error): void => {
    dead ??= error;
    for (const { fail } of asked.splice(0)) fail(dead);
  };
  worker.on('message', (examined: Examined) => asked.shift()?.answer(examined));
  worker.on('error', (error: NodeJS.ErrnoException) => die(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outputError('a thread ran out of memory, nothing was written: try again with --jobs 1') : error));
  worker.on('exit', (code) => die(outputError(`a thread was ended from outside (${code}), nothing was written: try again, or with --jobs 1`)));
  return {
    ask: (batch) => new Promise((answer, fail) => {
      if (dead !== null) { fail(dead); return; }
      asked.push({ answer, fail });
      const bytes = new Uint8Array(batch.bytes); // an own copy can be handed over
      worker.postMessage({ ...batch, bytes }, [bytes.buffer]);
    }),
    stop: () => worker.terminate(),
  };
}
