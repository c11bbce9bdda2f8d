import type { Ascii, Cell, Check, Find } from '../types.js';
import { cellsOf } from '../values/asked.js';
import { fictional } from '../values/phone/fictional.js';
import { callingCode } from '../values/phone/metadata.js';
import { plainJudge, spelled, standsIn } from '../values/phone/judge-plain.js';
import { phoneIn, readPhone, type Phone } from '../values/phone.js';

type Problem = 'unreadable' | 'impossible' | 'invalid' | 'fictional' | 'premium' | 'country' | 'format';
interface Options {
  /** Patterns of numbers that reach nobody; `src/values/phone/fictional.ts` says how they are written. */
  readonly fictional: readonly string[];
  /** Countries, alpha-2 with spaces between, whose numbers belong together: `FR GP MQ`. */
  readonly territories: readonly string[];
}

/** Fewer digits are no telephone number anywhere but inside a town or an emergency service. */
const FEWEST_DIGITS = 6;

export const phone: Check<Problem, Options> = {
  name: 'phone',
  scope: 'lead',
  problems: {
    unreadable: {
      what: 'The cell holds no telephone number, or one that cannot be dialled without knowing its country.',
      why: 'A dialler skips it, or calls somebody else in another country.',
      do: 'Give the country: in a column, or with --country. What is no number belongs in another column.',
    },
    impossible: {
      what: 'The number is too short or too long for its country, or its calling code does not exist.',
      why: 'Digits are missing or too many: it cannot be dialled.',
      do: 'Look the number up again; often a digit, the area code or the country is missing.',
    },
    invalid: {
      what: 'The number has the right length, but nobody in its country has numbers that start like this.',
      why: 'It reaches nobody, and dead numbers cost a caller as much time as living ones.',
      do: 'Check it for a typing error and for the wrong country.',
    },
    fictional: {
      what: 'The number is kept free for films and books, or is typed to get past a required field: 555-0100, 07700 900000, 0000000000.',
      why: 'It reaches nobody, and who left it did not want to be called.',
      do: 'Treat the lead as one without a telephone.',
    },
    premium: {
      what: 'The number is a premium-rate or shared-cost one: the caller pays extra.',
      why: 'It is not a person, and every call costs money.',
      do: 'Find a direct line before calling.',
    },
    country: {
      what: 'The number belongs to another country than the address.',
      why: 'The lead may have moved, or one of the two is wrong; calling hours and rules follow the number.',
      do: 'Nothing, if people of your list travel. Else check which of the two is right.',
    },
    format: {
      what: 'The number was not written as +, country code and digits; one cell may hold several numbers.',
      why: 'CRMs and diallers recognise a number, and its duplicates, only in one form.',
      do: 'Nothing: it was rewritten. Where a cell holds several numbers they were left: put the others into columns of their own.',
    },
  },
  start(options, run) {
    const fake = fictional(options.fictional);
    const judgePlain = plainJudge(fake);
    const together = groupsOf(options.territories);

    function judge(cell: Cell, country: string, home: string, find: Find<Problem>): void {
      const { ascii } = cell;
      const plain = ascii === null ? null : judgePlain(ascii.bytes, ascii.start, ascii.end, country);
      if (plain === null) judgeAny(cell, country, home, find);
      else if (plain.verdict === 'fictional') find('fictional', cell, UNUSABLE);
      else if (plain.verdict !== 'good') none(plain.verdict, cell, home, plain.abroad || plain.skipped + plain.digits < LONG ? {} : withPlus(cell.text), find);
      else {
        compare(cell, plain.country, plain.calling, home, find);
        const { bytes, start, end } = ascii as Ascii;
        if (!standsIn(plain, start, end)) find('format', cell, { fix: spelled(plain, bytes, start, end) });
      }
    }

    function judgeAny(cell: Cell, country: string, home: string, find: Find<Problem>): void {
      const read = phoneIn(cell, country);
      if (read === null) unreadable(cell, country, find);
      else if (read.number !== '' ? fake.number(read.number, read.calling) : fake.digits(digitsOf(cell.text))) find('fictional', cell, UNUSABLE);
      else if (!read.judged.possible) none('impossible', cell, home, withPlus(cell.text), find);
      else if (!read.judged.valid) none('invalid', cell, home, withPlus(cell.text), find);
      else valid(cell, read, home, find);
    }

    /** Where only --country said which country, a number that is one with a `+` is rather of another than of none: somebody may mend it. */
    function none(problem: 'impossible' | 'invalid', cell: Cell, home: string, more: { readonly hint?: string }, find: Find<Problem>): void {
      find(problem, cell, { leaves: home === '' && more.hint !== undefined ? 'doubtful' : 'unusable', ...more });
    }

    function unreadable(cell: Cell, country: string, find: Find<Problem>): void {
      const digits = digitsOf(cell.text);
      if (fake.digits(digits)) find('fictional', cell, UNUSABLE);
      else if (digits.length < FEWEST_DIGITS) find('unreadable', cell, UNUSABLE);
      else find('unreadable', cell, { leaves: 'doubtful', ...(country === '' ? { hint: 'of which country? a column or --country tells' } : {}), ...withPlus(cell.text) });
    }

    function valid(cell: Cell, read: Phone, home: string, find: Find<Problem>): void {
      const { country, type } = read.judged;
      if (type === 'PREMIUM_RATE' || type === 'SHARED_COST') find('premium', cell, { leaves: 'doubtful' });
      compare(cell, country, read.calling, home, find);
      if (read.several) find('format', cell, { hint: `several numbers; the first is ${read.number}` });
      else if (read.rival !== '') find('format', cell, { hint: `${read.number}, or ${read.rival}?` });
      else {
        const fix = read.ext === '' ? read.number : `${read.number} ext. ${read.ext}`;
        if (fix !== cell.text) find('format', cell, { fix });
      }
    }

    /** The number's country, and that of the address. */
    function compare(cell: Cell, country: string, calling: string, home: string, find: Find<Problem>): void {
      if (home !== '' && country !== '' && country !== home && calling !== callingCode(home) && !together(country, home))
        find('country', cell, { hint: `a number of ${country}, the address says ${home}` });
    }

    const phones = cellsOf('phone');
    return (lead, find) => {
      const cells = phones(lead);
      for (let at = 0; at < cells.length; at += 1) {
        const cell = cells[at]!;
        if (cell.isEmpty || cell.state !== 'usable') continue;
        const home = lead.country;
        judge(cell, home || run.country, home, find);
      }
    };
  },
};

const UNUSABLE = { leaves: 'unusable' } as const;

const digitsOf = (text: string): string => text.replace(/\D+/gu, '');

/** Digits of a number with its country code. */
const LONG = 11;

/** A number that someone wrote with its country code but without the `+`, and that is none without it. */
function withPlus(text: string): { readonly hint?: string } {
  if (text.length < LONG || text.includes('+')) return {};
  const digits = digitsOf(text);
  if (digits.length < LONG) return {};
  const read = readPhone(`+${digits}`, '');
  return read?.judged.valid === true ? { hint: `did you mean ${read.number}?` } : {};
}

/** Whether two countries stand in one group. */
function groupsOf(groups: readonly string[]): (a: string, b: string) => boolean {
  const group = new Map(groups.flatMap((text, number) => text.split(' ').map((country) => [country, number] as const)));
  return (a, b) => a === b || (group.has(a) && group.get(a) === group.get(b));
}
