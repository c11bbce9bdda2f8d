// node bench/generate.js <rows> <file> [--seed 1] [--retyped 0.05] [--truth]
// Writes a list of leads as bought lists are: a fifth of the rows quoted, junk addresses and phones, duplicates.
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { HEADER, person, random, retyped } from './people.js';

const EXACT = 0.056;

/** Row `n` repeats an earlier row with this probability; the chain is followed to a row that repeats none. */
function original(seed, n, share) {
  let row = n;
  for (;;) {
    const r = random(seed ^ Math.imul(row + 1, 0x85ebca6b));
    if (row === 0 || r.next() >= share) return row;
    row = r.below(row);
  }
}

const cell = (text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * Writes `rows` rows to `file`, the same bytes for the same seed. `shareRetyped` is the share of rows (0 to 1) that
 * repeat an earlier person in another spelling, on top of the exact duplicates; `truth` adds a column with who it is.
 */
export async function generate(rows, file, { seed = 1, shareRetyped = 0, truth = false } = {}) {
  await mkdir(dirname(file), { recursive: true });
  const out = createWriteStream(file);
  let text = [...HEADER, ...(truth ? ['Person'] : [])].join(',') + '\n';
  for (let n = 0; n < rows; n++) {
    const who = original(seed, n, EXACT + shareRetyped);
    const r = random(seed ^ Math.imul(n + 7, 0xc2b2ae35));
    const cells = person(seed, who);
    const again = who !== n && r.next() < shareRetyped / (EXACT + shareRetyped);
    const all = r.next() < 0.015;
    const row = [String(n + 1), ...(again ? retyped(cells, r) : cells), ...(truth ? [String(who)] : [])];
    text += row.map(all ? (value) => `"${value.replaceAll('"', '""')}"` : cell).join(',') + '\n';
    if (text.length > 1 << 16) {
      if (!out.write(text)) await once(out, 'drain');
      text = '';
    }
  }
  out.end(text);
  await once(out, 'finish');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { positionals: [rows, file], values } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string', default: '1' }, retyped: { type: 'string', default: '0' }, truth: { type: 'boolean', default: false } } });
  if (!Number.isInteger(Number(rows)) || file === undefined) {
    console.error('usage: node bench/generate.js <rows> <file> [--seed 1] [--retyped 0.05] [--truth]');
    process.exitCode = 2;
  } else await generate(Number(rows), file, { seed: Number(values.seed), shareRetyped: Number(values.retyped), truth: values.truth });
}
