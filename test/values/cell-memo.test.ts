import { expect, it } from 'vitest';
import { cellsOf, firstThat } from '../../src/values/asked.js';
import { beginAsking, cellMemo } from '../../src/values/cell-memo.js';
import { leadOf, TestCell } from '../checks/lead.js';

it('each question has its own answer, read once for a text that is known', () => {
  beginAsking();
  const read: string[] = [];
  const asking = (question: string): ReturnType<typeof cellMemo<string>> => cellMemo((text) => { read.push(question); return `${question} ${text}`; });
  const [one, other] = [asking('one'), asking('other')];
  const cell = new TestCell(0, 'title', 'CEO');
  expect([one(cell), other(cell), one(cell), other(cell)]).toEqual(['one CEO', 'other CEO', 'one CEO', 'other CEO']);
  expect(read).toEqual(['one', 'other']);
  cell.text = 'CTO';
  expect([one(cell), one(cell)]).toEqual(['one CTO', 'one CTO']);
  expect(read).toEqual(['one', 'other', 'one', 'one']);
});

it('the questions of the next list are other ones', () => {
  beginAsking();
  const before = cellMemo((text) => `before ${text}`);
  const cell = new TestCell(0, 'title', 'CEO');
  expect(before(cell)).toBe('before CEO');
  beginAsking();
  const after = cellMemo((text) => `after ${text}`);
  expect(after(new TestCell(0, 'title', 'CEO'))).toBe('after CEO');
});

it('false is an answer like any other', () => {
  beginAsking();
  let reads = 0;
  const never = cellMemo(() => { reads++; return false; });
  const cells = [new TestCell(0, 'notes', ''), new TestCell(1, 'notes', 'x'), new TestCell(2, 'notes', 'y')];
  const first = (says: typeof never): TestCell | undefined => firstThat(leadOf(cells), { field: 'notes', cells: cellsOf('notes'), says }) as TestCell | undefined;
  expect([first(never), first(never), reads]).toEqual([undefined, undefined, 2]);
  expect(first(() => true)).toBe(cells[1]);
});
