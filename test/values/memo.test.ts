import fc from 'fast-check';
import { expect, it } from 'vitest';
import { copyOf, memo } from '../../src/values/memo.js';

it('reads a key once, and again when it was not asked for lately', () => {
  const read: string[] = [];
  const length = memo((key) => { read.push(key); return key.length; }, 2);
  expect(['a', 'bb', 'a', 'bb'].map(length)).toEqual([1, 2, 1, 2]);
  expect(read).toEqual(['a', 'bb']);
  expect(['ccc', 'a', 'dddd'].map(length)).toEqual([3, 1, 4]);
  expect(read).toEqual(['a', 'bb', 'ccc', 'dddd']);
  expect(length('bb')).toBe(2);
  expect(read).toEqual(['a', 'bb', 'ccc', 'dddd', 'bb']);
});

it('copies any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => { expect(copyOf(text)).toBe(text); }));
});
