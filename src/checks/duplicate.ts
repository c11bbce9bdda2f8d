import type { Check } from '../types.js';

type Problem = 'exact';

/** Decided in row order by src/duplicates, which remembers the rows before; here are only its words. */
export const duplicate: Check<Problem> = {
  name: 'duplicate',
  scope: 'list',
  problems: {
    exact: {
      what: 'The same person stands further up: same e-mail address, or same phone and name, or same name, company and postal code where both rows have no contact data.',
      why: 'Importing it twice means mailing and calling the same person twice, and paying for the name twice.',
      do: 'Nothing: the first row is kept, lc_duplicate_of names its line.',
    },
  },
  start: () => () => {},
};
