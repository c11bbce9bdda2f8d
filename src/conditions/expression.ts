const expressions = new Map<string, RegExp>();

/**
 * A regular expression as CEL (RE2) writes it: `(?i)` and its like stand in front.
 * @throws {SyntaxError} when it cannot be read
 */
export function expressionOf(text: string): RegExp {
  let found = expressions.get(text);
  if (found === undefined) {
    const [all, flags = ''] = /^\(\?([ims]+)\)/.exec(text) ?? [''];
    found = new RegExp(text.slice(all.length), `${[...new Set(flags)].join('')}u`);
    if (expressions.size > 1_000) expressions.clear();
    expressions.set(text, found);
  }
  return found;
}
