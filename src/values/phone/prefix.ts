import { after, NEVER, readPattern } from './pattern.js';

/** The digits a pattern can start with; most numbers start with another one and need no RegExp. `$` may stand in it. */
export const startsOf = once((pattern): readonly boolean[] => {
  const read = readPattern(pattern.replaceAll('$', ''));
  return Array.from({ length: 10 }, (_, digit) => after(read, digit) !== NEVER);
});

/** The first two digits, as a number, of what a pattern can stand in front of: a pattern may be one digit long (0 in Samoa). */
export const pairsOf = once((pattern): readonly boolean[] => {
  const read = readPattern(pattern.replaceAll('$', ''));
  return Array.from({ length: 10 }, (_, first) => {
    const rest = after(read, first);
    return Array.from({ length: 10 }, (_, second) => rest.whole || (rest !== NEVER && after(rest, second) !== NEVER));
  }).flat();
});

/** Remembers all: countries that share a calling code mostly share these patterns. */
function once<T>(read: (pattern: string) => T): (pattern: string) => T {
  const known = new Map<string, T>();
  return (pattern) => {
    let value = known.get(pattern);
    if (value === undefined) known.set(pattern, value = read(pattern));
    return value;
  };
}

/** The digits a pattern stands for that is nothing but digits, else null. */
export const literal = (pattern: string): string | null => (/^\d*$/u.test(pattern) ? pattern : null);

/** Asked of digits: the pattern as it begins a number, null where they cannot begin so. Made when the first come that can. */
function opening(pattern: string): (digits: string) => RegExp | null {
  const starts = startsOf(pattern);
  let regExp: RegExp | undefined;
  return (digits) => (starts[digits.charCodeAt(0) - 48] === true ? regExp ??= new RegExp(`^(?:${pattern})`, 'u') : null);
}

/** Takes off what is dialled at home before a national number, as `pattern` says, and puts in its place what `transform` says. */
export function stripper(pattern: string, transform: string): (digits: string) => string {
  const prefix = literal(pattern);
  if (prefix !== null) return (digits) => (digits.startsWith(prefix) ? digits.slice(prefix.length) : digits);
  const opens = opening(pattern);
  return (digits) => {
    const regExp = opens(digits);
    const match = regExp?.exec(digits);
    if (!regExp || !match) return digits;
    return transform !== '' && match.length > 1 && match.at(-1) ? digits.replace(regExp, transform) : digits.slice(match[0].length);
  };
}

/** Takes off the way abroad; undefined if there is none. */
export function internationalStripper(pattern: string): (digits: string) => string | undefined {
  if (pattern === '') return () => undefined;
  const opens = opening(pattern);
  return (digits) => {
    const match = opens(digits)?.exec(digits);
    if (!match) return undefined;
    const rest = digits.slice(match[0].length);
    // No calling code starts with 0: then it was no international prefix.
    return rest === '' || rest.startsWith('0') ? undefined : rest;
  };
}
