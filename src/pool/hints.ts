import { joinPeople, unseparated } from '../duplicates/person.js';
import { Numbers } from './numbers.js';

/** So many phrases of a column are kept: most hints are one of a few (`27 months old`), some are each another. */
const MOST = 1 << 9;

/** What the rows of a batch have to say in words. Each text goes out once, whatever number of rows says it. */
export interface Hints {
  /** Another one of the row at hand. `column`: -1 when it is about no cell. `name`: of what it is about. */
  add(column: number, name: string, hint: string): void;
  /** Row `at` is done. */
  row(at: number): void;
  /** Rows that have hints, which of the texts each has, and the texts, joined; begins anew. */
  take(): { readonly hintRows: Uint32Array; readonly hintOf: Uint32Array; readonly hints: string };
}

export function createHints(): Hints {
  /** By column, which has one name: hint → the same with the name in front. */
  const phrases: Map<string, string>[] = [];
  const rows = new Numbers();
  const of = new Numbers();
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  let said = '';

  function phrase(column: number, name: string, hint: string): string {
    if (column === -1) return `${name}: ${hint}`;
    const known = phrases[column] ??= new Map();
    const before = known.get(hint);
    if (before !== undefined) return before;
    const text = `${name}: ${hint}`;
    if (known.size < MOST) known.set(hint, text);
    return text;
  }
  return {
    add(column, name, hint) {
      const text = phrase(column, name, hint);
      said = said === '' ? text : `${said};${text}`;
    },
    row(at) {
      if (said === '') return;
      let number = numbers.get(said);
      if (number === undefined) {
        numbers.set(said, number = texts.length);
        texts.push(unseparated(said));
      }
      rows.push(at);
      of.push(number);
      said = '';
    },
    take() {
      const taken = { hintRows: rows.take(), hintOf: of.take(), hints: joinPeople(texts) };
      numbers.clear();
      texts.length = 0;
      return taken;
    },
  };
}
