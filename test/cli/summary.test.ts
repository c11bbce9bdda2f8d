import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { summary } from '../../src/cli/summary.js';
import type { Report } from '../../src/report/report.js';
import type { Code, Explanation } from '../../src/types.js';
import { sampleReport, sampleSource } from '../report/sample.js';

const LONG = 'a sentence that goes on and on until it cannot be shown on a single line of a terminal that is eighty columns wide';
const words = new Map<Code, Explanation>([['email/role', { what: LONG, why: 'w', do: LONG }], ['missing/contact', { what: 'WHAT', why: 'WHY', do: 'DO' }], ['email/placeholder', { what: 'It’s “noemail@…” – none.', why: 'w', do: 'd' }]]);
const show = (change: Partial<Report> = {}, unicode = true, width = 80): string =>
  summary(sampleReport(change), { chalk: new Chalk({ level: 0 }), unicode, width, words, reports: ['list.report.json'], dryRun: false });

const MANY: Partial<Report> = {
  sources: Array.from({ length: 20 }, (_, at) => sampleSource(`a source with a rather long name, number ${at}`)),
  counts: { rows: 12_345_678, cleaned: 12_345_670, flagged: 7, rejected: 1 },
  inputs: [{ ...sampleReport().inputs[0]!, path: `/home/somebody/${'lists/'.repeat(12)}list.csv` }],
  segments: [{ segment: 'dach', rows: 12_345_678, cleaned: 12_345_670, flagged: 7, rejected: 1 }, { segment: 'elsewhere', rows: 0, cleaned: 0, flagged: 0, rejected: 0 }],
  money: { currency: 'EUR', paid: 70, cost_per_cleaned: 0.47, wasted: 7 },
};

describe('the summary', () => {
  test.each([[80, true], [80, false], [59, true], [40, true], [40, false]])('is at most %i columns wide, Unicode %s', (width, unicode) => {
    for (const line of show(MANY, unicode, width).split('\n')) expect(line.length).toBeLessThanOrEqual(width);
  });

  test('no fact of the tiers is torn apart', () => {
    expect(show({}, true, 40)).toMatch(/junk 20 · suspect 120 · prospect 40\n {2}lead 15 · qualified 5\n/);
  });

  test('a narrow terminal gets fewer figures of the sources', () => {
    expect(show(MANY, true, 40)).toMatch(/source +rows +cleaned +rejected\n/);
  });

  test('without Unicode is ASCII', () => {
    expect(show({ ...MANY, reasons: [{ code: 'email/placeholder', verdict: 'flag', rows: 2 }] }, false)).toMatch(/^[\n -~]*$/);
  });

  test('says how many, why, what to do, what was mended, and where the files are', () => {
    const text = show();
    expect(text).toMatch(/cleaned\s+150\s+75\.0%\s+█+/);
    expect(text).toMatch(/rejected\s+20\s+10\.0%\s+█+/);
    expect(text).toMatch(/20 {2}missing\/contact \(reject\)\n\s+WHAT\n\s+→ DO\n/);
    expect(text).toMatch(/12 {2}phone: phone\/format/);
    expect(text).toMatch(/qualified 5/);
    expect(text).toMatch(/150 {2}list\.cleaned\.csv\n +list\.report\.json\n/);
  });

  test('what decided comes before what was only noted', () => {
    const text = show({ reasons: [{ code: 'email/free', verdict: 'note', rows: 150 }, { code: 'email/role', verdict: 'flag', rows: 2 }] });
    expect(text.indexOf('email/role')).toBeLessThan(text.indexOf('email/free'));
  });

  test('colours come with the chalk instance alone', () => {
    expect(show()).not.toContain('\u001b');
    expect(summary(sampleReport(), { chalk: new Chalk({ level: 1 }), unicode: true, width: 80, words, reports: [], dryRun: false })).toContain('\u001b[');
  });

  test('a list cannot send control characters to the terminal', () => {
    const source = sampleSource('evil\u001b]0;title\u0007\u009b2J');
    expect(show({ sources: [source, sampleSource('b')] })).not.toMatch(/[\u001b\u0007\u009b]/);
  });

  test('sources are shown where there are several', () => {
    expect(show({ sources: [sampleSource('fair')] })).not.toContain('fair');
    expect(show({ sources: [sampleSource('fair'), sampleSource('')] })).toMatch(/fair +100 +70 +20 +10 +10\n +\(none\)/);
  });

  test('an empty list is shown without dividing by nothing', () => {
    const text = show({ counts: { rows: 0, cleaned: 0, flagged: 0, rejected: 0 }, reasons: [], fixes: [], outputs: [] });
    expect(text).not.toMatch(/NaN|Infinity/);
  });
});
