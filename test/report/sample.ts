import type { Report } from '../../src/report/report.js';

/** A report of 200 rows, to be varied. */
export const sampleReport = (change: Partial<Report> = {}): Report => ({
  schema: 1, tool: { name: 'leadclean', version: '0.1.0' }, as_of: '2026-11-21', started_at: '2026-11-21T10:00:00.000Z', seconds: 0.42,
  inputs: [{
    path: 'list.csv', bytes: 1000, sha256: 'a'.repeat(64), encoding: 'utf-8', delimiter: ',', header_line: 1, rows: 200,
    columns: { 'Work Email': 'email' }, unmapped: ['Shoe Size'],
  }],
  counts: { rows: 200, cleaned: 150, flagged: 30, rejected: 20 },
  reasons: [{ code: 'email/role', verdict: 'flag', rows: 25 }, { code: 'missing/contact', verdict: 'reject', rows: 20 }],
  fixes: [{ field: 'phone', code: 'phone/format', cells: 12 }],
  tiers: { junk: 20, suspect: 120, prospect: 40, lead: 15, qualified: 5 },
  score: { mean: 61.5, median: 60, histogram: [20, 0, 0, 0, 10, 40, 100, 20, 10, 0] },
  duplicates: { clusters: 0, rows: 0, exact: 0, likely: 0, known: 0 },
  segments: [], sources: [], money: null,
  outputs: [{ path: 'list.cleaned.csv', rows: 150, sha256: 'b'.repeat(64) }], earlier: [],
  rules: { name: 'default', sha256: 'c'.repeat(64) }, lists: [], gates: [], warnings: [],
  ...change,
});

export const sampleSource = (source: string): Report['sources'][number] => ({
  source, rows: 100, cleaned: 70, flagged: 20, rejected: 10, cost: null, cost_per_cleaned: null,
  tiers: { junk: 10, suspect: 60, prospect: 20, lead: 8, qualified: 2 },
});
