import type { ChalkInstance } from 'chalk';
import type { Report } from '../report/report.js';
import { TIERS, VERDICTS, type Code, type Explanation, type Verdict } from '../types.js';
import { bar, clip, count, counted, duration, firstSentence, harmless, percent, plain, wrap, type Look } from './print.js';

export interface SummaryLook extends Look {
  readonly chalk: ChalkInstance;
  readonly words: ReadonlyMap<Code, Explanation>;
  /** Where the reports of this list were written. */
  readonly reports: readonly string[];
  /** Nothing was written. */
  readonly dryRun: boolean;
}

const COLOUR = { cleaned: 'green', flagged: 'yellow', rejected: 'red' } as const satisfies Record<Verdict, string>;
/** Reasons shown; the rest are in the report. */
const TOP = 7;
const SOURCES = 12;

/** What a scan found, for a terminal: how many, why, what to do about it, and where the files are. */
export function summary(report: Report, look: SummaryLook): string {
  const parts = [title(report, look), verdicts(report, look), reasons(report, look), fixes(report, look), tiers(report, look), segments(report, look), sources(report, look), money(report, look), files(report, look)];
  return `\n${parts.filter((part) => part !== '').join('\n')}\n`;
}

function title({ inputs, counts, seconds, as_of, rules }: Report, { chalk, unicode, width }: SummaryLook): string {
  const names = inputs.map((input) => clip(harmless(input.path === '-' ? 'standard input' : input.path), Math.min(60, width), unicode)).join(', ');
  return `${chalk.bold(names)}\n${wrap(`${counted(counts.rows, 'row')} in ${duration(seconds)}, as of ${as_of}, rules ${harmless(rules.name)}`, width)}\n`;
}

function verdicts({ counts }: Report, { chalk, unicode, width }: SummaryLook): string {
  const digits = count(counts.rows).length;
  return VERDICTS.map((verdict) => {
    const rows = counts[verdict];
    const figures = `  ${verdict.padEnd(9)} ${count(rows).padStart(digits)} ${percent(rows, counts.rows).padStart(7)}  `;
    return `${figures}${chalk[COLOUR[verdict]](bar(rows, counts.rows, Math.max(1, width - figures.length - 2), unicode))}`.trimEnd() + '\n';
  }).join('');
}

/** What decided comes before what was only noted. */
function reasons(report: Report, { chalk, unicode, width, words }: SummaryLook): string {
  if (report.reasons.length === 0) return '';
  const arrow = unicode ? '→' : '->';
  const ranked = [...report.reasons.filter(({ verdict }) => verdict !== 'note'), ...report.reasons.filter(({ verdict }) => verdict === 'note')];
  const top = ranked.slice(0, TOP);
  const digits = Math.max(...top.map(({ rows }) => count(rows).length));
  const indent = 2 + digits + 2;
  const paragraph = (text: string): string => `${' '.repeat(indent)}${wrap(unicode ? text : plain(text), width - indent - 1, indent)}\n`;
  const shown = top.map(({ code, verdict, rows }) => {
    const head = `  ${count(rows).padStart(digits)}  ${chalk.bold(code)} ${chalk.dim(`(${verdict})`)}\n`;
    const explanation = words.get(code);
    return explanation === undefined ? head : head + paragraph(firstSentence(explanation.what)) + chalk.dim(paragraph(`${arrow} ${firstSentence(explanation.do)}`));
  });
  const more = ranked.length - top.length;
  return `${chalk.bold('Why')}\n${shown.join('')}${more > 0 ? `  and ${counted(more, 'other reason')}: see the report\n` : ''}`;
}

function fixes(report: Report, { chalk }: SummaryLook): string {
  if (report.fixes.length === 0) return '';
  const digits = Math.max(...report.fixes.map(({ cells }) => count(cells).length));
  const line = ({ field, code, cells }: Report['fixes'][number]): string => `  ${count(cells).padStart(digits)}  ${field ?? 'row'}: ${code}\n`;
  return `${chalk.bold('Mended')}\n${report.fixes.map(line).join('')}`;
}

function tiers({ tiers: rows }: Report, look: SummaryLook): string {
  return `${look.chalk.bold('Tiers')}\n${listed(TIERS.map((tier) => `${tier} ${count(rows[tier])}`), look)}`;
}

/** Short facts side by side, as many on a line as it takes. */
function listed(facts: readonly string[], { unicode, width }: SummaryLook): string {
  const lines: string[] = [];
  for (const fact of facts) {
    const longer = `${lines.at(-1) ?? ''}${unicode ? ' ·' : ','} ${fact}`;
    if (lines.length === 0 || longer.length + 4 > width) lines.push(fact);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => `  ${line}\n`).join('');
}

function segments({ segments: all }: Report, look: SummaryLook): string {
  if (all.length === 0) return '';
  const each = all.map(({ segment, rows, cleaned }) => `${segment} ${count(rows)} (${count(cleaned)} cleaned)`);
  return `${look.chalk.bold('Segments')}\n${listed(each, look)}`;
}

type Figure = readonly [name: string, of: (source: Report['sources'][number]) => number];
const FIGURES: readonly Figure[] = [
  ['rows', ({ rows }) => rows], ...VERDICTS.map((verdict): Figure => [verdict, (source) => source[verdict]]),
  ['lead+', ({ tiers }) => tiers.lead + tiers.qualified],
];
/** What is left of them on a terminal too narrow for all. */
const FEW: readonly Figure[] = FIGURES.filter(([name]) => name === 'rows' || name === 'cleaned' || name === 'rejected');
const NARROW = 60;

/** Only where there is something to compare. */
function sources({ sources: all }: Report, { chalk, unicode, width }: SummaryLook): string {
  if (all.length < 2) return '';
  const figures = width < NARROW ? FEW : FIGURES;
  const name = width < NARROW ? 10 : 30;
  const table = [
    ['source', ...figures.map(([figure]) => figure)],
    ...all.slice(0, SOURCES).map((source) => [clip(harmless(source.source) || '(none)', name, unicode), ...figures.map(([, of]) => count(of(source)))]),
  ];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  const lines = table.map((row) => `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  ')}\n`);
  const more = all.length - SOURCES;
  return `${chalk.bold('Sources')}\n${lines.join('')}${more > 0 ? `  and ${counted(more, 'other source')}\n` : ''}`;
}

function money({ money: spent }: Report, { width }: SummaryLook): string {
  if (spent === null || spent.paid === 0) return '';
  const amount = (value: number): string => `${spent.currency} ${value.toFixed(2)}`;
  return `${wrap(`Paid ${amount(spent.paid)}, of it ${amount(spent.wasted)} for rejected rows${spent.cost_per_cleaned === null ? '' : `; ${amount(spent.cost_per_cleaned)} for each cleaned row`}`, width)}\n`;
}

function files({ outputs }: Report, { chalk, reports, dryRun }: SummaryLook): string {
  const lists = outputs.filter(({ path }) => !reports.includes(path));
  if (lists.length + reports.length === 0) return '';
  const digits = Math.max(1, ...lists.map(({ rows }) => count(rows).length));
  const line = (rows: string, path: string): string => `  ${rows.padStart(digits)}  ${harmless(path)}\n`;
  return `${chalk.bold(dryRun ? 'Files a real run would write' : 'Files')}\n${lists.map(({ path, rows }) => line(count(rows), path)).join('')}${reports.map((path) => line('', path)).join('')}`;
}
