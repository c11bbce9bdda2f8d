import { codesOf } from './checks/index.js';
import { segmentOf, type Failure } from './conditions/start.js';
import type { Filling } from './duplicates/fill.js';
import { splitRows } from './duplicates/person.js';
import type { Here } from './duplicates/places.js';
import type { Ruling, Stage } from './duplicates/stage.js';
import { judge, type Fact } from './judge/judge.js';
import type { RowTold } from './options.js';
import { createPatterns, follow, unpackFact } from './pool/patterns.js';
import { keptHeader, type Change, type Examined, type Plan } from './pool/plan.js';
import type { Answer } from './pool/pool.js';
import type { Kind, Source, Tally } from './report/tally.js';
import { TIERS, VERDICTS, type Code } from './types.js';
import { memo } from './values/memo.js';
import { changedCells, putRow as putCells, type Step } from './write/changes.js';
import { createFormat } from './write/format.js';
import { createInk, putBytes, putNumber, putText, viewOf, type Ink } from './write/ink.js';
import type { Outputs } from './write/outputs.js';
import { restOf, type Rest } from './write/rest.js';
import type { Sink } from './write/sink.js';

/** A kind of row with the bytes that follow the line number of each such row. */
interface Settled extends Kind {
  /** A line that nobody sold as a lead: it has no source and no price. */
  readonly isNoLead: boolean;
  readonly isRejected: boolean;
  /** Written without annotations. */
  readonly isBare: boolean;
  readonly verdictBytes: DataView;
  /** `verdictBytes` and the end of a row that has no hints and is no duplicate. */
  readonly plainBytes: DataView;
  /** The end of a row that has hints and is no duplicate. */
  readonly rest: Rest;
  /** Name of the segment these rows are in, '' if in none. */
  readonly segment: string;
  readonly sink: Sink;
}

/** What the rows of one list are settled with. */
export interface Settling {
  readonly plan: Plan;
  readonly stage: Stage;
  /** This list's rows among those of all lists. */
  readonly here: Here;
  readonly outputs: Outputs;
  readonly tally: Tally;
  /** Whether the cleaned list gets the lc_ columns. */
  readonly annotations: boolean;
  /** Empty cells of rows of all lists and what they are filled with. */
  readonly fillings: ReadonlyMap<number, readonly Filling[]>;
  /** A row somebody wants to be told of. */
  readonly watched: { readonly line: number | undefined; told: RowTold | null };
}

export interface Settler {
  /** Settles at most `most` rows of an answer. */
  settle(answer: Answer, most: number): void;
  /** Rows found to be duplicates, and of how many survivors. */
  duplicates(): { readonly clusters: number; readonly rows: number };
  /** Conditions of the rules that could not be decided for some rows. */
  failures(): readonly Failure[];
}

const doubled = (code: Code): Fact => ({ code, field: null, fixed: false, spare: false });
const LISTED = doubled('suppress/listed');
const OPTED_OUT = doubled('suppress/opted-out');
const NO_FILLINGS: readonly Filling[] = [];
const DOUBLED: Readonly<Record<Ruling['kind'], readonly Fact[]>> = {
  none: [], exact: [doubled('duplicate/exact')], likely: [doubled('duplicate/likely')], known: [doubled('duplicate/known')],
};

const KNOWN_HINTS = 1 << 10;

/** The checks gave no hint. */
const NOTHING = -1;

const NO_LEAD: ReadonlySet<Code> = new Set<Code>(['row/blank', 'row/repeated-header', 'row/footer']);

/**
 * Decides row after row, in the order of the list: is it a duplicate of one before, what do the rules make of it,
 * into which list does it go.
 */
export function createSettler({ plan, stage, here, outputs, tally, annotations, fillings, watched }: Settling): Settler {
  const { rules } = plan;
  const format = createFormat(plan.format, keptHeader(plan), rules.segments.length > 0);
  const codes = codesOf(rules);
  const failures = new Map<Code, Failure>();
  const survivors = new Set<number>();
  let duplicates = 0;
  const patterns = createPatterns();
  const known: number[][] = [];
  const single: (Settled | undefined)[] = [];
  const kinds: Readonly<Record<Ruling['kind'], (Settled | undefined)[]>> = { none: single, exact: [], likely: [], known: [] };
  const rarer = new Map<string, Settled>();
  const encoder = new TextEncoder();
  const encoded = (text: string): DataView => viewOf(encoder.encode(text));
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const beforeLine = encoded(format.beforeLine);
  const end = encoded(format.end);

  const factsOf = (pattern: number): Fact[] => patterns.facts(pattern).map((fact) => unpackFact(fact, codes));

  /** By segment. */
  const rests = memo((segment) => restOf(memo((hints) => encoded(format.rest(hints, '', segment)), KNOWN_HINTS)));

  function settled(facts: readonly Fact[]): Settled {
    const judged = judge(facts, rules);
    const verdict = format.verdict(judged);
    const segment = segmentOf(facts);
    const isCleaned = judged.verdict === 'cleaned';
    return {
      facts, judged, segment, rows: 0, verdict: VERDICTS.indexOf(judged.verdict), tier: TIERS.indexOf(judged.tier),
      isNoLead: facts.some(({ code }) => NO_LEAD.has(code)), isRejected: judged.verdict === 'rejected', isBare: isCleaned && !annotations,
      verdictBytes: encoded(verdict), plainBytes: encoded(verdict + format.rest('', '', segment)), rest: rests(segment),
      sink: (isCleaned ? outputs.segments.get(segment) : undefined) ?? outputs.lists[judged.verdict],
    };
  }

  function settledOrdinarily(pattern: number, kind: Ruling['kind']): Settled {
    const known = kinds[kind];
    while (known.length < pattern) known.push(undefined); // without holes it is looked up at once
    return known[pattern] = settled([...factsOf(pattern), ...DOUBLED[kind]]);
  }

  /** A row of which the ruling says more than that it is a duplicate, or with cells that are filled. */
  function settledRarely(pattern: number, { kind, listed, optedOut }: Ruling, filled: readonly Filling[]): Settled {
    const key = [pattern, kind, listed !== -1, optedOut !== -1, ...filled.map(({ field }) => field)].join(' ');
    let known = rarer.get(key);
    if (known === undefined) {
      const isFilled = ({ code, field }: Fact): boolean => code.startsWith('missing/') && filled.some((filling) => filling.field === field);
      rarer.set(key, known = settled([
        ...factsOf(pattern).filter((fact) => !isFilled(fact)), ...DOUBLED[kind], ...(listed === -1 ? [] : [LISTED]), ...(optedOut === -1 ? [] : [OPTED_OUT]),
        ...filled.map(({ field }): Fact => ({ code: 'duplicate/merged', field, fixed: true, spare: false })),
      ]));
    }
    return known;
  }

  function settle({ thread, examined }: Answer, most: number): void {
    const ours = known[thread] ??= [];
    follow(patterns, ours, examined.grown);
    for (const failure of examined.failures) {
      const before = failures.get(failure.code);
      failures.set(failure.code, { ...failure, ...before, rows: failure.rows + (before?.rows ?? 0) });
    }
    const { lines, places, hintRows, hintOf, sourceOf, prices, changes } = examined;
    const texts = viewOf(examined.texts);
    const sources = examined.sources.map((source) => tally.source(source));
    const hintTexts = hintRows.length === 0 ? [] : splitRows(examined.hints);
    const rows = Math.min(examined.rows, most);
    let hint = 0;
    let change = 0;
    for (let i = 0; i < rows; i++) {
      const line = lines[i] as number;
      const ruling = stage.rule(examined, i, here);
      const pattern = ours[examined.patterns[i] as number] as number;
      let filled = fillings.size === 0 ? NO_FILLINGS : fillings.get(here.number(line)) ?? NO_FILLINGS;
      const isOrdinary = ruling.listed === -1 && ruling.optedOut === -1 && filled.length === 0;
      const isDouble = ruling.kind !== 'none';
      let kind = isOrdinary ? (isDouble ? kinds[ruling.kind] : single)[pattern] ?? settledOrdinarily(pattern, ruling.kind) : settledRarely(pattern, ruling, filled);
      // A rejected row is evidence and stays as it was read.
      if (filled.length > 0 && kind.isRejected) kind = settledRarely(pattern, ruling, filled = NO_FILLINGS);
      if (isDouble) {
        duplicates++;
        survivors.add(ruling.survivor);
      }

      const { sink, isRejected } = kind;
      const { ink } = sink;
      if (filled.length > 0) putFilled(ink, examined, texts, i, filled);
      else if (isRejected) putBytes(ink, texts, places[i * 4] as number, places[i * 4 + 1] as number);
      else putRow(ink, examined, texts, i);

      const said = hint < hintRows.length && hintRows[hint] === i ? hintOf[hint++] as number : NOTHING;
      // What most rows have to say the rows of their batch said before.
      const isUsual = isOrdinary && !isDouble && ruling.hint === '' && line !== watched.line;
      const hints = isUsual ? '' : hintsOf(said === NOTHING ? '' : hintTexts[said] as string, ruling, filled);
      if (line === watched.line) watched.told = { rules, ...kind, hints, duplicateOf: isDouble ? here.name(ruling.survivor) : '' };
      if (kind.isBare) putBytes(ink, end);
      else {
        putBytes(ink, beforeLine);
        putNumber(ink, line);
        if (isUsual && said === NOTHING) putBytes(ink, kind.plainBytes);
        else {
          putBytes(ink, kind.verdictBytes);
          if (isUsual) putBytes(ink, kind.rest.at(hintTexts, said));
          else putText(ink, format.rest(hints, isDouble ? here.name(ruling.survivor) : '', kind.segment));
        }
      }
      sink.rows++;
      const source = sources.length === 0 || kind.isNoLead ? null : sources[sourceOf[i] as number] as Source;
      tally.count(kind, source, kind.isNoLead ? 0 : prices.length > 0 ? prices[i] as number : rules.price ?? 0);
      if (outputs.changes !== null) {
        const steps: Step[] = [];
        for (; change < changes.length && (changes[change] as Change).row === i; change++) steps.push(changes[change] as Change);
        for (const { column, field, text } of filled) steps.push({ column, field, code: 'duplicate/merged', before: '', after: text });
        putChanges(outputs.changes, line, steps, isRejected);
      }
    }
  }

  /** `said`: the hints of the checks. */
  function hintsOf(said: string, { listed, optedOut, hint }: Ruling, filled: readonly Filling[]): string {
    return [
      ...(said === '' ? [] : [said]),
      ...(listed === -1 ? [] : [`row: listed in ${stage.nameListed(listed)}`]),
      ...(optedOut === -1 ? [] : [`row: the same person opted out on line ${here.name(optedOut)}`]),
      ...filled.map(({ field, row }) => `${field}: filled from line ${here.name(row)}`),
      ...(hint === '' ? [] : [`row: ${hint}`]),
    ].join(';');
  }

  function putFilled(ink: Ink, examined: Examined, texts: DataView, row: number, filled: readonly Filling[]): void {
    const whole = createInk();
    putRow(whole, examined, texts, row);
    const cells = format.read(decoder.decode(whole.bytes.subarray(0, whole.length)));
    for (const filling of filled) cells[plan.kept.indexOf(filling.column)] = filling.text;
    cells.forEach((cell, place) => format.cell(ink, cell, place));
  }

  function putChanges(sink: Sink, line: number, steps: readonly Step[], isRejected: boolean): void {
    for (const { column, field, code, before, after } of changedCells(steps, isRejected)) {
      putCells(sink.ink, [line, plan.header[column] as string, field ?? '', code, before, after]);
      sink.rows++;
    }
  }
  return { settle, duplicates: () => ({ clusters: survivors.size, rows: duplicates }), failures: () => [...failures.values()] };
}

/** Puts a row as it is written in the cleaned and flagged lists: what was read, and what was mended in its place. */
function putRow(ink: Ink, { places, patches, patchEnds }: Examined, texts: DataView, row: number): void {
  let from = places[row * 4 + 2] as number;
  const end = patchEnds[row] as number;
  for (let at = row === 0 ? 0 : patchEnds[row - 1] as number; at < end; at += PATCH) {
    putBytes(ink, texts, from, patches[at]);
    putBytes(ink, texts, patches[at + 2], patches[at + 3]);
    from = patches[at + 1] as number;
  }
  putBytes(ink, texts, from, places[row * 4 + 3]);
}
const PATCH = 4;
