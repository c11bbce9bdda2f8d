import { usageError } from '../errors.js';
import { didYouMean } from '../nearest.js';
import { FIELDS, type Field } from '../types.js';
import { headerWords } from './words.js';

/** What a header can turn out to mean: a field, or something whose field depends on the other columns. */
export type Meaning = Field | (typeof AMBIGUOUS)[number];
const AMBIGUOUS = ['name', 'contact_person', 'owner', 'premises', 'ad', 'estado', 'titel', 'salutation', 'mail_result', 'result', 'substatus'] as const;

/** A set of concepts: all of `needs`, and of the others only those in `may`. `rank` 0 is the preferred reading of its meaning. */
export interface Reading {
  readonly meaning: Meaning;
  readonly needs: readonly string[];
  readonly may: ReadonlySet<string>;
  readonly strength: 'sure' | 'weak' | 'ifvalues';
  readonly rank: number;
}

/** What rules/fields.yaml says of headers, as plain data: `FieldWords` before it is indexed. */
export interface FieldTables {
  readonly exact: readonly (readonly [header: string, field: Field | null])[];
  /** By concept, a line each. */
  readonly phrases: Readonly<Record<string, string>>;
  readonly longest: number;
  readonly fragments: string;
  readonly slips: readonly string[];
  readonly whose: readonly string[];
  readonly readings: readonly (Omit<Reading, 'may'> & { readonly may: readonly string[] })[];
  readonly tolerant: readonly string[];
  readonly strict: readonly string[];
  readonly several: readonly string[];
  readonly ties: readonly string[];
  readonly values: Readonly<Record<(typeof VALUE_LISTS)[number], readonly string[]>>;
}

/** rules/fields.yaml, indexed: how headers are read. */
export interface FieldWords {
  /** Whole header → field; `null`: none. */
  readonly exact: ReadonlyMap<string, Field | null>;
  /** Phrase → concept; `FILLER` for words that say nothing, `OTHER` for those that make it a column about something else. */
  readonly phrases: ReadonlyMap<string, string>;
  /** Words of the longest phrase. */
  readonly longest: number;
  /** Words that stand only within phrases: known, but by themselves they say nothing. */
  readonly fragments: ReadonlySet<string>;
  /** Words against which slips of the keyboard are held: the more there are, the more other words look like slips. */
  readonly slips: readonly string[];
  readonly readings: readonly Reading[];
  /** Concepts that say whose column it is, and so may stand beside any others. */
  readonly whose: ReadonlySet<string>;
  readonly tolerant: ReadonlySet<string>;
  readonly strict: ReadonlySet<string>;
  readonly several: ReadonlySet<string>;
  readonly ties: ReadonlySet<string>;
  readonly values: ValueWords;
}
export const VALUE_LISTS = ['persons', 'salutations', 'booleans', 'subscription', 'unsubscribed', 'results', 'legal_forms', 'job_words', 'given_names'] as const;
export type ValueWords = Readonly<Record<(typeof VALUE_LISTS)[number], ReadonlySet<string>>>;

export const FILLER = '-';
export const OTHER = 'other';
const SECTIONS = ['exact', 'words', 'filler', 'other', 'readings', 'weak', 'ifvalues', 'slips', 'whose', 'tolerant', 'strict', 'several', 'ties', 'values'] as const;
const MEANINGS: readonly string[] = [...FIELDS, ...AMBIGUOUS];

/** Reads what rules/fields.yaml holds. Throws a usage error that names the key when it is not of that shape. */
export function fieldTables(value: unknown): FieldTables {
  const file = mapping(value, 'fields.yaml');
  for (const key of Object.keys(file))
    if (!(SECTIONS as readonly string[]).includes(key)) throw usageError(`fields.yaml: unknown key "${key}"${didYouMean(key, SECTIONS)}`);

  const exact = new Map<string, Field | null>();
  for (const [field, headers] of lists(file.exact, 'exact')) {
    if (field !== 'none' && !(FIELDS as readonly string[]).includes(field)) throw unknownField('exact', field, FIELDS);
    for (const header of headers) exact.set(headerWords(header).join(' '), field === 'none' ? null : (field as Field));
  }
  const phrases = new Map<string, string>();
  const add = (phrase: string, concept: string): void => {
    const plain = headerWords(phrase).join(' ');
    if (plain !== '' && !phrases.has(plain)) phrases.set(plain, concept);
  };
  const concepts = new Set<string>();
  for (const [concept, all] of lists(file.words, 'words')) {
    concepts.add(concept);
    for (const phrase of all) add(phrase, concept);
  }
  for (const group of groups(file.other, 'other')) for (const phrase of group) add(phrase, OTHER);
  for (const group of groups(file.filler, 'filler')) for (const phrase of group) add(phrase, FILLER);

  const readings = (['readings', 'weak', 'ifvalues'] as const).flatMap((section) => lists(file[section], section).flatMap(([meaning, sets]) => {
    if (!MEANINGS.includes(meaning)) throw unknownField(section, meaning, MEANINGS);
    return sets.flatMap((equals, rank) => equals.split('|').map((set) => parseReading(set, meaning as Meaning, section, rank, concepts)));
  }));

  const values = mapping(file.values, 'values');
  return {
    exact: [...exact], phrases: linesByConcept(phrases), readings,
    longest: Math.max(...[...phrases.keys()].map((phrase) => phrase.split(' ').length)),
    fragments: [...new Set([...phrases.keys()].flatMap((phrase) => phrase.split(' ')))].filter((word) => !phrases.has(word)).join('\n'),
    slips: strings(file.slips, 'slips'),
    whose: strings(file.whose, 'whose'),
    tolerant: strings(file.tolerant, 'tolerant'),
    strict: strings(file.strict, 'strict'),
    several: strings(file.several, 'several'),
    ties: strings(file.ties, 'ties'),
    values: Object.fromEntries(VALUE_LISTS.map((name) => [name, strings(values[name], `values.${name}`)])) as unknown as FieldTables['values'],
  };
}

function linesByConcept(phrases: ReadonlyMap<string, string>): Record<string, string> {
  const lines: Record<string, string> = {};
  for (const [phrase, concept] of phrases) lines[concept] = lines[concept] === undefined ? phrase : `${lines[concept]}\n${phrase}`;
  return lines;
}
function conceptsOf(lines: FieldTables['phrases']): ReadonlyMap<string, string> {
  const concepts = new Map<string, string>();
  for (const concept of Object.keys(lines)) for (const phrase of (lines[concept] as string).split('\n')) concepts.set(phrase, concept);
  return concepts;
}

const known = new WeakMap<FieldTables, FieldWords>();

/** Indexes the tables, once. */
export function fieldWords(tables: FieldTables): FieldWords {
  const before = known.get(tables);
  if (before !== undefined) return before;
  const words: FieldWords = {
    exact: new Map(tables.exact), phrases: conceptsOf(tables.phrases), longest: tables.longest, fragments: new Set(tables.fragments.split('\n')), slips: tables.slips,
    readings: tables.readings.map((reading) => ({ ...reading, may: new Set(reading.may) })),
    whose: new Set(tables.whose), tolerant: new Set(tables.tolerant), strict: new Set(tables.strict), several: new Set(tables.several), ties: new Set(tables.ties),
    values: Object.fromEntries(VALUE_LISTS.map((name) => [name, new Set(tables.values[name])])) as unknown as ValueWords,
  };
  known.set(tables, words);
  return words;
}

/** The same words with further headers, taken as they are: what a rules file says under `aliases`. */
export function withAliases(words: FieldWords, aliases: Readonly<Partial<Record<Field, readonly string[]>>>): FieldWords {
  if (Object.keys(aliases).length === 0) return words;
  const exact = new Map(words.exact);
  for (const [field, headers] of Object.entries(aliases)) for (const header of headers) exact.set(headerWords(header).join(' '), field as Field);
  return { ...words, exact };
}

/** `status [lead subscribed]`: what must be there, and in brackets what may be. */
function parseReading(text: string, meaning: Meaning, section: 'readings' | 'weak' | 'ifvalues', rank: number, concepts: ReadonlySet<string>): FieldTables['readings'][number] {
  const [needs = '', may = ''] = text.replace(']', '').split('[').map((part) => part.trim());
  const split = (part: string): string[] => part.split(' ').filter((word) => word !== '');
  for (const concept of [...split(needs), ...split(may)])
    if (!concepts.has(concept)) throw usageError(`fields.yaml: ${section}.${meaning}: "${concept}" is none of the words${didYouMean(concept, [...concepts])}`);
  if (needs === '') throw usageError(`fields.yaml: ${section}.${meaning}: "${text}" needs nothing`);
  return { meaning, needs: split(needs), may: split(may), strength: section === 'readings' ? 'sure' : section, rank };
}

function unknownField(section: string, field: string, known: readonly string[]): Error {
  return usageError(`fields.yaml: ${section}: "${field}" is no field${didYouMean(field, known)}`);
}
function mapping(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw usageError(`fields.yaml: ${where} is not a mapping`);
  return value as Record<string, unknown>;
}
function lists(value: unknown, where: string): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(mapping(value, where)).map(([key, list]) => [key, strings(list, `${where}.${key}`)]);
}
function groups(value: unknown, where: string): readonly (readonly string[])[] {
  if (!Array.isArray(value)) throw usageError(`fields.yaml: ${where} is not a list of lists`);
  return value.map((group, index) => strings(group, `${where}[${index}]`));
}
function strings(value: unknown, where: string): readonly string[] {
  if (!Array.isArray(value)) throw usageError(`fields.yaml: ${where} is not a list`);
  for (const item of value)
    if (typeof item !== 'string') throw usageError(`fields.yaml: ${where}: ${JSON.stringify(item)} is not a text; put it in quotes`);
  return value as string[];
}
