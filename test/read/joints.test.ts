import { expect, test } from 'vitest';
import { withoutJoints } from '../../src/read/joints.js';

async function joined(text: string, size: number): Promise<string> {
  const bytes = Buffer.from(text);
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const parts: Buffer[] = [];
  for await (const part of withoutJoints(chunks())) parts.push(part);
  return Buffer.concat(parts).toString();
}

test.each([
  ['nothing to do', 'a,b\n1,2\n', 'a,b\n1,2\n'],
  ['a mark at the start', '\ufeffa,b\n1,2\n', 'a,b\n1,2\n'],
  ['marks that begin lines', 'a\n\ufeffb\r\n\ufeffc\r\ufeffd', 'a\nb\r\nc\rd'],
  ['two marks in a row', 'a\n\ufeff\ufeffb', 'a\n\ufeffb'],
  ['a mark within a line is text', 'a\ufeffb\n', 'a\ufeffb\n'],
  ['letters that begin as a mark does', 'a\n\uff21\n\ufefe\n', 'a\n\uff21\n\ufefe\n'],
  ['Ctrl-Z at the end', 'a\n1\n\u001a', 'a\n1\n'],
  ['Ctrl-Z within is text', 'a\u001a\n1\n', 'a\u001a\n1\n'],
  ['nothing', '', ''],
])('%s', async (_, text, expected) => {
  for (const size of [1, 2, 3, 4, 5, 100]) expect(await joined(text, size)).toBe(expected);
});
