// node bench/recall.js <list...> --truth <column> [--truth-pattern <regex>] [--match-on <columns>] [--map <field=column>] [--scan] [--show 0]
// Likely duplicates against a list that was marked: precision, recall and F1 over pairs. Rows with the same text in the
// truth column (or in the first group of the pattern) are one person. Several lists are read as one.
// --scan: the command is run as a user would (--matches, lc_duplicate_of) instead of the model alone.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { load } from './load.js';
import { duplicatesOf, scored, showWrong } from './pairs.js';

const { positionals: lists, values } = parseArgs({
  allowPositionals: true,
  options: { truth: { type: 'string' }, 'truth-pattern': { type: 'string' }, 'match-on': { type: 'string', default: '' }, map: { type: 'string', multiple: true, default: [] }, scan: { type: 'boolean', default: false }, show: { type: 'string', default: '0' } },
});
const named = values['match-on'].split(',').filter((name) => name !== '');
const pattern = values['truth-pattern'] === undefined ? undefined : new RegExp(values['truth-pattern']);
const truthOf = (text) => (pattern === undefined ? text : (pattern.exec(text)?.[1] ?? text));
const rated = (groups, who) => {
  const { pairs, right, actual } = scored(groups, who);
  return { precision: right / pairs, recall: right / actual, F1: 2 * right / (pairs + actual), pairs, right, actual };
};

if (values.scan) scanned();
else await alone();

async function alone() {
  const parsed = lists.map((list) => parse(readFileSync(list), { bom: true, ltrim: true, rtrim: true, relax_quotes: true, relax_column_count: true }));
  const [header] = parsed[0];
  const rows = parsed.flatMap((list) => list.slice(1));
  const who = rows.map((row) => truthOf(row[header.indexOf(values.truth)]));
  const program = await load('bench/recall-entry.ts');
  const map = new Map(values.map.map((entry) => [entry.split('=')[0], [entry.split('=')[1]]]));
  const start = performance.now();
  const { columns, result } = duplicatesOf(program, header, rows, named, map, fileURLToPath(new URL('../rules/fields.yaml', import.meta.url)), values.truth);
  const seconds = (performance.now() - start) / 1000;
  console.log(columns.map(({ name, kind }) => `${name}: ${kind}`).join(', '));
  console.table({
    'likely (groups)': rated(result.likely, who),
    'same person (groups)': rated(result.same, who),
  });
  for (const { block, rows: left } of result.skipped) console.log(`not compared, too many share it: ${block}, ${left} rows`);
  console.log(`${rows.length} rows, ${seconds.toFixed(1)} s, CPU ${(process.cpuUsage().user / 1e6).toFixed(1)} s, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
  showWrong(result, rows, who, columns, Number(values.show));
}

/** Runs the command and reads what it says of each row: a row and the one it is a duplicate of are one person. */
function scanned() {
  const out = mkdtempSync(join(tmpdir(), 'leadclean-recall-'));
  try {
    const matches = join(out, 'matches');
    const run = spawnSync(process.execPath, [fileURLToPath(new URL('../bin/leadclean.js', import.meta.url)), 'scan', ...lists, '--out', out, '--matches', matches, '--report', 'json', '--quiet', '--as-of', '2026-01-01',
      ...named.flatMap((name) => ['--match-on', name]), ...values.map.flatMap((entry) => ['--map', entry])], { stdio: ['ignore', 'ignore', 'inherit'] });
    if (run.status !== 0) throw new Error(`leadclean: exit ${run.status}`);
    const stems = lists.map((list) => basename(list).replace(/\.csv$/, ''));
    const rows = stems.flatMap((stem) => readdirSync(out).filter((file) => file.startsWith(`${stem}.`) && /\.(?:cleaned|flagged|rejected)\.csv$/.test(file))
      .flatMap((file) => parse(readFileSync(join(out, file)), { columns: true }).map((row) => ({ ...row, at: `${stem}:${row.lc_line}`, of: row.lc_duplicate_of === '' ? '' : row.lc_duplicate_of.includes(':') ? `${basename(row.lc_duplicate_of.split(':')[0]).replace(/\.csv$/, '')}:${row.lc_duplicate_of.split(':').at(-1)}` : `${stem}:${row.lc_duplicate_of}` }))));
    const number = new Map(rows.map(({ at }, i) => [at, i]));
    const who = rows.map((row) => truthOf(row[values.truth].trim()));
    const head = (i) => { while (rows[i].of !== '') i = number.get(rows[i].of); return i; };
    const groups = new Map();
    rows.forEach((_, i) => groups.set(head(i), [...(groups.get(head(i)) ?? []), i]));
    const told = parse(readFileSync(matches), { columns: true }).map((pair) => [`${basename(pair.list).replace(/\.csv$/, '')}:${pair.line}`, `${basename(pair.other_list).replace(/\.csv$/, '')}:${pair.other_line}`].map((at) => number.get(at)));
    console.table({ 'lc_duplicate_of': rated([...groups.values()], who), '--matches': rated(told, who) });
  } finally {
    rmSync(out, { recursive: true });
  }
}
