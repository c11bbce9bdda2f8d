import { Environment, serialize, type ASTNode, type ParseResult } from '@marcbachmann/cel-js';
import { didYouMean } from '../nearest.js';
import { countryCode } from '../values/country.js';
import { endlessPart } from './endless.js';
import { expressionOf } from './expression.js';
import { ordinary, type Ordinary } from './ordinary.js';
import { VARIABLES } from './variables.js';

export type { ASTNode };

/** A condition, ready to be asked: a term, its opposite, or several of which all or any must hold. */
export type Condition = Term | { readonly op: '!'; readonly part: Condition } | { readonly op: '&&' | '||'; readonly parts: readonly Condition[] };
export interface Term {
  readonly op: 'term';
  /** What the term comes to, by the library: a condition's terms to true or false. Throws what went wrong with this one row. */
  value(variables: Readonly<Record<string, unknown>>): unknown;
  /** Variables it names. */
  readonly uses: ReadonlySet<string>;
  /** The same, where it is written in a form for which there is a shorter way. */
  readonly ordinary: Exclude<Ordinary, { of: 'number' }> | Compared | null;
}
/** One number or date against another, which is the same for every row: what `limit` comes to. */
export interface Compared { readonly of: 'number'; readonly name: string; readonly limit: Term; test(limit: number): (value: number) => boolean }

/** What is wrong with the text of a condition, and at which character of it. */
export interface Fault { readonly at: number; readonly message: string }
export const isFault = (compiled: Condition | Fault): compiled is Fault => 'message' in compiled;

/** What `matches` is run as: the library compiles an expression anew at each call and knows no (?i). As long as the other, so that places stay. */
const MATCHED = 'matched';

let environment: Environment | undefined;

/** The Common Expression Language with our fields (`matches` is called `matched` in it), `days(90)`, `date("2026-01-31")` and numbers compared across int and double. */
export function language(): Environment {
  if (environment !== undefined) return environment;
  const cel = new Environment({ unlistedVariablesAreDyn: false });
  for (const [name, type] of Object.entries(VARIABLES)) cel.registerVariable(name, type);
  const spans = new Map<bigint, unknown>();
  cel.registerFunction('days(int): google.protobuf.Duration', (count: bigint) => {
    let span = spans.get(count);
    if (span === undefined) spans.set(count, span = cel.evaluate(`duration("${count * 24n}h")`));
    return span;
  });
  cel.registerFunction('date(string): google.protobuf.Timestamp', readDay);
  cel.registerFunction(`string.${MATCHED}(string): bool`, (text: string, expression: string) => expressionOf(expression).test(text));
  cel.registerOperator('double == int', (left: number, right: bigint) => left === Number(right));
  const arithmetic: Readonly<Record<string, (left: number, right: number) => number>> = { '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b };
  for (const [sign, apply] of Object.entries(arithmetic)) {
    cel.registerOperator(`double ${sign} int`, (left: number, right: bigint) => apply(left, Number(right)));
    cel.registerOperator(`int ${sign} double`, (left: bigint, right: number) => apply(Number(left), right));
  }
  return (environment = cel);
}

/**
 * Compiles the text of a condition, or says what is wrong with it: it does not parse, names what there is not, compares
 * what cannot be compared or can never be equal, or is no yes or no. `codes`: those that can be among the findings.
 */
export function compile(text: string, codes?: ReadonlySet<string>): Condition | Fault {
  let parsed: ParseResult;
  try {
    parsed = language().parse(text);
  } catch (error) {
    return faultOf(error, text);
  }
  const checked = parsed.check();
  if (!checked.valid) return faultOf(checked.error, text);
  if (checked.type !== 'bool' && checked.type !== 'dyn') return { at: 0, message: `a condition is true or false, this one is a ${wordFor(checked.type ?? '')}` };
  const calls: number[] = [];
  const fault = walk(parsed.ast, (node) => {
    if (node.op === 'rcall' && node.args[0] === 'matches') return expressionFault(node.args[1], node.args[2], text, calls);
    return node.op === '==' || node.op === '!=' || node.op === 'in' ? nameFault(node.args, codes) : undefined;
  });
  if (fault !== undefined) return fault;
  const runnable = calls.reduce((changed, at) => `${changed.slice(0, at)}${MATCHED}${changed.slice(at + MATCHED.length)}`, text);
  const whole = language().parse(runnable);
  try {
    return conditionOf(whole.ast, runnable);
  } catch (error) {
    if (!(error instanceof Lost)) throw error;
    return { op: 'term', value: whole, uses: new Set(Object.keys(VARIABLES)), ordinary: null };
  }
}

/** Takes a condition apart at its &&, || and !, so that each term can be asked, and remembered, for itself. */
function conditionOf(node: ASTNode, text: string): Condition {
  switch (node.op) {
    case '!_': return { op: '!', part: conditionOf(node.args, text) };
    case '&&': case '||': {
      const parts = node.args.map((part) => conditionOf(part, text));
      return { op: node.op, parts: parts.flatMap((part) => (part.op === node.op ? part.parts : [part])) };
    }
    default: return termOf(node, text);
  }
}

function termOf(node: ASTNode, text: string): Term {
  const uses = new Set<string>();
  walk(node, (each) => {
    if (each.op === 'id') uses.add(each.args);
    return undefined;
  });
  const form = ordinary(node);
  return { op: 'term', uses, value: alone(node, text), ordinary: form?.of === 'number' ? { ...form, limit: termOf(form.limit, text) } : form };
}

/** What is inside the brackets of a condition, to be run without the rest of it. */
function alone(node: ASTNode, text: string): ParseResult {
  for (const source of [text.slice(node.start, node.end), serialize(node)]) {
    try {
      const parsed = language().parse(source);
      if (isSame(parsed.ast, node)) return parsed;
    } catch {
      // a bracket got lost on the way
    }
  }
  throw new Lost();
}

/** A part of a condition cannot be had without the rest. */
class Lost extends Error {}

function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((each, at) => isSame(each, other[at]));
  if (typeof one !== 'object' || one === null || !('op' in one)) return one === other;
  return isSame(one.op, (other as ASTNode | undefined)?.op) && isSame((one as ASTNode).args, (other as ASTNode).args);
}

/** A country that is no ISO code and a code that nothing finds: such a comparison never holds, and nobody would notice. */
function nameFault([left, right]: readonly [ASTNode, ASTNode], codes: ReadonlySet<string> | undefined): Fault | undefined {
  const texts = (node: ASTNode): readonly (readonly [string, number])[] => (node.op === 'list' ? node.args.flatMap(texts) : node.op === 'value' && typeof node.args === 'string' ? [[node.args, node.start]] : []);
  const isVariable = (node: ASTNode, name: string): boolean => node.op === 'id' && node.args === name;
  if (isVariable(left, 'country') || isVariable(right, 'country')) {
    for (const [name, at] of [...texts(left), ...texts(right)]) {
      const code = countryCode(name);
      if (name !== '' && (code !== name || !/^[A-Z]{2}$/.test(name))) return { at, message: `"${name}" is no ISO code of a country${code === '' ? ': write two letters, e.g. DE, US, GB' : `, did you mean "${code}"?`}` };
    }
  }
  if (codes !== undefined && isVariable(right, 'findings'))
    for (const [code, at] of texts(left)) if (!codes.has(code)) return { at, message: `unknown code "${code}"${didYouMean(code, [...codes])}` };
  if (isVariable(right, 'given'))
    for (const [field, at] of texts(left)) if (!Object.hasOwn(VARIABLES, field)) return { at, message: `unknown field "${field}"${didYouMean(field, Object.keys(VARIABLES))}` };
  return undefined;
}

function expressionFault(receiver: ASTNode, [argument]: readonly ASTNode[], text: string, calls: number[]): Fault | undefined {
  calls.push(text.indexOf('matches', receiver.end));
  if (argument?.op !== 'value' || typeof argument.args !== 'string') return undefined;
  try {
    const part = endlessPart(expressionOf(argument.args));
    return part === null ? undefined : { at: argument.start, message: `the regular expression would take for ever on some texts: ${part} repeats what may be cut in many ways` };
  } catch (error) {
    return { at: argument.start, message: `the regular expression cannot be read: ${(error as Error).message.replace(/^.*\/[a-z]*: /, '')}` };
  }
}

function readDay(text: string): Date {
  const day = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(day.getTime())) throw new Error('date() takes a day like "2026-01-31"');
  return day;
}

/** Visits a node and all below it until one of them is at fault. */
function walk(node: ASTNode, visit: (node: ASTNode) => Fault | undefined): Fault | undefined {
  const fault = visit(node);
  if (fault !== undefined) return fault;
  const below = (args: unknown): Fault | undefined => {
    if (Array.isArray(args)) {
      for (const each of args) {
        const found = below(each);
        if (found !== undefined) return found;
      }
      return undefined;
    }
    return typeof args === 'object' && args !== null && 'op' in args ? walk(args as ASTNode, visit) : undefined;
  };
  return below(node.args);
}

interface CelError { readonly code?: string; readonly summary?: string; readonly message: string; readonly range?: { readonly start: number } }

function faultOf(error: unknown, text: string): Fault {
  const { code = '', summary, message, range } = error as CelError;
  return { at: range?.start ?? 0, message: sentence(code, summary ?? message, text, range?.start ?? 0) };
}

const FUNCTIONS = ['matches', 'contains', 'startsWith', 'endsWith', 'size', 'lowerAscii', 'upperAscii', 'trim', 'split', 'join', 'date', 'days', 'timestamp', 'duration', 'int', 'double', 'string', 'exists', 'all', 'getFullYear', 'getMonth'];

/** What other languages call them. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  includes: 'contains', contain: 'contains', test: 'matches', match: 'matches', regex: 'matches', like: 'matches', lower: 'lowerAscii', toLowerCase: 'lowerAscii', upper: 'upperAscii', toUpperCase: 'upperAscii',
  length: 'size', len: 'size', starts_with: 'startsWith', ends_with: 'endsWith', now: 'today', year: 'getFullYear', month: 'getMonth',
};

function sentence(code: string, summary: string, text: string, at: number): string {
  const named = /(?:Unknown variable: |overload for '(?:[\w.<>]+\.)?)(\w+)/.exec(summary)?.[1] ?? '';
  if (code === 'unknown_variable') return `unknown field "${named}"${didYouMean(named, Object.keys(VARIABLES))}`;
  if (code === 'no_matching_overload') return FUNCTIONS.includes(named) ? `${named}() is not used like that: ${inWords(summary)}` : `unknown function "${named}"${Object.hasOwn(ELSEWHERE, named) ? `, did you mean "${ELSEWHERE[named] as string}"?` : didYouMean(named, FUNCTIONS)}`;
  if (code === 'no_such_overload') return `${inWords(summary.replace(/^no such overload: /, ''))} is not possible${/number|date/.test(inWords(summary)) && summary.includes('string') ? ': a text in quotes is no number and no date' : ''}`;
  const next = text.slice(at).trimStart();
  if (summary.includes('EOF')) return 'the condition ends too early';
  if (/^=(?!=)/.test(next)) return 'unexpected "=": == compares';
  if (/^(and|or|not|AND|OR|NOT|nd|r|ot)\b/.test(next)) return 'unexpected word: and is written &&, or is written ||, not is written !';
  return `the condition cannot be read here: ${summary.toLowerCase()}`;
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/google\.protobuf\.Timestamp/g, 'date'], [/google\.protobuf\.Duration/g, 'span of days'], [/\b(?:int|double|uint)\b/g, 'number'], [/\bstring\b/g, 'text'], [/\bbool\b/g, 'yes or no'],
];
const inWords = (summary: string): string => WORDS.reduce((text, [type, word]) => text.replace(type, word), summary);
const wordFor = (type: string): string => inWords(type);
