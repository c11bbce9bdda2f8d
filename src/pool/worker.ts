import { parentPort, workerData } from 'node:worker_threads';
import { compileConditions } from '../conditions/start.js';
import type { Batch } from '../read/batch.js';
import { createExaminer } from './examine.js';
import { parcelOf } from './parcel.js';
import type { Plan } from './plan.js';

/**
 * A batch to examine. `room`: for the answer, if it is large enough. Buffers are shared, not handed over: once one was, V8
 * asks of each whether it is still there, at every access.
 */
export interface Question { readonly batch: Batch; readonly room: SharedArrayBuffer | null }
/** What was found, as a parcel with a head of so many bytes. */
export interface Reply { readonly bytes: Uint8Array<SharedArrayBuffer>; readonly head: number }

const plan = workerData as Plan;
const examine = createExaminer(plan, compileConditions(plan.rules));

parentPort?.on('message', ({ batch, room }: Question) => {
  const { head, length, fill } = parcelOf(examine(batch));
  const bytes = new Uint8Array(room !== null && room.byteLength >= length ? room : new SharedArrayBuffer(length + (length >> 2) & ~7));
  fill(bytes);
  const reply: Reply = { bytes, head };
  parentPort?.postMessage(reply);
});
