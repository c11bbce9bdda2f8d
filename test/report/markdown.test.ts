import { expect, test } from 'vitest';
import { reportMarkdown } from '../../src/report/markdown.js';
import type { Code, Explanation } from '../../src/types.js';
import { sampleReport, sampleSource } from './sample.js';

const WORDS = new Map<Code, Explanation>([['email/role', { what: 'W1', why: 'Y1', do: 'D1' }]]);
const rows = (markdown: string): string[][] =>
  markdown.split('\n').filter((line) => line.startsWith('|')).map((line) => line.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim()));

test('every table is whole: as many cells in each row as in its head', () => {
  const markdown = reportMarkdown(sampleReport({
    sources: [sampleSource('a|b\nc'), sampleSource('<img src=x>')], gates: [{ gate: 'rejected>5%', value: 10, passed: false }], warnings: ['one'],
  }), WORDS);
  let width = 0;
  for (const line of markdown.split('\n')) {
    if (!line.startsWith('|')) { width = 0; continue; }
    const cells = line.split(/(?<!\\)\|/).length;
    if (width === 0) width = cells;
    expect(cells).toBe(width);
  }
  expect(markdown).not.toContain('<img');
  expect(markdown).toContain('a\\|b c');
});

test('figures and words are there', () => {
  const found = rows(reportMarkdown(sampleReport(), WORDS));
  expect(found).toContainEqual(['cleaned', '150', '75.0 %']);
  expect(found).toContainEqual(['qualified', '5', '2.5 %']);
  expect(found).toContainEqual(['email/role', 'flag', '25', 'W1', 'D1']);
  expect(found).toContainEqual(['phone', 'phone/format', '12', '']);
  expect(found).toContainEqual(['list.cleaned.csv', '150', 'b'.repeat(64)]);
});

test('an empty list has no shares', () => {
  const counts = { rows: 0, cleaned: 0, flagged: 0, rejected: 0 };
  expect(rows(reportMarkdown(sampleReport({ counts, reasons: [], fixes: [] }), WORDS))).toContainEqual(['cleaned', '0', '0.0 %']);
});
