import type { Cell, Check, Field, Lead, Run } from '../types.js';
import { cellsOf, firstOf, type CellsOf } from '../values/asked.js';

type Problem = 'contact' | 'usable-contact' | 'required' | 'recommended';

/** Each entry is a field, or several joined by `|` of which one is enough. */
interface Options {
  readonly required: readonly string[];
  readonly recommended: readonly string[];
}

/** Absence. What stands in a cell but is no good is the business of other checks, save that a lead must be reachable. */
export const missing: Check<Problem, Options> = {
  name: 'missing',
  scope: 'lead',
  problems: {
    contact: {
      what: 'There is no e-mail address and no phone number that could work.',
      why: 'Nobody can reach this lead; it only costs storage and counts against quotas.',
      do: 'Leave it out, or ask the vendor for a replacement: lists are usually sold with a guarantee of contact data.',
    },
    'usable-contact': {
      what: 'Neither the e-mail address nor a phone number can be used as it stands; a person may be able to mend one.',
      why: 'The lead may be good, but nobody can be reached before somebody has looked.',
      do: 'Look at the hint: often a country (--country) or one letter is all that is lacking.',
    },
    required: {
      what: 'A field the rules require is empty, or the list has no column for it.',
      why: 'Your process does not work without it.',
      do: 'Fill it from another source, or map the column with --map if the list has one under another name.',
    },
    recommended: {
      what: 'A field the rules recommend is empty although the list has a column for it (a column the whole list lacks is not held against each row).',
      why: 'A message without a name, or a lead without a company, is harder to address and to route.',
      do: 'Enrich it where it is worth the effort.',
    },
  },
  start(options, run) {
    const required = options.required.map(fieldsOf).map(asked);
    const mapped = new Set(run.columns);
    const recommended = options.recommended.map(fieldsOf).filter((group) => group.some((field) => mapped.has(field))).map(asked);
    const [email, phone] = [firstOf('email'), firstOf('phone')];
    return (lead, find) => {
      if (email(lead) === undefined && phone(lead) === undefined)
        find(mayBeReachable(lead, 'email') || mayBeReachable(lead, 'phone') || standsElsewhere(lead, run) ? 'usable-contact' : 'contact');
      for (const group of required) if (absent(lead, group.cells)) find('required', group.field);
      for (const group of recommended) if (absent(lead, group.cells)) find('recommended', group.field);
    };
  },
};

function fieldsOf(group: string): readonly Field[] {
  return group.split('|').map((field) => field.trim() as Field);
}

function mayBeReachable(lead: Lead, field: Field): boolean {
  for (const cell of lead.of(field)) if (!cell.isEmpty && cell.state !== 'unusable') return true;
  return false;
}

const ADDRESS = /[^\s@<>"',;]@[^\s@<>"',;]+\.\p{L}{2}/u;
const NUMBER = /^[\s'(+]*\d(?:[\s()./-]{0,3}\d){7,14}\s*$/;

/** Columns in which somebody else's address stands as often. */
const OTHERS: ReadonlySet<Field | null> = new Set<Field | null>([null, 'email', 'source', 'status']);

/**
 * Whether an address or a number stands in a cell that is not meant for it: an address in another column of the lead, a
 * number in that of the addresses, either anywhere in a row whose cells may have slipped. A person can put it where it belongs.
 */
function standsElsewhere(lead: Lead, { columns }: Run): boolean {
  const slipped = lead.has('row/ragged');
  return lead.row.cells.some((text, column) => {
    const field = columns[column] ?? null;
    return (field !== 'email' && (slipped || !OTHERS.has(field)) && ADDRESS.test(text))
      || (field !== 'phone' && (slipped || field === 'email') && NUMBER.test(text));
  });
}

/** A group by its first field, and the cells of all. */
const asked = (group: readonly Field[]): { readonly field: Field; readonly cells: readonly CellsOf[] } => ({ field: group[0] as Field, cells: group.map(cellsOf) });

function absent(lead: Lead, group: readonly CellsOf[]): boolean {
  for (const of of group) {
    const cells = of(lead);
    for (let at = 0; at < cells.length; at++) if (!(cells[at] as Cell).isEmpty) return false;
  }
  return true;
}
