import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { ChalkInstance } from 'chalk';
import { ALL_CODES, explanationsOf } from '../checks/index.js';
import { usageError } from '../errors.js';
import { didYouMean } from '../nearest.js';
import { loadRules } from '../rules/load.js';
import type { Code, Explanation, Price } from '../types.js';
import { explainRow, type RowOptions } from './explain-row.js';
import { collect, positive } from './options.js';
import { withReadingOptions } from './reading.js';
import { wrap } from './print.js';
import { colours, widthOf } from './terminal.js';
import type { World } from './world.js';

export function explainCommand(world: World): Command {
  return withReadingOptions(new Command('explain')
    .description('what a code means, why it matters, what to do; without a code, all of them')
    .argument('[code or list]', 'a code like email/typo, or a check like email; with --row a list')
    .option('--row <line>', 'the receipt of the row that starts on that line of a list', positive)
    .option('--country <code>', 'with --row, as for scan')
    .option('--as-of <YYYY-MM-DD>', 'with --row, as for scan')
    .option('--map <field=column>', 'with --row, as for scan', collect)
    .addOption(new Option('--keep <which>', 'with --row, as for scan').choices(['best', 'newest', 'first', 'last']).default('best'))
    .option('--against <list>', 'with --row, as for scan', collect)
    .option('--suppress <list>', 'with --row, as for scan', collect)
    .option('-r, --rules <file or preset>', 'whose prices to show', collect)
    .option('--no-color', 'no colours'))
    .action(async (asked: string | undefined, options: RowOptions) => {
      if (options.row === undefined) return explain(asked, options, world);
      if (asked === undefined) throw usageError('--row needs the list: leadclean explain --row 17 leads.csv');
      return explainRow(asked, options.row, options, world);
    });
}

async function explain(asked: string | undefined, options: { rules?: readonly string[]; color: boolean }, { process }: World): Promise<void> {
  const rules = await loadRules(options.rules ?? [], process.cwd(), ALL_CODES);
  const words = explanationsOf(rules);
  const all = [...words.keys()];
  const chosen = asked === undefined ? all : all.filter((code) => code === asked || code.startsWith(`${asked}/`));
  if (chosen.length === 0 && existsSync(resolve(process.cwd(), asked!))) throw usageError(`${asked!} is a list: --row <line> says which of its rows to explain`);
  if (chosen.length === 0) throw usageError(`there is no code "${asked}"${didYouMean(asked ?? '', [...new Set(all.map((code) => code.split('/')[0]!)), ...all]) || '; leadclean explain lists them all'}`);
  const chalk = colours(process, 'stdout', options.color);
  const texts = asked === undefined
    ? await codeTable(chosen, rules.codes, words, chalk)
    : chosen.map((code) => explanation(code, rules.codes[code], words.get(code)!, chalk, widthOf(process.stdout))).join('\n');
  process.stdout.write(texts);
}

/** Everything about one code. */
export function explanation(code: Code, price: Price | undefined, words: Explanation, chalk: ChalkInstance, width: number): string {
  const line = (label: string, text: string): string => `  ${label.padEnd(9)}${wrap(text, width - 12, 11)}\n`;
  return `${chalk.bold(code)}  ${priceWords(price)}\n${line('what', words.what)}${line('why', words.why)}${line('do', words.do)}`;
}

const EFFECT = { reject: 'rejects the row', flag: 'flags the row', note: 'noted', off: 'switched off' } as const;
function priceWords(price: Price | undefined): string {
  if (price === undefined) return '';
  const points = price.points === 0 ? '' : `, ${price.points > 0 ? '+' : ''}${price.points} points`;
  return price.verdict === 'off' ? EFFECT.off : `${EFFECT[price.verdict]}${points}`;
}

async function codeTable(codes: readonly Code[], prices: Readonly<Record<Code, Price>>, words: ReadonlyMap<Code, Explanation>, chalk: ChalkInstance): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const widest = Math.max(...codes.map((code) => code.length));
  const table = new Table({
    head: ['code', 'verdict', 'points', 'what'], colWidths: [widest + 2, 9, 8, 80 - widest - 19], colAligns: ['left', 'left', 'right', 'left'], wordWrap: true,
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 2 },
    chars: { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '' },
  });
  for (const code of codes) table.push([chalk.bold(code), prices[code]?.verdict ?? '', String(prices[code]?.points ?? ''), words.get(code)?.what ?? '']);
  return `${table.toString().split('\n').map((line) => line.trimEnd()).join('\n')}\n`;
}
