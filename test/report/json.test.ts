import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reportJson, reportsJson } from '../../src/report/json.js';
import type { Report } from '../../src/report/report.js';
import { sampleReport, sampleSource } from './sample.js';

test('nothing is lost and the order of keys does not depend on how the report was made', () => {
  const report = sampleReport();
  const backwards = Object.fromEntries(Object.entries(report).reverse()) as unknown as Report;
  expect(reportJson(backwards)).toBe(reportJson(report));
  expect(JSON.parse(reportJson(report))).toEqual(report);
  expect(Object.keys(JSON.parse(reportJson(report)) as object).slice(0, 3)).toEqual(['schema', 'tool', 'as_of']);
});

test('indented by two, one line end', () => {
  expect(reportJson(sampleReport())).toMatch(/^\{\n {2}"schema": 1,\n[^]*\n\}\n$/);
});

test('several lists make an array, one list stands alone', () => {
  expect(JSON.parse(reportsJson([sampleReport()]))).toMatchObject({ schema: 1 });
  expect(JSON.parse(reportsJson([sampleReport(), sampleReport()]))).toHaveLength(2);
});

test('the README names every key', () => {
  const readme = readFileSync('README.md', 'utf8');
  const section = readme.slice(readme.indexOf('### The JSON report'), readme.indexOf('## How fast'));
  const report = sampleReport({ sources: [sampleSource('fair')], money: { currency: 'EUR', paid: 1, cost_per_cleaned: 1, wasted: 0 }, gates: [{ gate: 'rows<1', value: 3, passed: true }] });
  const keys = Object.entries(report).flatMap(([key, value]): string[] => {
    const [one] = [value].flat() as unknown[];
    return [key, ...(typeof one === 'object' && one !== null && key !== 'tiers' ? Object.keys(one) : [])];
  });
  // Of sources the counts are those that are named before.
  expect([...new Set(keys)].filter((key) => key !== 'source' && !section.includes(`\`${key}\``))).toEqual([]);
});
