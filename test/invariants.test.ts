import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scan } from './scan.js';

const HEADER = ['Email', 'First Name', 'Last Name', 'Company', 'Work Phone', 'Mobile Phone', 'Country', 'Created Date', 'Remark'];

/** Cells as lists have them: good ones, damaged ones and arbitrary text. */
const wild = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.stringMatching(/^[ ,"';=+\-@\t\n\ra0.]{0,10}$/),
  fc.constantFrom('N/A', '-', '=SUM(A1)', "'=x", '+1 512 555 0199', ' x ', '"', '“x”', '4.4E+11', 'null', '=HYPERLINK("http://x","y")', '\u00a0', 'é\u200b'),
);
const of = (...good: string[]): fc.Arbitrary<string> => fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: wild });
const lead = fc.tuple(
  of('ann@gmail.com', 'Bob.Smith@Acme.com', 'bob.smith@acme.com', 'info@acme.com', 'x@gmial.com', 'a@b', '<eve@corp.de>', ''),
  of('Ann', 'BOB', 'eve', 'Jean-Luc', "O'BRIEN", '李雷'), of('Smith', 'VAN DER BERG', 'McDonald', 'nuñez'),
  of('Acme', 'Widgets, Inc.', 'A "B" C', ''), of('+1 512 343 5283', '(703) 439-9049', '="(703) 439-9049"', '070-111', ''),
  of("'+44 7911 123456", '447911123456.0', ''), of('US', 'Germany', 'UK', ''), of('2026-01-02', '03/04/2025', '31.12.2019', 'soon', ''), wild,
);

describe('whatever the list', () => {
  const lists = fc.array(lead, { maxLength: 25 });

  it('every row is in exactly one output, in order, and every cell is found again', async () => {
    await fc.assert(fc.asyncProperty(lists, async (leads) => {
      // A record in which nothing stands is no row, and one that repeats the header is checked elsewhere.
      const rows = leads.map((cells) => cells.map((cell) => cell.replaceAll('\u0000', '')));
      const run = await scan({ 'list.csv': stringify([HEADER, ...rows], { quoted: true }) }, { country: 'US' });
      const written = run.all();
      const counts = run.reports[0]?.counts;
      expect(counts?.rows).toBe(rows.length);
      expect((counts?.cleaned ?? 0) + (counts?.flagged ?? 0) + (counts?.rejected ?? 0)).toBe(rows.length);
      expect(written).toHaveLength(rows.length);
      for (const verdict of ['cleaned', 'flagged', 'rejected'] as const) {
        const lines = run.rows(verdict).map((row) => Number(row['lc_line']));
        expect(lines).toEqual([...lines].sort((a, b) => a - b));
      }
      written.forEach((row, place) => {
        const read = rows[place] as string[];
        HEADER.forEach((name, column) => {
          const now = row[name] as string;
          const before = read[column] as string;
          const disarmed = now === `'${before}`;
          const mended = row['lc_status'] !== 'rejected' && row['lc_fixes'] !== '';
          expect(now === before || disarmed || mended, `${name}: ${JSON.stringify(before)} became ${JSON.stringify(now)}`).toBe(true);
          // Excel's way to say "text" runs nothing; in the rejected list it stays as it was read.
          expect(/^(?:=\s*\S|@.*[(|!])/s.test(now.trimStart()) && !/^="[^"]*"$/.test(now)).toBe(false);
        });
      });
    }), { numRuns: 20 });
  });

  it('cleaning the cleaned list again fixes nothing more and rejects nothing', async () => {
    await fc.assert(fc.asyncProperty(lists, async (rows) => {
      const first = await scan({ 'list.csv': stringify([HEADER, ...rows], { quoted: true }) }, { country: 'US' });
      const cleaned = first.file('list.cleaned.csv');
      const again = await scan({ 'again.csv': cleaned }, { country: 'US' });
      expect(again.reports[0]?.fixes).toEqual([]);
      expect(again.reports[0]?.counts).toMatchObject({ rejected: 0 });
      // What is likely is learnt from the list, and this is another list.
      for (const row of again.rows('flagged')) expect(row['lc_reasons']).toContain('duplicate/likely');
      expect(again.reports[0]?.counts.rows).toBe(first.reports[0]?.counts.cleaned);
    }), { numRuns: 20 });
  });

  it('a pipe gives what a file gives', async () => {
    await fc.assert(fc.asyncProperty(lists, async (rows) => {
      const text = stringify([HEADER, ...rows]);
      const file = await scan({ 'list.csv': text });
      const pipe = await scan({}, { lists: ['-'], name: 'list', stdin: text });
      for (const verdict of ['cleaned', 'flagged', 'rejected']) expect(pipe.file(`list.${verdict}.csv`)).toBe(file.file(`list.${verdict}.csv`));
    }), { numRuns: 20 });
  });
});

it('the three lists together are standard output with --stdout all', async () => {
  const run = await scan({ 'list.csv': 'Email,Name\nann@corp.de,Ann\nnone,Bob\nann@corp.de,Ann\n' }, { stdout: 'all' });
  const [header, ...rows] = parse(run.stdout) as string[][];
  expect(header?.slice(0, 4)).toEqual(['Email', 'Name', 'lc_line', 'lc_status']);
  expect(rows.map((row) => row[2])).toEqual(['2', '3', '4']);
  expect(run.file('list.cleaned.csv')).toBe('');
});

it.each(['csv', 'tsv'] as const)('a carriage return in a cell without quotes is written in quotes: a %s reader ends the row there', async (format) => {
  const delimiter = { csv: ',', tsv: '\t' }[format];
  const rows = [...Array.from({ length: 40 }, (_, i) => [`Ann ${i}`, `ann${i}@corp.de`, 'ok']), ['Bob Ray', 'bob@corp.de', 'a\rb'], ['Cyd Fox', '', 'a remark longer than this\rb'], ['Dee Orr', 'dee@corp.de', '\rc']];
  const run = await scan({ 'list.csv': [['Name', 'Email', 'Foo'], ...rows].map((cells) => cells.join(delimiter)).join('\n') }, { format, stdout: 'all' });
  expect((parse(run.stdout, { delimiter, record_delimiter: ['\n', '\r'] }) as string[][]).slice(41).map((cells) => [cells.length, cells[2]])).toEqual([[12, 'a\rb'], [12, 'a remark longer than this\rb'], [12, '\rc']]);
});

it('--changes has one row for each changed cell: as it was read and as it is written, whatever the number of fixes', async () => {
  const text = 'Name,Email,Company\nANN LEE, Ann@Corp.de ,Acme\nBob Ray,," =cmd|a!A1"\nCyd Fox,cyd@corp.de," =cmd|a!A1"\n';
  const run = await scan({ 'list.csv': text }, { changes: true, stdout: 'all' });
  const [header = [], ...read] = parse(text) as string[][];
  const changed = (parse(run.stdout) as string[][]).slice(1).flatMap((cells) => header.flatMap((name, column) => {
    const line = Number(cells[3]);
    const before = read[line - 2]?.[column];
    return before === cells[column] ? [] : [[String(line), name, before, cells[column]]];
  }));
  const told = (parse(run.file('list.changes.csv')) as string[][]).slice(1);
  expect(told.map(([line, column, , , before, after]) => [line, column, before, after]).sort()).toEqual(changed.sort());
  expect(told.map(([line, column, , code]) => `${line} ${column} ${code}`).sort()).toEqual([
    '2 Email cell/whitespace;email/case', '2 Name name/case', '3 Company cell/formula', '4 Company cell/whitespace;cell/formula',
  ]);
});
