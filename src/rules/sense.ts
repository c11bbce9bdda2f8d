import { compile, isFault } from '../conditions/compile.js';
import { didYouMean } from '../nearest.js';
import { FIELDS } from '../types.js';
import { countryCode } from '../values/country.js';
import type { Wrong } from './file.js';

/** What a rules file holds, as far as its shape fits the schema. */
export interface RulesValue {
  readonly extends?: string | readonly string[];
  readonly verdicts?: { readonly reject_below?: number; readonly flag_below?: number };
  readonly tiers?: { readonly qualified?: { readonly needed?: number; readonly of?: readonly string[] } };
  readonly currency?: string;
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  readonly findings?: Readonly<Record<string, { readonly when: string }>>;
  readonly segments?: Readonly<Record<string, string>>;
  readonly options?: { readonly missing?: Readonly<Record<string, unknown>>; readonly fit?: Readonly<Record<string, unknown>> };
}

const CODE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
const SEGMENT = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/;

/** What is wrong with rules whose shape is right: thresholds nothing can reach, names of nothing, conditions that cannot be read. `codes`: all there are, the rules' own included. */
export function senseless(value: RulesValue, builtIn: readonly string[], codes: ReadonlySet<string>): readonly Wrong[] {
  return [
    ...thresholds(value), ...currencies(value), ...aliases(value), ...fields(value), ...markets(value),
    ...names(value, builtIn), ...conditions(value, codes),
  ];
}

/** Of rules of one file or of several together. */
export function thresholds({ verdicts, tiers }: RulesValue): readonly Wrong[] {
  const { reject_below: reject = 0, flag_below: flag } = verdicts ?? {};
  const { needed, of } = tiers?.qualified ?? {};
  return [
    ...(flag !== undefined && flag > 0 && reject > flag ? [{ keys: ['verdicts', 'reject_below'], message: `reject_below (${reject}) is above flag_below (${flag}): no row could be flagged for its score` }] : []),
    ...(needed !== undefined && of !== undefined && needed > of.length ? [{ keys: ['tiers', 'qualified', 'needed'], message: `${needed} of ${of.length} cannot be reached` }] : []),
  ];
}

function currencies({ currency }: RulesValue): readonly Wrong[] {
  if (currency === undefined) return [];
  const known = Intl.supportedValuesOf('currency');
  return known.includes(currency) ? [] : [{ keys: ['currency'], message: `unknown currency "${currency}"${didYouMean(currency, known) || ': write its ISO code, e.g. EUR, USD'}` }];
}

function aliases(value: RulesValue): readonly Wrong[] {
  const taken = new Map<string, string>();
  return Object.entries(value.aliases ?? {}).flatMap(([field, headers]) => headers.flatMap((header, at): readonly Wrong[] => {
    const key = header.trim().toLowerCase();
    const other = taken.get(key);
    taken.set(key, field);
    if (key === '') return [{ keys: ['aliases', field, at], message: 'a column without a name cannot be an alias' }];
    return other === undefined || other === field ? [] : [{ keys: ['aliases', field, at], message: `"${header}" is an alias of ${other} already: one column feeds one field` }];
  }));
}

/** `first_name|full_name` names two fields. */
function fields({ options }: RulesValue): readonly Wrong[] {
  return ['required', 'recommended'].flatMap((list) => texts(options?.missing?.[list]).flatMap(([group, at]): readonly Wrong[] => group.split('|').flatMap((name) => {
    const field = name.trim();
    return (FIELDS as readonly string[]).includes(field) ? [] : [{ keys: ['options', 'missing', list, at], message: `unknown field "${field}"${didYouMean(field, FIELDS) || `; fields are ${FIELDS.join(', ')}`}` }];
  })));
}

function markets({ options }: RulesValue): readonly Wrong[] {
  return texts(options?.fit?.['markets']).flatMap(([country, at]) => {
    if (/^[a-z]{2}$/i.test(country) && countryCode(country) === country.toUpperCase()) return [];
    const code = countryCode(country);
    return [{ keys: ['options', 'fit', 'markets', at], message: `"${country}" is no ISO code of a country${code === '' ? ': write two letters, e.g. DE, US, GB' : `, did you mean "${code}"?`}` }];
  });
}
const texts = (value: unknown): readonly (readonly [string, number])[] =>
  (Array.isArray(value) ? value.flatMap((entry, at) => (typeof entry === 'string' ? [[entry, at] as const] : [])) : []);

function names({ findings, segments }: RulesValue, builtIn: readonly string[]): readonly Wrong[] {
  const ours = Object.keys(findings ?? {}).flatMap((code): readonly Wrong[] => {
    const wrong = (message: string): readonly Wrong[] => [{ keys: ['findings', code], what: 'key', message }];
    if (builtIn.includes(code)) return wrong(`${code} is a code of leadclean itself: give it another price under codes, or this finding another name`);
    if (!CODE.test(code)) return wrong(`"${code}" is no code: write it in small letters as group/name, e.g. fit/enterprise`);
    return code.startsWith('segment/') ? wrong('codes that begin with segment/ stand for segments') : [];
  });
  const parts = Object.keys(segments ?? {}).flatMap((name): readonly Wrong[] =>
    (SEGMENT.test(name) ? [] : [{ keys: ['segments', name], what: 'key', message: `"${name}" cannot be a segment: it becomes part of a file's name, so small letters, digits, - and _` }]));
  return [...ours, ...parts];
}

function conditions({ findings, segments }: RulesValue, codes: ReadonlySet<string>): readonly Wrong[] {
  const all = [
    ...Object.entries(findings ?? {}).map(([code, { when }]) => [['findings', code, 'when'], when] as const),
    ...Object.entries(segments ?? {}).map(([name, when]) => [['segments', name], when] as const),
  ];
  return all.flatMap(([keys, when]): readonly Wrong[] => {
    const compiled = compile(when, codes);
    return isFault(compiled) ? [{ keys, message: compiled.message, at: compiled.at }] : [];
  });
}
