import { expect, it } from 'vitest';
import { surveyDates } from '../../src/columns/date-order.js';
import type { DateOrder } from '../../src/types.js';

it.each<[string, readonly string[], DateOrder | null, number]>([
  ['the day first', ['03/04/2024', '25/04/2024'], 'dmy', 0],
  ['the month first', ['03/04/2024', '04/25/2024'], 'mdy', 0],
  ['the year first', ['04/03/04', '99/12/31'], 'ymd', 0],
  ['only ambiguous', ['03/04/2024', '05/06/2024'], null, 1],
  ['proof both ways', ['03/04/2024', '25/04/2024', '04/25/2024'], null, 1],
  ['nothing to settle', ['2024-03-04', '', 'soon', '3 March 2024'], null, 0],
  ['no cells', [], null, 0],
])('%s', (_, cells, order, warnings) => {
  const survey = surveyDates([null, 'created_at', 'email']);
  for (const cell of cells) for (let column = 0; column < 3; column++) survey.see(column, cell);
  expect(survey.orders()).toEqual([null, order, null]);
  expect(survey.warnings(['a', 'Created', 'c'])).toHaveLength(warnings);
  expect(survey.orders('mdy')).toEqual([null, 'mdy', null]);
});

it('keeps columns apart and names them', () => {
  const survey = surveyDates(['created_at', 'consent_at']);
  survey.see(0, '25/04/2024');
  survey.see(1, '03/04/2024');
  expect(survey.orders()).toEqual(['dmy', null]);
  expect(survey.warnings(['Created', 'Opt-in time'])[0]).toContain('Opt-in time');
});
