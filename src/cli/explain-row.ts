import type { ChalkInstance } from 'chalk';
import { ALL_CODES } from '../checks/index.js';
import { clean } from '../clean.js';
import { usageError } from '../errors.js';
import { receipt } from '../judge/judge.js';
import type { RowTold } from '../options.js';
import { loadLayers } from '../rules/load.js';
import { settings, type Setting } from '../rules/origin.js';
import { shippedFolder } from '../rules/shipped.js';
import type { Code, Explanation, Price } from '../types.js';
import { harmless, wrap } from './print.js';
import type { ReadingOptions } from './reading.js';
import { cleanOptions, type Options as ScanOptions } from './scan.js';
import { colours, widthOf } from './terminal.js';
import type { World } from './world.js';

/** What makes a row what it is: how its list is read, and with what it is compared. */
export interface RowOptions extends ReadingOptions, Pick<ScanOptions, 'rules' | 'country' | 'asOf' | 'map' | 'keep' | 'against' | 'suppress' | 'color'> {
  readonly row?: number;
}

/** Prints the receipt of one row: what was found, what it cost or earned, which rule said so, and the sum. */
export async function explainRow(path: string, line: number, options: RowOptions, { process, signal }: World): Promise<void> {
  const scan: ScanOptions = { ...options, format: 'csv', report: '', dryRun: true, progress: false, annotations: true };
  const { row, words } = await clean({ ...cleanOptions([path], scan), row: line }, {
    stdin: () => process.stdin, stdout: process.stdout, cwd: process.cwd(), now: () => new Date(), signal, progress: () => {},
  });
  if (row === null) throw usageError(`${path}: no row starts on line ${line}; lc_line in the lists that leadclean writes says where each row starts`);
  const { layers } = await loadLayers(options.rules ?? [], process.cwd(), ALL_CODES);
  const places = new Map(settings(layers, process.cwd(), shippedFolder()).map((setting) => [setting.keys.join('\u0000'), setting]));
  process.stdout.write(receiptText(`${harmless(path)}, line ${line}`, row, words, places, colours(process, 'stdout', options.color), widthOf(process.stdout)));
}

const EFFECT = { reject: 'rejects', flag: 'flags', note: '', off: '' } as const;

/** The receipt for a terminal. `places`: where each value of the rules was said, by its keys. */
function receiptText(title: string, row: RowTold, words: ReadonlyMap<Code, Explanation>, places: ReadonlyMap<string, Setting>, chalk: ChalkInstance, width: number): string {
  const { rules, facts, judged } = row;
  const { base } = rules.score;
  const place = (...keys: readonly string[]): string => places.get(keys.join('\u0000'))?.from ?? '';
  const placeOf = (code: Code): string => place('codes', code, 'points') || place('findings', code, 'points') || place('codes', code, 'verdict') || place('findings', code, 'when');
  const figure = (points: number): string => (points === 0 ? '0' : `${points > 0 ? '+' : ''}${points}`).padStart(5);
  const line = (points: string, text: string, from: string): string => `${points}  ${text}${from === '' ? '' : chalk.dim(`  # ${from}`)}\n`;

  const entry = ([code, price]: readonly [Code, Price]): string => {
    const same = facts.filter((fact) => fact.code === code);
    const fields = [...new Set(same.flatMap(({ field }) => field ?? []))].join(', ');
    const mended = same.every(({ fixed }) => fixed) ? 'mended' : same.every(({ spare }) => spare) ? 'another column has a good one' : EFFECT[price.verdict];
    const aside = [fields, mended].filter((part) => part !== '').join(': ');
    return line(figure(price.points), `${chalk.bold(code)}${aside === '' ? '' : ` (${aside})`}`, placeOf(code)) + `       ${wrap(words.get(code)?.what ?? '', width - 8, 7)}\n`;
  };
  const paid = receipt(facts, rules).filter(([code]) => !code.startsWith('segment/'));
  const sum = paid.reduce((points, [, price]) => points + price.points, base);
  const lines = [
    `${chalk.bold(title)}: ${judged.verdict}, ${judged.tier}, score ${judged.score} of 100, rules ${harmless(rules.name)}\n\n`,
    line(String(base).padStart(5), 'what a row is worth of which nothing is known', place('score', 'base')),
    ...paid.map(entry),
    `  ${'-'.repeat(3)}\n${String(sum).padStart(5)}  ${sum === judged.score ? 'the score' : `and a score is between 0 and 100: ${judged.score}`}\n`,
    ...lineOf('reject_below', judged.score < rules.verdicts.reject_below), ...lineOf('flag_below', judged.score < rules.verdicts.flag_below && judged.score >= rules.verdicts.reject_below),
    row.hints === '' ? '' : `\nHints: ${wrap(harmless(row.hints), width - 8, 7)}\n`,
    row.duplicateOf === '' ? '' : `\nThe same person as line ${row.duplicateOf}, which is kept.\n`,
    row.segment === '' ? '' : `\nSegment: ${row.segment}\n`,
  ];
  return lines.join('');

  function lineOf(name: 'reject_below' | 'flag_below', holds: boolean): readonly string[] {
    if (!holds) return [];
    return [line('', `     Below ${rules.verdicts[name]} the score alone ${name === 'flag_below' ? 'flags' : 'rejects'} the row.`, place('verdicts', name))];
  }
}
