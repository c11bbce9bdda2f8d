import { parentPort, workerData } from 'node:worker_threads';
import { loadConditions } from '../conditions/start.js';
import type { Batch } from '../read/batch.js';
import { createExaminer } from './examine.js';
import type { Plan } from './plan.js';

const plan = workerData as Plan;
const examine = createExaminer(plan, await loadConditions(plan.rules));

parentPort?.on('message', (batch: Batch) => {
  const done = examine(batch);
  const owned = [done.lines, done.patterns, done.grown, done.texts, done.places, done.hintRows, done.hintOf, done.keys, done.keyEnds, done.merits, done.optedOut, done.suppressKeys, done.suppressEnds, done.sourceOf, done.prices];
  // An empty array may share its buffer with others: only what holds something is handed over.
  parentPort?.postMessage(done, [...new Set(owned.filter((array) => array.length > 0).map((array) => array.buffer as ArrayBuffer))]);
});
