import { plain } from './plain.js';

const TIMES: Readonly<Record<string, number>> = {
  k: 1e3, tsd: 1e3, mil: 1e3, mille: 1e3, thousand: 1e3, tausend: 1e3, duizend: 1e3, mila: 1e3, t: 1e3,
  l: 1e5, lac: 1e5, lacs: 1e5, lakh: 1e5, lakhs: 1e5, cr: 1e7, crore: 1e7, crores: 1e7,
  m: 1e6, mm: 1e6, mn: 1e6, mio: 1e6, mln: 1e6, million: 1e6, millions: 1e6, millionen: 1e6, miljoen: 1e6, millones: 1e6, milhoes: 1e6, milioni: 1e6,
  b: 1e9, bn: 1e9, mrd: 1e9, mld: 1e9, billion: 1e9,
};
const NUMBER = /\d+(?:[.,' \u00a0\u202f’]\d{3})*(?:[.,]\d+)?|\d+/g;

/**
 * The sum of money a text names, in units of its currency; of a range (`€50k–100k`) the upper end. `NaN` without a number.
 * A separator before exactly three digits groups thousands (`1.500`, `1,500`), any other is the decimal sign.
 */
export function readAmount(text: string): number {
  const lower = plain(text);
  let most = NaN;
  let unit = 1;
  const found = [...lower.matchAll(NUMBER)];
  for (const match of found.reverse()) {
    const after = /^\s*([a-z]+)\b/.exec(lower.slice(match.index + match[0].length));
    // `50–100k`: the unit stands once, behind the last number.
    const own = after === null ? undefined : TIMES[after[1] as string];
    if (own !== undefined) unit = own;
    const value = digitsOf(match[0]) * (own ?? (after === null ? unit : 1));
    if (Number.isNaN(most) || value > most) most = value;
  }
  return most;
}

function digitsOf(number: string): number {
  const decimal = /^(.*\d)[.,](\d{1,2}|\d{4,})$/.exec(number);
  const whole = (decimal?.[1] ?? number).replace(/\D/g, '');
  return Number(decimal === null ? whole : `${whole}.${decimal[2] as string}`);
}
