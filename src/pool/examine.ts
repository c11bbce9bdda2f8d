import { CHECKS, codesOf } from '../checks/index.js';
import { startConditions, type Conditions, type Failure } from '../conditions/start.js';
import { pushKeys } from '../duplicates/keys.js';
import { lentColumns, lentTexts } from '../duplicates/fill.js';
import { meritReader } from '../duplicates/merit.js';
import { joinPeople, joinTexts, personText } from '../duplicates/person.js';
import { suppressKeys } from '../duplicates/suppressed.js';
import type { Batch } from '../read/batch.js';
import { readRecords } from '../read/records.js';
import type { About, Check, Code, Field, Look, Trouble } from '../types.js';
import { copyOf } from '../values/memo.js';
import { createFormat } from '../write/format.js';
import { createInk } from '../write/ink.js';
import { createLead, type OpenCell } from './lead.js';
import { createPatterns, packFact } from './patterns.js';
import { keptHeader, type Change, type Examined, type Plan } from './plan.js';
import { createPress } from './press.js';

/** More sources than this in one list are not sources but free text; the rest is counted together. */
const MOST_SOURCES = 1_000;
const LONG_SOURCE = 1_000;

/** A finding of the row at hand, while its lead is still being looked at. */
interface Open { code: Code; number: number; cell: OpenCell | null; field: Field | null; fixed: boolean }

/** Reads, names and checks batches of one list. Runs the same on this thread and on others. `conditions`: those of the rules. */
export function createExaminer(plan: Plan, conditions: Conditions | null): (batch: Batch) => Examined {
  const codes = codesOf(plan.rules);
  const numbers = new Map(codes.map((code, number) => [code, number]));
  const lead = createLead(plan.columns);
  const patterns = createPatterns();
  const format = createFormat(plan.format, keptHeader(plan), false);
  const press = createPress(plan, format);
  const hasSource = plan.columns.includes('source');
  const hasPrice = plan.columns.includes('price');
  const meritOf = meritReader(plan.keep, plan.run);
  const pushSuppressKeys = plan.suppress.length === 0 ? null : suppressKeys(plan.suppress);
  const lending = plan.lend ? lentColumns(plan.columns) : null;
  const rejects = new Set(codes.filter((code) => plan.rules.codes[code]?.verdict === 'reject'));
  let sent = 1;

  const opens: Open[] = [];
  const hints: string[] = [];
  const changes: Change[] = [];
  let at = 0; // number of the row within its batch

  const looks = CHECKS.filter((check) => check.scope === 'lead').map((check) => startCheck(check));

  const failures = new Map<Code, Failure>();
  // The findings of the rules' own see what all checks found.
  if (conditions !== null) looks.push(startConditions(conditions, lead, lead.found, plan.run, (code) => take(code, undefined), failures));

  function startCheck(check: Check<string, never>): () => void {
    const look = check.start((plan.rules.options[check.name] ?? {}) as never, plan.run) as Look<string>;
    const codes = new Map(Object.keys(check.problems).map((problem) => [problem, `${check.name}/${problem}` as Code]));
    const find = (problem: string, about?: About): void => take(codes.get(problem) as Code, about);
    return () => look(lead, find);
  }

  function take(code: Code, about: About | undefined): void {
    if (plan.rules.codes[code]?.verdict === 'off') return;
    lead.found.add(code);
    const cell = about?.cell as OpenCell | undefined;
    opens.push({ code, number: numbers.get(code) as number, cell: cell ?? null, field: cell?.field ?? about?.field ?? null, fixed: about?.fix !== undefined });
    if (about?.hint !== undefined) hints.push(`${cell === undefined ? about.field ?? 'row' : cell.field ?? plan.header[cell.column]}: ${about.hint}`);
    if (cell === undefined) return;
    if (about?.fix !== undefined) {
      if (plan.changes) changes.push({ row: at, column: cell.column, field: cell.field, code, before: cell.out, after: about.fix });
      cell.text = cell.out = about.fix;
      cell.changed = true;
    }
    if (about?.leaves === 'empty') cell.text = '';
    else if (about?.leaves !== undefined) cell.state = about.leaves;
  }

  /** A spoilt cell costs nothing when another column of its field is usable. */
  function isSpare({ cell }: Open): boolean {
    return cell !== null && cell.field !== null && cell.state !== 'usable' && cell.text !== '' && lead.value(cell.field) !== '';
  }

  /** A blank row or a header is no lead: only the check of the row itself looks at it. Of raw text the cell check disarms formulas. */
  function looksFor(trouble: readonly Trouble[]): number {
    for (const { kind } of trouble) {
      if (kind === 'blank' || kind === 'repeated-header') return 1;
      if (kind === 'unreadable' || kind === 'footer') return 2;
    }
    return looks.length;
  }

  return (batch) => {
    const texts = createInk(batch.bytes.length + (batch.bytes.length >> 2) + 1024);
    const lines: number[] = [];
    const patternOf: number[] = [];
    const textEnds: number[] = [];
    const evidenceEnds: number[] = [];
    const keys: number[] = [];
    const keyEnds: number[] = [];
    const ownHints: [number, string][] = [];
    const sources = new Map<string, number>();
    const sourceOf: number[] = [];
    const prices: number[] = [];
    const merits: number[] = [];
    const people: string[] = [];
    const optedOut: number[] = [];
    const listKeys: number[] = [];
    const listEnds: number[] = [];
    const lent: string[] = [];
    changes.length = 0;
    failures.clear();
    at = 0;

    readRecords(batch, plan.dialect, plan.header, (record) => {
      opens.length = hints.length = 0;
      lead.fill(record, batch.bytes);
      const enough = looksFor(record.trouble);
      for (let look = 0; look < enough; look++) (looks[look] as () => void)();

      let pattern = 0;
      for (const open of opens) pattern = patterns.step(pattern, packFact(open.number, open.field, open.fixed, isSpare(open)));
      lines.push(record.line);
      patternOf.push(pattern);
      if (hints.length > 0) ownHints.push([at, hints.join(';')]);

      const changed = lead.cells.some((cell) => cell.changed);
      press.text(texts, batch.bytes, record, changed ? lead.cells : null);
      textEnds.push(texts.length);
      if (changed) press.evidence(texts, batch.bytes, record, lead.cells);
      evidenceEnds.push(texts.length);

      pushKeys(lead, keys);
      keyEnds.push(keys.length);
      // A row that is rejected for what it is must not survive in place of a good one.
      const sound = !opens.some((open) => rejects.has(open.code));
      merits.push(sound ? meritOf(lead) + 1 : 0);
      if (lead.has('suppress/opted-out')) optedOut.push(at);
      // Whoever cannot be reached is a person all the same; a line that is no lead is none.
      if (plan.matchOn !== null) people.push(enough === looks.length ? personText(lead, plan.matchOn) : '');
      if (pushSuppressKeys !== null) {
        pushSuppressKeys(lead, listKeys);
        listEnds.push(listKeys.length);
      }
      if (lending !== null) lent.push(joinTexts(lentTexts(lead, lending, (column) => record.text(column))));
      if (hasSource) sourceOf.push(numberOf(lead.value('source'), sources));
      if (hasPrice) prices.push(amount(lead.value('price')));
      at++;
    });

    const grown = patterns.grown(sent);
    sent = patterns.size;
    return {
      rows: at, grown,
      lines: new Uint32Array(lines), patterns: new Uint32Array(patternOf),
      texts: texts.bytes.subarray(0, texts.length), textEnds: new Uint32Array(textEnds), evidenceEnds: new Uint32Array(evidenceEnds),
      keys: new Uint32Array(keys), keyEnds: new Uint32Array(keyEnds),
      merits: new Uint32Array(merits), people: joinPeople(people), optedOut: marked(optedOut, at),
      suppressKeys: new Uint32Array(listKeys), suppressEnds: new Uint32Array(listEnds), lent: joinPeople(lent),
      hints: ownHints, sourceOf: new Uint16Array(sourceOf), sources: [...sources.keys()], prices: new Float64Array(prices),
      changes: changes.slice(), failures: [...failures.values()],
    };
  };
}

/** 1 at the places, 0 elsewhere; empty without places. */
function marked(places: readonly number[], size: number): Uint8Array {
  const marks = new Uint8Array(places.length === 0 ? 0 : size);
  for (const place of places) marks[place] = 1;
  return marks;
}

function numberOf(source: string, sources: Map<string, number>): number {
  let number = sources.get(source);
  if (number === undefined) {
    if (sources.size >= MOST_SOURCES) source = '(other)';
    // The report keeps the name: not with the whole batch it was cut from.
    if (source.length < LONG_SOURCE) source = copyOf(source);
    sources.set(source, number = sources.get(source) ?? sources.size);
  }
  return number;
}

/** What a cell of the price column says, 0 if it is no number. Both `1.234,50` and `1,234.50` are read. */
function amount(text: string): number {
  const digits = text.replace(/[^\d.,-]/g, '');
  const decimal = /[.,](\d{1,2})$/.exec(digits);
  const whole = (decimal === null ? digits : digits.slice(0, decimal.index)).replace(/[.,]/g, '');
  const value = Number(decimal === null ? whole : `${whole}.${decimal[1]}`);
  return Number.isFinite(value) ? value : 0;
}
