import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { scan } from '../scan.js';

/** Rows end in two empty cells the header does not have; every second one is fixed. */
const TOO_MANY = 'Email,First Name,Company\nann@acme.com,Ann,Acme,,\nBob@Acme.com,Bob,"Acme, Ltd",,\n';

it('empty cells too many are not written: what leadclean adds stays under its header', async () => {
  const scanned = await scan({ 'list.csv': TOO_MANY }, { keep: 'first' });
  expect(scanned.all().map((row) => [row['Email'], row['Company'], row['lc_line']])).toEqual([['ann@acme.com', 'Acme', '2'], ['bob@acme.com', 'Acme, Ltd', '3']]);
});

it('what lies around a fixed cell goes out as it came in', async () => {
  const scanned = await scan({ 'list.csv': 'Id,Email,Company\n"1",Ann@Acme.com,"Acme"\n' });
  expect(scanned.file('list.cleaned.csv')).toContain('\n"1",ann@acme.com,"Acme",2,');
});

/** How a cell stands in the list, what it is as evidence, and what it is where the row is not rejected. */
type Form = readonly [written: string, evidence: string, mended: string];
const FORMS: readonly Form[] = [
  ['Weir', 'Weir', 'Weir'], ['"Weir"', 'Weir', 'Weir'], [' Weir', ' Weir', 'Weir'], ['"Weir, ""W"" "', 'Weir, "W" ', 'Weir, "W"'],
  ['=1+A1', "'=1+A1", "'=1+A1"], ['" =1+A1"', "' =1+A1", "'=1+A1"], ['-李(1) ', "'-李(1) ", "'-李(1)"],
];
const EMAILS: readonly ((row: number) => Form)[] = [
  (row) => [`w${row}@weir-works.com`, `w${row}@weir-works.com`, `w${row}@weir-works.com`], (row) => [`"W${row}@weir-works.com"`, `W${row}@weir-works.com`, `w${row}@weir-works.com`],
  () => ['', '', ''], () => ['" "', ' ', ''],
];
const NAMES = ['Company', 'Street', 'Email', 'City'];
/** Every form in every column beside every other. */
const ROWS = FORMS.flatMap((company) => FORMS.flatMap((street) => EMAILS.flatMap((email) => FORMS.map((city) => [company, street, email, city] as const))))
  .map(([company, street, email, city], row) => [company, street, email(row), city] as const);

it.each([['csv', ''], ['csv', ',,'], ['tsv', '']] as const)('cells that are mended and cells that are disarmed, side by side (%s, rows end in "%s")', async (format, end) => {
  const text = ROWS.map((row) => row.map(([written]) => written).join(',') + end);
  const run = await scan({ 'list.csv': [NAMES.join(','), ...text, ''].join('\n') }, { keep: 'first', format, stdout: 'all' });
  const odd: unknown[] = [];
  const seen = { rejected: 0, other: 0 };
  const written = parse(run.stdout, { columns: true, delimiter: format === 'csv' ? ',' : '\t' }) as Record<string, string>[];
  expect(written.length).toBe(ROWS.length);
  for (const [at, row] of written.entries()) {
    const isEvidence = row['lc_status'] === 'rejected';
    seen[isEvidence ? 'rejected' : 'other']++;
    const expected = ROWS[at]!.map((form) => form[isEvidence ? 1 : 2]);
    const found = NAMES.map((name) => row[name]);
    if (row['lc_line'] !== String(at + 2) || found.join('|') !== expected.join('|')) odd.push([text[at], expected, found]);
  }
  expect(odd).toEqual([]);
  expect(seen.rejected).toBe(seen.other);
});
