import { CR, type Dialect, LF, PLAIN, bytesOf } from './dialect.js';
import { isData, kindOf } from './kinds.js';
import { breaks } from './lines.js';
import { readCells } from './readings.js';
import { shapes } from './shape.js';
import { areNames } from './tables.js';

/** A dialect that was tried on the sample, for `inspect`. */
export interface Candidate {
  readonly delimiter: string;
  readonly quote: Dialect['quote'];
  readonly escape: Dialect['escape'];
  /** Share of the records that are well-formed and have as many cells as most, 0 to 1. */
  readonly score: number;
  /** Cells of most records, of the first one, and of the one with the fewest. */
  readonly width: number;
  readonly first: number;
  readonly least: number;
  /** Of two cells in all records but the first: names, then values under one of them. */
  readonly titled: boolean;
}

/** Records looked at per candidate, and bytes. */
const RECORDS = 400;
const BYTES = 128 << 10;
/** A quoted cell with more lines than this, in a record that is not as wide as the first, is an unclosed quote. */
const LINES = 60;

const DELIMITERS = [',', ';', '\t', '|'] as const;
const RARE = ['||', ';;', '::', '~', '^', '\u001f', '\u001e', '\u0001', '¦', '，', '；', '、', '،', '؛', '§', ':'] as const;

/** What the user said of the dialect. */
export type Asked = Partial<Pick<Dialect, 'delimiter' | 'quote' | 'escape' | 'byRecord' | 'cr'>>;

/** The dialect of a sample (UTF-8), its header still unknown, and what else was tried, best first. */
export function findDialect(sample: Buffer, asked: Asked): { readonly base: Dialect; readonly candidates: readonly Candidate[] } {
  sample = withoutRemarks(sample);
  let candidates = sniff(sample, asked);
  const inner = unwrapped(sample);
  const inside = inner === null ? [] : sniff(inner, asked);
  const wrapped = (inside[0]?.width ?? 1) > 1 && (inside[0]?.score ?? 0) >= 0.6;
  if (wrapped) candidates = inside;
  const chosen: Candidate = candidates[0] ?? { delimiter: ',', quote: '"', escape: 'doubled', ...asked, score: 0, width: 1, first: 1, least: 1, titled: false };
  const table = asked.delimiter !== undefined || rank(chosen) > 0;
  const width = table ? chosen.width : 1;
  const base: Dialect = {
    ...PLAIN, delimiter: table ? chosen.delimiter : absent(sample), quote: chosen.quote, escape: chosen.escape,
    cr: endsInReturns(sample, asked), wrapped, width, usual: width, byRecord: asked.byRecord === true, unclosed: chosen.quote === '' && asked.quote === undefined,
  };
  return { base, candidates };
}

/** The sample from the first line on that does not begin with #. */
function withoutRemarks(sample: Buffer): Buffer {
  let at = 0;
  while (sample[at] === 35) {
    const end = sample.subarray(at, BYTES).findIndex((byte) => byte === LF || byte === CR);
    if (end === -1) return sample;
    at += end + 1;
    while (sample[at] === LF || sample[at] === CR) at++;
  }
  return at < sample.length ? sample.subarray(at) : sample;
}

/** A delimiter for a list with one column: one that does not occur in it. */
const absent = (sample: Buffer): string => DELIMITERS.find((one) => !sample.includes(one)) ?? '\u001f';

/** The lines without the quotes that stand around each as a whole, null when most have none. */
function unwrapped(sample: Buffer): Buffer | null {
  const lines = sample.toString('utf8', 0, BYTES).split(/\r?\n|\r/).filter((line) => line !== '');
  const inner = lines.map((line) => (/^"(?:[^"]|"")*"$/.test(line) ? line.slice(1, -1).replaceAll('""', '"') : line));
  const changed = inner.filter((line, i) => line !== lines[i]).length;
  return changed > 1 && changed >= lines.length * 0.6 ? Buffer.from(inner.join('\n')) : null;
}

/** Whether a carriage return alone ends a line. */
const endsInReturns = (sample: Buffer, { byRecord, cr }: Asked): boolean => cr ?? (byRecord !== true && hasLoneReturns(sample));

/** Tries every usual dialect on the sample and gives them best first. */
function sniff(sample: Buffer, asked: Asked): Candidate[] {
  const { delimiter, quote: only, escape } = asked;
  const cr = endsInReturns(sample, asked);
  const tried = (delimiters: readonly string[], quoted = only === undefined ? quotes(sample) : [only]): Candidate[] =>
    delimiters.flatMap((one) => quoted.flatMap((quote) => (escape === undefined ? escapes(sample, quote) : [escape]).map((how) => tryOut(sample, { ...PLAIN, delimiter: one, quote, escape: how, cr }))));
  if (delimiter !== undefined) return best(tried([delimiter]));
  const common = best(tried([...spaced(sample), ...doubled(sample), ...DELIMITERS]));
  if ((common[0]?.width ?? 1) > 1 && (common[0]?.score ?? 0) >= 0.5) return common;
  const rare = best(tried(RARE).filter((one) => one.width > 1 && one.score >= 0.5 && one.width === one.first));
  if (rare.length === 0) rare.push(...tried([' ']).filter((one) => one.first > 2 && one.least >= one.first && /" "/.test(sample.toString('latin1', 0, BYTES))).map((one) => ({ ...one, width: one.first })));
  // Quotes that never close are none.
  const bare = tried(only === undefined ? DELIMITERS : [], ['']).filter((one) => one.width > 1 && one.score >= 0.8 && one.first === one.width);
  return best([...rare, ...common, ...(rare.length === 0 ? bare : [])]);
}

/** The likeliest first; then the order they were tried in. */
const best = (candidates: Candidate[]): Candidate[] => candidates.sort((a, b) => rank(b) - rank(a));

/**
 * More cells in more of the records are likelier, and a delimiter of several characters that never stands otherwise.
 * 0 for what is no table: one cell, or two in every line but the first (a column of `Last, First` under one name),
 * unless the first is a title over a table.
 */
function rank(one: Candidate): number {
  if (one.width < 2 || (one.width === 2 && one.first === 1 && !one.titled)) return 0;
  // The header is a record like the others, unless something stands before it.
  const agrees = one.first === one.width ? 1 : 0.85;
  return one.score * agrees * (1 - 0.3 / one.width) + (one.delimiter.length > 1 ? 0.2 : 0);
}

function tryOut(sample: Buffer, dialect: Dialect): Candidate {
  const shape = shapes(sample, bytesOf(dialect));
  const to = Math.min(sample.length, BYTES);
  const counts = new Map<number, number>();
  const sound = new Map<number, number>();
  let records = 0;
  let first = 0;
  let least = Infinity;
  for (let at = 0; at < to && records < RECORDS;) {
    const line = shape.lineAfter(at, sample.length);
    const lineEnd = line === -1 ? sample.length : line;
    if (lineEnd - at <= 2 && (sample[at] === LF || sample[at] === CR)) {
      at = lineEnd;
      continue;
    }
    let record = shape.record(at, sample.length, true);
    const isUsual = records > 0 && first > 1 && record.cells === first;
    if (record.next > lineEnd && (!record.sound || (!isUsual && breaks(sample, at, record.next, dialect.cr) > LINES))) {
      record = { ...shape.record(at, lineEnd, true), next: lineEnd, sound: false };
    }
    records++;
    if (records === 1) first = record.cells;
    least = Math.min(least, record.cells);
    counts.set(record.cells, (counts.get(record.cells) ?? 0) + 1);
    if (record.sound) sound.set(record.cells, (sound.get(record.cells) ?? 0) + 1);
    at = record.next;
  }
  let width = 1;
  let most = 0;
  // Under a header of several cells, lines of one are remarks.
  const weight = (cells: number, count: number): number => (cells === 1 && first > 1 ? count * 0.4 : count);
  for (const [cells, times] of counts) {
    const count = weight(cells, times);
    if (count > most || (count === most && cells > width)) [width, most] = [cells, count];
  }
  // A one-cell line says little against a dialect: titles, remarks and footers have one cell in any.
  const ones = width > 1 ? Math.min(counts.get(1) ?? 0, 3) : 0;
  const score = records === 0 ? 0 : (sound.get(width) ?? 0) / Math.max(1, records - ones);
  const titled = width === 2 && first === 1 && isTitled(sample, dialect);
  return { delimiter: dialect.delimiter, quote: dialect.quote, escape: dialect.escape, score: Math.round(score * 1000) / 1000, width, first, least, titled };
}

/** Lines looked at for the names of two columns under a title. */
const LINES_OF_TITLE = 20;

/**
 * Whether the first line of two cells holds names and no values, and most of the next ones a value in the same column; or
 * the second cells are all empty: the lines of a list of one column that end in a delimiter.
 */
function isTitled(sample: Buffer, dialect: Dialect): boolean {
  const lines = sample.toString('utf8', 0, BYTES).split(/\r\n|\n|\r/, LINES_OF_TITLE).map((line) => readCells(line, dialect).cells);
  const at = lines.findIndex((cells) => cells.length === 2);
  const below = lines.slice(at + 1).filter((cells) => cells.length === 2);
  if (at < 1) return false;
  if ([lines[at] as readonly string[], ...below].every((cells) => cells[1] === '')) return true;
  if (!areNames(lines[at] as string[])) return false;
  return [0, 1].some((column) => below.filter((cells) => isData(kindOf(cells[column] as string))).length * 2 > below.length);
}

/** `, ` or ` , ` when every comma that delimits stands so; the same for `;`, `|` and tabs. */
function spaced(sample: Buffer): string[] {
  const text = sample.toString('latin1', 0, BYTES).replace(/"[^"\r\n]*"/g, '""');
  const times = (part: string): number => text.split(part).length - 1;
  const first = text.split(/\r?\n|\r/, 1)[0] ?? '';
  return [',', ';', '|', '\t'].flatMap((one) => {
    const all = times(one);
    return [` ${one} `, `${one} `].filter((wide) => all > 1 && times(wide) === all && first.includes(wide)).slice(0, 1);
  });
}

/** `||` when the character never stands alone. */
function doubled(sample: Buffer): string[] {
  const text = sample.toString('latin1', 0, BYTES);
  return ['|', ';', ':', '~'].flatMap((one) => {
    if (!text.includes(one + one)) return [];
    const runs = text.match(new RegExp(`[${one}]+`, 'g')) ?? [];
    return runs.length > 1 && runs.every((run) => run.length % 2 === 0) ? [one + one] : [];
  });
}

/** The quote characters that enclose whole cells in the sample, the usual one first. */
function quotes(sample: Buffer): Dialect['quote'][] {
  const text = sample.toString('latin1', 0, BYTES);
  const enclosed = (quote: string): number =>
    text.match(new RegExp(`(?:^|[,;|\\t ])${quote}(?:[^${quote}\\r\\n]|${quote}${quote})*${quote}(?=[,;|\\t \\r\\n]|$)`, 'gm'))?.length ?? 0;
  const single = text.includes("'") ? enclosed("'") : 0;
  if (single === 0) return ['"'];
  // Most cells stand in them: then they are quotes, even if some are not well-formed.
  if (enclosed('"') === 0 && single * 2 > (text.match(/^|[,;|\t]/gm)?.length ?? 0)) return ["'"];
  return single >= 3 && single > enclosed('"') ? ["'", '"'] : ['"', "'"];
}

/** Backslashes escape unless more quotes within cells are doubled than stand behind one: then that one row is odd, and not the list. */
function escapes(sample: Buffer, quote: Dialect['quote']): Dialect['escape'][] {
  if (quote === '' || !sample.includes(`\\${quote}`)) return ['doubled'];
  const text = sample.toString('latin1', 0, BYTES);
  const times = (pattern: string): number => text.match(new RegExp(pattern, 'g'))?.length ?? 0;
  const doubled = times(`[^${quote}\\\\,;|\\t\\r\\n]${quote}${quote}(?![${quote},;|\\t\\r\\n])`);
  return doubled > times(`\\\\${quote}(?!${quote})`) ? ['doubled'] : ['doubled', 'backslash'];
}

/** Whether carriage returns alone end lines: they stand where the table's lines end, or there are no others. */
function hasLoneReturns(sample: Buffer): boolean {
  let lone = 0;
  let feeds = 0;
  const to = Math.min(sample.length, BYTES);
  if (!sample.subarray(0, to).includes(CR)) return false;
  for (let at = 0; at < to; at++) {
    if (sample[at] === LF) feeds++;
    else if (sample[at] === CR && sample[at + 1] !== LF && at + 1 < sample.length) lone++;
  }
  return lone > 0 && (feeds === 0 || lone >= feeds * 0.2);
}
