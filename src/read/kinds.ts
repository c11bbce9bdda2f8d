/** What the values of a column look like; '' when they have nothing in common. */
export type ColumnKind = '' | 'empty' | 'email' | 'url' | 'date' | 'time' | 'money' | 'number' | 'code' | 'phone';

const EMAIL = /^\s*(?:mailto:)?<?[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}>?\s*$/i;
const DIGIT = /\d/;
const URL = /^\s*(?:https?:\/\/|www\.)\S+\s*$/i;
const DATE = /^\s*(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[ -](?:[a-z]{3,9}|\d{1,2})[ -,]+\d{2,4}|[a-z]{3,9} \d{1,2},? \d{4})(?:[T ,]+\d{1,2}:\d{2}\S*(?: ?[ap]m)?(?: ?(?:utc|gmt|[+-]\d{2}:?\d{2}))?)?\s*$/i;
const TIME = /^\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?\s*$/i;
const MONEY = /^\s*(?:[$€£¥₹] ?-?\d[\d.,]*|-?\d[\d.,]* ?(?:[$€£¥₹]|EUR|USD|GBP))\s*$/i;
const NUMBER = /^\s*[+-]?\d+(?:[.,]\d+)?\s*$/;
const PHONE = /^\s*(?:['p:]{0,2}|tel[:.] ?)\+?[\d ()./-]{7,}(?: ?(?:x|ext\.?) ?\d+)?\s*$/i;
const CODE = /^\s*(?=\S*\d)(?=\S*[A-Z_-])[A-Z0-9]+(?:[-_:/.][A-Z0-9]+)*\s*$/;

/** The kind of one value, '' for plain text. */
export function kindOf(text: string): ColumnKind {
  if (text.trim() === '') return 'empty';
  if (text.length > 300) return '';
  if (text.includes('@') && EMAIL.test(text)) return 'email';
  if ((text.includes('://') || text.includes('.')) && URL.test(text)) return 'url';
  if (!DIGIT.test(text)) return '';
  if (text.includes(':') && TIME.test(text)) return 'time';
  if (DATE.test(text)) return 'date';
  if (MONEY.test(text)) return 'money';
  if (NUMBER.test(text)) return 'number';
  if (PHONE.test(text) && (text.match(/\d/g)?.length ?? 0) >= 7) return 'phone';
  return CODE.test(text) ? 'code' : '';
}

/** Whether a value says by its form that it is data and no column name. */
export const isData = (kind: ColumnKind): boolean => kind !== '' && kind !== 'empty' && kind !== 'code';

/** What the values of a column have in common. */
export interface ColumnForm {
  readonly kind: ColumnKind;
  /** None of them is empty. */
  readonly filled: boolean;
}

/** Fewer values than this say nothing about a column. */
const ENOUGH = 3;

/** What nearly all values of each column share; numbers and phones mixed are phones. */
export function columnForms(rows: readonly (readonly string[])[], width: number): ColumnForm[] {
  return Array.from({ length: width }, (_, column) => {
    const counts = new Map<ColumnKind, number>();
    for (const cells of rows) {
      const kind = kindOf(cells[column] ?? '');
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    const filled = rows.length - (counts.get('empty') ?? 0);
    if (rows.length < ENOUGH) return { kind: '', filled: false };
    if (filled === 0) return { kind: 'empty', filled: false };
    counts.delete('empty');
    if (counts.has('phone')) counts.set('phone', (counts.get('phone') ?? 0) + (counts.get('number') ?? 0));
    const [kind, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
    return { kind: filled >= ENOUGH && count >= filled * 0.9 ? kind : '', filled: rows.length >= 10 && filled >= rows.length * 0.98 };
  });
}

/** Whether a value may stand in a column. */
export function suits(form: ColumnForm, text: string): boolean {
  if (text === '') return !form.filled;
  if (form.kind === '') return true;
  const own = kindOf(text);
  if (own === 'empty') return !form.filled;
  return own === form.kind || (own === 'number' && (form.kind === 'money' || form.kind === 'phone' || form.kind === 'code'));
}

/** How many cells stand in a column where they may not. */
export const misfits = (forms: readonly ColumnForm[], cells: readonly string[]): number =>
  forms.reduce((count, form, i) => (suits(form, cells[i] ?? '') ? count : count + 1), 0);
