import { readAmount } from './amount.js';

/**
 * How many people a text says a company has: of a range (`51-200`, `11 à 50`) the lower end, for so many it has surely.
 * `10.000+`, `1k`, `> 500`, `approx. 1,200 employees` are read. `NaN` without a number.
 */
export function readHeadcount(text: string): number {
  const range = /^\D*?(\d[\d.,' \u00a0\u202f’]*\s*(?:k|tsd\.?)?)\s*(?:[-–—~]|to|bis|à|a|al?|tot|até)\s*\d/iu.exec(text);
  return readAmount(range?.[1] ?? text);
}
