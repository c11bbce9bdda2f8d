import { FIELDS, type Code, type Field, type Lead, type Rules, type Run } from '../types.js';
import { compile, isFault, type Condition, type Term } from './compile.js';
import { keyReader, remembering, type Answer } from './remember.js';
import { ABSENT, numberReader, textReader, Unreadable, variablesOf } from './variables.js';

/** A finding or segment of the rules with its condition, ready to be asked. */
export interface Named { readonly code: Code; readonly condition: Condition }

/** The conditions of the rules, compiled for one thread. */
export interface Conditions {
  readonly findings: readonly Named[];
  readonly segments: readonly Named[];
}

/** How often a condition could not be decided, and why the first time. */
export interface Failure { readonly code: Code; rows: number; readonly why: string }

/** What is said of segments between threads and in counts: a segment `dach` is the code `segment/dach`. */
const SEGMENT = 'segment/';
const segmentCode = (name: string): Code => `${SEGMENT}${name}`;
/** The segment that is among what was found, '' where none is. */
export const segmentOf = (found: readonly { readonly code: Code }[]): string => found.find(({ code }) => code.startsWith(SEGMENT))?.code.slice(SEGMENT.length) ?? '';

/** Compiles what the rules hold of conditions; null, at no cost, when they hold none. Findings that are off are left out. */
export function compileConditions(rules: Pick<Rules, 'findings' | 'segments' | 'codes'>): Conditions | null {
  if (rules.findings.length + rules.segments.length === 0) return null;
  const named = (code: Code, when: string): Named => {
    const condition = compile(when);
    if (isFault(condition)) throw new Error(`${code}: ${condition.message}`); // the rules were validated
    return { code, condition };
  };
  return {
    findings: rules.findings.filter(({ code }) => rules.codes[code]?.verdict !== 'off').map(({ code, when }) => named(code, when)),
    segments: rules.segments.map(({ name, when }) => named(segmentCode(name), when)),
  };
}

/**
 * Asks the conditions about one lead after another: `take` is called with the code of each finding that holds, in the
 * order of the rules, and then with the code of the first segment that does.
 */
export function startConditions(conditions: Conditions, lead: Lead, codes: ReadonlySet<string>, run: Run, take: (code: Code) => void, failures: Map<Code, Failure>): () => void {
  const variables = variablesOf(lead, codes, run);
  const columns = columnsOf(run);
  const asking = (condition: Condition): (() => Answer) => {
    if (condition.op === '!') return opposite(asking(condition.part));
    if (condition.op !== 'term') return joined(condition.op === '||', condition.parts.map(asking));
    const varying = [...condition.uses].filter((name) => columns.has(name));
    const ask = (): Answer => {
      try {
        return condition.value(variables) === true;
      } catch (error) {
        return error as Error;
      }
    };
    if (varying.length === 0) return once(ask);
    const short = shortWay(condition, variables, lead, codes, run);
    if (short !== null) return short;
    const key = keyReader(varying, lead, run);
    return key === null ? ask : remembering(key, ask);
  };
  const decided = ({ code, condition }: Named): (() => boolean) => {
    const ask = asking(condition);
    return () => {
      const answer = ask();
      if (typeof answer === 'boolean') return answer;
      if (answer !== ABSENT) fail(code, answer, failures);
      return false;
    };
  };
  const findings = conditions.findings.map((named) => [named.code, decided(named)] as const);
  const segments = conditions.segments.map((named) => [named.code, decided(named)] as const);
  return () => {
    for (const [code, holds] of findings) if (holds()) take(code);
    for (const [code, holds] of segments) if (holds()) { take(code); return; }
  };
}

/** `any`: true when one of them is, else all must be. One that cannot be decided decides only where no other does. */
function joined(any: boolean, parts: readonly (() => Answer)[]): () => Answer {
  const [first, second, third] = parts as [() => Answer, () => Answer, (() => Answer)?];
  if (third === undefined) {
    return () => {
      const one = first();
      if (one === any) return any;
      const other = second();
      return other === any || typeof one === 'boolean' ? other : one;
    };
  }
  return () => {
    let answer: Answer = !any;
    for (const part of parts) {
      const one = part();
      if (one === any) return any;
      if (typeof one !== 'boolean' && typeof answer === 'boolean') answer = one;
    }
    return answer;
  };
}

const opposite = (ask: () => Answer): (() => Answer) => () => {
  const answer = ask();
  return typeof answer === 'boolean' ? !answer : answer;
};

/** Asks a term in its ordinary form; null when it has none. */
function shortWay({ ordinary: form }: Term, variables: Readonly<Record<string, unknown>>, lead: Lead, codes: ReadonlySet<string>, run: Run): (() => Answer) | null {
  switch (form?.of) {
    case 'text': {
      const { test } = form;
      const read = textReader(form.name, lead, run);
      return form.isSlow && form.name !== 'email' && form.name !== 'id' ? remembering(read, test) : () => test(read());
    }
    case 'number': {
      const limit = limitOf(form.limit, variables);
      if (Number.isNaN(limit) || Math.abs(limit) > Number.MAX_SAFE_INTEGER) return null;
      const test = form.test(limit);
      const read = numberReader(form.name as Field, lead, run);
      return () => {
        const value = read();
        return typeof value === 'number' ? test(value) : value;
      };
    }
    case 'list': {
      const { name, entry } = form;
      if (name === 'findings') return () => codes.has(entry);
      return FIELDS.includes(entry as Field) ? () => lead.value(entry as Field) !== '' : () => false;
    }
    default: return null;
  }
}

/** NaN when it cannot be worked out. */
function limitOf(limit: Term, variables: Readonly<Record<string, unknown>>): number {
  try {
    return Number(limit.value(variables));
  } catch {
    return NaN;
  }
}

/** The variables that can differ from row to row: of this list's columns, and what the checks found. */
function columnsOf(run: Run): ReadonlySet<string> {
  const columns = new Set<string>(['findings', 'given']);
  for (const field of run.columns) if (field !== null) columns.add(field);
  if (columns.has('email')) columns.add('email_domain');
  return columns;
}

function once(ask: () => Answer): () => Answer {
  let answer: Answer | undefined;
  return () => answer ??= ask();
}

function fail(code: Code, error: unknown, failures: Map<Code, Failure>): void {
  const known = failures.get(code);
  if (known !== undefined) known.rows++;
  else failures.set(code, { code, rows: 1, why: whyOf(error) });
}

/** Without anything the lead said: warnings go into reports. */
function whyOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  const { code } = error as { code?: string };
  return code === undefined ? 'it cannot be worked out' : code.replaceAll('_', ' ');
}
