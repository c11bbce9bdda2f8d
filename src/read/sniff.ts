import { CR, type Dialect, LF, PLAIN, bytesOf } from './dialect.js';
import { breaks } from './split.js';
import { shapes } from './shape.js';

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
}

/** Records looked at per candidate, and bytes. */
const RECORDS = 400;
const BYTES = 128 << 10;
/** A quoted cell with more lines than this, before the width is known, is an unclosed quote. */
const LINES = 60;

const DELIMITERS = [',', ';', '\t', '|'] as const;
const RARE = ['||', ';;', '::', '~', '^', '\u001f', '¦', ':'] as const;

/** Tries every usual dialect on the sample (UTF-8, from the first line of the table) and gives them best first. */
export function sniff(sample: Buffer, delimiter?: string): Candidate[] {
  const cr = hasLoneReturns(sample);
  const tried = (delimiters: readonly string[]): Candidate[] =>
    delimiters.flatMap((one) => quotes(sample).flatMap((quote) => escapes(sample, quote).map((escape) => tryOut(sample, { ...PLAIN, delimiter: one, quote, escape, cr }))));
  if (delimiter !== undefined) return best(tried([delimiter]));
  const common = best(tried([...spaced(sample), ...doubled(sample), ...DELIMITERS]));
  if ((common[0]?.width ?? 1) > 1 && (common[0]?.score ?? 0) >= 0.5) return common;
  const rare = best(tried(RARE).filter((one) => one.width > 1 && one.score >= 0.5 && one.width === one.first));
  if (rare.length === 0) rare.push(...tried([' ']).filter((one) => one.first > 2 && one.least >= one.first && /" "/.test(sample.toString('latin1', 0, BYTES))).map((one) => ({ ...one, width: one.first })));
  return [...rare, ...common];
}

/** More than one cell wins over one, then the share, then the wider, then the order they were tried in. */
function best(candidates: Candidate[]): Candidate[] {
  const rank = (one: Candidate): number => (one.width > 1 ? one.score * (1 - 0.3 / one.width) : 0);
  return candidates.sort((a, b) => rank(b) - rank(a));
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
    if (record.next > lineEnd && (!record.sound || breaks(sample, at, record.next, dialect.cr) > LINES)) {
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
  for (const [cells, count] of counts) if (count > most || (count === most && cells > width)) [width, most] = [cells, count];
  // A one-cell line says little against a dialect: titles, remarks and footers have one cell in any.
  const ones = width > 1 ? Math.min(counts.get(1) ?? 0, 3) : 0;
  const score = records === 0 ? 0 : (sound.get(width) ?? 0) / Math.max(1, records - ones);
  return { delimiter: dialect.delimiter, quote: dialect.quote, escape: dialect.escape, score: Math.round(score * 1000) / 1000, width, first, least };
}

/** `, ` when every comma that could delimit is followed by a space; the same for `;` and `|`. */
function spaced(sample: Buffer): string[] {
  const text = sample.toString('latin1', 0, BYTES);
  return [',', ';', '|'].flatMap((one) => {
    const all = text.split(one).length - 1;
    const first = text.split(/\r?\n|\r/, 1)[0] ?? '';
    const after = text.split(`${one} `).length - 1;
    return all > 1 && after === all && first.includes(`${one} `) ? [`${one} `] : [];
  });
}

/** `||` when the character never stands alone. */
function doubled(sample: Buffer): string[] {
  const text = sample.toString('latin1', 0, BYTES);
  return ['|', ';', ':', ',', '~'].flatMap((one) => {
    const runs = text.match(new RegExp(`[${one}]+`, 'g')) ?? [];
    return runs.length > 1 && runs.every((run) => run.length % 2 === 0) ? [one + one] : [];
  });
}

/** The quote characters that enclose whole cells in the sample, the usual one first. */
function quotes(sample: Buffer): Dialect['quote'][] {
  const text = sample.toString('latin1', 0, BYTES);
  const enclosed = (quote: string): number =>
    text.match(new RegExp(`(?:^|[,;|\\t ])${quote}[^${quote}\\r\\n]*${quote}(?=[,;|\\t \\r\\n]|$)`, 'gm'))?.length ?? 0;
  return enclosed("'") >= 3 && enclosed("'") > enclosed('"') ? ["'", '"'] : ['"'];
}

function escapes(sample: Buffer, quote: Dialect['quote']): Dialect['escape'][] {
  return sample.includes(`\\${quote}`) ? ['doubled', 'backslash'] : ['doubled'];
}

/** Whether carriage returns alone end lines: they stand where the table's lines end, or there are no others. */
export function hasLoneReturns(sample: Buffer): boolean {
  let lone = 0;
  let feeds = 0;
  const to = Math.min(sample.length, BYTES);
  for (let at = 0; at < to; at++) {
    if (sample[at] === LF) feeds++;
    else if (sample[at] === CR && sample[at + 1] !== LF && at + 1 < sample.length) lone++;
  }
  return lone > 0 && (feeds === 0 || lone >= feeds * 0.2);
}
