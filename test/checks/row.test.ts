import { describe, expect, test } from 'vitest';
import { row } from '../../src/checks/row.js';
import type { Trouble } from '../../src/types.js';
import { look } from './look.js';

const looked = (...trouble: Trouble[]) => look(row, undefined as never, { first_name: 'Ann', city: 'Gen\ufffdve' }, { row: { trouble } });

describe('row', () => {
  test.each(['unreadable', 'ragged', 'blank', 'repeated-header', 'footer', 'encoding'] as const)('%s becomes a finding with the detail as hint', (kind) => {
    const { findings } = looked({ kind, detail: '14 cells, the header has 16' });
    expect(findings).toEqual([{ code: `row/${kind}`, field: null, column: -1, was: '', hint: '14 cells, the header has 16' }]);
  });

  test('a trouble in a mapped column is about its cell', () => {
    const { findings } = looked({ kind: 'encoding', column: 1, detail: 'byte 0xE8' });
    expect(findings).toMatchObject([{ code: 'row/encoding', field: 'city', column: 1, was: 'Gen\ufffdve' }]);
  });

  test.each([
    [{ kind: 'encoding', column: 7, detail: 'byte 0xE8' }, []], [{ kind: 'encoding', detail: 'byte 0xE8' }, ['row/encoding']], [{ kind: 'ragged', column: 7, detail: 'a' }, ['row/ragged']],
  ] as const)('in a column that is no field: %j → %j', (trouble, codes) => {
    expect(looked(trouble).codes).toEqual(codes);
  });

  test('several troubles, several findings; none, none', () => {
    expect(looked({ kind: 'ragged', detail: 'a' }, { kind: 'encoding', detail: 'b' }).codes).toEqual(['row/ragged', 'row/encoding']);
    expect(looked().codes).toEqual([]);
  });
});
