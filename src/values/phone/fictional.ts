/** Digits 0 to 9, then any digit. */
type Node = (Node | undefined)[] & { end?: true };
const ANY = 10;

/**
 * Numbers that reach nobody, from patterns in which `x` is any digit: `+1xxx55501xx` (the number in E.164),
 * `?55501xx` (digits as they stand, where no country is known), `1234567890` (a national number, or digits as they stand).
 */
export interface Fictional {
  /** `number` is `+` and digits; `calling` its calling code. */
  number(number: string, calling: string): boolean;
  /** The digits of a text that cannot be read without a country. */
  digits(digits: string): boolean;
}

export function fictional(patterns: readonly string[]): Fictional {
  const international: Node = [];
  const unknown: Node = [];
  const anywhere: Node = [];
  for (const pattern of patterns) {
    if (pattern.startsWith('+')) plant(international, pattern, 1);
    else if (pattern.startsWith('?')) plant(unknown, pattern, 1);
    else plant(anywhere, pattern, 0);
  }
  return {
    number: (number, calling) => matches(international, number, 1) || matches(anywhere, number, 1 + calling.length) || isOneDigit(number, 1 + calling.length),
    digits: (digits) => matches(anywhere, digits, 0) || matches(unknown, digits, 0) || isOneDigit(digits, 0),
  };
}

function plant(root: Node, pattern: string, from: number): void {
  let node = root;
  for (let at = from; at < pattern.length; at += 1) node = node[pattern[at] === 'x' ? ANY : Number(pattern[at])] ??= [];
  node.end = true;
}

function matches(node: Node | undefined, digits: string, at: number): boolean {
  if (node === undefined) return false;
  if (at === digits.length) return node.end === true;
  return matches(node[digits.charCodeAt(at) - 48], digits, at + 1) || matches(node[ANY], digits, at + 1);
}

/** `9999999999`; seven digits at least, as some short numbers are real, but `000` is none anywhere. */
function isOneDigit(digits: string, from: number): boolean {
  const first = digits.charCodeAt(from);
  if (digits.length - from < (first === 48 ? 3 : 7)) return false;
  for (let at = from + 1; at < digits.length; at += 1) if (digits.charCodeAt(at) !== first) return false;
  return true;
}
