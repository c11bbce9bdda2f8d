import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Judged } from '../../src/types.js';
import { createFormat, LC_COLUMNS, quote, uniqueNames, type FormatName } from '../../src/write/format.js';
import { createInk, putBytes, putNumber, putText, viewOf } from '../../src/write/ink.js';

const nasty = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a",;\t\r\n é'=]{0,8}$/));
const judged: Judged = { verdict: 'flagged', tier: 'suspect', score: 45, reasons: ['email/typo', 'phone/invalid'], signals: [], fixes: ['phone:phone/format'] };

function row(name: FormatName, header: string[], cells: string[], hints: string): string {
  const format = createFormat(name, header, false);
  const ink = createInk(16);
  putText(ink, format.header(true));
  cells.forEach((cell, place) => format.cell(ink, cell, place));
  putText(ink, format.beforeLine);
  putNumber(ink, 17);
  putText(ink, format.verdict(judged) + format.rest(hints, 'other.csv:3', ''));
  return ink.bytes.toString('utf8', 0, ink.length);
}

describe('rows are read back as they were', () => {
  const cells = fc.array(nasty.filter((text) => text.isWellFormed()), { minLength: 2, maxLength: 5 });
  it.each(['csv', 'tsv'] as const)('%s', (name) => {
    fc.assert(fc.property(cells, nasty.filter((text) => text.isWellFormed()), (values, hints) => {
      const header = values.map((_, column) => `c${column}`);
      const [names, read] = parse(row(name, header, values, hints), { delimiter: name === 'csv' ? ',' : '\t' }) as string[][];
      expect(names).toEqual([...header, ...LC_COLUMNS]);
      expect(read).toEqual([...values, '17', 'flagged', 'suspect', '45', 'email/typo;phone/invalid', '', 'phone:phone/format', hints, 'other.csv:3']);
    }));
  });
  it('jsonl', () => {
    fc.assert(fc.property(cells, nasty.filter((text) => text.isWellFormed()), (values, hints) => {
      const header = values.map((_, column) => `c${column}`);
      const read = JSON.parse(row('jsonl', header, values, hints)) as Record<string, unknown>;
      expect(Object.keys(read)).toEqual([...header, ...LC_COLUMNS]);
      expect(header.map((name) => read[name])).toEqual(values);
      expect(read).toMatchObject({ lc_line: 17, lc_score: 45, lc_hints: hints, lc_duplicate_of: 'other.csv:3' });
    }));
  });
});

it('quotes where csv-stringify does', () => {
  fc.assert(fc.property(nasty, fc.constantFrom(',', '\t'), (text, delimiter) => {
    const theirs = stringify([[text, 'x']], { delimiter, quoted_match: /\r/, record_delimiter: '\n' });
    expect(`${quote(text, delimiter)}${delimiter}x\n`).toBe(theirs);
  }), { numRuns: 2000 });
});

it('names of JSON keys differ', () => {
  expect(uniqueNames(['Email', 'Name', 'Email', '', 'Email', ' '])).toEqual(['Email', 'Name', 'Email_2', 'column_4', 'Email_3', 'column_6']);
});

it('numbers and bytes are written in full', () => {
  const bytes = fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 600, size: 'max' }));
  fc.assert(fc.property(fc.oneof(fc.nat({ max: 1200 }), fc.maxSafeNat()), bytes, fc.nat({ max: 20 }), fc.nat({ max: 20 }), (number, all, start, behind) => {
    const ink = createInk(1);
    putNumber(ink, number);
    const end = Math.max(start, all.length - behind);
    if (end <= all.length) putBytes(ink, viewOf(Buffer.from(all)), start, end);
    putBytes(ink, viewOf(all));
    const part = end <= all.length ? all.subarray(start, end) : all.subarray(0, 0);
    expect(ink.bytes.subarray(0, ink.length)).toEqual(Buffer.concat([Buffer.from(String(number)), part, all]));
  }), { numRuns: 1000 });
});
