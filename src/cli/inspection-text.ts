import type { ChalkInstance } from 'chalk';
import type { Inspection, InspectedColumn } from './inspection.js';
import { clip, counted, harmless, wrap, type Look } from './print.js';

interface TextLook extends Look { readonly chalk: ChalkInstance }

const NAMES: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe', ' ': 'space' };
const named = (delimiter: string): string => NAMES[delimiter] ?? JSON.stringify(delimiter);
/** Records that are not as the others are shown, so many at most. */
const ODD = 5;

/** An inspection for a terminal. */
export function inspectionText(inspection: Inspection, look: TextLook): string {
  const { chalk, unicode, width } = look;
  const facts: readonly (readonly [string, string])[] = [
    ['encoding', because(inspection.encoding + (inspection.compressed === null ? '' : `, ${inspection.compressed}`), inspection.encoding_why)],
    ['delimiter', because(named(inspection.delimiter), inspection.delimiter_why || scores(inspection))],
    ['quote', inspection.quote === '' ? 'none' : because(inspection.quote, inspection.escape === 'backslash' ? 'escaped with \\' : '')],
    ...(inspection.comment === '' ? [] : [['remarks', `lines that begin with ${inspection.comment}`]] as const),
    ['line ends', inspection.line_end],
    ['header', inspection.header_line === 0 ? 'none' : `line ${inspection.header_line}`],
    ['sample', counted(inspection.sample_rows, 'row')],
  ];
  return `${chalk.bold(inspection.path === '-' ? 'standard input' : harmless(inspection.path))}\n`
    + facts.map(([name, value]) => `  ${name.padEnd(10)} ${wrap(value, width - 14, 13)}\n`).join('')
    + inspection.preamble.map((line) => `  ${'skipped'.padEnd(10)} ${clip(harmless(line), width - 14, unicode)}\n`).join('')
    + oddRecords(inspection, look)
    + `\n${columns(inspection.columns, look)}`
    + (inspection.warnings.length === 0 ? '' : '\n')
    + inspection.warnings.map((warning) => `${chalk.yellow('warning')}: ${wrap(harmless(warning), width - 10, 9)}\n`).join('');
}

const because = (fact: string, why: string): string => (why === '' ? fact : `${fact} (${why})`);

/** How the dialect compares with the best one of another delimiter that makes a table too. */
function scores({ delimiter, dialects }: Inspection): string {
  const [best] = dialects;
  if (best === undefined) return '';
  const of = (score: number, cells: number): string => `${Math.round(score * 100)}% of the records have ${counted(cells, 'cell')}`;
  const other = dialects.find((one) => one.delimiter !== delimiter && one.cells > 1 && one.score > 0);
  return of(best.score, best.cells) + (other === undefined ? '' : `; ${named(other.delimiter)}: ${of(other.score, other.cells)}`);
}

function oddRecords({ odd_records: odd }: Inspection, { unicode, width }: TextLook): string {
  const shown = odd.slice(0, ODD).map(({ line, kind, detail }) => `  ${'odd'.padEnd(10)} ${clip(`line ${line}: ${kind}, ${harmless(detail)}`, width - 14, unicode)}\n`).join('');
  return shown + (odd.length > ODD ? `  ${''.padEnd(10)} and more: see --json\n` : '');
}

/** Where there is less room samples say nothing. */
const SHORTEST = 10;
/** What decided, in a word. */
const BY: Readonly<Record<string, string>> = { map: '--map', exact: 'header', tokens: 'header', values: 'values', rules: 'rules', none: '' };

function columns(all: readonly InspectedColumn[], { chalk, unicode, width }: TextLook): string {
  const wide = (texts: readonly string[], most: number): number => Math.min(most, Math.max(...texts.map((text) => text.length)));
  const names = wide(['column', ...all.map(({ column }) => column)], Math.min(26, width - 28));
  const fields = wide(['field', ...all.map(({ field }) => field ?? '')], 16);
  const line = (column: string, field: string, sure: string, by: string): string =>
    `  ${clip(column, names, unicode).padEnd(names)}  ${field.padEnd(fields)}  ${sure.padStart(4)}  ${by.padEnd(6)}  `;
  const head = line('column', 'field', 'sure', 'by');
  const room = width - 1 - head.length;
  return chalk.bold(`${room < SHORTEST ? head.trimEnd() : `${head}samples`}\n`) + all.map((each) => {
    const sure = each.confidence === null ? '' : `${Math.round(each.confidence * 100)}%`;
    const start = line(harmless(each.column) || '(none)', each.field ?? (unicode ? '–' : '-'), sure, BY[each.why] ?? each.why);
    const samples = room < SHORTEST ? '' : clip(harmless(each.samples.join(unicode ? ' · ' : ' | ')), room, unicode);
    const notes = [each.note, each.date_order === null ? '' : `dates are ${each.date_order}`].filter((note) => note !== '').join('; ');
    return `${start}${samples}`.trimEnd() + '\n' + (notes === '' ? '' : `      ${chalk.dim(clip(harmless(notes), width - 8, unicode))}\n`);
  }).join('');
}
