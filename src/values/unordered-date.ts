import type { DateOrder } from '../types.js';
import { day, UNREADABLE } from './calendar.js';

/** Numbers from here on are dates whose day and month wait for an order: three numbers, packed. Smaller ones are days. */
export const UNORDERED = 100_000_000;
/** A date whose day and month cannot be told apart without the column's order. */
export const AMBIGUOUS = -1_000_000;

/** `first/second/third`, each as it is written; `isShort`: the year has two digits, and may be the first. */
export function unordered(first: number, second: number, third: number, isShort: boolean): number {
  return UNORDERED + ((first * 100 + second) * 10_000 + third) * 2 + (isShort ? 1 : 0);
}

/** The first of its three numbers. */
export function firstOf(date: number): number {
  return Math.trunc((date - UNORDERED) / (2 * 10_000 * 100));
}

/** Its day, or `AMBIGUOUS` where `order` is null and would tell, or `UNREADABLE`. */
export function inOrder(date: number, order: DateOrder | null): number {
  const packed = date - UNORDERED;
  const short = packed % 2 === 1;
  const third = ((packed - (short ? 1 : 0)) / 2) % 10_000;
  const first = firstOf(date);
  const second = Math.trunc(packed / 20_000) % 100;
  if (short && (order === 'ymd' || first > 31)) return order === 'dmy' || order === 'mdy' ? UNREADABLE : day(fullYear(first), second, third);
  const year = short ? fullYear(third) : third;
  if (order === 'dmy') return day(year, second, first);
  if (order === 'mdy') return day(year, first, second);
  if (first > 12) return day(year, second, first);
  if (second > 12 || first === second) return day(year, first, second);
  return first === 0 || second === 0 ? UNREADABLE : AMBIGUOUS;
}

/** The year that two digits mean. */
export function fullYear(short: number): number {
  return short < 50 ? 2000 + short : 1900 + short;
}
