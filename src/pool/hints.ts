import { joinRows, unseparated } from '../duplicates/person.js';
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

/** A hint with what it is about in front, and its number in a batch. */
interface Phrase { readonly text: string; number: number; batch: number }

export function createHints(): Hints {
  /** By column, which has one name: hint → what it is said with. */
  const phrases: Map<string, Phrase>[] = [];
  const rows = new Numbers();
  const of = new Numbers();
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  let batch = 0;
  /** The first hint of the row at hand; when there are several, all are in `said`. */
  let first: Phrase | null = null;
  let said = '';

  function phrase(column: number, name: string, hint: string): Phrase {
    const known = column === -1 ? undefined : phrases[column] ??= new Map<string, Phrase>();
    const before = known?.get(hint);
    if (before !== undefined) return before;
    const made = { text: `${name}: ${hint}`, number: 0, batch: -1 };
    if (known !== undefined && known.size < MOST) known.set(hint, made);
    return made;
  }
  function numberOf(text: string): number {
    let number = numbers.get(text);
    if (number === undefined) {
      numbers.set(text, number = texts.length);
      texts.push(unseparated(text));
    }
    return number;
  }
  /** Of a phrase that a row says alone, as nearly all do. */
  function numberAlone(alone: Phrase): number {
    if (alone.batch !== batch) {
      alone.batch = batch;
      alone.number = numberOf(alone.text);
    }
    return alone.number;
  }
  return {
    add(column, name, hint) {
      const more = phrase(column, name, hint);
      if (first === null) first = more;
      else said = `${said === '' ? first.text : said};${more.text}`;
    },
    row(at) {
      if (first === null) return;
      rows.push(at);
      of.push(said === '' ? numberAlone(first) : numberOf(said));
      first = null;
      said = '';
    },
    take() {
      const taken = { hintRows: rows.take(), hintOf: of.take(), hints: joinRows(texts) };
      numbers.clear();
      texts.length = 0;
      batch++;
      return taken;
    },
  };
}
