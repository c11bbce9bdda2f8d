import { expect, it } from 'vitest';
import { createApart } from '../../src/duplicates/apart.js';
import type { Column } from '../../src/duplicates/likely/kinds.js';
import { words } from './likely/shipped.js';

const COLUMNS: readonly Column[] = [{ name: 'first_name', kind: 'given' }, { name: 'Born', kind: 'date' }, { name: 'No', kind: 'code' }, { name: 'Job', kind: 'text' }];

/** Rows as `given|born|no|job`; which of them differ from the row before which they are asked, in this order. */
function differing(rows: readonly string[], asked: readonly (readonly [number, number])[]): boolean[] {
  const apart = createApart(COLUMNS, words)!;
  rows.forEach((text, row) => { apart.add(row, text.split('|')); });
  return asked.map(([first, row]) => apart.differ(first, row));
}

it.each([
  ['two dates', 'Ann|1980-03-14||', 'Ann|1950-07-01||', true], ['one date in two ways', 'Ann|1980-03-14||', 'Ann|14.03.1980||', false], ['a date and none', 'Ann|1980-03-14||', 'Ann|||', false],
  ['two numbers', 'Ann||A-17|', 'Ann||A-18|', true], ['a number in two ways', 'Ann||A-17|', 'Ann||a17|', false], ['one date and two numbers', 'Ann|1980-03-14|A-17|', 'Ann|1980-03-14|A-18|', true],
  ['two jobs', 'Ann|||cook', 'Ann|||nurse', false], ['two names', 'Ann|||', 'Eve|||', false],
])('%s', (_, one, other, expected) => expect(differing([one, other], [[0, 1]])).toEqual([expected]));

it('a row that says nothing ties no two together that differ', () => {
  expect(differing(['Ann|||', 'Ann|1980-03-14||', 'Ann|1950-07-01||'], [[0, 1], [0, 2]])).toEqual([false, true]);
  expect(differing(['Ann|1980-03-14||', 'Ann||A-17|', 'Ann||A-18|'], [[0, 1], [0, 2]])).toEqual([false, true]);
});

it('is not asked where no such column was named', () => expect(createApart(COLUMNS.slice(0, 1), words)).toBeNull());
