import type { Check, TroubleKind } from '../types.js';

type Problem = TroubleKind;

/** Says what the reader had to say of the record's shape. */
export const row: Check<Problem> = {
  name: 'row',
  scope: 'lead',
  problems: {
    unreadable: {
      what: 'The record could not be read as a row.',
      why: 'Its cells cannot be told apart; its raw text is in the first cell.',
      do: 'Look at the line given in lc_line and repair it by hand, or ask the vendor for the row again.',
    },
    ragged: {
      what: 'The row has more or fewer cells than the header.',
      why: 'Cells may stand under the wrong header.',
      do: 'Compare the row with the header; an unquoted comma or line break in a cell is the usual cause.',
    },
    blank: { what: 'Nothing stands in the row.', why: 'There is no lead in it.', do: 'Nothing; it is left out.' },
    'repeated-header': {
      what: 'The header line stands here again.',
      why: 'Several exports were put together; imported, it becomes a lead named "First Name".',
      do: 'Nothing; it is left out.',
    },
    encoding: {
      what: 'The row has bytes that are not in the encoding of the list.',
      why: 'Names and addresses with accents are spoilt.',
      do: 'Compare with the source, or scan again with --encoding.',
    },
  },
  start: () => (lead, find) => {
    for (const trouble of lead.row.trouble) {
      const cell = trouble.column === undefined ? undefined : lead.cells.find((candidate) => candidate.column === trouble.column);
      // Spoilt letters in a column that is no field do the lead no harm.
      if (trouble.kind === 'encoding' && trouble.column !== undefined && cell === undefined) continue;
      find(trouble.kind, cell === undefined ? { hint: trouble.detail } : { cell, hint: trouble.detail });
    }
  },
};
