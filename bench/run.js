// npm run bench -- [--rows 1000000] [--rounds 3] [--only naive,leadclean] [--retyped 0.05] [--save]
// --retyped: the share of rows that repeat an earlier person in another spelling, on top of the exact duplicates.
// Fresh processes, round-robin, medians. Machines are noisy: only the ratios of one run mean something.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generate } from './generate.js';
import { measure } from './measure.js';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    retyped: { type: 'string', default: '0' },
    save: { type: 'boolean', default: false },
  },
});
const rows = Number(values.rows);
const rounds = Number(values.rounds);
const only = values.only === '' ? [] : values.only.split(',');
const shareRetyped = Number(values.retyped);
const list = join(here, 'data', `leads-${rows}${shareRetyped > 0 ? `-${values.retyped}` : ''}.csv`);
const out = join(here, 'data', 'out');

const works = (...command) => spawnSync(command[0], command.slice(1), { stdio: 'ignore' }).status === 0;
const node = (script, ...args) => [process.execPath, join(here, script), ...args];
const leadclean = (...args) => [process.execPath, join(here, '..', 'bin', 'leadclean.js'), 'scan', list, '--out', out, '--as-of', '2026-11-21', '--quiet', '--force', ...args];
const COPY = "const fs = require('node:fs'); fs.createReadStream(process.argv[1], { highWaterMark: 1 << 20 }).pipe(fs.createWriteStream(process.argv[2]))";
const DUCKDB = `copy (select * from (select *, row_number() over (partition by lower("Email")) as n from read_csv('${list}', all_varchar = true)) where n = 1 and regexp_matches("Email", '^[^@ ]+@[^@ ]+\\.[a-z]+$')) to '${join(out, 'duckdb.csv')}' (header)`;

/** Who runs: what it does, its command, where its standard output goes, and whether it is there. */
const contenders = [
  { name: 'cat', does: 'copies bytes', command: ['cat', list], stdout: join(out, 'cat.csv') },
  { name: 'read and copy in Node', does: 'copies bytes', command: [process.execPath, '-e', COPY, list, join(out, 'copy.csv')] },
  { name: 'leadclean --jobs 1', does: 'all checks; likely duplicates up to 200,000 rows', command: leadclean('--jobs', '1') },
  { name: 'leadclean', does: 'all checks; likely duplicates up to 200,000 rows', command: leadclean() },
  { name: 'leadclean without likely', does: 'exact duplicates', command: leadclean('--jobs', '1', '--keep', 'best', '--rules', join(here, 'likely-off.yaml')) },
  { name: 'leadclean with likely', does: 'likely duplicates too', command: leadclean('--jobs', '1', '--keep', 'best', '--rules', join(here, 'likely-on.yaml')) },
  { name: 'naive', does: 'e-mail, phone, duplicates, age', command: node('naive.js', list, out) },
  { name: 'Python phonenumbers', does: 'e-mail, phone, duplicates, age', command: ['python3', join(here, 'peers.py'), list, out], found: () => works('python3', join(here, 'peers.py'), '--check') },
  { name: 'csvclean', does: 'row shape', command: ['csvclean', '-a', list], stdout: join(out, 'csvclean.csv'), found: () => works('csvclean', '--version') },
  { name: 'Miller cat', does: 'reads and prints', command: ['mlr', '--csv', '--allow-ragged-csv-input', 'cat', list], stdout: join(out, 'mlr.csv'), found: () => works('mlr', '--version') },
  { name: 'DuckDB', does: 'pattern, duplicates', command: ['duckdb', '-c', DUCKDB], found: () => works('duckdb', '--version') },
].filter(({ name, found }) => (only.length === 0 || only.some((part) => name.startsWith(part))) && (found === undefined || found()));

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

if (!existsSync(list)) await generate(rows, list, { shareRetyped });
const bytes = statSync(list).size;
const runs = new Map(contenders.map(({ name }) => [name, []]));
for (let round = 1; round <= rounds; round++) {
  for (const { name, command, stdout } of contenders) {
    await rm(out, { recursive: true, force: true });
    await mkdir(out, { recursive: true });
    if (process.stderr.isTTY) process.stderr.write(`round ${round} of ${rounds}: ${name}\u001b[K\r`);
    runs.get(name).push(await measure(command, stdout));
  }
}
await rm(out, { recursive: true, force: true });

const medians = contenders.map(({ name, does }) => {
  const of = (what) => median(runs.get(name).map((run) => run[what]));
  return { name, does, wall: of('wall'), cpu: of('cpu'), peak: of('peak') };
});
const naive = medians.find(({ name }) => name === 'naive');
const seen = (number, digits) => (Number.isNaN(number) ? '' : number.toFixed(digits));
const ratio = (mine, theirs) => (Number.isFinite(theirs / mine) ? `${(theirs / mine).toFixed(1)} ×` : '');
const table = [
  ['who', 'does', 'wall s', 'CPU s', 'peak MB', 'rows/s', 'MB/s', 'naive wall / this', 'naive CPU / this'],
  ...medians.map((m) => [
    m.name, m.does, m.wall.toFixed(2), seen(m.cpu, 2), seen(m.peak, 0), Math.round(rows / m.wall).toLocaleString('en'), (bytes / 1e6 / m.wall).toFixed(0),
    ratio(m.wall, naive?.wall), ratio(m.cpu, naive?.cpu),
  ]),
];
const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
const line = (row) => `| ${row.map((text, column) => (column < 2 ? text.padEnd(widths[column]) : text.padStart(widths[column]))).join(' | ')} |`;
const rule = `|${widths.map((width, column) => '-'.repeat(width + 1) + (column < 2 ? '-' : ':')).join('|')}|`;
const report = [
  `${rows.toLocaleString('en')} rows × 16 columns, ${(bytes / 1e6).toFixed(0)} MB; ${rounds} rounds, medians; Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim()})`,
  '', line(table[0]), rule, ...table.slice(1).map(line), '',
].join('\n');
console.log(report);
if (values.save) await writeFile(join(here, 'RESULTS.md'), `# Measured on ${new Date().toISOString().slice(0, 10)}\n\n\`npm run bench\`: fresh processes, round-robin. The machine is noisy: only the ratios mean something.\n\n${report}`);
