// Who is measured, with what part of the job each does. A contender that is not installed is named and left out.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const ALL = availableParallelism();
const COPY = "const fs = require('node:fs'); fs.createReadStream(process.argv[1], { highWaterMark: 1 << 20 }).pipe(fs.createWriteStream(process.argv[2]))";
const EVERYTHING = 'all checks, duplicates, fixes, three lists, report';
const SMALL = 'e-mail, phone, exact duplicates, age; three lists';

/** First line that a command prints, null when it cannot be run. */
function told(...command) {
  const { status, stdout, stderr } = spawnSync(command[0], command.slice(1), { encoding: 'utf8' });
  return status === 0 ? (stdout.trim() || stderr.trim()).split('\n')[0] : null;
}
const packaged = (name) => `${name} ${JSON.parse(readFileSync(join(here, '..', 'node_modules', name, 'package.json'), 'utf8')).version}`;

/**
 * @param {string} list path of the list
 * @param {string} out folder that each run finds empty
 * @returns name, what it does, its command, where its standard output goes, its version (null: not installed)
 */
export function contenders(list, out) {
  const leadclean = (...args) => [process.execPath, join(here, '..', 'bin', 'leadclean.js'), 'scan', list, '--out', out, '--as-of', '2026-11-21', '--quiet', '--force', ...args];
  const likely = (rules) => ['--rules', join(here, rules)];
  const python = (script) => ['python3', join(here, script)];
  const node = `Node ${process.versions.node}`;
  return [
    { name: 'cat', does: 'copies bytes', command: ['cat', list], stdout: join(out, 'cat.csv'), version: '' },
    { name: 'copy in Node', does: 'copies bytes', command: [process.execPath, '-e', COPY, list, join(out, 'copy.csv')], version: node },
    { name: 'leadclean, 1 thread', does: EVERYTHING, command: leadclean('--jobs', '1'), version: packageVersion() },
    { name: `leadclean, ${ALL} threads`, does: EVERYTHING, command: leadclean('--jobs', String(ALL)), version: packageVersion() },
    { name: 'leadclean, likely off', does: 'the same, 1 thread, without likely duplicates', command: leadclean('--jobs', '1', ...likely('likely-off.yaml')), version: packageVersion() },
    { name: 'leadclean, likely on', does: 'the same, 1 thread, likely duplicates however long the list', command: leadclean('--jobs', '1', ...likely('likely-on.yaml')), version: packageVersion() },
    { name: 'naive', does: SMALL, command: [process.execPath, join(here, 'naive.js'), list, out], version: ['csv-parse', 'csv-stringify', 'validator', 'libphonenumber-js'].map(packaged).join(', ') },
    { name: 'Python', does: SMALL, command: [...python('peers.py'), list, out], version: told(...python('peers.py'), '--check') },
    { name: 'DuckDB', does: 'pattern of e-mails, exact duplicates; two lists', command: [...python('in_duckdb.py'), list, out], version: told(...python('in_duckdb.py'), '--check') },
    { name: 'Miller, cat', does: 'reads and prints', command: ['mlr', '--csv', '--allow-ragged-csv-input', 'cat', list], stdout: join(out, 'mlr.csv'), version: told('mlr', '--version') },
    { name: 'Miller, dedupe', does: 'first row of each e-mail', command: ['mlr', '--csv', '--allow-ragged-csv-input', 'head', '-n', '1', '-g', 'Email', list], stdout: join(out, 'mlr.csv'), version: told('mlr', '--version') },
    { name: 'csvkit, csvclean', does: 'shape of rows', command: ['csvclean', '--length-mismatch', list], stdout: join(out, 'csvclean.csv'), version: told('csvclean', '--version') },
  ];
}

function packageVersion() {
  return `leadclean ${JSON.parse(readFileSync(join(here, '..', 'package.json'), 'utf8')).version}, Node ${process.versions.node}`;
}
