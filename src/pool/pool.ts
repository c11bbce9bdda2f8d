import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { compileConditions } from '../conditions/start.js';
import { outputError } from '../errors.js';
import type { Batch } from '../read/batch.js';
import { createExaminer } from './examine.js';
import { unpacked } from './parcel.js';
import type { Examined, Plan } from './plan.js';
import { beThrifty, WORKER_NURSERY_MB } from './thrift.js';
import type { Question, Reply } from './worker.js';

/** A batch's findings and which thread found them: each thread numbers its patterns for itself. */
export interface Answer { readonly thread: number; readonly examined: Examined }

/** Below this many bytes threads do not pay: of 200 MB two cores save a quarter of the time, for 60 MB of memory more. */
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
    const examine = createExaminer(plan, compileConditions(plan.rules));
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
  const waiting: Promise<Found>[] = [];
  async function* told(most: number): AsyncGenerator<Answer> {
    while (waiting.length > most) {
      const { answer, done } = await (waiting.shift() as Promise<Found>);
      yield answer;
      done();
    }
  }
  try {
    let next = 0;
    for await (const batch of batches) {
      signal.throwIfAborted();
      const number = next++ % jobs;
      const found = (threads[number] as Thread).ask(batch).then(({ examined, done }) => ({ answer: { thread: number, examined }, done }));
      found.catch(() => {}); // told when its turn comes
      waiting.push(found);
      yield* told(jobs * AHEAD - 1);
    }
    yield* told(0);
  } finally {
    signal.removeEventListener('abort', abandon);
    await stop();
  }
}

interface Found { readonly answer: Answer; readonly done: () => void }

interface Thread {
  /** `done` is to be called when what was examined is no longer looked at. */
  ask(batch: Batch): Promise<{ readonly examined: Examined; readonly done: () => void }>;
  stop(): Promise<unknown>;
}

/** Buffers are used again, each by one side at a time: bytes that come and go by the batch are much garbage. */
function startThread(plan: Plan): Thread {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: plan, resourceLimits: { maxYoungGenerationSizeMb: WORKER_NURSERY_MB } });
  const asked: { batch: SharedArrayBuffer; answer: (reply: Reply) => void; fail: (error: Error) => void }[] = [];
  const forBatches: SharedArrayBuffer[] = [];
  const forAnswers: SharedArrayBuffer[] = [];
  let dead: Error | null = null;
  const die = (error: Error): void => {
    dead ??= error;
    for (const { fail } of asked.splice(0)) fail(dead);
  };
  worker.on('message', (reply: Reply) => {
    const question = asked.shift();
    if (question === undefined) return;
    forBatches.push(question.batch);
    question.answer(reply);
  });
  worker.on('error', (error: NodeJS.ErrnoException) => die(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outputError('a thread ran out of memory, nothing was written: try again with --jobs 1') : error));
  worker.on('exit', (code) => die(outputError(`a thread was ended from outside (${code}), nothing was written: try again, or with --jobs 1`)));

  /** The batch in a buffer of its own. */
  function copied({ bytes }: Batch): Uint8Array<SharedArrayBuffer> {
    const room = forBatches.pop();
    const copy = new Uint8Array(room !== undefined && room.byteLength >= bytes.length ? room : new SharedArrayBuffer(bytes.length + (bytes.length >> 2)), 0, bytes.length);
    copy.set(bytes);
    return copy;
  }
  return {
    ask: async (batch) => {
      const { bytes, head } = await new Promise<Reply>((answer, fail) => {
        if (dead !== null) { fail(dead); return; }
        const copy = copied(batch);
        asked.push({ batch: copy.buffer, answer, fail });
        const question: Question = { batch: { ...batch, bytes: copy }, room: forAnswers.pop() ?? null };
        worker.postMessage(question);
      });
      return { examined: unpacked(bytes, head) as Examined, done: () => { forAnswers.push(bytes.buffer); } };
    },
    stop: () => worker.terminate(),
  };
}
