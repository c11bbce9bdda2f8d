import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

/** The built program: threads run what is built. */
const BIN = resolve('bin/leadclean.js');
const folder = mkdtempSync(join(tmpdir(), 'leadclean-jobs-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const GIVEN = 'Anna Robert Bob Maria Peter Petra Lena Otto Ivo Nora Kim Max'.split(' ');
const FAMILY = 'Keller Hallworth Szczepański Müller Lee Frost Wolff Oakes Irwin Marsh Quill Rowe Stone Usher'.split(' ');
/** So that few rows make several batches. */
const REMARK = 'met at the fair '.repeat(40);

/** Rows of which every seventh repeats an earlier person in another spelling; some opted out, some bear a formula. */
function rows(count: number): string {
  let text = 'Id,Email,First Name,Last Name,Company,Phone,City,Source,Unsubscribed,Notes\n';
  for (let n = 0; n < count; n++) {
    const who = n % 7 === 6 ? Math.floor(n / 3) : n;
    const [given, family] = [GIVEN[who % 12]!, FAMILY[Math.floor(who / 12) % 14]!];
    const again = who !== n;
    text += `${n},${again && n % 2 ? '' : `${given.toLowerCase()}.${who}@firm${who % 911}-works.com`},${again ? given.toUpperCase() : given},${again ? family.slice(0, -1) : family},`
      + `${n % 5 === 0 ? '' : `"Firm ${who % 911}, Works"`},+49 30 ${900_000 + who},${n % 97 === 0 ? '=1+A1' : `Town ${who % 53}`},List ${n % 3},${n % 101 === 0 ? 'yes' : ''},${REMARK}\n`;
  }
  return text;
}

describe('the same bytes, whatever the number of threads', () => {
  writeFileSync(join(folder, 'list.csv'), rows(2500));
  writeFileSync(join(folder, 'crm.csv'), rows(900).replaceAll('"Firm', '"').replace('Company', 'Account'));
  writeFileSync(join(folder, 'no.txt'), '+4930900700\nfirm7-works.com\n');
  it.each([
    ['--keep', 'best', '--merge', 'fill', '--matches', 'matches.csv'], ['--keep', 'first', '--matches', 'matches.csv'], ['--keep', 'last', '--against', '../crm.csv', '--update'],
  ])('%s %s %s %s', (...options) => {
    const written = [1, 2].map((jobs) => {
      const out = mkdtempSync(join(folder, 'out-'));
      execFileSync(process.execPath, [BIN, 'scan', join(folder, 'list.csv'), '-o', '.', '-q', '--changes', '--suppress', '../no.txt', '--as-of', '2026-11-21', '--report', 'md', '--jobs', String(jobs), ...options], { cwd: out });
      return Object.fromEntries(readdirSync(out).sort().map((name) => [name, readFileSync(join(out, name), 'utf8')]));
    });
    expect(Object.keys(written[0]!).length).toBeGreaterThanOrEqual(6);
    expect(Object.entries(written[0]!).filter(([, text]) => text.split('\n').length < 10).map(([name]) => name)).toEqual([]);
    for (const other of written.slice(1)) for (const [name, text] of Object.entries(written[0]!)) expect(other[name] === text, name).toBe(true);
  }, 120_000);
});
