import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALL_CODES } from '../src/checks/index.js';
import type { CleanOptions } from '../src/options.js';
import { loadRules } from '../src/rules/load.js';
import { scan } from './scan.js';

/*
 * Lists whose first column, `expect`, says what must become of the row: `cleaned`, `flagged: email/typo`, then the codes of
 * lc_reasons, all of them, `+code` for a signal and `~field:code` for a fix that must be there. A row that cannot carry
 * the column says it by what it is: empty, the header again, or a remark under the list. The rules are `with/<name>.yaml`, else the preset the name
 * begins with, else the default.
 */
const FOLDER = resolve('fixtures/marked');
const LISTS = readdirSync(FOLDER).filter((name) => name.endsWith('.csv'));
const beside = (name: string): string => join(FOLDER, 'with', name);
const MORE: Readonly<Record<string, Partial<CleanOptions>>> = {
  'merge.csv': { merge: 'fill' },
  'known.csv': { against: [beside('crm.csv')], suppress: [beside('do-not-contact.txt')] },
};

function rulesOf(list: string): string {
  const name = list.slice(0, list.indexOf('.'));
  if (existsSync(beside(`${name}.yaml`))) return beside(`${name}.yaml`);
  return existsSync(resolve('rules', `${name}.yaml`)) ? name : 'default';
}

interface Expected { readonly verdict: string; readonly reasons: readonly string[]; readonly signals: readonly string[]; readonly fixes: readonly string[] }

function expectation(cell: string): Expected {
  // Of a record that cannot be read the whole text is in the first cell.
  const [first = ''] = cell.split(/[,;|\t\n]/);
  const said = first === '' ? 'rejected: row/blank' : first === 'expect' ? 'rejected: row/repeated-header' : /^(cleaned|flagged|rejected)\b/.test(first) ? first : 'rejected: row/footer';
  const [verdict = '', ...words] = said.replace(':', ' ').split(/\s+/);
  const starting = (sign: string): string[] => words.filter((word) => word.startsWith(sign)).map((word) => word.slice(1)).sort();
  return { verdict, reasons: words.filter((word) => /^\w/.test(word)).sort(), signals: starting('+'), fixes: starting('~') };
}

const items = (cell: string | undefined): string[] => (cell ?? '').split(';').filter((item) => item !== '').sort();
const seen = new Set<string>();

describe('marked lists', () => {
  it.each(LISTS)('%s', async (list) => {
    const { all } = await scan({ [list]: readFileSync(join(FOLDER, list)) }, { rules: [rulesOf(list)], name: 'list', ...MORE[list] });
    const rows = all('list');
    expect(rows.length).toBeGreaterThan(2);
    const want: Record<string, unknown> = {};
    const got: Record<string, unknown> = {};
    for (const row of rows) {
      const expected = expectation(row['expect'] ?? '');
      const line = `line ${row['lc_line']}`;
      want[line] = expected;
      got[line] = {
        verdict: row['lc_status'], reasons: items(row['lc_reasons']),
        signals: items(row['lc_signals']).filter((code) => expected.signals.includes(code)), fixes: [...new Set(items(row['lc_fixes']))].filter((fix) => expected.fixes.includes(fix)),
      };
      for (const code of [...expected.reasons, ...expected.signals, ...expected.fixes.map((fix) => fix.slice(fix.indexOf(':') + 1))]) seen.add(code);
    }
    expect(got).toEqual(want);
  });

  it('hold every code of the default rules', async () => {
    const { codes } = await loadRules(['default'], resolve('.'), ALL_CODES);
    expect(Object.keys(codes).filter((code) => !seen.has(code))).toEqual([]);
  });

  it('hold at least 150 rows in at least 8 lists', () => {
    const rows = LISTS.reduce((sum, list) => sum + readFileSync(join(FOLDER, list), 'latin1').split('\n').length - 2, 0);
    expect([LISTS.length >= 8, rows >= 150]).toEqual([true, true]);
  });
});
