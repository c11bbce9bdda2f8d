import type { Report } from './report.js';

/** The order of the keys is part of the format: two reports can be compared line by line. */
const ORDER = [
  'schema', 'tool', 'as_of', 'started_at', 'seconds', 'inputs', 'counts', 'reasons', 'fixes', 'tiers', 'score', 'duplicates', 'segments',
  'sources', 'money', 'outputs', 'earlier', 'rules', 'lists', 'gates', 'warnings',
] as const satisfies readonly (keyof Report)[];

const ordered = (report: Report): object => Object.fromEntries(ORDER.map((key) => [key, report[key]]));

/** The report as JSON, indented by two spaces, with a line end. */
export const reportJson = (report: Report): string => `${JSON.stringify(ordered(report), null, 2)}\n`;

/** Reports of several lists as one JSON array; that of a single list alone. */
export const reportsJson = (reports: readonly Report[]): string =>
  reports.length === 1 ? reportJson(reports[0]!) : `${JSON.stringify(reports.map(ordered), null, 2)}\n`;
