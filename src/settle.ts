import { codesOf } from './checks/index.js';
import type { Failure } from './conditions/start.js';
import type { Here } from './duplicates/places.js';
import type { Ruling, Stage } from './duplicates/stage.js';
import { judge, type Fact } from './judge/judge.js';
import { createPatterns, follow, unpackFact } from './pool/patterns.js';
import { keptHeader, type Change, type Plan } from './pool/plan.js';
import type { Answer } from './pool/pool.js';
import type { Kind, Tally } from './report/tally.js';
import type { Code, Verdict } from './types.js';
import { putChange } from './write/changes.js';
import { createFormat } from './write/format.js';
import { putBytes, putNumber, putText } from './write/ink.js';
import type { Outputs } from './write/outputs.js';
import type { Sink } from './write/sink.js';

/** A kind of row with the bytes that follow the line number of each such row. */
interface Settled extends Kind {
  readonly verdictBytes: Uint8Array;
  /** `verdictBytes` and the end of a row that has no hints and is no duplicate. */
  readonly plainBytes: Uint8Array;
  /** Name of the segment these rows are in, '' if in none. */
  readonly segment: string;
  readonly sink: Sink;
}

export interface Desk {
  readonly plan: Plan;
  readonly stage: Stage;
  /** This list's rows among those of all lists. */
  readonly here: Here;
  readonly outputs: Outputs;
  readonly tally: Tally;
  /** Whether the cleaned list gets the lc_ columns. */
  readonly annotations: boolean;
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
const DOUBLED: Readonly<Record<Ruling['kind'], readonly Fact[]>> = {
  none: [], exact: [doubled('duplicate/exact')], likely: [doubled('duplicate/likely')], known: [doubled('duplicate/known')],
};

/**
 * Decides row after row, in the order of the list: is it a duplicate of one before, what do the rules make of it,
 * into which list does it go.
 */
export function createSettler({ plan, stage, here, outputs, tally, annotations }: Desk): Settler {
  const { rules } = plan;
  const format = createFormat(plan.format, keptHeader(plan), rules.segments.length > 0);
  const codes = codesOf(rules);
  const failures = new Map<Code, Failure>();
  const survivors = new Set<number>();
  let duplicates = 0;
  const patterns = createPatterns();
  const known: number[][] = [];
  const kinds: Readonly<Record<Ruling['kind'], Settled[]>> = { none: [], exact: [], likely: [], known: [] };
  const encoder = new TextEncoder();
  const beforeLine = encoder.encode(format.beforeLine);
  const end = encoder.encode(format.end);

  function settled(pattern: number, kind: Ruling['kind']): Settled {
    const facts = [...patterns.facts(pattern).map((fact) => unpackFact(fact, codes)), ...DOUBLED[kind]];
    const judged = judge(facts, rules);
    const verdict = format.verdict(judged);
    const segment = segmentOf(facts);
    return {
      facts, judged, segment, verdictBytes: encoder.encode(verdict), plainBytes: encoder.encode(verdict + format.rest('', '', segment)),
      sink: (judged.verdict === 'cleaned' ? outputs.segments.get(segment) : undefined) ?? outputs.lists[judged.verdict],
    };
  }

  function settle({ thread, examined }: Answer, most: number): void {
    const ours = known[thread] ??= [];
    follow(patterns, ours, examined.grown);
    for (const failure of examined.failures) {
      const before = failures.get(failure.code);
      failures.set(failure.code, { ...failure, ...before, rows: failure.rows + (before?.rows ?? 0) });
    }
    let hint = 0;
    let change = 0;
    for (let i = 0; i < Math.min(examined.rows, most); i++) {
      const line = examined.lines[i] as number;
      const ruling = stage.rule(examined, i, here);
      const pattern = ours[examined.patterns[i] as number] as number;
      const kind = kinds[ruling.kind][pattern] ??= settled(pattern, ruling.kind);
      const { verdict } = kind.judged;
      const isDouble = ruling.kind !== 'none';
      if (isDouble) {
        duplicates++;
        survivors.add(ruling.survivor);
      }

      const { sink } = kind;
      const { ink } = sink;
      const start = i === 0 ? 0 : examined.evidenceEnds[i - 1] as number;
      const textEnd = examined.textEnds[i] as number;
      const evidenceEnd = examined.evidenceEnds[i] as number;
      if (verdict === 'rejected' && evidenceEnd > textEnd) putBytes(ink, examined.texts, textEnd, evidenceEnd);
      else putBytes(ink, examined.texts, start, textEnd);

      let hints = examined.hints[hint]?.[0] === i ? (examined.hints[hint++] as [number, string])[1] : '';
      if (ruling.hint !== '') hints += `${hints === '' ? '' : ';'}row: ${ruling.hint}`;
      if (verdict === 'cleaned' && !annotations) putBytes(ink, end);
      else {
        putBytes(ink, beforeLine);
        putNumber(ink, line);
        if (hints === '' && !isDouble) putBytes(ink, kind.plainBytes);
        else {
          putBytes(ink, kind.verdictBytes);
          putText(ink, format.rest(hints, isDouble ? here.name(ruling.survivor) : '', kind.segment));
        }
      }
      sink.rows++;
      const source = examined.sourceOf.length === 0 ? null : examined.sources[examined.sourceOf[i] as number] as string;
      tally.count(kind, source, examined.prices[i] ?? rules.price ?? 0);
      for (; examined.changes[change]?.row === i; change++) putChangeOf(examined.changes[change] as Change, line, verdict);
    }
  }

  /** Of a rejected row only the cells that a spreadsheet would run were changed. */
  function putChangeOf(change: Change, line: number, verdict: Verdict): void {
    if (outputs.changes === null || (verdict === 'rejected' && change.code !== 'cell/formula')) return;
    putChange(outputs.changes.ink, [line, plan.header[change.column] as string, change.field ?? '', change.code, change.before, change.after]);
    outputs.changes.rows++;
  }
  return { settle, duplicates: () => ({ clusters: survivors.size, rows: duplicates }), failures: () => [...failures.values()] };
}

const SEGMENT = 'segment/';
function segmentOf(facts: readonly Fact[]): string {
  return facts.find(({ code }) => code.startsWith(SEGMENT))?.code.slice(SEGMENT.length) ?? '';
}
