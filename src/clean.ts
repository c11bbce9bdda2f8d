import { ALL_CODES } from './checks/index.js';
import { parseFieldWords } from './columns/fields.js';
import { createMemory } from './duplicates/memory.js';
import { createPlaces } from './duplicates/places.js';
import { finish, publish, type Cleaned } from './finish.js';
import type { CleanOptions, CleanResult, Outside } from './options.js';
import { planList } from './plan.js';
import { keptHeader } from './pool/plan.js';
import { examineAll, threadsFor } from './pool/pool.js';
import { openList } from './read/list.js';
import { parseGate } from './report/gates.js';
import { createTally } from './report/tally.js';
import { loadRules } from './rules/load.js';
import { loadData } from './rules/shipped.js';
import { createSettler } from './settle.js';
import { createFormat } from './write/format.js';
import { checkDistinct, openOutputs, outputPaths, sinksOf } from './write/outputs.js';
import { checkReplaceable } from './write/replace.js';
import { ClosedPipe } from './write/sink.js';

export type { CleanOptions, CleanResult, Outside } from './options.js';

/**
 * The whole program: each list is opened, its columns are named, batches of its bytes are examined (on as many threads
 * as pay), and row after row is settled in order: duplicate or not, what the rules make of it, into which list it goes.
 * Files get their names only when all lists are done.
 */
export async function clean(options: CleanOptions, outside: Outside): Promise<CleanResult> {
  checkDistinct(options.lists, options);
  const rules = await loadRules(options.rules, outside.cwd, ALL_CODES);
  const words = parseFieldWords(await loadData('fields.yaml'));
  const gates = options.gates.map((gate) => parseGate(gate, ALL_CODES));
  const memory = createMemory();
  const places = createPlaces();
  const done: Cleaned[] = [];
  const undo: (() => Promise<unknown>)[] = [];
  try {
    for (const path of options.lists) {
      const started = outside.now();
      const list = await openList(path, { ...options, stdin: outside.stdin });
      undo.push(() => list.close());
      const { plan, warnings } = await planList(list, rules, words, options);
      const paths = outputPaths(path, options);
      if (path !== '-' && !options.dryRun) await checkReplaceable(paths, path, options);
      const outputs = await openOutputs(paths, createFormat(options.format, keptHeader(plan)), options, outside.stdout);
      const sinks = sinksOf(outputs);
      undo.push(...sinks.map((sink) => () => sink.abandon()));

      places.open(path);
      const tally = createTally();
      const settler = createSettler({ plan, memory, places, outputs, tally, annotations: options.annotations });
      const jobs = options.jobs ?? threadsFor(list.info.bytes);
      for await (const answer of examineAll(list.batches(), plan, jobs, outside.signal)) {
        settler.settle(answer, (options.limit ?? Infinity) - tally.rows);
        for (const sink of sinks) await sink.flush();
        outside.progress({ list: path, rows: tally.rows, bytes: list.position(), total: list.info.bytes });
        if (tally.rows >= (options.limit ?? Infinity)) break;
      }
      done.push(await finish({ path, paths, started, list, plan, warnings, sinks, tally, settler, gates, options, now: outside.now }));
    }
    await publish(done, options);
    return { reports: done.map((one) => one.report), closed: false };
  } catch (error) {
    if (error instanceof ClosedPipe) return { reports: [], closed: true };
    throw outside.signal.aborted ? outside.signal.reason : error;
  } finally {
    for (const step of undo.reverse()) await step();
  }
}
