import { ALL_CODES, codesOf, explanationsOf } from './checks/index.js';
import { fieldTables, fieldWords, withAliases } from './columns/fields.js';
import { usageError } from './errors.js';
import { finish, publish, type Cleaned } from './finish.js';
import { begin, checkOutputs, openLists, seeLists, startStage, type Desk } from './lists.js';
import { lend } from './lending.js';
import { createMeter } from './meter.js';
import type { CleanOptions, CleanResult, Outside, RowTold } from './options.js';
import { keptHeader } from './pool/plan.js';
import { parseGate } from './report/gates.js';
import { createTally } from './report/tally.js';
import { loadRules } from './rules/load.js';
import { loadPrepared } from './rules/shipped.js';
import { createSettler } from './settle.js';
import { writeSides } from './sides.js';
import { readSuppressed } from './suppressed.js';
import { createFormat } from './write/format.js';
import { checkDistinct, openOutputs, sinksOf } from './write/outputs.js';
import { ClosedPipe } from './write/sink.js';

export type { CleanOptions, CleanResult, Outside } from './options.js';

/**
 * The whole program. Each list is opened and its columns are named; batches of its bytes are examined, on as many threads
 * as pay; row after row is settled in order: duplicate or not, what the rules make of it, into which list it goes.
 * Where the best of several duplicates is to survive, what was examined waits in a spool until all rows were seen.
 * Files get their names only when all lists are done.
 */
export async function clean(options: CleanOptions, outside: Outside): Promise<CleanResult> {
  const undo: Desk['undo'] = [];
  const limit = options.limit ?? Infinity;
  try {
    const rules = await loadRules(options.rules, outside.cwd, ALL_CODES);
    if (options.split !== undefined && rules.segments.length === 0) throw usageError('--split segment: the rules define no segments');
    checkDistinct(options.lists, options, rules.segments.map(({ name }) => name));
    const words = withAliases(fieldWords(await loadPrepared('fields.yaml', fieldTables)), rules.aliases);
    const gates = options.gates.map((gate) => parseGate(gate, codesOf(rules)));
    const suppressed = await readSuppressed(words, options, outside);
    const desk: Desk = { rules, words, suppressed, options, outside, undo };
    const lists = await openLists(options.lists, desk);
    await checkOutputs(lists, options);

    const { stage, known } = await startStage(lists, desk);
    const meter = createMeter(known, lists, stage, options, outside);
    const { knownSeen, seen } = await seeLists(known, lists, stage, desk, meter);
    const lending = await lend(knownSeen, seen, stage, rules, options);

    const watched: { readonly line: number | undefined; told: RowTold | null } = { line: options.row, told: null };
    const done: Cleaned[] = [];
    for (const [number, one] of lists.entries()) {
      const { plan, paths } = one;
      const { here, answers } = seen[number] ?? begin(one, stage, desk);
      const outputs = await openOutputs(paths, createFormat(options.format, keptHeader(plan), rules.segments.length > 0), options, outside.stdout, number === 0);
      const sinks = sinksOf(outputs);
      undo.push(...sinks.map((sink) => () => sink.abandon()));
      const tally = createTally();
      const settler = createSettler({ plan, stage, here, outputs, tally, annotations: options.annotations, fillings: lending.fillings, watched });
      for await (const answer of answers) {
        outside.signal.throwIfAborted();
        settler.settle(answer, limit - tally.rows());
        for (const sink of sinks) await sink.flush();
        if (stage.streams) meter.read(one, tally.rows());
        else meter.settled(one, tally.rows(), seen[number]?.rows ?? 0);
        if (tally.rows() >= limit) break;
      }
      const sides = await writeSides(number, one, { stage, lending, known }, options);
      undo.push(...sides.map((sink) => () => sink.abandon()));
      done.push(await finish({ ...one, sinks: [...sinks, ...sides], tally, settler, stage, gates, options, now: outside.now }));
    }
    await publish(done, options);
    return { reports: done.map((one) => one.report), words: explanationsOf(rules), row: watched.told, closed: false };
  } catch (error) {
    if (error instanceof ClosedPipe) return { reports: [], words: new Map(), row: null, closed: true };
    throw outside.signal.aborted ? outside.signal.reason : error;
  } finally {
    for (const step of undo.reverse()) await step();
  }
}
