/** What a column holds, which decides how two of its cells are compared. */
export type Kind =
  | 'given' | 'family' | 'full' | 'email' | 'phone' | 'company' | 'website' | 'street' | 'city' | 'postal' | 'state' | 'country'
  /** Columns named to take part: a day (of birth), a number or code that is one's own, words. */
  | 'date' | 'code' | 'text';

/** A column of the list that takes part; `name` is how it is called to people. */
export interface Column { readonly name: string; readonly kind: Kind }

/** What the kind of a column is that was only named: a date, a code, or words. Empty texts say nothing. */
export function inferKind(texts: Iterable<string>): 'date' | 'code' | 'text' {
  let seen = 0;
  let dates = 0;
  let codes = 0;
  for (const text of texts) {
    const trimmed = text.trim();
    if (trimmed === '') continue;
    seen++;
    if (DATE.test(trimmed)) dates++;
    else if (CODE.test(trimmed)) codes++;
  }
  if (dates > seen * MOST) return 'date';
  return dates + codes > seen * MOST ? 'code' : 'text';
}

const MOST = 0.8;
const DATE = /^(?:\d{4}[-/.]?(?:0?\d|1[0-2])[-/.]?[0-3]?\d|[0-3]\d[0-3]\d(?:1[89]|20)\d\d|[0-3]?\d[-/. ][0-3]?\d[-/. ](?:\d{4}|\d\d)|[0-3]?\d[-. ]?\p{L}{3,9}[-. ,]{0,2}\d{4}|\p{L}{3,9} [0-3]?\d,? \d{4})(?:[T ]\d.*)?$/u;
/** Digits with few letters around them: 4711, AB-1234/x, tq13 8df. */
const CODE = /^(?=.*\d)[\p{L}]{0,4}[-/. ]?(?:\d[-\d/. ]*[\p{L}]{0,3}){1,4}$/u;
