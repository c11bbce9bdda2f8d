/** What the values of a column look like; '' when they have nothing in common. */
export type ColumnKind = '' | 'empty' | 'email' | 'url' | 'date' | 'time' | 'money' | 'number' | 'code' | 'phone';

const EMAIL = /^\s*(?:mailto:)?<?[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}>?\s*$/i;
const URL = /^\s*(?:https?:\/\/|www\.)\S+\s*$/i;
const DATE = /^\s*(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[ -](?:[a-z]{3,9}|\d{1,2})[ -,]+\d{2,4}|[a-z]{3,9} \d{1,2},? \d{4})(?:[T ,]+\d{1,2}:\d{2}\S*(?: ?[ap]m)?(?: ?(?:utc|gmt|[+-]\d{2}:?\d{2}))?)?\s*$/i;
const TIME = /^\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?\s*$/i;
const MONEY = /^\s*(?:[$€£¥₹] ?-?\d[\d.,]*|-?\d[\d.,]* ?(?:[$€£¥₹]|EUR|USD|GBP))\s*$/i;
const NUMBER = /^\s*[+-]?\d+(?:[.,]\d+)?\s*$/;
const PHONE = /^\s*['p:]{0,2}\+?[\d ()./-]{7,}(?: ?(?:x|ext\.?) ?\d+)?\s*$/i;
const CODE = /^\s*(?=\S*\d)(?=\S*[A-Z_-])[A-Z0-9]+(?:[-_:/.][A-Z0-9]+)*\s*$/;

/** The kind of one value, '' for plain text. */
export function kindOf(text: string): ColumnKind {
  if (text.trim() === '') return 'empty';
  if (text.length > 300) return '';
  if (EMAIL.test(text)) return 'email';
  if (URL.test(text)) return 'url';
  if (TIME.test(text)) return 'time';
  if (DATE.test(text)) return 'date';
  if (MONEY.test(text)) return 'money';
  if (NUMBER.test(text)) return 'number';
  if (PHONE.test(text) && (text.match(/\d/g)?.length ?? 0) >= 7) return 'phone';
  return CODE.test(text) ? 'code' : '';
}

/** Whether a value says by its form that it is data and no column name. */
export const isData = (kind: ColumnKind): boolean => kind !== '' && kind !== 'empty' && kind !== 'code';

/** The kind nearly all values of each column share; numbers and phones mixed are phones. */
export function columnKinds(rows: readonly (readonly string[])[], width: number): ColumnKind[] {
  const kinds: ColumnKind[] = [];
  for (let column = 0; column < width; column++) {
    const counts = new Map<ColumnKind, number>();
    let filled = 0;
    for (const cells of rows) {
      const kind = kindOf(cells[column] ?? '');
      if (kind === 'empty') continue;
      filled++;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    if (filled === 0) {
      kinds.push(rows.length > 2 ? 'empty' : '');
      continue;
    }
    const phones = (counts.get('phone') ?? 0) > 0 ? (counts.get('phone') ?? 0) + (counts.get('number') ?? 0) : 0;
    const best = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
    if (filled >= 3 && phones >= filled * 0.9) kinds.push('phone');
    else kinds.push(filled >= 3 && best[1] >= filled * 0.9 ? best[0] : '');
  }
  return kinds;
}

/** Whether a value may stand in a column of this kind. An empty cell may stand anywhere. */
export function suits(kind: ColumnKind, text: string): boolean {
  if (kind === '') return true;
  const own = kindOf(text);
  if (own === 'empty' || own === kind) return true;
  return (kind === 'money' || kind === 'phone') && own === 'number';
}
