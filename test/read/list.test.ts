import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { openList } from '../../src/read/list.js';
import { openText, readText, rowsOf } from './bytes.js';

const folder = mkdtempSync(join(tmpdir(), 'leadclean-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const open = (path: string): ReturnType<typeof openList> => openList(path, { header: true, stdin: () => process.stdin });

const people = (delimiter: string): string => ['Name,Email,City', 'Ann,a@x.com,Köln', 'Bob,b@x.com,Rome', 'Cy,c@x.com,Oslo'].join('\n').replaceAll(',', delimiter);

describe('the dialect is told from the content', () => {
  test.each([
    ['comma', people(','), ',', '"', 3],
    ['semicolon, with commas in the cells', 'Name;City;Price\nAnn;Köln, DE;1,5\nBob;Rome, IT;2,5\n', ';', '"', 3],
    ['tab', people('\t'), '\t', '"', 3],
    ['pipe', people('|'), '|', '"', 3],
    ['two characters', people('||'), '||', '"', 3],
    ['comma and space', people(', '), ', ', '"', 3],
    ['caret', people('^'), '^', '"', 3],
    ['a full-width comma', people('，'), '，', '"', 3],
    ['an Arabic comma', people('،'), '،', '"', 3],
    ['named in the first line', `sep=;\n${people(';')}`, ';', '"', 3],
    ['apostrophes around cells', "Name,Note,City\nAnn,'a, b',Köln\nBob,'c, d',Rome\nCy,'it''s, e',Oslo\n", ',', "'", 3],
    ['apostrophes before numbers are none', "Phone,Name\n'+1 512 555 0100,Ann\n'+1 512 555 0101,Bob\n'+1 512 555 0102,Cy\n", ',', '"', 2],
    ['one column with commas in it', 'Name\nSmith, Ann\nJones, Bob\nDoe, Cy\n', ';', '"', 1],
    ['each line in quotes', '"Name,Email"\n"Ann,a@x.com"\n"Bob ""B"" Jones,b@x.com"\n', ',', '"', 2],
  ])('%s', async (_, text, delimiter, quote, width) => {
    const { list, rows } = await readText(text);
    expect([list.info.delimiter, list.info.quote, list.header.length]).toEqual([delimiter, quote, width]);
    expect(rows.flatMap((row) => row.trouble)).toEqual([]);
    expect(rows.every((row) => row.cells.every((cell) => cell !== ''))).toBe(true);
  });

  test('quotes that never close are text, and said', async () => {
    const text = 'Name,Email,City\n"Ann,a@x.com,Rome\n"Bob,b@x.com,Oslo\n"Cy,c@x.com,Bonn\n"Dee,d@x.com,Cork\n';
    const { list, rows } = await readText(text);
    expect([list.info.quote, rows.map((row) => [row.cells[0], ...row.trouble].join(' '))]).toEqual(['', ['"Ann ragged', '"Bob ragged', '"Cy ragged', '"Dee ragged']]);
    expect((await readText(text, { quote: '' })).rows.flatMap((row) => row.trouble)).toEqual([]);
  });

  test('apostrophes around most cells are quotes, and within a cell they are text', async () => {
    const { rows } = await readText("Name,Email,City\n'Ann','a@x.com','Rome'\n'Bob','b@x.com','L'Aquila'\n'Cy','c@x.com','Bonn'\nO'Neill,d@x.com,'Cork'\n'Eve,e@x.com,'Graz'\n");
    expect(rows.map((row) => [...row.cells, ...row.trouble].join('|'))).toEqual(['Ann|a@x.com|Rome', "Bob|b@x.com|L'Aquila", 'Cy|c@x.com|Bonn', "O'Neill|d@x.com|Cork", "'Eve|e@x.com|Graz|ragged"]);
  });

  test('backslash escapes', async () => {
    const { list, rows } = await readText('a,b\n1,"say \\"x\\", please"\n2,"\\"y\\", he said"\n');
    expect([list.info.escape, rows.map((row) => row.cells[1])]).toEqual(['backslash', ['say "x", please', '"y", he said']]);
  });

  test.each([['LF', '\n'], ['CRLF', '\r\n'], ['CR', '\r']])('line ends: %s', async (name, end) => {
    const { list, rows } = await readText(people(',').replaceAll('\n', end));
    expect([list.info.lineEnd, rows.length, rows[2]?.line]).toEqual([name, 3, 4]);
  });

  test('mixed line ends', async () => {
    const { list, rows } = await readText('a,b\r\n1,2\n3,4\r5,6\r\n7,8\n');
    expect([list.info.lineEnd, rows.map((row) => row.cells.join())]).toEqual(['mixed', ['1,2', '3,4', '5,6', '7,8']]);
  });
});

test.each([
  ['blank lines after the header', 'Name,Email\n\n\nAnn,a@x.com\n\nBob,b@x.com\n', [4, 6]],
  ['a header of two lines', '"Full\nName",Email\nAnn,a@x.com\nBob,b@x.com\n', [3, 4]],
  ['a preamble', 'Contacts\n\nName,Email,City\n\nAnn,a@x.com,Rome\nBob,b@x.com,"Oslo\nNorway"\nCy,c@x.com,Bonn\n', [5, 6, 8]],
])('the line of each record: %s', async (_, text, lines) => {
  expect((await readText(text)).rows.map((row) => row.line)).toEqual(lines);
});

describe('the header is found', () => {
  test.each([
    ['in the first line', people(','), 1, 3],
    ['after empty lines', `\n\n${people(',')}`, 3, 3],
    ['after a row of delimiters', `,,\n${people(',')}`, 2, 3],
    ['after a note', `Notes:\n"When exporting, some addresses\nare missing"\n\n${people(',')}`, 5, 3],
    ['after a report title and a date', `Lead report,,\nGenerated on,2024-01-01,\n,,\n${people(',')}`, 4, 3],
    ['after remarks', `# exported\n# by hand\n${people(',')}`, 3, 3],
    ['nowhere: the first row is a person', 'Ann,a@x.com,Köln\nBob,b@x.com,Rome\n', 0, 2],
    ['nowhere: dates and numbers', '2024-01-02,10:00,5,$3.50\n2024-01-03,11:00,7,$4.50\n', 0, 2],
    ['nowhere, in one column', 'a@x.com\nb@x.com\n', 0, 2],
    ['with a year for a name', 'Name,2024,City\nAnn,yes,Rome\nBob,no,Oslo\n', 1, 2],
    ['alone', 'Name,Email,City\n', 1, 0],
    ['wider than the rows', 'Name,Email,City,Fax\nAnn,a@x.com,Rome\n', 1, 1],
  ])('%s', async (_, text, line, count) => {
    const { list, rows } = await readText(text);
    expect([list.info.headerLine, rows.length]).toEqual([line, count]);
  });

  test('columns without a header have names', async () => {
    expect((await openText('Ann,a@x.com\nBob,b@x.com\n')).header).toEqual(['column_1', 'column_2']);
    expect((await openText('Name,Email\n0,Ann,a@x.com\n1,Bob,b@x.com\n2,Cy,c@x.com\n')).header).toEqual(['column_1', 'Name', 'Email']);
    expect((await openText(people(','), { header: false })).header).toEqual(['column_1', 'column_2', 'column_3']);
  });

  test('the header twice at the top is one header', async () => {
    const { list, rows } = await readText('a,b\na,b\n1,2\n');
    expect([list.info.headerRows.length, list.info.headerLine, rows.map((row) => row.line)]).toEqual([2, 1, [3]]);
  });

  test('remarks further down are no rows, unless they name somebody', async () => {
    expect((await readText(`# by hand\n${people(',')}\n#Di,d@x.com\n# of 2026-05-03, 10:15\nEve,e@x.com,Graz`)).rows.map((row) => [row.cells[0], ...row.trouble].join(' '))).toEqual(['Ann', 'Bob', 'Cy', '#Di ragged', 'Eve']);
    expect((await readText(`# by hand\n${people(',')}\n# remark, too\nDi,d@x.com,Bonn`)).rows.length).toBe(4);
  });
});

describe('several tables in one file', () => {
  test('a header with other columns begins a table that is set apart', async () => {
    const { rows } = await readText(`${people(',')}\nName,Email,Phone,Fax\nDi,d@x.com,1,2\n`);
    expect(rows.map((row) => row.trouble.join())).toEqual(['', '', '', 'repeated-header', 'unreadable']);
    expect(rows.at(-1)?.cells).toEqual(['Di,d@x.com,1,2', '', '']);
  });
  test('the own header goes on with the list', async () => {
    const { rows } = await readText(`${people(',')}\n${people(',')}\n`);
    expect(rows.map((row) => row.trouble.join())).toEqual(['', '', '', 'repeated-header', '', '', '']);
  });
});

describe('a title over two columns', () => {
  test.each([
    ['Export of 3 May\nName,Email\nAnn Lee,ann@acme.com\nBob Ray,bob@acme.com\n', ',', 'Name|Email', 2],
    ['Unsere Kontakte\n\nName;Telefon\nAnn Lee;030 1234567\nBob Ray;030 7654321\n', ';', 'Name|Telefon', 2],
    ['Name\nLee, Ann\nRay, Bob\nFox, Cyd\n', null, 'Name', 3],
    ['Company\nAcme, Inc\nGlobex, Ltd\n', null, 'Company', 2],
    ['Email\nann@acme.com,\nbob@acme.com,\n', ',', 'Email', 2],
    ['Name,Email,Company,Phone\nAnn,ann@acme.com,Acme,+1 212 736 5000\n\n--\nJo Seller\nSales, DataHouse\nBerlin\n', ',', 'Name|Email|Company|Phone', 5],
    ['Address\n1 Main St; Rome\nsomewhere\nnowhere\n', null, 'Address', 3],
  ])('%j', async (text, delimiter, header, rows) => {
    const read = await readText(text);
    expect([read.list.header.join('|'), read.rows.length]).toEqual([header, rows]);
    if (delimiter !== null) expect(read.list.info.delimiter).toBe(delimiter);
  });
});

describe('encodings', () => {
  const text = people(',');
  const wide = Buffer.from(text, 'utf16le');
  const swapped = Buffer.from(wide).swap16();
  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), 'utf-16le'],
    ['UTF-16 BE with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]), 'utf-16be'],
    ['UTF-16 LE', wide, 'utf-16le'],
    ['UTF-16 BE', swapped, 'utf-16be'],
    ['Windows-1252', Buffer.from(text, 'latin1'), 'windows-1252'],
    ['UTF-8 with a byte that is none', Buffer.concat([Buffer.from(text), Buffer.from('\nJ\u00fcrgen,j@x.com,Bonn\n', 'latin1')]), 'utf-8'],
    ['Macintosh', Buffer.concat([Buffer.from(text.replace('ö', '\u009a'), 'latin1'), Buffer.from('\nJ\u009frgen M\u009fller,j@x.com,M\u009fnchen\nRen\u008e,r@x.com,Orl\u008eans\n', 'latin1')]), 'macintosh'],
  ])('%s', async (_, bytes, encoding) => {
    const { list, rows } = await readText(bytes, { chunk: 3 });
    expect([list.info.encoding, list.header[0], rows[0]?.cells[2]]).toEqual([encoding, 'Name', 'Köln']);
  });

  test.each([
    ['Cyrillic', 'c8e2e0ed20cfe5f2f0eee220cceef1eae2e0', 'Иван Петров Москва', 'windows-1251'],
    ['Polish', '4d61b3676f727a617461208c7769ea747920a3f3649f', 'Małgorzata Święty Łódź', 'windows-1250'],
    ['Czech', '4a69f8ed2044766ff8e16b20506c7a65f22052f99e69e86b6f76e1', 'Jiří Dvořák Plzeň Růžičková', 'windows-1250'],
    ['Greek', 'c3e9fef1e3eff220d0e1f0e1e4fcf0eff5ebeff2', 'Γιώργος Παπαδόπουλος', 'iso-8859-7'],
    ['Turkish', '4179fe6520d67a74fc726b2045736b69fe656869722049f064fd72', 'Ayşe Öztürk Eskişehir Iğdır', 'windows-1254'],
    ['Japanese', '9363928691be9859208a948eae89ef8ed0835483938376838b20938c8b9e937382cd82b682df', '田中太郎 株式会社サンプル 東京都はじめ', 'shift_jis'],
    ['Chinese', 'cdf5ceb020b1b1bea9bfc6bcbcd3d0cfdeb9abcbbe20c9cfbaa3c3b3d2d7', '王伟 北京科技有限公司 上海贸易', 'gb18030'],
    ['French in ISO-8859-15', '4ce965206c27bd7576726520313020a4', "Lée l'œuvre 10 €", 'iso-8859-15'],
    ['Taiwanese', 'b3afa46aa4e520b3afa4f3aff9b77e20aa4cacfcacc2', '陳大文 陳氏茶業 林美玲', 'big5'],
    ['German, of DOS', '4a817267656e204d816c6c6572204b946c6e', 'Jürgen Müller Köln', 'ibm850'],
    ['Danish, of DOS', '539b72656e204a9b7267656e73656e208f72687573', 'Søren Jørgensen Århus', 'ibm850'],
    ['Italian, of DOS', '4e6963636f6c9520466f726c8d2043616e7497', 'Niccolò Forlì Cantù', 'ibm850'],
    ['Polish, of DOS', '9d756b61737a20976c697761209da264ab204b72616ba277', 'Łukasz Śliwa Łódź Kraków', 'ibm852'],
    ['Hungarian, of DOS', '45727a738262657420537a8b6b652047798b72', 'Erzsébet Szőke Győr', 'ibm852'],
    ['Russian, of DOS', '80adada02088a2a0adaea2a0208caee1aaa2a0', 'Анна Иванова Москва', 'ibm866'],
    ['Thai', 'cac1aad2c220a8d1b9b7c3ec20a1c3d8a7e0b7be20c1cbd2b9a4c3', 'สมชาย จันทร์ กรุงเทพ มหานคร', 'windows-874'],
    ['Swedish', 'c5736120536af662657267204d616c6df6', 'Åsa Sjöberg Malmö', 'windows-1252'],
    ['Korean', 'b1e8c3b6bcf620bbefbcbac0fcc0da20c7f6b4ebc0dab5bfc2f7', '김철수 삼성전자 현대자동차', 'euc-kr'],
  ])('%s', async (_, hex, expected, encoding) => {
    const name = Buffer.from(hex, 'hex');
    const bytes = Buffer.concat([Buffer.from('Name,Email\n'), ...Array.from({ length: 8 }, (_each, i) => Buffer.concat([name, Buffer.from(`,p${i}@x.com\n`)]))]);
    const { list, rows } = await readText(bytes);
    expect([list.info.encoding, rows[0]?.cells[0]]).toEqual([encoding, expected]);
  });

  // The detector says the same of all encodings with several bytes a character when it has seen a few of them.
  test.each([
    ['Japanese, with companies', '8e8196bc2c456d61696c0a8db293a1208c9288ea2c6b2e7361746f40782e6a700a97e996d82089d48e712c7340782e6a700a8d828bb42092bc8e712c6e40782e6a700a', 'shift_jis'],
    ['Japanese', '8e8196bc2c456d61696c0a8e52936391be98592c6140782e636f6d0a97e996d889d48e712c6240782e636f6d0a8d828bb488ea98592c6340782e636f6d0a', 'shift_jis'],
    ['Chinese', 'd0d5c3fb2c456d61696c0acdf5d0a1c3f72c6140782e636f6d0ac0eec0d72c6240782e636f6d0ad5c5ceb02c6340782e636f6d0a', 'gb18030'],
    ['Taiwanese', 'a96da6572c456d61696c0ab3afa46aa4e52c6140782e636f6d0aaa4cacfcacc22c6240782e636f6d0a', 'big5'],
    ['Korean', 'c0ccb8a72c456d61696c0ab1e8c3b6bcf62c6140782e636f6d0ac0ccbfb5c8f12c6240782e636f6d0a', 'euc-kr'],
    ['Czech, whose letters could begin Japanese ones', '4e616d652c456d61696c0a8ae1726b61208e699e6b6f76e12c6140782e636f6d0a', 'windows-1252'],
  ])('a few words: %s', async (_, hex, encoding) => {
    expect((await readText(Buffer.from(hex, 'hex'))).list.info.encoding).toBe(encoding);
  });

  test('the quotes and dashes of Windows-1252', async () => {
    const { rows } = await readText(Buffer.concat([Buffer.from('Name,City\nO'), Buffer.from([0x92]), Buffer.from('Neil '), Buffer.from([0x96]), Buffer.from(' Jos'), Buffer.from([0xe9]), Buffer.from(',Cork\n')]));
    expect(rows[0]?.cells[0]).toBe('O’Neil – José');
  });

  test('a choice wins; an unknown one is a usage error', async () => {
    expect((await readText(Buffer.from('a,b\n\xe9,1\n', 'latin1'), { encoding: 'iso-8859-2' })).rows[0]?.cells[0]).toBe('é');
    expect((await readText(Buffer.from('a,b\n\x82\xe1,1\n', 'latin1'), { encoding: 'CP437' })).rows[0]?.cells[0]).toBe('éß');
    await expect(openText('a,b\n1,2\n', { encoding: 'klingon' })).rejects.toMatchObject({ exit: 2 });
  });
});

describe('gzip and pipes', () => {
  const text = people(',');
  test('gzip, also of several members', async () => {
    const path = file('two.csv.gz', Buffer.concat([gzipSync(`${text}\n`), gzipSync('Di,d@x.com,Bonn\n')]));
    const list = await open(path);
    expect([list.info.compressed, (await rowsOf(list)).length]).toEqual(['gzip', 4]);
    expect(list.digest().bytes).toBe(list.info.bytes);
  });
  test('a ZIP archive with a list and what is no list beside it', async () => {
    const beside = Object.fromEntries(['README.txt', 'licence.txt', 'terms.pdf', 'Thumbs.db', '.DS_Store'].map((name) => [`sold/${name}`, Buffer.from('Thank you, and goodbye.')]));
    const list = await open(file('sold.zip', Buffer.from(zipSync({ ...beside, 'sold/licensees.csv': Buffer.from(text) }))));
    expect((await rowsOf(list)).length).toBe(3);
  });

  test('a ZIP archive with one list in it', async () => {
    const list = await open(file('one.zip', Buffer.from(zipSync({ '__MACOSX/._leads.csv': new Uint8Array([0, 5]), 'leads.csv': Buffer.from(text) }))));
    expect([list.info.compressed, (await rowsOf(list)).length]).toEqual(['zip', 3]);
  });
  test.each([
    ['with a password', ((bytes): Uint8Array => bytes.fill(1, 6, 7))(zipSync({ 'a.csv': Buffer.from(text) }))],
    ['with a damaged byte', ((bytes): Uint8Array => bytes.fill(88, 50, 51))(zipSync({ 'a.csv': [Buffer.from(text), { level: 0 }] }))],
    ['with two lists', zipSync({ 'a.csv': Buffer.from(text), 'b.csv': Buffer.from(text) })],
    ['in a ZIP archive', zipSync({ 'a.zip': zipSync({ 'a.csv': Buffer.from(text) }) })],
    ['with gzip in it', zipSync({ 'a.csv.gz': gzipSync(text) })],
    ['cut off', zipSync({ 'a.csv': [Buffer.from(Array.from({ length: 5000 }, (_, i) => `${i},a${i}@x.com`).join('\n')), { level: 9 }] }).subarray(0, 4000)],
  ])('a ZIP archive %s is an input error', async (_, bytes) => {
    await expect(open(file('bad.zip', Buffer.from(bytes))).then((list) => rowsOf(list))).rejects.toMatchObject({ exit: 3 });
  });
  test('a header in another delimiter, remarks before it, years among its names', async () => {
    const heads = ['Name;Email;City\nAnn,ann@x.com,Rome\nBob,bob@x.com,Oslo\nCyd,cyd@x.com,Bonn\n', '# ---\n# All leads\n# May\n# ---\n\nName,Email,City\nAnn,ann@x.com,Rome\nBob,bob@x.com,Oslo\n',
      'Name,Email,2024,2025\nAnn,ann@x.com,5,6\nBob,bob@x.com,7,8\nCyd,cyd@x.com,1,2\n', '"Name" , "Email" , "City"\n"Ann" , "ann@x.com" , "Rome, IT"\n"Bob" , "bob@x.com" , "Oslo"\n'];
    const read = await Promise.all(heads.map((text) => readText(text)));
    expect(read.map(({ list, rows }) => `${list.header.join('|')} ${rows.length}`)).toEqual(['Name|Email|City 3', 'Name|Email|City 2', 'Name|Email|2024|2025 3', 'Name|Email|City 2']);
    expect(read[3]?.rows[0]?.cells).toEqual(['Ann', 'ann@x.com', 'Rome, IT']);
  });

  test('a short first row that holds an address is no preamble', async () => {
    const { list, rows } = await readText('ann@x.com,Acme\nBob,Ray,bob@x.com,+1 212 736 5000,Globex\nCyd,Fox,cyd@x.com,+1 212 736 5001,Initech\n');
    expect([list.info.preamble, rows.map((row) => row.line)]).toEqual([[], [1, 2, 3]]);
  });

  test('a header that was sorted among the rows', async () => {
    const rows = ['Ann,ann@x.com,Rome', 'Bob,bob@x.com,Oslo', 'Cyd,cyd@x.com,Bonn'];
    const read = await readText(`${[...rows, 'Name,Email,City', 'Zoe,zoe@x.com,Graz'].join('\n')}\n`);
    expect([read.list.header, read.list.info.headerLine, read.rows.map(({ line, trouble }) => [line, ...trouble].join(' '))]).toEqual([['Name', 'Email', 'City'], 4, ['1', '2', '3', '4 repeated-header', '5']]);
  });

  test('a first row that is a lead is no header', async () => {
    for (const text of ['ann,lee,unknown\nbob,ray,bob@x.com\ncyd,fox,cyd@x.com\ndan,orr,dan@x.com\n', 'Ann Lee <ann@x.com>\nBob Ray <bob@x.com>\n', 'Ann,unknown,+1 212 736 5000\nBob,bob@x.com,+1 212 736 5001\nCyd,cyd@x.com,+1 212 736 5002\nDan,dan@x.com,+1 212 736 5003\n'])
      expect((await readText(text)).list.info.headerLine).toBe(0);
  });

  test('the first sheet of a workbook, or another', async () => {
    const sheet = (rows: string): Buffer => Buffer.from(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`);
    const inline = (texts: readonly string[]): string => `<row>${texts.map((one, i) => `<c r="${'ABC'[i]}1" t="inlineStr"><is><t>${one}</t></is></c>`).join('')}</row>`;
    const path = file('book.csv', Buffer.from(zipSync({
      '[Content_Types].xml': Buffer.from('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      'xl/workbook.xml': Buffer.from('<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Leads" sheetId="1" r:id="rId1"/><sheet name="Old" sheetId="2" r:id="rId2"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': Buffer.from('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>'),
      'xl/worksheets/sheet1.xml': sheet(inline(['Name', 'Email', 'Phone']) + '<row r="2"><c r="A2" t="inlineStr"><is><t>Smith, Ann</t></is></c><c r="B2" t="inlineStr"><is><t>a@x.com</t></is></c><c r="C2"><v>447911123456</v></c></row>'),
      'xl/worksheets/sheet2.xml': sheet(inline(['Name', 'Email', 'City'])),
    })));
    const list = await open(path);
    expect([list.info.compressed, list.header, (await rowsOf(list)).map((row) => row.cells)]).toEqual(['xlsx', ['Name', 'Email', 'Phone'], [['Smith, Ann', 'a@x.com', '447911123456']]]);
    expect(list.digest().bytes).toBe(list.info.bytes);
    expect((await openList(path, { header: true, stdin: () => process.stdin, sheet: 'Old' })).header).toEqual(['Name', 'Email', 'City']);
    await expect(openList(path, { header: true, stdin: () => process.stdin, sheet: 'New' })).rejects.toMatchObject({ exit: 2 });
    expect(list.warnings.some((one) => one.includes('"Old"'))).toBe(true);
  });

  test.each([
    ['a hidden sheet', '<sheet name="A &amp; B" state="hidden" sheetId="1" r:id="rId1"/>', '<row><c r="A1" t="inlineStr"><is><t>internal</t></is></c></row>'],
    ['an empty sheet', '<sheet name="Blank" sheetId="1" r:id="rId1"/>', ''],
  ])('%s before the list', async (_, first, rows) => {
    const sheet = (content: string): Buffer => Buffer.from(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${content}</sheetData></worksheet>`);
    const path = file('hidden.xlsx', Buffer.from(zipSync({
      '[Content_Types].xml': Buffer.from('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      'xl/workbook.xml': Buffer.from(`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${first}<sheet name="Leads" sheetId="2" r:id="rId2"/></sheets></workbook>`),
      'xl/_rels/workbook.xml.rels': Buffer.from('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>'),
      'xl/worksheets/sheet1.xml': sheet(rows), 'xl/worksheets/sheet2.xml': sheet('<row><c r="A1" t="inlineStr"><is><t>Email</t></is></c></row><row><c r="A2" t="inlineStr"><is><t>a@x.com</t></is></c></row>'),
    })));
    const list = await open(path);
    expect([list.header, (await rowsOf(list)).length]).toEqual([['Email'], 1]);
  });
  test('a cut gzip file is an input error', async () => {
    const path = file('cut.csv.gz', gzipSync(text.repeat(1000)).subarray(0, 60));
    await expect(open(path).then((list) => rowsOf(list))).rejects.toMatchObject({ exit: 3 });
  });
  test('standard input is read as a file is, kept for a second reading, and hashed', async () => {
    const list = await openText(text, { chunk: 5 });
    await list.keep();
    const first = await rowsOf(list, 1);
    expect(first).toEqual(await rowsOf(list));
    expect(first).toEqual(await rowsOf(await open(file('same.csv', text))));
    expect(list.digest()).toEqual({ bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') });
    await list.close();
  });
});

describe('what is no list is refused with exit 3', () => {
  test.each([
    ['nothing', ''], ['empty lines', '\n\n  \n'], ['PDF', '%PDF-1.7\n'], ['a broken workbook', 'PK\x03\x04....[Content_Types].xml'], ['a ZIP', 'PK\x03\x04....notes.txt'],
    ['an old workbook', '\xd0\xcf\x11\xe0\xa1\xb1'], ['a web page', '<!DOCTYPE html><html>'], ['a table of a web page', '<table><tr><td>a</td></tr>'], ['JSON', '{"leads": [1]}'], ['JSON lines', '[{"a": 1},\n{"a": 2}]'],
    ['remarks before a web page', '<!-- saved -->\n<html><body>Log in'],
    ['a dump of MySQL', '-- MySQL dump 10.13\n--\nDROP TABLE IF EXISTS `leads`;'], ['a dump of PostgreSQL', "--\n-- PostgreSQL database dump\n--\n\nSET statement_timeout = 0;\nCOPY public.leads (name, email) FROM stdin;\nAnn\ta@x.com\n"],
    ['SQL', "INSERT INTO leads VALUES ('Ann','a@x.com');\n"], ['a calendar', 'BEGIN:VCALENDAR\nATTENDEE:mailto:a@x.com\n'], ['a pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:4d\n'], ['nothing but zeros', '\0'.repeat(50)],
    ['an image','\x89PNG\r\n\x1a\n'], ['a tar archive', `leads.csv${'\0'.repeat(248)}ustar${'\0'.repeat(250)}name,email\n${'Ann,a@x.com\n'.repeat(900)}`], ['a binary', `a,b\n${'\x00\x01\x02\x7f'.repeat(50)}`],
  ])('%s', async (_, content) => {
    await expect(openText(Buffer.from(content, 'latin1'))).rejects.toMatchObject({ exit: 3 });
  });
  test('blank lines are the rows of one column where there is no header', async () => {
    const { list, rows } = await readText('\n\n', { header: false });
    expect([list.header, rows.map(({ line, cells, trouble }) => [line, ...cells, ...trouble.map((one) => one.split(':')[0])])]).toEqual([['column_1'], [[1, '', 'blank'], [2, '', 'blank']]]);
  });
  test('a missing file, a folder', async () => {
    await expect(open(join(folder, 'none.csv'))).rejects.toMatchObject({ exit: 3 });
    await expect(open(folder)).rejects.toMatchObject({ exit: 3 });
  });
});

describe('a header with more names than the rows have cells', () => {
  const rows = Array.from({ length: 40 }, (_, i) => `Ann ${i},a${i}@x.com,Rome`);
  test.each([
    ['all rows leave out the same last cells: that is how the list is written', ['Name,Email,City,Fax,Notes', ...rows], 0],
    ['a row that has them, and one that has fewer still', ['Name,Email,City,Fax,Notes', ...rows, 'Bob,b@x.com,Oslo,,late', 'Cy,c@x.com'], 1],
    ['the addresses stand under another name', ['Id,Name,Email,City', ...rows], 40],
    ['only some are short', ['Name,Email,City,Notes', ...rows.map((row, i) => (i % 5 === 0 ? `${row},x` : row))], 32],
  ])('%s', async (_, lines, ragged) => {
    const read = await readText(lines.join('\n'));
    expect([read.rows.length, read.rows.filter(({ trouble }) => trouble.includes('ragged')).length]).toEqual([lines.length - 1, ragged]);
    expect(read.rows.every(({ cells }) => cells.length === read.list.header.length)).toBe(true);
  });
});

test('a title that begins as SQL does is none', async () => {
  for (const title of ['Copy of leads (May)', '-- Lead dump May', 'Create table of leads']) expect((await readText(`${title}\n\n${people(',')}`)).rows.length).toBe(3);
});

test('zero bytes behind a list are no reason to refuse it', async () => {
  const { rows } = await readText(`${people(',')}\n${'\0'.repeat(400)}`);
  expect(rows.slice(0, 3).map(({ cells }) => cells[0])).toEqual(['Ann', 'Bob', 'Cy']);
});

test.each([1, 2, 5, 100])('a byte order mark that was read in another encoding, in pieces of %d bytes', async (chunk) => {
  expect((await openText(`ï»¿${people(',')}`, { chunk })).header).toEqual(['Name', 'Email', 'City']);
});

test('rows that all hold a cell of many lines', async () => {
  const note = Array.from({ length: 90 }, (_, i) => `line ${i}`).join('\n');
  const { list, rows } = await readText(`Name,Email,Notes\n${['Ann', 'Bob', 'Cy'].map((name) => `${name},${name}@x.com,"${note}"\n`).join('')}`);
  expect([list.header.length, rows.map(({ line, trouble }) => [line, ...trouble])]).toEqual([3, [[2], [92], [182]]]);
});
