import type { Cell, Check, Find, Lead } from '../types.js';
import { cellsOf, shownIn } from '../values/asked.js';
import { cellMemo } from '../values/cell-memo.js';
import { gibberish } from '../values/gibberish.js';
import { isCapitalised, speller, type NamePart, type Spelling } from '../values/person-name.js';
import { wordSet } from '../values/words.js';

type Problem = 'placeholder' | 'gibberish' | 'case' | 'swapped';

interface Options extends Spelling {
  /** Whole names that stand for nobody. */
  readonly placeholders: readonly string[];
  readonly placeholder_given_names: readonly string[];
  readonly placeholder_family_names: readonly string[];
  readonly keyboard_runs: readonly string[];
  readonly given_names: readonly string[];
  readonly family_names: readonly string[];
}

const PARTS: readonly NamePart[] = ['first_name', 'last_name', 'full_name'];
/** `<test lead: dummy data for full_name>` is what Meta sends when a form is tried out. */
const TEST_LEAD = /^<\s*test lead\b/i;
/** What a given name may say of itself and the family name beside it. */
const MAY_BE_NOBODY = 1, ENDS_IN_COMMA = 2;
const COMMA_AT_END = /^[^,]*\p{L}[^,]*,$/u;

/** Whether the name of a person can be one, and how it is spelt. Company names are never touched. */
export const name: Check<Problem, Options> = {
  name: 'name',
  scope: 'lead',
  problems: {
    placeholder: {
      what: 'The name stands for nobody (John Doe, test test, "First Name", Customer).',
      why: 'Somebody tried out a form or had no name to give; "Dear Test" is how a mailing ends in ridicule.',
      do: 'Look at the row: without other signs of life it is no lead.',
    },
    gibberish: {
      what: 'The name is no name: drummed on the keyboard, letters repeated, digits or an address in it.',
      why: 'People who type asdfgh into the name do not want to be called.',
      do: 'Look at the row; take the name from the e-mail address if that is real.',
    },
    case: {
      what: 'The name was all capitals or all small and is now written as names are.',
      why: '"Dear SMITH" reads like a machine wrote it.',
      do: 'Nothing; it is mended. Names with mixed case are left alone.',
    },
    swapped: {
      what: 'First and last name seem to have changed places.',
      why: '"Dear Smith," addresses the wrong half.',
      do: 'Compare with the e-mail address; if the whole list is so, swap the columns with --map.',
    },
  },
  start(options, run) {
    const isNobody = wordSet(options.placeholders);
    const isGivenNameOfNobody = wordSet(options.placeholders.flatMap(beginnings));
    const isNoGivenName = wordSet(options.placeholder_given_names);
    const isNoFamilyName = wordSet(options.placeholder_family_names);
    const isGibberish = gibberish(options.keyboard_runs);
    const isGivenName = wordSet(options.given_names);
    const isFamilyName = wordSet(options.family_names);
    const spell = speller(options);
    const harmless = shownIn(run, PARTS).map((part) => [part, cellsOf(part), cellMemo((text) => !standsForNobody(text, part) && !isGibberish(text) && isCapitalised(text))] as const);
    const [givenNames, familyNames] = [cellsOf('first_name'), cellsOf('last_name')];
    const inGiven = cellMemo((text) => (isGivenNameOfNobody(text) ? MAY_BE_NOBODY : 0) | (text.endsWith(',') ? ENDS_IN_COMMA : 0));
    const readsAsGiven = cellMemo(isGivenName);

    function standsForNobody(text: string, part: NamePart): boolean {
      if (text.charCodeAt(0) === 0x3c && TEST_LEAD.test(text)) return true;
      if (part === 'first_name') return isNoGivenName(text);
      return part === 'last_name' ? isNoFamilyName(text) : isNobody(text);
    }

    function lookAt(at: Cell, part: NamePart, country: string, find: Find<Problem>): void {
      if (standsForNobody(at.text, part)) return find('placeholder', at, { leaves: 'unusable' });
      if (isGibberish(at.text)) return find('gibberish', at, { leaves: 'doubtful' });
      const spelt = spell(at.text, part, country);
      if (spelt !== at.text) find('case', at, { fix: spelt });
    }

    /** First and last name that are harmless alone and nobody together: John + Doe, Null + Null. */
    function lookAtBoth(lead: Lead, find: Find<Problem>): void {
      const given = givenNames(lead)[0];
      if (given === undefined || given.isEmpty) return;
      const family = familyNames(lead)[0];
      const alone = family === undefined || family.isEmpty;
      const says = inGiven(given);
      if (alone ? isNobody(given.text) : (says & MAY_BE_NOBODY) !== 0 && isNobody(`${given.text} ${family.text}`)) {
        if (given.state !== 'unusable') find('placeholder', given, { leaves: 'unusable' });
        if (!alone && family.state !== 'unusable') find('placeholder', family, { leaves: 'unusable' });
      } else if (!alone && given.state === 'usable' && ((says & ENDS_IN_COMMA) !== 0 || readsAsGiven(family)) && areSwapped(given.text, family.text, lead)) {
        find('swapped', given, { hint: `first and last name swapped: ${family.text} ${given.text.replace(/,$/, '')}?` });
      }
    }

    function areSwapped(given: string, family: string, lead: Lead): boolean {
      if (given.endsWith(',') && COMMA_AT_END.test(given)) return true;
      if (!isGivenName(family) || isGivenName(given)) return false;
      return isFamilyName(given) || isFamilyThenGiven(given, family, lead.value('email'));
    }

    return (lead, find) => {
      for (const [part, cells, isHarmless] of harmless)
        for (const at of cells(lead)) if (!at.isEmpty && !isHarmless(at)) lookAt(at, part, lead.country || run.country, find);
      lookAtBoth(lead, find);
    };
  },
};

/** `john`, `john q` of `john q public`. */
function beginnings(whole: string): string[] {
  const words = whole.split(' ');
  return words.slice(1).map((_, at) => words.slice(0, at + 1).join(' '));
}

/** Whether the address names them the other way round than the columns do: Weber | Anna, anna.weber@. */
function isFamilyThenGiven(given: string, family: string, email: string): boolean {
  const local = email.slice(0, Math.max(0, email.lastIndexOf('@'))).toLowerCase();
  return local.length === given.length + family.length + 1 && local.startsWith(family.toLowerCase())
    && local.endsWith(given.toLowerCase()) && /[._-]/.test(local.charAt(family.length));
}
