import type { ChalkInstance } from 'chalk';
import type { Inspection, InspectedColumn } from './inspection.js';
import { clip, counted, harmless, wrap } from './print.js';

interface TextLook { readonly chalk: ChalkInstance; readonly unicode: boolean }

const NAMES: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' };

/** An inspection for a terminal. */
export function inspectionText(inspection: Inspection, look: TextLook): string {
  const { chalk, unicode } = look;
  const facts: readonly (readonly [string, string])[] = [
    ['encoding', inspection.encoding + (inspection.compressed === null ? '' : `, ${inspection.compressed}`)],
    ['delimiter', NAMES[inspection.delimiter] ?? JSON.stringify(inspection.delimiter)],
    ['quote', inspection.quote === '' ? 'none' : inspection.quote],
    ['line ends', inspection.line_end],
    ['header', inspection.header_line === 0 ? 'none' : `line ${inspection.header_line}`],
    ['sample', counted(inspection.sample_rows, 'row')],
  ];
  return `${chalk.bold(inspection.path === '-' ? 'standard input' : harmless(inspection.path))}\n`
    + facts.map(([name, value]) => `  ${name.padEnd(10)} ${value}\n`).join('')
    + inspection.preamble.map((line) => `  ${'skipped'.padEnd(10)} ${clip(harmless(line), 66, unicode)}\n`).join('')
    + `\n${columns(inspection.columns, look)}`
    + (inspection.warnings.length === 0 ? '' : '\n')
    + inspection.warnings.map((warning) => `${chalk.yellow('warning')}: ${wrap(harmless(warning), 70, 9)}\n`).join('');
}

/** What decided, in a word. */
const BY: Readonly<Record<string, string>> = { map: '--map', exact: 'header', tokens: 'header', values: 'values', none: '' };

function columns(all: readonly InspectedColumn[], { chalk, unicode }: TextLook): string {
  const wide = (texts: readonly string[], most: number): number => Math.min(most, Math.max(...texts.map((text) => text.length)));
  const names = wide(['column', ...all.map(({ column }) => column)], 26);
  const fields = wide(['field', ...all.map(({ field }) => field ?? '')], 16);
  const line = (column: string, field: string, sure: string, by: string): string =>
    `  ${clip(column, names, unicode).padEnd(names)}  ${field.padEnd(fields)}  ${sure.padStart(4)}  ${by.padEnd(6)}  `;
  const head = line('column', 'field', 'sure', 'by');
  return chalk.bold(`${head}samples\n`) + all.map((each) => {
    const sure = each.confidence === null ? '' : `${Math.round(each.confidence * 100)}%`;
    const start = line(harmless(each.column) || '(none)', each.field ?? (unicode ? '–' : '-'), sure, BY[each.why] ?? each.why);
    const samples = clip(harmless(each.samples.join(unicode ? ' · ' : ' | ')), 79 - head.length, unicode);
    const notes = [each.note, each.date_order === null ? '' : `dates are ${each.date_order}`].filter((note) => note !== '').join('; ');
    return `${start}${samples}`.trimEnd() + '\n' + (notes === '' ? '' : `      ${chalk.dim(clip(harmless(notes), 72, unicode))}\n`);
  }).join('');
}
