import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRows } from '../../src/duplicates/person.js';
import { createHints, type Hints } from '../../src/pool/hints.js';
import { scan } from '../scan.js';

/** A hint of a row: of which column, and what. */
type Said = readonly [column: number, hint: string];
const nameOf = (column: number): string => (column === -1 ? 'row' : `column ${column}`);

/** Row by row what is told of a batch, and how many different texts it is told with. */
function told(hints: Hints, rows: readonly (readonly Said[])[]): { readonly rows: string[]; readonly texts: number } {
  rows.forEach((row, at) => {
    for (const [column, hint] of row) hints.add(column, nameOf(column), hint);
    hints.row(at);
  });
  const { hintRows, hintOf, hints: joined } = hints.take();
  const texts = hintRows.length === 0 ? [] : splitRows(joined);
  const found = rows.map(() => '');
  hintRows.forEach((row, place) => { found[row] = texts[hintOf[place]!]!; });
  return { rows: found, texts: texts.length };
}
const expected = (rows: readonly (readonly Said[])[]): { readonly rows: string[]; readonly texts: number } => {
  const all = rows.map((row) => row.map(([column, hint]) => `${nameOf(column)}: ${hint.replaceAll('\u001e', ' ')}`).join(';'));
  return { rows: all, texts: new Set(all.filter((text) => text !== '')).size };
};

describe('hints', () => {
  const said = fc.tuple(fc.constantFrom(-1, 0, 1, 7), fc.constantFrom('old', 'did you mean x?', 'a;b', 'old\u001etext'));
  it('are those of their rows, each text once a batch, batch after batch', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.array(said, { maxLength: 3 }), { maxLength: 8 }), { minLength: 1, maxLength: 5 }), (batches) => {
      const hints = createHints();
      for (const batch of batches) expect(told(hints, batch)).toEqual(expected(batch));
    }), { numRuns: 500 });
  });
  it('of which a column has more than are kept', () => {
    const hints = createHints();
    for (const step of [1, 7, 11]) {
      const batch = Array.from({ length: 1_500 }, (_, row): Said[] => [[0, `hint ${row * step % 700}`], ...(row % 5 === 0 ? [[1, `hint ${row * step % 900}`] as const] : [])]);
      expect(told(hints, batch)).toEqual(expected(batch));
    }
  });
});

it('the row that is asked for has its hints', async () => {
  const run = await scan({ 'list.csv': 'Email,Name\nann@gmial.com,Ann\nbob@gmial.com,Bob\n' }, { row: 3 });
  expect(run.row?.hints).toBe(run.all()[1]!['lc_hints']);
  expect(run.row?.hints).toMatch(/^email:/);
});

it('names the column of no use beside one that is good', async () => {
  const run = await scan({ 'a.csv': 'Name,Mobile,Office Phone,Email\nAnn Lee,(212) 555-0143,+1 614 674 9441,ann@acme.com\nBo Dahl,+1 614 674 9442,+1 614 674 9443,bo@acme.com\n' });
  expect(run.all().map((row) => [row['lc_status'], row['lc_hints']])).toEqual([['cleaned', 'phone: do not use Mobile (phone/fictional)'], ['cleaned', '']]);
});
