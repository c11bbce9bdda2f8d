import { after, either, NEVER, readPattern, type Pattern } from './pattern.js';

/**
 * Numbers that reach nobody, from patterns in which `x` is any digit: `+1xxx55501xx` (the number in E.164),
 * `?55501xx` (digits as they stand, where no country is known), `1234567890` (a national number, or digits as they stand).
 */
export interface Fictional extends Known {
  /** The national numbers behind a calling code that are. */
  behind(calling: string): Pattern;
}
interface Known {
  /** `number` is `+` and digits; `calling` its calling code. */
  number(number: string, calling: string): boolean;
  /** The digits of a text that cannot be read without a country. */
  digits(digits: string): boolean;
}

/** Following the patterns is made ready digit by digit: for the first few numbers RegExps are quicker. */
const FEW = 300;

export function fictional(patterns: readonly string[]): Fictional {
  const sources: Sources = { international: sourceOf(patterns, /^\+([\dx]+)$/u), unknown: sourceOf(patterns, /^\?([\dx]+)$/u), anywhere: sourceOf(patterns, /^([\dx]+)$/u) };
  const first = byRegExps(sources);
  let asked = 0;
  let made: Fictional | undefined;
  const ready = (): Fictional => (made ??= byPatterns(sources));
  const now = (): Known => (asked < FEW && (asked += 1) > 0 ? first : ready());
  return { number: (number, calling) => now().number(number, calling), digits: (digits) => now().digits(digits), behind: (calling) => ready().behind(calling) };
}

/** Regular expressions of the patterns; '(?!)' where there is none. */
interface Sources { readonly international: string; readonly unknown: string; readonly anywhere: string }

function byRegExps({ international, unknown, anywhere }: Sources): Known {
  const whole = (source: string): RegExp => new RegExp(`^(?:${source})$`);
  const [inFull, national, bare] = [whole(international), whole(anywhere), whole(`${anywhere}|${unknown}`)];
  return {
    number: (number, calling) => inFull.test(number.slice(1)) || national.test(number.slice(1 + calling.length)) || isOneDigit(number, 1 + calling.length),
    digits: (digits) => bare.test(digits) || isOneDigit(digits, 0),
  };
}

function byPatterns(sources: Sources): Fictional {
  const read = (source: string): Pattern => (source === NONE ? NEVER : readPattern(source));
  const [international, unknown, anywhere] = [read(sources.international), read(sources.unknown), read(sources.anywhere)];
  /** By calling code: what is fictional behind it. */
  const behind = new Map<string, Pattern>();
  function patternBehind(calling: string): Pattern {
    let pattern = behind.get(calling);
    if (pattern === undefined) behind.set(calling, pattern = either([anywhere, [...calling].reduce((rest, digit) => after(rest, Number(digit)), international)]));
    return pattern;
  }
  const withoutCountry = either([anywhere, unknown]);
  return {
    behind: (calling) => either([patternBehind(calling), readPattern(ONE_DIGIT)]),
    number: (number, calling) => matches(patternBehind(calling), number, 1 + calling.length) || isOneDigit(number, 1 + calling.length),
    digits: (digits) => matches(withoutCountry, digits, 0) || isOneDigit(digits, 0),
  };
}

const NONE = '(?!)';

/** Those of the patterns that are written so, as one. */
function sourceOf(patterns: readonly string[], written: RegExp): string {
  return patterns.flatMap((pattern) => written.exec(pattern)?.[1]?.replaceAll('x', '\\d') ?? []).join('|') || NONE;
}

/** Whether the digits from `at` on are one of the pattern: nearly all others leave it after a few. */
function matches(pattern: Pattern, digits: string, at: number): boolean {
  for (; at < digits.length && pattern !== NEVER; at += 1) pattern = after(pattern, digits.charCodeAt(at) - 48);
  return pattern.whole;
}

/** Of the longest numbers a phone is read from. */
const MOST_DIGITS = 20;
/** `9999999999`; seven digits at least, as some short numbers are real, but `000` is none anywhere. */
const ONE_DIGIT = Array.from({ length: 10 }, (_, digit) => `${digit}{${digit === 0 ? 3 : 7},${MOST_DIGITS}}`).join('|');
/** The same of digits from `from` on. */
function isOneDigit(digits: string, from: number): boolean {
  const first = digits.charCodeAt(from);
  if (digits.length - from < (first === 48 ? 3 : 7)) return false;
  for (let at = from + 1; at < digits.length; at += 1) if (digits.charCodeAt(at) !== first) return false;
  return true;
}
