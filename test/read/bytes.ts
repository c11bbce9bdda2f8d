import { Readable } from 'node:stream';
import { PLAIN, type Dialect } from '../../src/read/dialect.js';
import { type List, openList } from '../../src/read/list.js';
import { readRecords } from '../../src/read/records.js';
import { split } from '../../src/read/split.js';
import type { TroubleKind } from '../../src/types.js';

export interface ReadRow { readonly line: number; readonly cells: readonly string[]; readonly trouble: readonly TroubleKind[]; readonly plain: boolean }

/** Reads a list from standard input, in pieces of `chunk` bytes. */
export async function openText(content: string | Buffer, options: { delimiter?: string; quote?: ''; encoding?: string; header?: boolean; chunk?: number; limit?: number } = {}): Promise<List> {
  const bytes = Buffer.from(content as string);
  const chunk = options.chunk ?? 1 << 16;
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunk) pieces.push(bytes.subarray(at, at + chunk));
  const { chunk: _, header = true, ...rest } = options;
  return openList('-', { ...rest, header, stdin: () => Readable.from(pieces, { objectMode: true }) });
}

export async function rowsOf(list: List, size?: number): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  for await (const batch of list.batches(size)) {
    readRecords(batch, list.dialect, list.header, (record) => rows.push({
      line: record.line, cells: list.header.map((_, i) => record.text(i)), trouble: record.trouble.map((one) => one.kind), plain: record.plain,
    }));
  }
  return rows;
}

/** The rows of a list with its header. */
export async function readText(content: string | Buffer, options: Parameters<typeof openText>[1] = {}): Promise<{ list: List; rows: ReadRow[] }> {
  const list = await openText(content, options);
  return { list, rows: await rowsOf(list) };
}

export const dialectOf = (width: number, more: Partial<Dialect> = {}): Dialect => ({ ...PLAIN, width, usual: width, ...more });

/** Splits and reads bytes in a given dialect, in chunks and batches of given sizes. */
export async function readBytes(bytes: Buffer, dialect: Dialect, size = 1 << 18, chunk = 1 << 20): Promise<ReadRow[]> {
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  const header = Array.from({ length: dialect.width }, (_, i) => `h${i}`);
  const rows: ReadRow[] = [];
  for await (const batch of split(chunks(), dialect, 1, size)) {
    readRecords(batch, dialect, header, (record) => rows.push({
      line: record.line, cells: header.map((_, i) => record.text(i)), trouble: record.trouble.map((one) => one.kind), plain: record.plain,
    }));
  }
  return rows;
}
