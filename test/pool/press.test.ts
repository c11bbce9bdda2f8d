import { expect, it } from 'vitest';
import { scan } from '../scan.js';

/** Rows end in two empty cells the header does not have; every second one is fixed. */
const TOO_MANY = 'Email,First Name,Company\nann@acme.com,Ann,Acme,,\nBob@Acme.com,Bob,"Acme, Ltd",,\n';

it('empty cells too many are not written: what leadclean adds stays under its header', async () => {
  const scanned = await scan({ 'list.csv': TOO_MANY }, { keep: 'first' });
  expect(scanned.all().map((row) => [row['Email'], row['Company'], row['lc_line']])).toEqual([['ann@acme.com', 'Acme', '2'], ['bob@acme.com', 'Acme, Ltd', '3']]);
});

it('what lies around a fixed cell goes out as it came in', async () => {
  const scanned = await scan({ 'list.csv': 'Id,Email,Company\n"1",Ann@Acme.com,"Acme"\n' });
  expect(scanned.file('list.cleaned.csv')).toContain('\n"1",ann@acme.com,"Acme",2,');
});
