import { expect, it } from 'vitest';
import type { Field, Run } from '../../src/types.js';
import { answerable, cellsOf, firstOf, firstSaying, shownIn, type Question } from '../../src/values/asked.js';
import { leadOf, TestCell } from '../checks/lead.js';

const run = (columns: Run['columns']): Run => ({ today: 0, country: '', header: [], columns, dateOrders: [] });
const questions: Question[] = [['status', (cell) => cell.text.includes('x')], ['notes', () => true]];

it('only the fields the list has columns for are looked at', () => {
  expect(shownIn(run(['notes', null, 'email']), ['status', 'notes'])).toEqual(['notes']);
  expect(answerable(run(['notes', 'notes']), questions).map(({ field }) => field)).toEqual(['notes']);
  expect(answerable(run([null]), questions)).toEqual([]);
});

it.each<[[Field, string][], number | undefined]>([
  [[['notes', 'n'], ['status', 'x']], 1], // the first question first, wherever its column stands
  [[['notes', 'n'], ['status', 's']], 0],
  [[['status', 's'], ['status', 'sx'], ['notes', 'n']], 1],
  [[['notes', ''], ['status', 's']], undefined],
  [[], undefined],
])('%j: column %s answers', (cells, column) => {
  const lead = leadOf(cells.map(([field, text], at) => new TestCell(at, field, text)));
  expect(firstSaying(lead, answerable(run(['status', 'notes']), questions))?.column).toBe(column);
});

it('the cells of a field are those of the lead at hand', () => {
  const [emails, first] = [cellsOf('email'), firstOf('email')];
  const leads = ['a', 'b'].map((text) => leadOf([new TestCell(0, 'email', '', 'usable'), new TestCell(1, 'email', text), new TestCell(2, 'email', 'c')]));
  for (const lead of [...leads, ...leads.reverse()]) {
    expect(emails(lead)).toEqual(lead.of('email'));
    expect(first(lead)).toBe(lead.first('email'));
  }
  const [lead] = leads as [ReturnType<typeof leadOf>];
  (lead.cells[1] as TestCell).state = 'doubtful';
  expect(first(lead)?.text).toBe('c');
});
