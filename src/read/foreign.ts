import { inputError } from '../errors.js';

/** What files are that get sent as CSV, told by their first bytes, and what to do about it. */
const SIGNATURES: readonly (readonly [bytes: string, what: string, advice: string])[] = [
  ['\xd0\xcf\x11\xe0', 'an Excel workbook (.xls)', 'open it in a spreadsheet and save it as CSV UTF-8'],
  ['%PDF', 'a PDF', 'ask for the list as CSV'],
  ['\x89PNG', 'a PNG image', 'ask for the list as CSV'],
  ['\xff\xd8\xff', 'a JPEG image', 'ask for the list as CSV'],
  ['GIF8', 'a GIF image', 'ask for the list as CSV'],
  ['Rar!', 'a RAR archive', 'unpack it first'],
  ['7z\xbc\xaf', 'a 7-Zip archive', 'unpack it first'],
  ['\x28\xb5\x2f\xfd', 'a Zstandard file', 'unpack it first'],
  ['BZh', 'a bzip2 file', 'unpack it first'],
  ['\xfd7zXZ', 'an xz file', 'unpack it first'],
  ['{\\rtf', 'a rich text document', 'ask for the list as CSV'],
  ['SQLite format 3', 'an SQLite database', 'export the table as CSV'],
  ['PAR1', 'a Parquet file', 'export it as CSV'],
];

/**
 * Refuses what is no list of text lines. `head`: the first bytes, as they are on disk or unpacked.
 * @throws input error that says what the file is and what to do
 */
export function refuseForeign(path: string, head: Buffer): void {
  const start = head.toString('latin1', 0, 1024);
  const refuse = (what: string, advice: string): never => {
    throw inputError(`${path} is ${what}, not a CSV list: ${advice}`);
  };
  for (const [bytes, what, advice] of SIGNATURES) if (start.startsWith(bytes)) refuse(what, advice);
  if (start.startsWith('ustar', 257)) refuse('a tar archive', 'unpack it and name the list you mean');
  if (start.startsWith('PK\x05\x06')) refuse('an empty ZIP archive', 'ask for it again');
  if (start.startsWith('PK\x03\x04')) {
    const names = head.toString('latin1', 0, 64 << 10);
    if (names.includes('[Content_Types].xml')) refuse('an Office document', 'ask for the list as CSV');
    if (names.includes('mimetypeapplication/vnd.oasis')) refuse('an OpenDocument file', 'open it in a spreadsheet and save it as CSV');
  }
  const text = start.replace(/^\xef\xbb\xbf/, '').replace(/^\s*<!--.*?-->/s, '').trimStart();
  if (/^<(?:!doctype html|html|head|body|table|meta|div)\b/i.test(text) && /<table\b/i.test(head.toString('latin1', 0, 64 << 10))) refuse('an HTML table (some programs call it .xls)', 'open it in a spreadsheet and save it as CSV UTF-8');
  if (/^<(?:!doctype html|html|head|body|table|meta|div|script)\b/i.test(text)) refuse('a web page (HTML)', 'it may be an error or login page saved by mistake; download the list again');
  // What PHP complains of stands above many a list: `<br /><b>Notice</b>: …`.
  if (/^<\?xml|^<(?!br\b)[a-z][\w-]*(?:\s[^<>]*)?>\s*</i.test(text)) refuse('XML', 'export the list as CSV');
  if (isJson(text)) refuse('JSON', 'export the list as CSV');
  for (const [opening, what, advice] of OPENINGS) if (opening.test(text)) refuse(what, advice);
}

/** The same of texts, white space and remarks of HTML before them aside. */
const OPENINGS: readonly (readonly [opening: RegExp, what: string, advice: string])[] = [
  [/^BEGIN:VCARD/i, 'a vCard file', 'export the contacts as CSV'],
  [/^BEGIN:VCALENDAR/i, 'a calendar (iCalendar)', 'ask for the list as CSV'],
  [/^(?:INSERT INTO\s+\S+\s*(?:\([^)]*\)\s*)?VALUES\b|(?:CREATE|DROP) TABLE\s+(?:IF (?:NOT )?EXISTS\s+)?\S+\s*[(;])/i, 'SQL', 'export the table as CSV'],
  [/^(?:--\s*\n)?-- (?:MySQL|MariaDB|PostgreSQL|phpMyAdmin)\b[^\n]*(?:dump|SQL)/i, 'SQL', 'export the table as CSV'],
  [/^version https:\/\/git-lfs/, 'a pointer of Git LFS', 'fetch the file itself (git lfs pull)'],
  [/^\[InternetShortcut\]/i, 'a shortcut to a page', 'download the list itself'],
  [/^%PDF-/, 'a PDF', 'ask for the list as CSV'],
];

const isJson = (text: string): boolean => /^[[{]\s*(?:[[{]\s*)?(?:"(?:[^"\\]|\\.)*"\s*[:,\]}]|[\]}])/.test(text) && !/^\{"[^"]*"\s*[,;\t]/.test(text);

/** Refuses text-less bytes once the encoding is known. `head`: UTF-8. */
export function refuseBinary(path: string, head: Buffer): void {
  if (head.length === 0) return;
  // Zero bytes at the end are room that was kept for what did not come.
  let end = Math.min(head.length, 8192);
  while (end > 0 && head[end - 1] === 0) end--;
  const part = head.subarray(0, end);
  let controls = 0;
  for (let at = 0, byte = 0; at < part.length; at++) if ((byte = part[at] as number) < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 31 && byte !== 28 && byte !== 30) controls++;
  if (end === 0 || controls > part.length * 0.1) throw inputError(`${path} is a binary file, not a CSV list: ask for the list as CSV`);
}
