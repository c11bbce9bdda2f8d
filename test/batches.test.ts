import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type * as Lists from '../src/read/list.js';
import { Complaint } from '../src/errors.js';
import { scan, type Scanned } from './scan.js';

/** Bytes of a batch; undefined: as in the program. */
const batch = vi.hoisted(() => ({ size: undefined as number | undefined }));
vi.mock('../src/read/list.js', async (original) => {
  const { openList, ...rest } = await original<typeof Lists>();
  const opened: typeof openList = async (...asked) => {
    const list = await openList(...asked);
    return { ...list, batches: () => list.batches(batch.size) };
  };
  return { ...rest, openList: opened };
});

const GOLDEN = 'fixtures/golden';
const lists = readdirSync(GOLDEN).filter((name) => existsSync(join(GOLDEN, name, 'input.csv')));

const files = ({ file }: Scanned): string[] => ['cleaned', 'flagged', 'rejected', 'changes'].map((name) => file(`list.${name}.csv`));
/** Lists that are refused are refused whatever the batch. */
const refused = async (error: unknown): Promise<string[]> => [error instanceof Complaint ? 'refused' : String(error)];

it('the same files for any size of batch', async () => {
  const odd: string[] = [];
  for (const [at, name] of lists.entries()) {
    const bytes = readFileSync(join(GOLDEN, name, 'input.csv'));
    const written: string[][] = [];
    for (const size of [undefined, at % 4 < 2 ? 1 : 150]) {
      batch.size = size;
      written.push(await scan({ 'list.csv': bytes }, { keep: at % 2 === 0 ? 'best' : 'first', changes: true }).then(files, refused));
    }
    expect(written[0]!.join('')).not.toBe('');
    if (written.some((other) => JSON.stringify(other) !== JSON.stringify(written[0]))) odd.push(name);
  }
  expect(odd).toEqual([]);
});

const EMAILS: readonly ((row: number) => string)[] = [
  (row) => `Bob${row}@Acme.de`, (row) => `info@f${row}.co.uk`, (row) => `k${row % 3}@gmial.com`, (row) => `dev+${row}@stud.uni-ulm.de`, (row) => `x.${row}@gmail.com`, (row) => `ann.lee@f${row % 300}.de`,
  (row) => `sales${row % 7}@mailinator.com`, (row) => `test@t${row}.io`, (row) => `m${row}@hotmial.com`, (row) => `<eve${row}@corp.de>`, (row) => `no-reply@w${row}.xyzzy`, () => '', (row) => `rené${row}@web.de`, (row) => `a${row}@b`,
];
const COUNTRIES = ['Germany', 'US', 'Österreich', 'UK', '', 'Schweiz', 'Atlantis', ' France'];
const TITLES = ['CEO', 'Head of Sales', 'Geschäftsführer', 'n/a', '=1+A1', 'Student', '"Buyer, ""Parts"""', '-李(1)'];
const NTH = [2, 3, 4, 5, 6, 7, 8];
/** Rows with many addresses, so that what is prepared after some thousand of them is prepared early. */
const many = (from: number, to: number): string => `Email,${NTH.map((nth) => `Email ${nth}`).join(',')},First Name,Country,Job Title,City\n${Array.from({ length: to - from }, (_, at) => {
  const row = from + at;
  const emails = [row % 4 === 0 ? EMAILS[row / 4 % EMAILS.length]!(row) : `a${row}@w.de`, ...NTH.map((nth) => `${nth % 2 === 0 ? 'ann' : 'l'}.${row}@f${(row * nth) % 977}x.de`)];
  return `${[...emails, row % 3 === 0 ? 'Ann' : 'BOB', COUNTRIES[row * 7 % 8]!, row % 5 === 0 ? TITLES[row * 3 % 8]! : 'CEO', `Town ${row}`].join(',')}\n`;
}).join('')}`;

it('the same files whether batches are read in WebAssembly or are too small for it, list after list', async () => {
  const lists = { 'list.csv': many(0, 500), 'more.csv': many(400, 1_600) };
  const written: string[][] = [];
  // Less than the scanner is worth, and a little more: many batches either way.
  for (const size of [30_000, 33_000]) {
    batch.size = size;
    const { file, folder } = await scan(lists, { keep: 'first', changes: true });
    written.push(['list', 'more'].flatMap((list) => ['cleaned', 'flagged', 'rejected', 'changes'].map((name) => file(`${list}.${name}.csv`).replaceAll(folder, ''))));
  }
  expect(written[0]!.map((text) => text.length > 5_000)).toEqual([true, true, false, true, true, true, true, true]);
  const [lines, others] = written.map((texts) => texts.flatMap((text) => text.split('\n'))) as [string[], string[]];
  expect(others.filter((line, at) => line !== lines[at]).slice(0, 5)).toEqual([]);
  expect(others.length).toBe(lines.length);
});
