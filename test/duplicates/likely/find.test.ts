import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../../src/duplicates/likely/kinds.js';
import { findLikely } from './shipped.js';

const COLUMNS: Column[] = [
  { name: 'first', kind: 'given' }, { name: 'last', kind: 'family' }, { name: 'email', kind: 'email' }, { name: 'phone', kind: 'phone' },
  { name: 'company', kind: 'company' }, { name: 'city', kind: 'city' },
];
const person = (text: string): string[] => {
  const cells = text.split('|').map((cell) => cell.trim());
  return COLUMNS.map((_, i) => cells[i] ?? '');
};
const find = (people: readonly string[]): ReturnType<typeof findLikely> => findLikely(COLUMNS, people.map((text, row) => ({ row, texts: person(text) })));

/** People nobody resembles, so that a short list knows what is common. */
const CROWD = 'Adam Birch,Berta Cole,Cyrus Dunn,Delia East,Elmar Finch,Fiona Grey,Gregor Hale,Holly Irwin,Ivo Jarvis,Joan Kemp,Kurt Lomax,Lena Marsh,Milo North,Nora Oakes,Otto Pike,Petra Quill,Quentin Rowe,Rita Stone,Sven Thorne,Tilda Usher'
  .split(',').map((name, i) => `${name.replace(' ', '|')}|${name.toLowerCase().replace(' ', '.')}@firm${i}.com|+44 20 7${i}00 12${i}3|Firm ${i} Works|Town ${i}`);

describe('groups', () => {
  it('finds one person in three spellings', () => {
    const { same } = find(['Robert|Hallworth|r.hallworth@brightmill.com|+44 7700 134511|Brightmill Ltd|Leeds', 'Bob|Hallworth||07700 134511|Brightmill|Leeds', 'R.|Halworth|r.hallworth@brightmill.com||Brightmill Limited|', ...CROWD]);
    expect(same).toEqual([[0, 1, 2]]);
  });
  it('does not chain two people by a row that could be either', () => {
    const { likely } = find(['John|Harcourt||+44 23 5555 1200|Naval Works|Poole', 'Jane|Harcourt||+44 23 5555 1200|Naval Works|Poole', 'J.|Harcourt||+44 23 5555 1200|Naval Works|Poole', ...CROWD]);
    expect(likely.some((group) => group.includes(0) && group.includes(1))).toBe(false);
    expect(likely.flat()).toContain(2);
  });
  it('takes rows that look the same for one person when they say enough', () => {
    const row = 'Ottoline|Strachey|ottoline@strachey.com|+44 7400 991203||London';
    expect(find([row, ...CROWD, row]).same).toEqual([[0, CROWD.length + 1]]);
    expect(find(['|||||London', ...CROWD, '|||||London']).likely).toEqual([]);
  });
  it('keeps the groups of the same person within those that are likely', () => {
    const { likely, same } = find(['Anna|Keller|anna.keller@gmx.de|+49 170 1234567||Bonn', 'Anna|Keler|anna.keller@gmx.de|||Bonn', 'Ana|Keller||+49 170 1234568||Bonn', ...CROWD]);
    for (const group of same) expect(likely.some((wider) => group.every((row) => wider.includes(row)))).toBe(true);
  });
  it('has nothing to say of no rows, of one and of empty ones', () => {
    for (const people of [[], ['Anna|Keller'], ['', '', '']]) expect(find(people)).toMatchObject({ matches: [], likely: [], same: [] });
  });
});

it('says what spoke for a match and what against it', () => {
  const { matches } = find(['Robert|Hallworth|r.hallworth@brightmill.com|+44 7700 134511|Brightmill|Leeds', 'Bob|Hallworth|bob@other.org|+44 7700 134511||York', ...CROWD]);
  expect(matches).toHaveLength(1);
  expect(matches[0]).toMatchObject({ a: 0, b: 1 });
  expect([...matches[0]!.agreed].sort()).toEqual(['first name (nearly)', 'last name', 'phone']);
  expect([...matches[0]!.disagreed].sort()).toEqual(['address', 'e-mail']);
});

it('reports what too many share to be compared', () => {
  const many = Array.from({ length: 6000 }, (_, i) => `${'abcdefghijklmnopqrstuvwxyz'[i % 26]}x${i}|Smith||||London`);
  expect(find(many).skipped).toContainEqual({ block: 'name and city', rows: 6000 });
});

it('finds the same whatever the order of the rows', () => {
  const people = [
    ...CROWD, 'Bertha|Cole||+44 20 7100 1213||', 'Sven|Thorn|sven.thorne@firm18.com||Firm 18|', 'Hale|Gregor|gregor.hale@firm6.com|||Town 6', 'Dunn|Cyrus||+44 20 7200 1223||Town 2',
    'Anna|Lund|anna.lund@gmx.de|||Bonn', 'Anna|Lund|anna.lund@gmx.de|||Bonn', 'Ana|Lund|anna.lund@gmx.de|||', 'A.|Lund||+49 170 1234567||Bonn', 'Anna|Lundt||+49 170 1234567||Bonn',
  ];
  const inOrder = (found: ReturnType<typeof findLikely>, order: readonly number[]): unknown => ({
    likely: found.likely.map((group) => group.map((row) => order[row]!).sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!),
    same: found.same.map((group) => group.map((row) => order[row]!).sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!),
    scores: found.matches.map(({ probability }) => probability).sort((a, b) => a - b),
  });
  const straight = inOrder(find(people), people.map((_, i) => i));
  expect((straight as { same: unknown[] }).same.length).toBeGreaterThan(3);
  fc.assert(fc.property(fc.shuffledSubarray(people.map((_, i) => i), { minLength: people.length }), (order) => {
    expect(inOrder(find(order.map((i) => people[i]!)), order)).toEqual(straight);
  }), { numRuns: 25 });
});
