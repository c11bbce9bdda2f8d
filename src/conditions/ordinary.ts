import type { ASTNode } from '@marcbachmann/cel-js';
import { expressionOf } from './expression.js';
import { VARIABLES } from './variables.js';

/**
 * A term in one of the forms nearly all conditions are written in: one variable held against something that is the same
 * for every row. As a function of the variable it answers as the language does, at a hundredth of the price.
 */
export type Ordinary =
  | { readonly of: 'text'; readonly name: string; readonly test: (text: string) => boolean; readonly isSlow: boolean }
  /** `limit`: the other side, from which the test is made once per run, for it may name today. Dates are in milliseconds. */
  | { readonly of: 'number'; readonly name: string; readonly limit: ASTNode; readonly test: (limit: number) => (value: number) => boolean }
  | { readonly of: 'list'; readonly name: 'findings' | 'given'; readonly entry: string };

/** The ordinary form of a term, null when it has none. The term was checked: its types are right. */
export function ordinary(node: ASTNode): Ordinary | null {
  if (node.op === 'in') return membership(node.args);
  if (node.op === 'rcall') return textCall(node.args);
  if (!(node.op in COMPARED)) return null;
  const [left, right] = node.args as readonly [ASTNode, ASTNode];
  const sign = node.op as Sign;
  return comparison(left, sign, right) ?? comparison(right, TURNED[sign], left);
}

type Sign = '==' | '!=' | '<' | '<=' | '>' | '>=';
const TURNED: Readonly<Record<Sign, Sign>> = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const COMPARED: Readonly<Record<Sign, (limit: number) => (value: number) => boolean>> = {
  '==': (limit) => (value) => value === limit, '!=': (limit) => (value) => value !== limit,
  '<': (limit) => (value) => value < limit, '<=': (limit) => (value) => value <= limit,
  '>': (limit) => (value) => value > limit, '>=': (limit) => (value) => value >= limit,
};

function comparison(one: ASTNode, sign: Sign, other: ASTNode): Ordinary | null {
  const name = variable(one);
  if (name === null) return null;
  if (VARIABLES[name] !== 'string') return isLimit(other) && name !== 'today' && VARIABLES[name] !== 'list<string>' ? { of: 'number', name, limit: other, test: COMPARED[sign] } : null;
  const text = textOf(other);
  if (text === null) return null;
  if (sign === '==') return { of: 'text', name, test: (each) => each === text, isSlow: false };
  return sign === '!=' ? { of: 'text', name, test: (each) => each !== text, isSlow: false } : null;
}

/** A number, or a day worked out from literals and today. */
function isLimit(node: ASTNode): boolean {
  switch (node.op) {
    case 'value': return typeof node.args === 'number' || typeof node.args === 'bigint' || typeof node.args === 'string';
    case 'id': return node.args === 'today';
    case '-_': return isLimit(node.args);
    case '+': case '-': case '*': return node.args.every(isLimit);
    case 'call': return (node.args[0] === 'days' || node.args[0] === 'date') && node.args[1].every(isLimit);
    default: return false;
  }
}

function membership([left, right]: readonly [ASTNode, ASTNode]): Ordinary | null {
  const entry = textOf(left);
  if (entry !== null && right.op === 'id' && (right.args === 'findings' || right.args === 'given')) return { of: 'list', name: right.args, entry };
  const name = variable(left);
  if (name === null || VARIABLES[name] !== 'string' || right.op !== 'list') return null;
  const texts = right.args.map(textOf);
  if (texts.includes(null)) return null;
  const set = new Set(texts);
  return { of: 'text', name, test: (text) => set.has(text), isSlow: false };
}

function textCall([called, receiver, given]: readonly [string, ASTNode, readonly ASTNode[]]): Ordinary | null {
  const name = variable(receiver);
  const text = given.length === 1 ? textOf(given[0] as ASTNode) : null;
  if (name === null || text === null || VARIABLES[name] !== 'string') return null;
  switch (called) {
    case 'startsWith': return { of: 'text', name, test: (each) => each.startsWith(text), isSlow: false };
    case 'endsWith': return { of: 'text', name, test: (each) => each.endsWith(text), isSlow: false };
    case 'contains': return { of: 'text', name, test: (each) => each.includes(text), isSlow: false };
    case 'matched': {
      const expression = expressionOf(text);
      return { of: 'text', name, test: (each) => expression.test(each), isSlow: true };
    }
    default: return null;
  }
}

const variable = (node: ASTNode): string | null => (node.op === 'id' && Object.hasOwn(VARIABLES, node.args) ? node.args : null);
const textOf = (node: ASTNode): string | null => (node.op === 'value' && typeof node.args === 'string' ? node.args : null);
