import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { generate } from '../bench/generate.js';
import type * as Ink from '../src/write/ink.js';
import { scan } from './scan.js';

/**
 * What keeps a scan fast, without a clock: how often the slow but sure ways are gone, and how many bytes are copied,
 * on a list that is always the same. A number that rises is work that a list of a million rows pays five hundred times.
 * What changes the numbers on purpose writes them anew: `npx vitest run test/slow-paths.test.ts -u`, and the difference is seen in review.
 */
const counts = vi.hoisted(() => new Map<string, number>());
const counted = vi.hoisted(() => (name: string, by = 1): void => { counts.set(name, (counts.get(name) ?? 0) + by); });

type Call = (...args: never[]) => unknown;
/** The same function, its calls counted. */
const counting = vi.hoisted(() => <T extends Call>(name: string, call: T): T => ((...args: never[]) => {
  counted(name);
  return call(...args);
}) as T);

vi.mock('validator/lib/isEmail.js', async (original) => {
  const module = await original<{ default: Call & { default?: Call } }>();
  const isEmail = counting('addresses asked of validator', module.default.default ?? module.default);
  return { ...module, default: Object.assign(isEmail, { default: isEmail }) };
});
vi.mock('libphonenumber-js/core', async (original) => {
  const module = await original<Record<string, Call>>();
  return { ...module, parsePhoneNumberFromString: counting('numbers asked of libphonenumber-js', module['parsePhoneNumberFromString']!) };
});
vi.mock('csv-parse/sync', async (original) => {
  const module = await original<Record<string, Call>>();
  return { ...module, parse: counting('records asked of csv-parse', module['parse']!) };
});
vi.mock('tldts', async (original) => {
  const module = await original<Record<string, Call>>();
  return { ...module, parse: counting('hosts asked of tldts', module['parse']!) };
});
vi.mock('../src/write/ink.js', async (original) => {
  const ink = await original<typeof Ink>();
  return {
    ...ink,
    putBytes: (...[into, from, start = 0, end = from.byteLength]: Parameters<typeof ink.putBytes>) => {
      counted('bytes copied', end - start);
      ink.putBytes(into, from, start, end);
    },
    putText: (...[into, text]: Parameters<typeof ink.putText>) => {
      const before = into.length;
      ink.putText(into, text);
      counted('bytes written from texts', into.length - before);
    },
    putPlain: (...[into, text, special]: Parameters<typeof ink.putPlain>) => {
      const before = into.length;
      const isPut = ink.putPlain(into, text, special);
      counted('bytes written from texts', into.length - before);
      return isPut;
    },
  };
});

const folder = mkdtempSync(join(tmpdir(), 'leadclean-slow-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const ROWS = 2000;

it('no more slow ways than are written down', async () => {
  const path = join(folder, 'list.csv');
  await generate(ROWS, path);
  const list = readFileSync(path);
  const { reports } = await scan({ 'list.csv': list }, { keep: 'first', report: [] });
  expect(reports[0]!.counts.rows).toBe(ROWS);
  expect(Object.fromEntries([['bytes of the list', list.length], ...[...counts].sort(([a], [b]) => (a < b ? -1 : 1))])).toMatchInlineSnapshot(`
    {
      "addresses asked of validator": 13,
      "bytes copied": 967100,
      "bytes of the list": 394033,
      "bytes written from texts": 23245,
      "hosts asked of tldts": 14,
      "numbers asked of libphonenumber-js": 216,
    }
  `);
});
