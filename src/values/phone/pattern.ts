/**
 * What of a pattern of digits is still to come. Reading a digit gives the pattern of the rest (Brzozowski's derivative),
 * so one pass over a number follows any number of patterns at once and no RegExp is built or run.
 * Equal patterns are the same object: comparing and remembering them is free.
 */
export interface Pattern {
  readonly id: number;
  /** Whether what was read so far may be the whole. */
  readonly whole: boolean;
  readonly derive: (digit: number) => Pattern;
  readonly next: (Pattern | undefined)[];
  /** Of a sequence: what comes first, and then. */
  readonly head?: Pattern;
  readonly tail?: Pattern;
  /** Of alternatives. */
  readonly parts?: readonly Pattern[];
}

const known = new Map<string, Pattern>();
function only(key: string, make: Omit<Pattern, 'id' | 'next'>): Pattern {
  let pattern = known.get(key);
  if (pattern === undefined) known.set(key, (pattern = { id: known.size, next: [], ...make }));
  return pattern;
}

/** Matches no more. */
export const NEVER: Pattern = only('never', { whole: false, derive: () => NEVER });
/** Matches when nothing more comes. */
const NOTHING: Pattern = only('nothing', { whole: true, derive: () => NEVER });
/** Matches whatever comes. */
export const ANYTHING: Pattern = only('anything', { whole: true, derive: () => ANYTHING });

/** The pattern of what may follow `digit` (0 to 9). */
export function after(pattern: Pattern, digit: number): Pattern {
  return (pattern.next[digit] ??= pattern.derive(digit));
}

/** One digit of a set of digits, bit 0 for '0'. */
const oneOf = (set: number): Pattern => only(`[${set}`, { whole: false, derive: (digit) => ((set >> digit) & 1 ? NOTHING : NEVER) });

/** First the one, then the other. */
export function followedBy(head: Pattern, tail: Pattern): Pattern {
  if (head === NEVER || tail === NEVER) return NEVER;
  if (head === NOTHING) return tail;
  if (tail === NOTHING) return head;
  if (head.head !== undefined && head.tail !== undefined) return followedBy(head.head, followedBy(head.tail, tail));
  return only(`${head.id}.${tail.id}`, {
    whole: head.whole && tail.whole, head, tail,
    derive: (digit) => {
      const rest = followedBy(after(head, digit), tail);
      return head.whole ? either([rest, after(tail, digit)]) : rest;
    },
  });
}

/** What is one of them. */
export function either(choices: readonly Pattern[]): Pattern {
  const parts = [...new Set(choices.flatMap((choice) => choice.parts ?? [choice]))].filter((part) => part !== NEVER).sort((a, b) => a.id - b.id);
  if (parts.length < 2) return parts[0] ?? NEVER;
  if (parts.includes(ANYTHING)) return ANYTHING;
  return only(`|${parts.map((part) => part.id).join()}`, {
    whole: parts.some((part) => part.whole), parts, derive: (digit) => either(parts.map((part) => after(part, digit))),
  });
}

const read = new Map<string, Pattern>();

/**
 * Reads the subset of regular expressions that numbering plans are written in: digits, `\d`, `[2-9]`, groups, `|`, `?`,
 * `{n}`, `{n,m}`. Throws a SyntaxError at anything else.
 */
export function readPattern(source: string): Pattern {
  let pattern = read.get(source);
  if (pattern === undefined) read.set(source, (pattern = parse(source)));
  return pattern;
}

function parse(source: string): Pattern {
  let at = 0;
  const pattern = alternatives();
  return at < source.length ? refuse() : pattern;

  function refuse(): never {
    throw new SyntaxError(`${source[at] ?? 'end'} at ${at} of ${source}`);
  }
  function skip(text: string): boolean {
    if (!source.startsWith(text, at)) return false;
    at += text.length;
    return true;
  }
  function isDigit(): boolean {
    return source[at]! >= '0' && source[at]! <= '9';
  }
  function alternatives(): Pattern {
    const first = sequence();
    if (source[at] !== '|') return first;
    const choices = [first];
    while (skip('|')) choices.push(sequence());
    return either(choices);
  }
  function sequence(): Pattern {
    const items: Pattern[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') items.push(repeated(item()));
    return items.reduceRight((tail, head) => followedBy(head, tail), NOTHING);
  }
  function item(): Pattern {
    if (isDigit()) return oneOf(1 << digit());
    if (skip('\\d')) return oneOf(1023);
    if (skip('[')) return oneOf(set());
    if (!skip('(')) return refuse();
    skip('?:');
    const inner = alternatives();
    return skip(')') ? inner : refuse();
  }
  function set(): number {
    let bits = 0;
    while (!skip(']')) {
      const from = digit();
      const to = skip('-') ? digit() : from;
      for (let each = from; each <= to; each += 1) bits |= 1 << each;
    }
    return bits;
  }
  function digit(): number {
    return isDigit() ? source.charCodeAt(at++) - 48 : refuse();
  }
  function number(): number {
    let value = digit();
    while (isDigit()) value = value * 10 + digit();
    return value;
  }
  function repeated(one: Pattern): Pattern {
    if (skip('?')) return either([NOTHING, one]);
    if (!skip('{')) return one;
    const least = number();
    const most = skip(',') ? number() : least;
    if (!skip('}')) refuse();
    let pattern = NOTHING;
    for (let count = most; count > 0; count -= 1) {
      pattern = followedBy(one, pattern);
      if (count > least) pattern = either([NOTHING, pattern]);
    }
    return pattern;
  }
}
