import { cellSieve, type Options as CellOptions } from '../checks/cell.js';
import { CHECKS, codesOf } from '../checks/index.js';
import { startConditions, type Conditions, type Failure } from '../conditions/start.js';
import { keyPusher } from '../duplicates/keys.js';
import { lentColumns, lentTexts } from '../duplicates/fill.js';
import { meritReader } from '../duplicates/merit.js';
import { joinRows, joinTexts, personReader } from '../duplicates/person.js';
import { suppressKeys } from '../duplicates/suppressed.js';
import type { Batch } from '../read/batch.js';
import type { RawRecord } from '../read/record.js';
import { readRecords } from '../read/records.js';
import { scannerFor } from '../read/scanner.js';
import type { Cell, Check, Code, Field, Look, More } from '../types.js';
import { copyOf } from '../values/memo.js';
import { firstOf } from '../values/asked.js';
import { beginAsking, cellMemo } from '../values/cell-memo.js';
import { createFormat } from '../write/format.js';
import { createInk, viewOf } from '../write/ink.js';
import { createFindings, type KnownCode } from './findings.js';
import { createHints } from './hints.js';
import { OpenLead, type OpenCell } from './lead.js';
import { Numbers } from './numbers.js';
import { createPatterns, fieldNumber } from './patterns.js';
import { keptHeader, type Change, type Examined, type Plan } from './plan.js';
import { createPress } from './press.js';

/** More sources than this in one list are not sources but free text; the rest is counted together. */
const MOST_SOURCES = 1_000;
const LONG_SOURCE = 1_000;

/** Reads, names and checks batches of one list. Runs the same on this thread and on others. `conditions`: those of the rules. */
export function createExaminer(plan: Plan, conditions: Conditions | null): (batch: Batch) => Examined {
  const known = new Map(compared(codesOf(plan.rules)).map((code, number): [Code, KnownCode] => {
    const effect = plan.rules.codes[code]?.verdict;
    return [code, { code, number, isOff: effect === 'off', rejects: effect === 'reject' }];
  }));
  beginAsking();
  const findings = createFindings();
  const lead = new OpenLead(plan.columns, findings.has);
  const scanners = scannerFor((column) => plan.columns[column] !== null, () => cellSieve(plan.rules.options['cell'] as unknown as CellOptions, plan.run).tables);
  const patterns = createPatterns();
  const format = createFormat(plan.format, keptHeader(plan), false);
  const press = createPress(plan, format);
  const source = plan.columns.includes('source') ? firstOf('source') : null;
  const hasPrice = plan.columns.includes('price');
  const pushKeys = keyPusher();
  const meritOf = meritReader(plan.keep, plan.run);
  const pushSuppressKeys = plan.suppress.length === 0 ? null : suppressKeys(plan.suppress);
  const personOf = plan.matchOn === null ? null : personReader(plan.matchOn);
  const lending = plan.lend ? lentColumns(plan.columns) : null;
  let sent = 1;
  let batches = 0;
  /** Of a source that comes again and again: its number in the batch that had it last. */
  const lastSeen = cellMemo(() => ({ batch: 0, number: 0 }));

  /** What the conditions of the rules may ask for: the codes found so far. */
  const codes = new Set<string>();
  const changes: Change[] = [];
  const hints = createHints();
  let at = 0; // number of the row within its batch

  const looks = CHECKS.filter((check) => check.scope === 'lead').map((check) => startCheck(check));

  const failures = new Map<Code, Failure>();
  // The findings of the rules' own see what all checks found.
  if (conditions !== null) looks.push(startConditions(conditions, lead, codes, plan.run, (code) => take(known.get(code) as KnownCode), failures));

  function startCheck(check: Check<string, never>): () => void {
    const look = check.start((plan.rules.options[check.name] ?? {}) as never, plan.run) as Look<string>;
    const problems = Object.keys(check.problems);
    const found = problems.map((problem) => known.get(`${check.name}/${problem}`) as KnownCode);
    // Of the few there are one is found sooner than in a Map.
    const find = (problem: string, where?: Cell | Field, more?: More): void => {
      let at = 0;
      while (problems[at] !== problem && at < problems.length) at++;
      take(found[at] as KnownCode, where, more);
    };
    return () => look(lead, find);
  }

  function take(what: KnownCode, where?: Cell | Field, more?: More): void {
    if (what.isOff) return;
    if (conditions !== null) codes.add(what.code);
    const cell = typeof where === 'object' ? where as OpenCell : null;
    findings.add(what, cell, cell === null ? fieldNumber(where as Field | undefined ?? null) : cell.fieldNumber, more?.fix !== undefined, more?.hint !== undefined);
    if (more === undefined) return;
    const { fix, hint, leaves } = more;
    if (hint !== undefined) hints.add(cell?.column ?? -1, cell === null ? where as Field | undefined ?? 'row' : cell.field ?? plan.header[cell.column] as string, hint);
    if (cell === null) return;
    if (fix !== undefined) {
      if (plan.changes) changes.push({ row: at, column: cell.column, field: cell.field, code: what.code, before: cell.changed ? cell.out : cell.read(), after: fix });
      cell.mend(fix);
    }
    if (leaves === 'empty') cell.becomes('');
    else if (leaves !== undefined) cell.leave(leaves);
  }

  /** Nothing else in its row would say that the cell is of no use. */
  const tellSpare = (code: Code, cell: OpenCell): void => {
    if (cell.state === 'unusable') hints.add(cell.column, cell.field as Field, `do not use ${plan.header[cell.column]} (${code})`);
  };
  /** A spoilt cell costs nothing when another column of its field is usable. */
  const isSpare = (cell: OpenCell): boolean => cell.state !== 'usable' && cell.field !== null && !cell.isEmpty && lead.first(cell.field) !== undefined;

  /** A blank row or a header is no lead: only the check of the row itself looks at it. The cell check disarms formulas, of raw text and of a header too. */
  function looksFor({ trouble, formula }: RawRecord): number {
    for (const { kind } of trouble) {
      if (kind === 'blank') return 1;
      if (kind === 'repeated-header') return formula ? 2 : 1;
      if (kind === 'unreadable' || kind === 'footer') return 2;
    }
    return looks.length;
  }

  let texts = createInk(0);
  const lines = new Numbers();
  const patternOf = new Numbers();
  const told = { places: new Numbers(), patches: new Numbers(), patchEnds: new Numbers() };
  const keys = new Numbers();
  const keyEnds = new Numbers();
  const merits = new Numbers();
  const listKeys = new Numbers();
  const listEnds = new Numbers();

  // Of the batch at hand.
  let bytes: Uint8Array = texts.bytes;
  let view = viewOf(bytes);
  let sources = new Map<string, number>();
  let sourceOf: number[] = [];
  let prices: number[] = [];
  let people: Examined['people'][number][] = [];
  let optedOut: number[] = [];
  let lent: string[] = [];

  function sourceNumber(cell: Cell | undefined): number {
    if (cell === undefined || cell.known === null) return numberOf(cell?.text ?? '', sources);
    const last = lastSeen(cell);
    if (last.batch !== batches) {
      last.batch = batches;
      last.number = numberOf(cell.text, sources);
    }
    return last.number;
  }

  // One function for all batches: V8 knows what it closes over.
  const visit = (record: RawRecord): void => {
    findings.clear();
    if (conditions !== null) codes.clear();
    lead.fill(record, bytes);
    const enough = looksFor(record);
    for (let look = 0; look < enough; look++) (looks[look] as () => void)();

    lines.push(record.line);
    patternOf.push(findings.pattern(patterns, isSpare, tellSpare));
    hints.row(at);

    press.row(texts, view, record, lead.mended, told);

    pushKeys(lead, keys);
    keyEnds.push(keys.length);
    // A row that is rejected for what it is must not survive in place of a good one.
    merits.push(findings.reject() ? 0 : meritOf(lead) + 1);
    if (lead.has('suppress/opted-out')) optedOut.push(at);
    // Whoever cannot be reached is a person all the same; a line that is no lead is none.
    if (personOf !== null) people.push(enough === looks.length ? personOf(lead) : null);
    if (pushSuppressKeys !== null) {
      pushSuppressKeys(lead, listKeys);
      listEnds.push(listKeys.length);
    }
    if (lending !== null) lent.push(joinTexts(lentTexts(lead, lending, (column) => record.text(column))));
    if (source !== null) sourceOf.push(sourceNumber(source(lead)));
    if (hasPrice) prices.push(amount(lead.value('price')));
    at++;
  };

  return (batch) => {
    // Written over from batch to batch.
    if (texts.bytes.length === 0) texts = createInk(batch.bytes.length * 2 + 1024);
    texts.length = 0;
    bytes = batch.bytes;
    view = viewOf(bytes);
    press.begin(texts, view);
    sources = new Map();
    batches++;
    [sourceOf, prices, people, optedOut, lent] = [[], [], [], [], []];
    changes.length = 0;
    failures.clear();
    at = 0;
    readRecords(batch, plan.dialect, plan.header, visit, scanners);

    const grown = patterns.grown(sent);
    sent = patterns.size();
    return {
      rows: at, grown, lines: lines.take(), patterns: patternOf.take(),
      texts: texts.bytes.subarray(0, texts.length), places: told.places.take(), patches: told.patches.take(), patchEnds: told.patchEnds.take(),
      keys: keys.take(), keyEnds: keyEnds.take(), merits: merits.take(), people, optedOut: marked(optedOut, at),
      suppressKeys: listKeys.take(), suppressEnds: listEnds.take(), lent: joinRows(lent),
      ...hints.take(), sourceOf: new Uint16Array(sourceOf), sources: [...sources.keys()], prices: new Float64Array(prices),
      changes: changes.slice(), failures: [...failures.values()],
    };
  };
}

/** The codes as names of properties are kept: there is one string of each, and two of them are compared by where they stand. */
const compared = (codes: readonly Code[]): Code[] => Object.keys(Object.fromEntries(codes.map((code) => [code, true]))) as Code[];

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
