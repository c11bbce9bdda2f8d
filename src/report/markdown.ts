import type { Code, Explanation } from '../types.js';
import { TIERS, VERDICTS } from '../types.js';
import type { Report } from './report.js';

type Cells = readonly (string | number)[];

/** The report for a ticket or a wiki, in GitHub's Markdown. `words` says what each code means. */
export function reportMarkdown(report: Report, words: ReadonlyMap<Code, Explanation>): string {
  const { counts } = report;
  const share = (rows: number): string => `${counts.rows === 0 ? '0.0' : ((100 * rows) / counts.rows).toFixed(1)} %`;
  const sections = [
    `# ${report.inputs.map((input) => escape(input.path)).join(', ')}\n`,
    `${counts.rows} rows, as of ${report.as_of}, rules \`${report.rules.name}\`, ${report.tool.name} ${report.tool.version}.\n`,
    table(['Verdict', 'Rows', 'Share'], VERDICTS.map((verdict) => [verdict, counts[verdict], share(counts[verdict])])),
    table(['Tier', 'Rows', 'Share'], TIERS.map((tier) => [tier, report.tiers[tier], share(report.tiers[tier])])),
    section('What was found', ['Code', 'Verdict', 'Rows', 'What', 'What to do'], report.reasons.map(({ code, verdict, rows }) =>
      [code, verdict, rows, words.get(code)?.what ?? '', words.get(code)?.do ?? ''])),
    section('What was mended', ['Field', 'Code', 'Cells', 'What'], report.fixes.map(({ field, code, cells }) =>
      [field ?? '', code, cells, words.get(code)?.what ?? ''])),
    section('Segments', ['Segment', 'Rows', 'Cleaned', 'Flagged', 'Rejected'], report.segments.map(({ segment, rows, cleaned, flagged, rejected }) => [segment, rows, cleaned, flagged, rejected])),
    section('Sources', ['Source', 'Rows', 'Cleaned', 'Flagged', 'Rejected', 'Cost per cleaned'], report.sources.map((source) =>
      [source.source || '(none)', source.rows, source.cleaned, source.flagged, source.rejected, source.cost_per_cleaned ?? ''])),
    section('Gates', ['Gate', 'Value', 'Result'], report.gates.map(({ gate, value, passed }) => [gate, value, passed ? 'held' : 'crossed'])),
    section('Files', ['File', 'Rows', 'SHA-256'], report.outputs.map(({ path, rows, sha256 }) => [path, rows, sha256])),
    section('Files of earlier runs, left as they are', ['File', 'SHA-256'], report.earlier.map(({ path, sha256 }) => [path, sha256])),
    report.warnings.length === 0 ? '' : `## Warnings\n\n${report.warnings.map((warning) => `- ${escape(warning)}\n`).join('')}`,
  ];
  return sections.filter((part) => part !== '').join('\n');
}

const section = (title: string, head: Cells, rows: readonly Cells[]): string => (rows.length === 0 ? '' : `## ${title}\n\n${table(head, rows)}`);

function table(head: Cells, rows: readonly Cells[]): string {
  const line = (cells: Cells): string => `| ${cells.map((cell) => escape(String(cell))).join(' | ')} |\n`;
  return line(head) + `| ${head.map((_, at) => (rows.length > 0 && rows.every((row) => typeof row[at] === 'number') ? '---:' : '---')).join(' | ')} |\n` + rows.map(line).join('');
}

/** Source names and paths come from outside: they must not end a table or start markup. */
const escape = (text: string): string => text.replace(/[\u0000-\u001f\u007f]+/g, ' ').replace(/[\\|`*_[\]]/g, '\\$&').replaceAll('<', '&lt;');
