import type { Cell, Check, Code, Field, Lead } from '../types.js';
import { readAmount } from '../values/amount.js';
import { memo } from '../values/memo.js';
import { phraseFinder } from '../values/phrases.js';
import { namesTime } from '../values/timeline.js';
import { titleReader, type Level, type TitleWords } from '../values/title.js';

type Problem = 'decision-maker' | 'business-email' | 'budget' | 'authority' | 'need' | 'timeline' | 'out-of-market';

interface Options {
  /** ISO 3166-1 alpha-2 codes of the countries you sell to; empty: all. */
  readonly markets: readonly string[];
  readonly titles: TitleWords;
  /** Whole texts that say nothing or no (`tbd`, `none`, `not sure`). */
  readonly unstated: readonly string[];
  /** What a text says that speaks of no need. */
  readonly no_need: readonly string[];
  readonly negations: readonly string[];
  readonly yes: readonly string[];
  readonly budget: readonly string[];
  readonly authority: readonly string[];
  readonly timeline: readonly string[];
}

const DECIDING: ReadonlySet<Level> = new Set<Level>(['owner', 'vp', 'director']);
const NOT_BUSINESS: readonly Code[] = [
  'email/free', 'email/role', 'email/relay', 'email/disposable', 'email/typo', 'email/placeholder', 'email/special-use', 'email/unknown-tld',
];

/** Whether this is somebody one sells to: who they are, and what they said of budget, authority, need and timing. */
export const fit: Check<Problem, Options> = {
  name: 'fit',
  scope: 'lead',
  problems: {
    'decision-maker': {
      what: 'The job title is that of an owner, executive, head of department or director.',
      why: 'They can decide; assistants to them and former ones cannot.',
      do: 'Address them directly.',
    },
    'business-email': {
      what: 'The e-mail address is personal and at a company of its own.',
      why: 'It reaches one person at work, and ties the lead to a company.',
      do: 'Nothing: this is good news.',
    },
    budget: { what: 'A budget is stated.', why: 'It is one of the four signs of a qualified lead.', do: 'Check it against what you sell.' },
    authority: { what: 'The person is said to decide, or to hold a position that does.', why: 'It is one of the four signs of a qualified lead.', do: 'Confirm it in the first talk.' },
    need: { what: 'A need is stated.', why: 'It is one of the four signs of a qualified lead.', do: 'Open with it.' },
    timeline: { what: 'A time is stated by which they mean to act.', why: 'It is one of the four signs of a qualified lead.', do: 'Plan the follow-up by it.' },
    'out-of-market': {
      what: 'The country is none of those the rules name as markets.',
      why: 'You cannot serve this lead, or not well.',
      do: 'Pass it on to a partner, or leave it out; the list is options.fit.markets.',
    },
  },
  start(options) {
    const level = titleReader(options.titles);
    const unstated = phraseFinder(options.unstated.map((text) => `=${text}`));
    const no = phraseFinder(options.negations);
    const noNeed = phraseFinder(options.no_need);
    const yes = phraseFinder(options.yes.map((word) => `=${word}`));
    const stated = (says: (text: string) => boolean): ((text: string) => boolean) => memo((text) => !unstated(text) && says(text));
    const inWords = (phrases: readonly string[]): ((text: string) => boolean) => phraseFinder(phrases, options.negations);

    const budgetWords = inWords(options.budget), authorityWords = inWords(options.authority), timelineWords = inWords(options.timeline);
    const facts: readonly (readonly [Problem & Field, (text: string) => boolean])[] = [
      ['budget', stated((text) => !no(text) && (readAmount(text) > 0 || yes(text) || budgetWords(text)))],
      ['authority', stated((text) => !no(text) && (yes(text) || authorityWords(text) || DECIDING.has(level(text))))],
      ['need', stated((text) => !noNeed(text) && /\p{L}{2}/u.test(text))],
      ['timeline', stated((text) => !no(text) && (timelineWords(text) || namesTime(text)))],
    ];
    const markets = new Set(options.markets.map((country) => country.toUpperCase()));
    const decides = (text: string): boolean => DECIDING.has(level(text));

    return (lead, find) => {
      const title = first(lead, 'title', decides);
      if (title !== undefined) find('decision-maker', { cell: title });
      const email = lead.first('email');
      if (email !== undefined && !NOT_BUSINESS.some((code) => lead.has(code))) find('business-email', { cell: email });
      for (const [field, says] of facts) {
        const cell = first(lead, field, says);
        if (cell !== undefined) find(field, { cell });
      }
      if (markets.size > 0 && lead.country !== '' && !markets.has(lead.country)) find('out-of-market', { field: 'country' });
    };
  },
};

function first(lead: Lead, field: Field, says: (text: string) => boolean): Cell | undefined {
  for (const cell of lead.of(field)) if (!cell.isEmpty && says(cell.text)) return cell;
  return undefined;
}
