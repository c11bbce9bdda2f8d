import type { Column } from './likely/kinds.js';
import { normaliser } from './likely/normal.js';
import type { Words } from './likely/words.js';

/**
 * What the columns say that were named to tell people apart (--match-on). Father and son share a name and a phone: where
 * they show two dates of birth, or two numbers, it is not certain that they are one. Words (an occupation) are not asked.
 */
export interface Apart {
  add(row: number, texts: readonly string[]): void;
  /** Whether the two rows say different things. If not, what only `row` says is said of `first` too: no third ties two together. */
  differ(first: number, row: number): boolean;
}

/** Null when no such column was named. */
export function createApart(columns: readonly Column[], words: Words): Apart | null {
  const asked = columns.flatMap(({ kind }, column) => (kind === 'date' || kind === 'code' ? [{ kind, column }] : []));
  if (asked.length === 0) return null;
  const { normalise } = normaliser(words);
  const said = new Map<number, string[]>();
  return {
    add(row, texts) {
      const own = asked.map(({ kind, column }) => normalise(kind, texts[column] as string));
      if (own.some((text) => text !== '')) said.set(row, own);
    },
    differ(first, row) {
      const [one, other] = [said.get(first), said.get(row)];
      if (other === undefined) return false;
      if (one === undefined) said.set(first, other);
      else if (one.some((text, at) => text !== '' && other[at] !== '' && text !== other[at])) return true;
      else said.set(first, one.map((text, at) => (text === '' ? other[at] as string : text)));
      return false;
    },
  };
}
