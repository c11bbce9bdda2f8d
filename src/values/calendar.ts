/** Not a date, or one that does not exist (31 February), or one that contradicts the column's order. */
export const UNREADABLE = -1_000_001;

/** Years that are as many ahead of ours in the Buddhist calendar of Thailand: 1900 to 2156. */
const FIRST_BUDDHIST = 2443, LAST_BUDDHIST = 2699, BUDDHIST = 543;

/** Days since 1970-01-01 of a date of the Gregorian calendar, years of the Thai one aside, `UNREADABLE` if there is no such day. */
export function day(written: number, month: number, date: number): number {
  const year = written >= FIRST_BUDDHIST && written <= LAST_BUDDHIST ? written - BUDDHIST : written;
  if (year < 1900 || month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return UNREADABLE;
  // Years counted from March, so that the leap day comes last.
  const y = month > 2 ? year : year - 1;
  const dayOfYear = Math.trunc((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  return y * 365 + Math.trunc(y / 4) - Math.trunc(y / 100) + Math.trunc(y / 400) + dayOfYear - 719_468;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
