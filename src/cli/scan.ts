import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { clean } from '../clean.js';
import { EXIT, usageError } from '../errors.js';
import type { CleanOptions, CleanResult } from '../options.js';
import { reportsJson } from '../report/json.js';
import type { Report } from '../report/report.js';
import type { Verdict } from '../types.js';
import { countryCode } from '../values/country.js';
import { outputPaths } from '../write/outputs.js';
import { collect, dayOf, formatDay, positive, readDay, readMap } from './options.js';
import { harmless, wrap } from './print.js';
import { startProgress } from './progress.js';
import { readReading, type ReadingOptions, withReadingOptions } from './reading.js';
import { summary } from './summary.js';
import { colours, hasUnicode, widthOf } from './terminal.js';
import { tune } from './tuning.js';
import type { World } from './world.js';

/** The values as commander hands them over. */
export interface Options extends ReadingOptions {
  readonly out?: string; readonly name?: string; readonly rules?: readonly string[]; readonly map?: readonly string[];
  readonly country?: string; readonly asOf?: string;
  readonly stdout?: Verdict | 'all'; readonly split?: 'segment'; readonly format: CleanOptions['format']; readonly report: string;
  readonly json?: boolean; readonly failOn?: readonly string[]; readonly jobs?: number; readonly limit?: number; readonly dryRun?: boolean;
  readonly force?: boolean; readonly quiet?: boolean; readonly progress: boolean; readonly color: boolean; readonly annotations: boolean; readonly changes?: boolean;
  readonly keep: CleanOptions['keep']; readonly against?: readonly string[]; readonly matchOn?: readonly string[]; readonly matches?: string;
  readonly update?: boolean; readonly suppress?: readonly string[]; readonly merge?: 'fill';
}

export function scanCommand(world: World): Command {
  return withReadingOptions(new Command('scan')
    .description('sort a list into cleaned, flagged and rejected, with a reason for every row')
    .argument('<list...>', 'CSV files or Excel workbooks, also packed (gzip, ZIP); - is standard input')
    .option('-o, --out <dir>', "folder for the files (default: the list's own)")
    .option('--name <stem>', "stem of the file names (default: the list's name)")
    .option('-r, --rules <file or preset>', 'what findings cost; repeatable, later ones win (default: the nearest leadclean.yaml, else default)', collect)
    .option('--map <field=column>', 'which column a field is in; repeatable; an empty column unmaps', collect)
    .option('--country <code>', 'country of phones and rows that carry none, e.g. DE')
    .option('--as-of <YYYY-MM-DD>', 'the day ages are counted from (default: today)')
    .addOption(new Option('--keep <which>', 'which of several duplicates survives; first streams').choices(['best', 'newest', 'first', 'last']).default('best'))
    .option('--against <list>', 'people you already have: a match is duplicate/known; repeatable', collect)
    .option('--update', 'with --against: write what new rows know of those people and your list lacks')
    .option('--suppress <list>', 'people you must not contact: e-mails, phones, domains or MD5, SHA-1, SHA-256 hashes, one a line or in a CSV; repeatable', collect)
    .option('--match-on <columns>', 'further columns that tell people apart, e.g. "Date of birth"; comma-separated or repeatable', collect)
    .option('--matches <file>', 'write the pairs that are probably one person, with what agrees and what differs')
    .addOption(new Option('--merge <how>', 'fill the empty cells of the row that survives from its duplicates').choices(['fill']))
    .addOption(new Option('--stdout <list>', 'write that list to standard output instead of its file').choices(['cleaned', 'flagged', 'rejected', 'all']))
    .addOption(new Option('--format <format>', 'format of the lists').choices(['csv', 'tsv', 'jsonl']).default('csv'))
    .option('--report <kinds>', 'reports to write: json, md or both', 'json')
    .option('--json', 'print the JSON report on standard output')
    .option('--fail-on <gate>', 'exit with 1 when it holds, e.g. "rejected>5%"; repeatable', collect)
    .addOption(new Option('--split <by>', 'write one cleaned list for each segment of the rules').choices(['segment']))
    .option('--no-annotations', 'leave the lc_ columns out of the cleaned list')
    .option('--changes', 'also write every changed cell, before and after')
    .option('--jobs <n>', 'threads (default: as many as pay)', positive)
    .option('--limit <n>', 'read only the first rows', positive)
    .option('--dry-run', 'write nothing')
    .option('--force', 'replace files that leadclean did not write or that were edited since')
    .option('-q, --quiet', 'print nothing but errors and crossed gates')
    .option('--no-progress', 'no progress bar')
    .option('--no-color', 'no colours'))
    .action((lists: string[], options: Options) => scan(lists, options, world));
}

async function scan(lists: readonly string[], options: Options, world: World): Promise<void> {
  const { process } = world;
  const asked = cleanOptions(lists, options);
  tune([...asked.lists, ...asked.against, ...asked.suppress]);
  const unicode = hasUnicode(process);
  const progress = process.stderr.isTTY && process.env['TERM'] !== 'dumb' && options.progress && options.quiet !== true
    ? startProgress(process.stderr, unicode, () => performance.now())
    : undefined;
  const { reports, words, closed } = await clean(asked, {
    stdin: () => process.stdin, stdout: process.stdout, cwd: process.cwd(), now: () => new Date(), signal: world.signal, progress: progress?.show ?? (() => {}),
  }).finally(() => progress?.stop());
  if (closed) return;
  if (options.quiet !== true) tell(reports, words, asked, options, world, unicode);
  tellGates(reports, world);
  if (options.json === true) process.stdout.write(reportsJson(reports));
  if (reports.some((report) => report.gates.some((gate) => !gate.passed))) world.exit = EXIT.gate;
}

/** The summary, on standard error when standard output carries data; warnings always there. */
function tell(reports: readonly Report[], words: CleanResult['words'], asked: CleanOptions, options: Options, { process }: World, unicode: boolean): void {
  const stream = options.json === true || options.stdout !== undefined ? 'stderr' : 'stdout';
  const chalk = colours(process, stream, options.color);
  for (const [at, report] of reports.entries()) {
    const paths = outputPaths(asked.lists[at]!, asked, []);
    const written = asked.report.map((kind) => paths.report(kind));
    process[stream].write(summary(report, { chalk, unicode, width: widthOf(process[stream]), words, reports: written, dryRun: asked.dryRun }));
  }
  // On a terminal a sentence is broken between words; in a log it is one line.
  const told = (sentence: string): string => (process.stderr.isTTY ? wrap(sentence, widthOf(process.stderr) - 1, 2) : sentence);
  for (const report of reports) for (const warning of report.warnings) process.stderr.write(`${told(`leadclean: warning: ${of(report, reports)}${harmless(warning)}`)}\n`);
}

/** Why the run ends with 1: said also where nothing but errors is. */
function tellGates(reports: readonly Report[], { process }: World): void {
  for (const report of reports) for (const { gate, value, passed } of report.gates) if (!passed) process.stderr.write(`leadclean: ${of(report, reports)}gate ${gate} holds: it is ${value}\n`);
}

/** Which list it is about, where there are several. */
const of = ({ inputs: [input] }: Report, reports: readonly Report[]): string => (reports.length > 1 ? `${harmless(input!.path)}: ` : '');

/** Reads the values of the options of a scan. */
export function cleanOptions(lists: readonly string[], options: Options): CleanOptions {
  if (options.matches === '-') throw usageError('--matches writes a file: give its name');
  if (options.update === true && options.against === undefined) throw usageError('--update needs --against: it tells what the people there lack');
  if ([...lists, ...(options.against ?? []), ...(options.suppress ?? [])].filter((list) => list === '-').length > 1) throw usageError('standard input (-) can be read only once');
  if (options.name !== undefined && (options.name === '' || basename(options.name) !== options.name)) throw usageError('--name is the stem of the file names, without a folder: --out names that');
  if (options.name !== undefined && lists.length > 1) throw usageError('--name is for a single list');
  if (options.json === true && options.stdout !== undefined) throw usageError('--json and --stdout both want standard output: choose one');
  const today = options.asOf === undefined ? dayOf(new Date()) : readDay(options.asOf);
  const given = {
    out: options.out, name: options.name, matches: options.matches, merge: options.merge, stdout: options.stdout, split: options.split,
    jobs: options.jobs, limit: options.limit,
  };
  return {
    ...(withoutUndefined(given)), ...readReading(options),
    lists, rules: options.rules ?? [], map: readMap(options.map ?? []),
    country: options.country === undefined ? '' : readCountry(options.country), today, asOf: formatDay(today),
    format: options.format, report: readReports(options.report), gates: options.failOn ?? [],
    keep: options.keep, against: options.against ?? [], update: options.update === true, suppress: options.suppress ?? [], matchOn: (options.matchOn ?? []).flatMap((names) => names.split(',')).filter((name) => name !== ''),
    // All three lists in one table have one width, and nothing else tells them apart.
    annotations: options.annotations || options.stdout === 'all',
    dryRun: options.dryRun === true, force: options.force === true, changes: options.changes === true,
  };
}

function readCountry(text: string): string {
  const code = countryCode(text);
  if (code === '') throw usageError(`--country ${text} is no country: write its ISO code of two letters, e.g. DE, US, GB`);
  return code;
}

function readReports(text: string): CleanOptions['report'] {
  const kinds = text.split(',').map((kind) => kind.trim()).filter((kind) => kind !== '');
  const unknown = kinds.find((kind) => kind !== 'json' && kind !== 'md');
  if (unknown !== undefined) throw usageError(`--report ${unknown} is not available in this version; there are json and md`);
  return kinds as ('json' | 'md')[];
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const withoutUndefined = <T extends object>(object: T): Given<T> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Given<T>;
