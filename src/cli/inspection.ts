import { surveyDates } from '../columns/date-order.js';
import { fieldTables, fieldWords, withAliases } from '../columns/fields.js';
import { nameColumns } from '../columns/name.js';
import { openList, type List, type ReadOptions } from '../read/list.js';
import { loadPrepared } from '../rules/shipped.js';
import { readAs } from '../options.js';
import { UNTOLD, type DateOrder, type Field, type Rules, type TroubleKind } from '../types.js';

/** What is made of a list before its first row is judged. */
export interface Inspection {
  readonly path: string;
  readonly encoding: string;
  /** For people: what decided. */
  readonly encoding_why: string;
  readonly compressed: string | null;
  readonly delimiter: string;
  readonly delimiter_why: string;
  readonly quote: string;
  readonly escape: string;
  /** '' when there are no remarks. */
  readonly comment: string;
  readonly line_end: string;
  readonly header_line: number;
  /** Text that stands before the header. */
  readonly preamble: readonly string[];
  /** The dialects that were tried, best first: `score` is the share of the records (0 to 1) that are well-formed and have `cells` cells. */
  readonly dialects: readonly { readonly delimiter: string; readonly quote: string; readonly escape: string; readonly score: number; readonly cells: number }[];
  /** Records of the sample that are not as the others, the first few. */
  readonly odd_records: readonly { readonly line: number; readonly kind: TroubleKind; readonly detail: string }[];
  /** Rows everything below was told from, and whether those are all. */
  readonly sample_rows: number;
  readonly columns: readonly InspectedColumn[];
  readonly warnings: readonly string[];
}
export interface InspectedColumn {
  readonly column: string;
  readonly field: Field | null;
  /** 0 to 1; null for a column that is not read. */
  readonly confidence: number | null;
  /** What decided: `map` (the user), `rules`, `exact` or `tokens` (the header), `values`, `none`. */
  readonly why: string;
  /** For people: what else it could be, or why it is not used. */
  readonly note: string;
  readonly date_order: DateOrder | null;
  /** The first different cells. */
  readonly samples: readonly string[];
}

const SAMPLES = 3;
const ODD_RECORDS = 20;

type Examining = ReadOptions & { readonly map: Parameters<typeof nameColumns>[3]; readonly dateOrder?: DateOrder };
const NO_RULES = { aliases: {}, columns: {}, reading: {} };

/** Opens a list, names its columns and closes it again; reads no more than the sample. */
export async function examineList(path: string, asked: Examining, rules: Pick<Rules, 'aliases' | 'columns' | 'reading'> = NO_RULES): Promise<Inspection> {
  const options = readAs(rules, asked);
  const list = await openList(path, options);
  try {
    const words = withAliases(fieldWords(await loadPrepared('fields.yaml', fieldTables)), rules.aliases);
    const named = nameColumns(list.header, list.sample.map((row) => row.cells), words, options.map, rules.columns);
    const survey = surveyDates(named.columns);
    for (const row of list.sample) for (const [column, text] of row.cells.entries()) survey.see(column, text);
    const orders = survey.orders(options.dateOrder);
    const { info } = list;
    return {
      path, encoding: info.encoding, encoding_why: info.encodingWhy, compressed: info.compressed, delimiter: info.delimiter, delimiter_why: info.delimiterWhy,
      quote: info.quote, escape: info.escape, comment: info.comment, line_end: info.lineEnd,
      header_line: info.headerLine, preamble: info.preamble,
      dialects: info.candidates.map(({ delimiter, quote, escape, score, width }) => ({ delimiter, quote, escape, score, cells: width })),
      odd_records: list.sample.flatMap(({ line, trouble }) => trouble.map(({ kind, detail }) => ({ line, kind, detail }))).slice(0, ODD_RECORDS),
      sample_rows: list.sample.length,
      columns: list.header.map((column, at) => {
        const guess = named.guesses[at];
        const field = named.columns[at] ?? null;
        return {
          column, field: field === UNTOLD ? null : field, confidence: field === null ? null : guess?.confidence ?? null, why: guess?.why ?? 'none',
          note: field === UNTOLD ? 'says whether mail arrives: read for email/undeliverable' : guess?.note ?? '',
          date_order: orders[at] ?? null, samples: samplesOf(list, at),
        };
      }),
      warnings: [...list.warnings, ...named.warnings, ...(options.dateOrder === undefined ? survey.warnings(list.header) : [])],
    };
  } finally {
    await list.close();
  }
}

function samplesOf(list: List, column: number): readonly string[] {
  const samples = new Set<string>();
  for (const { cells } of list.sample) {
    const text = (cells[column] ?? '').trim();
    if (text !== '' && text !== list.header[column]) samples.add(text);
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}
