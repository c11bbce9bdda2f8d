import type { Check } from '../types.js';

type Problem = 'exact' | 'likely' | 'known' | 'merged';

/** Decided in row order by src/duplicates, which remembers the rows before; here are only its words. */
export const duplicate: Check<Problem> = {
  name: 'duplicate',
  scope: 'list',
  problems: {
    exact: {
      what: 'Another row is the same person: same e-mail address (but not with plainly different names), or same phone and name, or same name, company and postal code where both rows have no contact data.',
      why: 'Importing it twice means mailing and calling the same person twice, and paying for the name twice.',
      do: 'Nothing: one of the rows is kept (--keep says which), lc_duplicate_of names its line.',
    },
    likely: {
      what: 'Another row is probably the same person, written differently: a nickname, a typing error, another address of theirs.',
      why: 'It is likely that one person would be contacted twice; it is not certain.',
      do: 'Compare it with the row named in lc_duplicate_of; the hint says what agrees and what differs. Merge the two or keep both.',
    },
    known: {
      what: 'This person is in a list of people you already have (--against).',
      why: 'Paying for them and importing them again brings nothing, and overwrites what you know.',
      do: 'Do not import; lc_duplicate_of names the line in your own list.',
    },
    merged: {
      what: 'An empty cell was filled from a duplicate of this row (--merge fill).',
      why: 'Each of the duplicates may know something the best of them lacks.',
      do: 'Nothing: the hint names the line it came from. What the row said itself is never overwritten.',
    },
  },
  start: () => () => {},
};
