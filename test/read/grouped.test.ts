import { expect, test } from 'vitest';
import { readText } from './bytes.js';

const ROWS = ['1,Ann,Lee,ann@acme.com,+1 415 555 2671,Acme', '2,Bob,Ray,bob@acme.com,+1 415 555 2672,Globex', '3,Cyd,Fox,cyd@acme.com,+1 415 555 2673,Initech'];
const NAMES = 'ID,First,Last,Email,Phone,Name';

test.each([
  ['groups over names', [',Person,,Reach,,Firm', NAMES], 'ID|Person First|Person Last|Reach Email|Reach Phone|Firm Name', 3],
  ['groups over names, under a title', ['Spring fair', '', ',Person,,Reach,,Firm', NAMES], 'ID|Person First|Person Last|Reach Email|Reach Phone|Firm Name', 3],
  ['a question over its parts', ['ID,Who are you?,,How can we reach you?,,Name', ',First,Last,Email,Phone,'], 'ID|Who are you? First|Who are you? Last|How can we reach you? Email|How can we reach you? Phone|Name', 3],
  ['a blank line between', [',Person,,Reach,,Firm', '', NAMES], 'ID|First|Last|Email|Phone|Name', 3],
  ['a title', ['Spring fair,,,,,', NAMES], 'ID|First|Last|Email|Phone|Name', 3],
  ['what and its value', ['Report,Leads,,,,', NAMES], 'ID|First|Last|Email|Phone|Name', 3],
  ['a day', ['Exported,,,2026-05-03,,', NAMES], 'ID|First|Last|Email|Phone|Name', 3],
  ['a lead under a header with a gap', ['ID,First,Last,Email,Phone,', ',Dee,Orr,,,Umbra'], 'ID|First|Last|Email|Phone|', 4],
  ['a lead with a remark for an address, under a gap elsewhere', ['ID,,Last,Email,Phone,Name', ',x,Orr,ask her,,Umbra'], 'ID||Last|Email|Phone|Name', 4],
  ['a lead with its address', ['ID,First,Last,Email,Phone,', ',Dee,Orr,dee@acme.com,,Umbra'], 'ID|First|Last|Email|Phone|', 4],
])('%s', async (_, lines, header, rows) => {
  const read = await readText(`${[...lines, ...ROWS].join('\n')}\n`);
  expect([read.list.header.join('|'), read.rows.length]).toEqual([header, rows]);
});
