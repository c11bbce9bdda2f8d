import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ALL_CODES } from '../src/checks/index.js';
import { loadRules } from '../src/rules/load.js';
import { presets } from '../src/rules/shipped.js';
import type { Code } from '../src/types.js';
import { scan } from './scan.js';

/*
 * The score is a receipt: the base and the points of the codes that are named beside a row add up to its score, kept
 * between 0 and 100. For every row of every list in fixtures, under every preset.
 */
const LISTS = ['fixtures', 'fixtures/marked'].flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.csv')).map((name) => join(folder, name)));

test.each(await presets())('every row of every fixture under %s', async (preset) => {
  const rules = await loadRules([preset], process.cwd(), ALL_CODES);
  const wrong: string[] = [];
  let rows = 0;
  for (const list of LISTS) {
    const { all } = await scan({ 'list.csv': readFileSync(list) }, { rules: [preset], keep: 'first' });
    for (const row of all('list')) {
      rows++;
      const codes = new Set(`${row['lc_reasons']};${row['lc_signals']}`.split(';').filter((code) => code !== '')) as Set<Code>;
      const sum = [...codes].reduce((points, code) => points + (rules.codes[code]?.points ?? NaN), rules.score.base);
      if (Math.min(100, Math.max(0, sum)) !== Number(row['lc_score'])) wrong.push(`${list}:${row['lc_line']}: ${[...codes].join(' ')} make ${sum}, not ${row['lc_score']}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(rows).toBeGreaterThan(400);
}, 120_000);
