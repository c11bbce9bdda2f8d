import { expect, it } from 'vitest';
import { memo } from '../../src/values/memo.js';

it('reads a key once, and again after it was full', () => {
  const read: string[] = [];
  const length = memo((key) => { read.push(key); return key.length; }, 2);
  expect(['a', 'bb', 'a', 'bb'].map(length)).toEqual([1, 2, 1, 2]);
  expect(read).toEqual(['a', 'bb']);
  expect(length('ccc')).toBe(3);
  expect(length('a')).toBe(1);
  expect(read).toEqual(['a', 'bb', 'ccc', 'a']);
});
