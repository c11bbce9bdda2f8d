import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { workbookAsCsv } from '../../src/read/workbook.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A workbook of one sheet; style 1 is a date with a time. */
async function csvOf(rows: string, damage: (bytes: Buffer) => void = () => {}): Promise<string> {
  const bytes = Buffer.from(zipSync({
    '[Content_Types].xml': Buffer.from(`<Types xmlns="${PACKAGE}/content-types"/>`),
    'xl/workbook.xml': Buffer.from(`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Leads" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': Buffer.from(`<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`),
    'xl/styles.xml': Buffer.from(`<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`),
    'xl/worksheets/sheet1.xml': Buffer.from(`<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`),
    'xl/theme/theme1.xml': Buffer.from('<theme/>'),
  }, { level: 0 }));
  damage(bytes);
  async function* chunks(): AsyncGenerator<Buffer> {
    yield bytes;
  }
  return (await workbookAsCsv(chunks(), 'leads.xlsx')).csv.toString();
}

const text = (place: string, content: string): string => `<c r="${place}" t="inlineStr"><is><t>${content}</t></is></c>`;

test('rows of a sheet in which nothing stands are blank lines', async () => {
  expect(await csvOf(`<row r="2">${text('A2', 'Name')}${text('B2', 'Email')}</row><row r="4">${text('B4', 'a@x.com')}</row>`)).toBe('\nName,Email\n\n,a@x.com');
});

test.each([['46085', '2026-03-04'], ['46085.212581018517', '2026-03-04 05:06:07'], ['46085.99999999', '2026-03-05']])('the day %s is %s, to the second', async (days, written) => {
  expect(await csvOf(`<row r="1">${text('A1', 'Created')}</row><row r="2"><c r="A2" s="1"><v>${days}</v></c></row>`)).toBe(`Created\n${written}`);
});

test('a byte of a sheet that is not what the workbook says of it', async () => {
  const rows = `<row r="1">${text('A1', 'Name')}</row><row r="2">${text('A2', 'Ann Lee')}</row>`;
  const change = (from: string, to: string) => (bytes: Buffer): void => { bytes.write(to, bytes.indexOf(from), 'latin1'); };
  await expect(csvOf(rows, change('Ann Lee', 'Anx Lee'))).rejects.toMatchObject({ exit: 3 });
  expect(await csvOf(rows, change('<theme/>', '<thxme/>'))).toBe('Name\nAnn Lee');
});
