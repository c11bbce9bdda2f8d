import { z } from 'zod';
import { didYouMean } from '../nearest.js';
import { FIELDS, TIERS, VERDICTS } from '../types.js';
import { isReference } from './references.js';

const EFFECTS = ['reject', 'flag', 'note', 'off'];
const quoted = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
const expected = (kind: string) => ({ error: ({ input }: { input?: unknown }): string => `expected ${kind}, not ${quoted(input)}` });

/** An object with these keys and no others; an unknown one is answered with the nearest. Keys are optional but for `required`. */
function closed(shape: Readonly<Record<string, z.ZodType>>, required: readonly string[] = []): z.ZodType {
  const keys = Object.fromEntries(Object.entries(shape).map(([key, type]) => [key, required.includes(key) ? type : type.optional()]));
  return z.strictObject(keys, {
    error: (issue) => issue.code === 'unrecognized_keys'
      ? (issue.keys as string[]).map((key) => `unknown key "${key}"${didYouMean(key, Object.keys(shape)) || `; known are ${some(Object.keys(shape))}`}`).join('\n')
      : `expected keys and values here, not ${quoted(issue.input)}`,
  });
}
const some = (words: readonly string[]): string => (words.length > 12 ? `${words.slice(0, 12).join(', ')}, …` : words.join(', '));

const word = (known: readonly string[], what: string): z.ZodType =>
  z.enum(known, { error: ({ input }) => `unknown ${what} ${quoted(input)}${didYouMean(String(input), known) || `; known are ${some(known)}`}` });

const whole = (least: number, most: number): z.ZodType => {
  const error = ({ input }: { input?: unknown }): string => `expected a whole number from ${least} to ${most}, not ${quoted(input)}`;
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

/** No day and no count of rows is larger. */
const MOST = 999_999_999;

const text = (): z.ZodType => z.string(expected('a text'));
const listOf = (type: z.ZodType, kind: string): z.ZodType => z.array(type, expected(kind));

/** A type that takes what `example`, a value of the default rules, looks like: a user's option must be of its kind. */
function like(example: unknown): z.ZodType {
  if (typeof example === 'number') return z.number(expected('a number of at least 0')).min(0, expected('a number of at least 0')).max(MOST, expected('a number below 1,000,000,000'));
  if (typeof example === 'boolean') return z.boolean(expected('true or false'));
  if (typeof example === 'string') return text();
  if (Array.isArray(example) || isReference(example, 'list')) {
    const entry = z.union([text(), z.strictObject({ list: text() })], expected('a text or { list: file.txt }'));
    return z.union([z.array(entry), z.strictObject({ list: text() })], expected('a list like [a, b] or { list: file.txt }'));
  }
  if (isReference(example, 'data')) return z.looseObject({}, expected('keys and values or { data: file.yaml }'));
  if (typeof example === 'object' && example !== null) return closed(mapValues(example, like));
  return z.unknown();
}

const mapValues = <T>(object: object, change: (value: unknown) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/** A finding of the rules' own: a condition, its price, its words. */
const finding = (effect: z.ZodType): z.ZodType => closed({
  when: z.string(expected('a condition like \'employees >= 50 && country == "DE"\'')), verdict: effect, points: whole(-100, 100), what: z.string(expected('a sentence that says what this finding means')), why: text(), do: text(),
}, ['when', 'what']);

/** One row under test: what its cells hold and what must come of it. */
const example = (code: z.ZodType): z.ZodType => closed({
  name: text(),
  lead: closed(Object.fromEntries(FIELDS.map((field) => [field, z.union([z.string(), z.number(), z.boolean(), z.array(z.string())], expected('a text'))]))),
  as_of: z.string(expected('a day like 2026-11-21')).regex(/^\d{4}-\d{2}-\d{2}$/, expected('a day like 2026-11-21')),
  country: text(),
  verdict: word(VERDICTS, 'verdict'), tier: word(TIERS, 'tier'), score: whole(0, 100), segment: text(),
  codes: listOf(code, 'a list of codes'), without: listOf(code, 'a list of codes'),
}, ['lead']);

/**
 * What a rules file may say. `codes` are those it may price, the rules' own findings included; `options` are those of the
 * default rules, which show what each check understands.
 */
export function rulesSchema(codes: readonly string[], options: object): z.ZodType {
  const code = word(codes, 'code');
  const effect = z.enum(EFFECTS, {
    error: ({ input }) => `unknown verdict ${quoted(input)}${didYouMean(String(input), EFFECTS) || `; it is one of ${EFFECTS.join(', ')}`}`,
  });
  const price = closed({ verdict: effect, points: whole(-100, 100) });
  // `email/free: off` is short for `email/free: { verdict: off }`.
  const short = z.preprocess((value) => (typeof value === 'string' ? { verdict: value } : value), price);
  return closed({
    name: text(),
    description: text(),
    extends: z.union([text(), z.array(text())], { error: 'expected the name of a preset or rules file, or a list of them' }),
    score: closed({ base: whole(0, 100) }),
    verdicts: closed({ reject_below: whole(0, 100), flag_below: whole(0, 100) }),
    currency: text(),
    price: z.union([z.number().min(0, expected('a price like 0.35, or null')), z.null()], { error: ({ input }) => `expected a price like 0.35, or null, not ${quoted(input)}` }),
    tiers: closed({
      prospect: listOf(code, 'a list of codes'), lead: listOf(code, 'a list of codes'),
      qualified: closed({ needed: whole(1, 100), of: listOf(code, 'a list of codes') }),
    }),
    aliases: closed(Object.fromEntries(FIELDS.map((field) => [field, listOf(text(), 'a list of column names')]))),
    columns: z.record(z.string(), z.union([word(FIELDS, 'field'), z.null()], { error: ({ input }) => `expected a field or null, not ${quoted(input)}${didYouMean(String(input), FIELDS)}` }), expected('names of columns with fields')),
    reading: closed({
      delimiter: text(), quote: word(['double', 'single', 'none'], 'quote'), escape: word(['doubled', 'backslash'], 'escape'), line_end: word(['lf', 'crlf', 'cr'], 'line end'), comment: text(),
      encoding: text(), sheet: text(), header: z.boolean(expected('true or false')), date_order: word(['dmy', 'mdy', 'ymd'], 'date order'),
    }),
    codes: closed(Object.fromEntries(codes.map((each) => [each, short]))),
    findings: z.record(z.string(), finding(effect), expected('codes with conditions')),
    segments: z.record(z.string(), z.string(expected('a condition like \'country in ["DE", "AT", "CH"]\'')), expected('names with conditions')),
    options: closed(mapValues(options, like)),
    examples: listOf(example(code), 'a list of examples'),
  });
}
