import { createContext, Script } from 'node:vm';

/**
 * The part of a regular expression that would take for ever on some text, as `(a+)+` does on `aaaa…!`; null if there is none.
 * A repeated group in which something is repeated or there is a choice is tried on short texts of its own characters:
 * where even these take long, they can be cut in countless ways.
 */
export function endlessPart({ source, flags }: RegExp): string | null {
  return repeatedGroups(source).find((part) => isEndless(part, flags)) ?? null;
}

const REPEATED = /^(?:[*+]|\{\d+,\d*\})/;
const HOLDS_CHOICE = /[*+?{|]/;

/** Groups that are repeated and hold a repetition or a choice, the repetition included. */
function repeatedGroups(source: string): string[] {
  const found: string[] = [];
  const open: number[] = [];
  for (let at = 0, inClass = false; at < source.length; at++) {
    const sign = source[at];
    if (sign === '\\') at++;
    else if (sign === '[') inClass = true;
    else if (sign === ']') inClass = false;
    else if (inClass) continue;
    else if (sign === '(') open.push(at);
    else if (sign === ')') {
      const from = open.pop() ?? 0;
      const repeated = REPEATED.exec(source.slice(at + 1))?.[0];
      if (repeated !== undefined && HOLDS_CHOICE.test(source.slice(from + 1, at).replace(/^\?[:<][\w>]*/, ''))) found.push(source.slice(from, at + 1) + repeated);
    }
  }
  return found;
}

/** Characters beside those the part itself names. */
const USUAL = ['a', '0', ' ', '-', 'A'];
const MOST_UNITS = 10;
const TIMES = 26;
/** Milliseconds; an ordinary match of so short a text takes none. */
const PATIENCE = 400;

function isEndless(part: string, flags: string): boolean {
  let expression: RegExp;
  try {
    expression = new RegExp(`^${part}$`, flags);
  } catch {
    return false; // it refers to what stands outside of it
  }
  const units = [...new Set([...part.replace(/\\./g, '').match(/[\p{L}\p{N} @.,-]/gu) ?? [], ...USUAL])].slice(0, MOST_UNITS);
  const texts = units.flatMap((unit) => units.map((other) => `${(unit + other).repeat(TIMES)}\u0000`));
  const inside = createContext({ expression, text: '' });
  const script = new Script('expression.test(text)');
  const isSlow = (text: string): boolean => {
    inside['text'] = text;
    try {
      script.runInContext(inside, { timeout: PATIENCE });
      return false;
    } catch {
      return true;
    }
  };
  // A machine that is busy may be slow once.
  return texts.some((text) => isSlow(text) && isSlow(text));
}
