import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import type { Column } from '../../../src/duplicates/likely/kinds.js';
import { findLikely } from './shipped.js';

const COLUMNS: Column[] = [
  { name: 'First Name', kind: 'given' }, { name: 'Last Name', kind: 'family' }, { name: 'Email', kind: 'email' }, { name: 'Phone', kind: 'phone' },
  { name: 'Company', kind: 'company' }, { name: 'Street', kind: 'street' }, { name: 'City', kind: 'city' }, { name: 'Postal Code', kind: 'postal' },
  { name: 'Date of Birth', kind: 'date' },
];
type Row = Record<string, string>;
const rows: Row[] = parse(readFileSync(new URL('../../../fixtures/pairs.csv', import.meta.url)), { columns: true });
const found = findLikely(COLUMNS, rows.map((row, i) => ({ row: i, texts: COLUMNS.map(({ name }) => row[name] ?? '') })));

/** Pairs of the fixture (two rows each, one after the other) of which both rows stand in one of the groups. */
const together = (groups: readonly (readonly number[])[], expected: string): string[] => {
  const group = new Map(groups.flatMap((members, i) => members.map((row) => [row, i] as const)));
  return rows.filter((row, i) => row.expect === expected && i % 2 === 0 && group.has(i) && group.get(i) === group.get(i + 1)).map((row) => row.pair!);
};
const pairs = (expected: string): string[] => rows.filter((row, i) => row.expect === expected && i % 2 === 0).map((row) => row.pair!);

it('holds at least 150 pairs of both kinds', () => {
  expect(pairs('same').length + pairs('different').length).toBeGreaterThanOrEqual(150);
  expect(rows.every((row, i) => row.pair === rows[i - (i % 2)]?.pair)).toBe(true);
});
it('never takes two people for the same person', () => {
  expect(together(found.same, 'different')).toEqual([]);
});
it('finds the people that are there twice', () => {
  expect(together(found.likely, 'same')).toEqual(pairs('same'));
});
it('flags hardly any two people', () => {
  expect(together(found.likely, 'different').length).toBeLessThanOrEqual(pairs('different').length / 10);
});
it('ties no row to a row of another pair', () => {
  expect(found.likely.filter((group) => new Set(group.map((row) => rows[row]?.pair)).size > 1)).toEqual([]);
});
