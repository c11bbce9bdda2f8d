import { InvalidArgumentError } from 'commander';
import { usageError } from '../errors.js';
import { didYouMean } from '../nearest.js';
import { FIELDS, type Field } from '../types.js';

// Readers of option values: text in, value out, a usage error for what makes no sense.

const DAY = 86_400_000;

/** Of an option that may come again: all its values, in order. */
export const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** @throws what commander tells as a usage error */
export function positive(value: string): number {
  if (!/^\d+$/.test(value) || Number(value) < 1) throw new InvalidArgumentError('It is a whole number from 1 up.');
  return Number(value);
}

/** `2026-11-21` → days since 1970-01-01. */
export function readDay(text: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  if (Number.isNaN(time) || formatDay(time / DAY) !== text) throw usageError(`--as-of ${text} is no day: write it like 2026-11-21`);
  return time / DAY;
}
/** Days since 1970-01-01 → `2026-11-21`. */
export const formatDay = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);

/** The calendar day it is where the user sits. */
export const dayOf = (now: Date): number => Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / DAY);

/** `email=Work Mail`, `phone=` (nothing feeds it), repeated for several columns of one field. */
export function readMap(pairs: readonly string[]): ReadonlyMap<Field, readonly string[]> {
  const map = new Map<Field, readonly string[]>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 0) throw usageError(`--map ${pair}: write it as field=column, e.g. --map "email=Work Mail"`);
    const field = pair.slice(0, at).trim() as Field;
    const column = pair.slice(at + 1);
    if (!FIELDS.includes(field))
      throw usageError(`--map ${pair}: "${field}" is no field${didYouMean(field, FIELDS) || `; fields are ${FIELDS.join(', ')}`}`);
    map.set(field, column === '' ? [] : [...(map.get(field) ?? []), column]);
  }
  return map;
}

const DELIMITERS: Readonly<Record<string, string>> = { tab: '\t', '\\t': '\t', comma: ',', semicolon: ';', pipe: '|' };

/** `tab`, `semicolon`… → what stands between cells; anything else is taken as it is. */
export const readDelimiter = (text: string): string => DELIMITERS[text.toLowerCase()] ?? text;
