import { disposableText } from './disposable-text.js';

/** Domains of throw-away mailboxes. */
export interface Disposable extends Iterable<string> { has(domain: string): boolean }

/** Searching the text costs some ten times as much as asking a Set, and making a Set as much as some thousand searches. */
const MANY = 1000;
const BLANK = 32;

/** Short lists search the sorted text; to others a Set is made of it. */
export function disposableDomains(): Disposable {
  const text = disposableText();
  let asked = 0;
  let set: ReadonlySet<string> | undefined;
  const all = (): ReadonlySet<string> => (set ??= new Set(text.trim().split(' ')));
  return {
    has: (domain) => (set === undefined && ++asked < MANY ? isIn(text, domain) : all().has(domain)),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
  };
}

/** Whether a word stands in a sorted text of words with a blank before and after each. */
function isIn(text: string, word: string): boolean {
  let from = 0;
  let to = text.length - 1;
  while (from < to) {
    const start = text.lastIndexOf(' ', (from + to) >> 1);
    const order = compare(text, start + 1, word);
    if (order === 0) return true;
    if (order < 0) from = text.indexOf(' ', start + 1);
    else to = start;
  }
  return false;
}

/** How the word at `at` stands to another: below 0 before it. */
function compare(text: string, at: number, word: string): number {
  for (let i = 0; i < word.length; i++) {
    const unit = text.charCodeAt(at + i);
    if (unit !== word.charCodeAt(i)) return unit === BLANK ? -1 : unit - word.charCodeAt(i);
  }
  return text.charCodeAt(at + word.length) === BLANK ? 0 : 1;
}
