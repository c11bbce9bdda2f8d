import { Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { outputError, usageError } from '../errors.js';
import { didYouMean } from '../nearest.js';
import { openList } from '../read/list.js';
import { loadData, presets, readShipped } from '../rules/shipped.js';
import { countryCode } from '../values/country.js';
import { examineList } from './inspection.js';
import { collect } from './options.js';
import { starter, type Seen } from './starter.js';
import type { World } from './world.js';

const FILE = 'leadclean.yaml';
/** Presets that are said beside one for the kind of list. */
const REGIONAL = ['gdpr', 'us'];
/** Share of the sample from which on a region is worth its preset. */
const WORTH = 0.05;

interface Options { readonly force?: boolean; readonly preset?: readonly string[] }

export function initCommand(world: World): Command {
  return new Command('init')
    .description(`write a commented ${FILE} to start from`)
    .argument('[list]', 'a list to look at: its columns and countries')
    .option('--preset <name>', 'what kind of list it is, and the regions; repeatable (default: asked on a terminal)', collect)
    .option('--force', 'replace the one that is there')
    .action((list: string | undefined, options: Options) => init(list, options, world));
}

async function init(path: string | undefined, options: Options, world: World): Promise<void> {
  const { process } = world;
  const known = await presets();
  const unknown = (options.preset ?? []).find((name) => !known.includes(name));
  if (unknown !== undefined) throw usageError(`there is no preset "${unknown}"${didYouMean(unknown, known) || `; presets are ${known.join(', ')}`}`);
  const about = new Map(await Promise.all(known.map(async (name) =>
    [name, ((await readShipped(`${name}.yaml`))?.value as { description?: string }).description ?? ''] as const)));
  const list = path === undefined ? undefined : await look(path, process);
  const regions = list === undefined ? [] : await regionsOf(list);
  const chosen = options.preset ?? (process.stdin.isTTY ? await ask(known, about, regions, world) : ['default', ...regions]);
  const text = starter({ presets: withKind(chosen), about, ...(list === undefined ? {} : { list }) });
  try {
    await writeFile(join(process.cwd(), FILE), text, { flag: options.force === true ? 'w' : 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw outputError(code === 'EEXIST' ? `${FILE} is there already; --force replaces it` : `${FILE} cannot be written: ${message}`);
  }
  process.stdout.write(`${FILE} is written, on top of ${withKind(chosen).join(' and ')}; leadclean uses it for every list scanned in this folder and below it.\n`);
}

/** A region alone says nothing of the kind of list. */
const withKind = (names: readonly string[]): readonly string[] => (names.every((name) => REGIONAL.includes(name)) ? ['default', ...names] : names);

/** Asks for the kind of list and the regions; an empty answer takes what stands in brackets. */
async function ask(known: readonly string[], about: ReadonlyMap<string, string>, regions: readonly string[], { process, signal }: World): Promise<readonly string[]> {
  const { stdin, stdout } = process;
  const kinds = ['default', ...known.filter((name) => name !== 'default' && !REGIONAL.includes(name))];
  const terminal = createInterface({ input: stdin, output: stdout });
  terminal.once('SIGINT', () => process.emit('SIGINT'));
  signal.addEventListener('abort', () => { terminal.close(); });
  const lines = terminal[Symbol.asyncIterator](); // keeps what is typed ahead
  const answerTo = async (text: string): Promise<string> => {
    terminal.setPrompt(text);
    terminal.prompt();
    const { value, done } = await lines.next();
    if (done === true) throw usageError('no answer; say it with --preset');
    return value.trim().toLowerCase();
  };
  try {
    stdout.write(`What kind of list is it?\n${kinds.map((name, at) => `  ${at + 1}  ${name}: ${about.get(name) ?? ''}\n`).join('')}`);
    const kind = await choice(answerTo, kinds);
    const both = REGIONAL.filter((region) => known.includes(region));
    const answers: string[] = [];
    for (const region of both) {
      const usual = regions.includes(region);
      const answer = await answerTo(`${region} too (${about.get(region) ?? ''})? [${usual ? 'Y/n' : 'y/N'}] `);
      if (answer === '' ? usual : answer.startsWith('y')) answers.push(region);
    }
    return [kind, ...answers];
  } finally {
    terminal.close();
  }
}

async function choice(answerTo: (text: string) => Promise<string>, kinds: readonly string[]): Promise<string> {
  for (;;) {
    const answer = await answerTo('Number or name [1]: ');
    const chosen = answer === '' ? kinds[0] : kinds[Number(answer) - 1] ?? kinds.find((name) => name === answer);
    if (chosen !== undefined) return chosen;
  }
}

/** What the list looks like and where its people live, as far as its sample shows. */
async function look(path: string, process: NodeJS.Process): Promise<Seen> {
  const stdin = (): NodeJS.ReadStream => process.stdin;
  const inspection = await examineList(path, { header: true, stdin, map: new Map() });
  const list = await openList(path, { header: true, stdin });
  try {
    const column = inspection.columns.findIndex(({ field }) => field === 'country');
    const counts = new Map<string, number>();
    for (const row of column < 0 ? [] : list.sample) {
      const code = countryCode(row.cells[column] ?? '');
      if (code !== '') counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    const countries = [...counts].sort(([, a], [, b]) => b - a).map(([code, rows]) => [code, rows / list.sample.length] as const);
    return { inspection, countries };
  } finally {
    await list.close();
  }
}

/** The regional presets for the countries of a list. */
async function regionsOf({ countries }: Seen): Promise<readonly string[]> {
  const regions = (await loadData('regions.yaml')) as Readonly<Record<string, { readonly countries: readonly string[] }>>;
  const share = (names: readonly string[]): number =>
    countries.reduce((sum, [code, part]) => sum + (names.some((name) => regions[name]?.countries.includes(code)) ? part : 0), 0);
  return [...(share(['eu', 'uk', 'ch']) >= WORTH ? ['gdpr'] : []), ...(share(['us']) >= WORTH ? ['us'] : [])];
}
