import { expect, it } from 'vitest';
import type { Complaint } from '../src/errors.js';
import { scan } from './scan.js';

it('a list by which nobody can be reached is told in few words, however wide it is', async () => {
  const names = Array.from({ length: 500 }, (_, i) => `Colour ${i} ${'x'.repeat(200)}`);
  const told = await scan({ 'list.csv': `${names.join(',')}\n${names.map(() => 'red').join(',')}\n` }).catch((error: unknown) => error as Complaint) as Complaint;
  expect([told.exit, told.message.length < 4000]).toEqual([3, true]);
});
