// npm run bench -- [--rows 1000000] [--rounds 5] [--only naive,leadclean] [--scale 100000,1000000,10000000] [--retyped 0.05] [--save]
// --scale: also leadclean alone on lists of these lengths, time and memory by row. --save: into RESULTS.md.
// --retyped: the share of rows that repeat an earlier person in another spelling, on top of the exact duplicates.
// Fresh processes, round-robin, medians. Machines are noisy: only the ratios of one run mean something.
import { existsSync, statSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { arch, cpus, release, totalmem, type } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { contenders } from './contenders.js';
import { generate } from './generate.js';
import { measure } from './measure.js';
import { markdown, median, ratio, seen } from './table.js';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    scale: { type: 'string', default: '' },
    retyped: { type: 'string', default: '0' },
    save: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const shareRetyped = Number(values.retyped);
const out = join(here, 'data', 'out');

/** The list of so many rows, written once. */
async function listOf(rows) {
  const list = join(here, 'data', `leads-${rows}${shareRetyped > 0 ? `-${values.retyped}` : ''}.csv`);
  if (!existsSync(list)) {
    await generate(rows, `${list}.part`, { shareRetyped });
    await rename(`${list}.part`, list);
  }
  return list;
}

/** Runs each in turn, round after round; seconds, seconds and MB, the medians. */
async function compete(who) {
  const runs = who.map(() => []);
  for (let round = 1; round <= rounds; round++) {
    for (const [at, { name, command, stdout }] of who.entries()) {
      await rm(out, { recursive: true, force: true });
      await mkdir(out, { recursive: true });
      if (process.stderr.isTTY) process.stderr.write(`round ${round} of ${rounds}: ${name}\u001b[K\r`);
      runs[at].push(await measure(command, stdout));
    }
  }
  await rm(out, { recursive: true, force: true });
  return who.map((one, at) => ({ ...one, wall: median(runs[at].map((run) => run.wall)), cpu: median(runs[at].map((run) => run.cpu)), peak: median(runs[at].map((run) => run.peak)) }));
}

async function peersOf(rows) {
  const list = await listOf(rows);
  const bytes = statSync(list).size;
  const only = values.only === '' ? [''] : values.only.split(',');
  const wanted = contenders(list, out).filter(({ name }) => only.some((part) => name.startsWith(part)));
  const missing = wanted.filter(({ version }) => version === null).map(({ name }) => name);
  const medians = await compete(wanted.filter(({ version }) => version !== null));
  const naive = medians.find(({ name }) => name === 'naive');
  const table = markdown([
    ['who', 'what it does of the job', 'wall s', 'CPU s', 'peak MB', 'rows/s', 'MB/s', 'naive CPU / this', 'naive wall / this'],
    ...medians.map((m) => [
      m.name, m.does, seen(m.wall, 2), seen(m.cpu, 2), seen(m.peak), seen(rows / m.wall), seen(bytes / 1e6 / m.wall, 1), ratio(m.cpu, naive?.cpu), ratio(m.wall, naive?.wall),
    ]),
  ], 2);
  const versions = [...new Set(medians.map(({ version }) => version))].filter(Boolean).join('; ');
  return [
    `## ${seen(rows)} rows × 16 columns, ${seen(bytes / 1e6)} MB`, '', `${rounds} rounds, medians.`, '', table, '',
    `Versions: ${versions}.`, ...(missing.length === 0 ? [] : ['', `Not installed, so not measured: ${missing.join(', ')}.`]), '',
  ].join('\n');
}

async function scaleOf(lengths) {
  const rows = [['rows', 'who', 'wall s', 'CPU s', 'peak MB', 'CPU µs a row', 'bytes of memory a row']];
  for (const length of lengths) {
    const own = contenders(await listOf(length), out).filter(({ name }) => name.startsWith('leadclean') && !name.endsWith('likely on'));
    for (const m of await compete(own))
      rows.push([seen(length), m.name, seen(m.wall, 2), seen(m.cpu, 2), seen(m.peak), seen(m.cpu / length * 1e6, 2), seen(m.peak * 2 ** 20 / length)]);
  }
  return ['## Time and memory by row', '', `${rounds} rounds, medians.`, '', markdown(rows, 2), ''].join('\n');
}

const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${seen(totalmem() / 2 ** 30)} GiB, ${type()} ${release()} ${arch()}`;
const sections = [await peersOf(Number(values.rows)), ...(values.scale === '' ? [] : [await scaleOf(values.scale.split(',').map(Number))])];
const report = [
  `# Measured on ${new Date().toISOString().slice(0, 10)}`, '', machine, '',
  '`npm run bench`: fresh processes, round-robin. Machines are noisy: only the ratios of one run mean something. How the list is made: [generate.js](generate.js), [people.js](people.js).', '',
  ...sections,
].join('\n');
console.log(report);
if (values.save) await writeFile(join(here, 'RESULTS.md'), report);
