import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from './bytes.js';

const HEADERS = ['First Name,Last Name,Email,Phone,Company', 'Vorname,Nachname,E-Mail,Telefon,Firma', 'id,name,mail,tel,org'];
const AROUND = ['', ',,,,', 'Leads of May', 'Report:,Leads,,,', 'Exported on 2026-05-03', 'Total,,,,3', '# a remark', '-----', 'Person,,Reach,,Firm', '"Dear all, please find the list below."'];
/** Rows with an address of their own: whole, short, long, without a name, with quotes and line breaks. */
const LEADS: readonly ((mail: string) => string)[] = [
  (mail) => `Ann,Lee,${mail},+1 212 736 5000,Acme`, (mail) => `Bob,Ray,${mail},+1 212 736 5001,"Globex, Inc"`, (mail) => `,,${mail},,`, (mail) => `Cyd,${mail}`, (mail) => mail,
  (mail) => `Dan,Orr,${mail},+1 212 736 5002,Umbra, Ltd`, (mail) => `"Eve ""E"" Poe",Poe,${mail},,`, (mail) => `Fay,"Two\nlines",${mail},+1 212 736 5003,Hooli`, (mail) => `Gus,5" screen,${mail},+1 212 736 5004,Init`, (mail) => `unknown,n/a,${mail},-,none`,
];

/** The addresses that are in no row of the list and of which nothing is said. */
async function lost(lines: readonly string[], count: number, end: string): Promise<string[]> {
  const text = lines.join('\n').replaceAll('\n', end) + end;
  const { list, rows } = await readText(text);
  const said = list.warnings.some((one) => one.includes('above the header')) ? list.info.preamble.filter((one) => one.split(' ').length < 4) : [];
  const cells = [...rows.flatMap((row) => row.cells), ...said].join('\n');
  return Array.from({ length: count }, (_, i) => `lead${i}@acme${i}.com`).filter((mail) => !cells.includes(mail));
}

test('every address of a lead is in a row, whatever stands around it', async () => {
  const line = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...LEADS) }, { weight: 1, arbitrary: fc.constantFrom(...AROUND) }, { weight: 1, arbitrary: fc.constantFrom(...HEADERS) });
  const runs = Number(process.env['FUZZ_RUNS'] ?? 400);
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...AROUND), { maxLength: 3 }), fc.option(fc.constantFrom(...HEADERS)), fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r'), async (before, header, body, end) => {
    let count = 0;
    const lines = [...before, ...(header === null ? [] : [header]), ...body.map((one) => (typeof one === 'string' ? one : one(`lead${count}@acme${count++}.com`)))];
    if (lines.every((one) => one.trim() === '')) return;
    expect(await lost(lines, count, end)).toEqual([]);
  }), { numRuns: runs });
});
