import { FIELDS, type Field, type Lead, type Run } from '../types.js';
import { VARIABLES } from './variables.js';

/** Answers kept for one condition. */
const MOST = 8_192;
/** After so many questions it shows whether the columns repeat themselves. */
const TRIAL = 4_096;

/** Whether a term of a condition holds; an error when it cannot be decided. */
export type Answer = boolean | Error;

/**
 * A term on columns that repeat themselves (titles, countries, sources) is asked once for each different text. Null when
 * it looks at something of which the texts of single cells do not tell all.
 */
export function remembering(ask: () => Answer, uses: ReadonlySet<string>, lead: Lead, run: Run): (() => Answer) | null {
  const texts: (() => string)[] = [];
  for (const name of uses) {
    if (name === 'today' || !(name in VARIABLES)) continue;
    const field = (name === 'email_domain' ? 'email' : name) as Field;
    if (!FIELDS.includes(field) || field === 'id' || name === 'email') return null;
    if (VARIABLES[name] === 'google.protobuf.Timestamp' && run.columns.filter((each) => each === field).length > 1) return null;
    texts.push(VARIABLES[name] === 'google.protobuf.Timestamp' ? () => lead.of(field)[0]?.text ?? ''
      : name === 'country' ? () => lead.country : name === 'email_domain' ? () => behindAt(lead.value('email')) : () => lead.value(field));
  }
  const known = new Map<string, Answer>();
  let asked = 0;
  let repeated = 0;
  return () => {
    if (asked === TRIAL && repeated * 2 < TRIAL) return ask();
    if (asked < TRIAL) asked++;
    let key = texts.length === 0 ? '' : (texts[0] as () => string)();
    for (let at = 1; at < texts.length; at++) key += `\u0000${(texts[at] as () => string)()}`;
    const before = known.get(key);
    if (before !== undefined) {
      if (asked < TRIAL) repeated++;
      return before;
    }
    const answer = ask();
    if (known.size >= MOST) known.clear();
    // A slice of a cell would keep the whole text it was cut from alive.
    known.set(Array.from(key).join(''), answer);
    return answer;
  };
}

const behindAt = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
