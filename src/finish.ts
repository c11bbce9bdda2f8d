import { explanationsOf } from './checks/index.js';
import type { Stage } from './duplicates/stage.js';
import type { OpenedList } from './lists.js';
import type { CleanOptions } from './options.js';
import { likelyMostRows, seeksLikely, wantsLikely } from './plan.js';
import { assembleReport } from './report/assemble.js';
import { evaluateGates, type Gate } from './report/gates.js';
import { reportJson } from './report/json.js';
import { reportMarkdown } from './report/markdown.js';
import type { InputReport, Report } from './report/report.js';
import type { Sums, Tally } from './report/tally.js';
import type { Settler } from './settle.js';
import { UNTOLD } from './types.js';
import { VERSION } from './version.js';
import { putText } from './write/ink.js';
import { keepAside, type OutputPaths } from './write/outputs.js';
import { checkReplaceable } from './write/replace.js';
import { openFileSink, type Sink } from './write/sink.js';
import { leftAlone } from './write/written.js';

/** A list that was read to its end: all is written, nothing has its final name yet. */
export interface Cleaned {
  readonly path: string;
  readonly paths: OutputPaths;
  readonly started: Date;
  readonly sinks: readonly Sink[];
  readonly report: Report;
}

/** A list whose rows are all settled, and what its report is drawn up from. */
export interface Finishing extends OpenedList {
  readonly sinks: readonly Sink[];
  readonly tally: Tally;
  readonly settler: Settler;
  readonly stage: Stage;
  readonly gates: readonly Gate[];
  readonly options: CleanOptions;
  readonly now: () => Date;
}

/** Ends the lists, draws up the report and writes it. */
export async function finish(run: Finishing): Promise<Cleaned> {
  const { path, paths, started, plan, options, tally } = run;
  const outputs: Report['outputs'][number][] = [];
  for (const sink of run.sinks) outputs.push({ path: sink.path, rows: sink.rows, sha256: await sink.end() });
  const sums = tally.sums();
  const counts = { rows: tally.rows(), ...tally.verdicts() };
  const assemble = (): Report => assembleReport({
    tool: { name: 'leadclean', version: VERSION }, as_of: options.asOf, started_at: started.toISOString(),
    seconds: Math.round((run.now().getTime() - started.getTime()) / 10) / 100,
    input: inputOf(run), rules: plan.rules, duplicates: run.settler.duplicates(),
    priced: plan.columns.includes('price') || plan.rules.price !== null, outputs,
    earlier: options.dryRun ? [] : leftAlone(paths, [...outputs.map((output) => output.path), ...options.report.map((kind) => paths.report(kind))]),
    gates: evaluateGates(run.gates, { counts, tiers: sums.tiers, codes: sums.found }), warnings: warningsOf(run, sums),
  }, tally, sums);
  const sinks = [...run.sinks];
  if (options.dryRun) return { path, paths, started, sinks, report: assemble() };
  if (options.report.includes('md')) {
    const sink = await writeWhole(paths.report('md'), reportMarkdown(assemble(), explanationsOf(plan.rules)));
    sinks.push(sink.sink);
    outputs.push({ path: sink.sink.path, rows: 0, sha256: sink.sha256 });
  }
  const report = assemble();
  if (options.report.includes('json')) sinks.push((await writeWhole(paths.report('json'), reportJson(report))).sink);
  return { path, paths, started, sinks, report };
}

/** Gives all files of all lists their names, when nothing can go wrong any more but the renaming itself. */
export async function publish(done: readonly Cleaned[], options: CleanOptions): Promise<void> {
  if (options.dryRun) return;
  for (const { path, paths, started, sinks } of done) {
    // Whoever writes into our standard input may write files of the same names; it has ended by now.
    if (path === '-') {
      for (const sink of sinks) if (sink.path !== '-') await keepAside(sink.path, started);
      await checkReplaceable(paths, path, options);
    }
    for (const sink of sinks) await sink.publish();
  }
}

async function writeWhole(path: string, text: string): Promise<{ sink: Sink; sha256: string }> {
  const sink = await openFileSink(path);
  putText(sink.ink, text);
  return { sink, sha256: await sink.end() };
}

function inputOf({ path, list, plan, tally }: Finishing): InputReport {
  const digest = list.digest();
  const columns: Record<string, InputReport['columns'][string]> = {};
  const unmapped: string[] = [];
  plan.header.forEach((name, column) => {
    const field = plan.columns[column] ?? null;
    if (field === null || field === UNTOLD) unmapped.push(name);
    else columns[name in columns ? `${name} (column ${column + 1})` : name] = field;
  });
  return {
    path, bytes: digest.bytes, sha256: digest.sha256, encoding: list.info.encoding, delimiter: list.info.delimiter,
    header_line: list.info.headerLine, rows: tally.rows(), columns, unmapped,
  };
}

function warningsOf(run: Finishing, sums: Sums): string[] {
  const { warnings, list, plan, tally, options } = run;
  const all = [...list.warnings, ...warnings];
  const unread = sums.found.get('phone/unreadable') ?? 0;
  if (unread > 0 && options.country === '' && !plan.columns.includes('country'))
    all.push(`${unread} ${unread === 1 ? 'row has' : 'rows have'} a phone that cannot be read: a number without + needs a country, and the list has no column for it (--country)`);
  if (plan.matchOn === null && seeksLikely(plan.rules, options))
    all.push(`likely duplicates were not looked for: the list has more than ${likelyMostRows(plan.rules)} rows (options.duplicate.likely_most_rows)`);
  if (wantsLikely(plan.rules) && !seeksLikely(plan.rules, options))
    all.push('likely duplicates were not looked for: with --keep first each row is settled as it passes (but not with --match-on or --merge fill)');
  if (run.stage.tooMany()) all.push(`likely duplicates were not looked for: there are more than ${likelyMostRows(plan.rules)} rows (options.duplicate.likely_most_rows)`);
  for (const { block, rows } of run.stage.skipped()) all.push(`likely duplicates: ${rows} rows share one ${block} and were not all compared with each other`);
  for (const { code, rows, why } of run.settler.failures()) all.push(`the condition of ${code} could not be decided in ${rows} ${rows === 1 ? 'row' : 'rows'}, where it counts as not met: ${why}`);
  if (options.limit !== undefined && tally.rows() >= options.limit) all.push(`only the first ${tally.rows()} rows were read (--limit)`);
  return all;
}
