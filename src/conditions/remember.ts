import { FIELDS, type Field, type Lead, type Run } from '../types.js';
import { copyOf } from '../values/memo.js';
import { textReader, VARIABLES } from './variables.js';

/** Answers kept for one term. */
const MOST = 8_192;
/** After so many questions it shows whether the columns repeat themselves. */
const TRIAL = 4_096;

/** Whether a term of a condition holds; an error when it cannot be decided. */
export type Answer = boolean | Error;

/** Asks once for each different text, for columns that repeat themselves (titles, countries, sources); the last text is known without a look. */
export function remembering(read: () => string, ask: (text: string) => Answer): () => Answer {
  const known = new Map<string, Answer>();
  let last: string | undefined;
  let answer: Answer = false;
  let asked = 0;
  let repeated = 0;
  return () => {
    const text = read();
    if (text === last) return answer;
    if (asked === TRIAL && repeated * 2 < TRIAL) return ask(text);
    if (asked < TRIAL) asked++;
    const before = known.get(text);
    if (before !== undefined) {
      if (asked < TRIAL) repeated++;
      last = text;
      return answer = before;
    }
    answer = ask(text);
    if (known.size >= MOST) known.clear();
    last = copyOf(text); // a slice of a cell would keep the whole text it was cut from alive
    known.set(last, answer);
    return answer;
  };
}

/**
 * Reads all that a term sees of a lead as one text; null when it looks at something of which the texts of single cells
 * do not tell all, or at what is different in every row.
 */
export function keyReader(uses: readonly string[], lead: Lead, run: Run): (() => string) | null {
  const texts: (() => string)[] = [];
  for (const name of uses) {
    const field = (name === 'email_domain' ? 'email' : name) as Field;
    if (!FIELDS.includes(field) || field === 'id' || name === 'email') return null;
    if (VARIABLES[name] !== 'google.protobuf.Timestamp') texts.push(textReader(name, lead, run));
    else if (run.columns.filter((each) => each === field).length > 1) return null;
    else texts.push(() => lead.of(field)[0]?.text ?? '');
  }
  const [first, ...others] = texts;
  if (first === undefined) return null;
  if (others.length === 0) return first;
  return () => {
    let key = first();
    for (const text of others) key += `\u0000${text()}`;
    return key;
  };
}
