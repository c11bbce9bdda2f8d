import { inputError, usageError } from '../errors.js';
import { entryText } from './unzip.js';
import { damagedEntry } from './zip-sums.js';

/** A workbook is unpacked in memory, so there is a limit to its size on disk. */
const LARGEST = 100 << 20;

/** The parts of a workbook that say what stands in its cells. */
const HELD_IN = /^xl\/(?:worksheets\/[^/]+|workbook|sharedStrings|styles)\.xml$/;

export const isWorkbook = (head: Buffer): boolean =>
  head.toString('latin1', 0, 2) === 'PK' && /\bxl\/|\[Content_Types\]\.xml/.test(head.toString('latin1', 0, 64 << 10)) && !head.includes('word/document') && !head.includes('ppt/');

/** One sheet of a workbook, and the names of the others that hold something. */
export interface SheetAsCsv { readonly csv: Buffer; readonly name: string; readonly others: readonly string[] }

/**
 * One sheet of an Excel workbook as CSV in UTF-8: dates as `2025-01-31` (with the time if there is one), numbers with
 * all their digits, the first row of the sheet in the first line. `sheet`: its name or number from 1; default the first
 * that is not hidden and not empty.
 * @throws input error when it cannot be read, usage error for a sheet there is not
 */
export async function workbookAsCsv(raw: AsyncIterable<Buffer>, path: string, sheet?: string): Promise<SheetAsCsv> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of raw) {
    parts.push(Buffer.from(chunk)); // chunks are written over
    size += chunk.length;
    if (size > LARGEST) throw inputError(`${path} is an Excel workbook of more than ${LARGEST >> 20} MB: save it as CSV UTF-8`);
  }
  const { default: readWorkbook } = await import('read-excel-file/node');
  const bytes = Buffer.concat(parts);
  let sheets: readonly { readonly sheet: string; readonly data: readonly (readonly unknown[])[] }[];
  try {
    sheets = await readWorkbook(bytes, { trim: false });
  } catch (error) {
    throw inputError(`${path} is an Excel workbook that cannot be read (${(error as Error).message}): open it in a spreadsheet and save it as CSV UTF-8`);
  }
  const damaged = await damagedEntry(bytes, HELD_IN);
  if (damaged !== null) throw inputError(`${path} is a damaged Excel workbook (the checksum of ${damaged} is another): download it again`);
  const filled = sheets.filter(({ data }) => data.some((cells) => cells.some((cell) => cell !== null)));
  const hidden = await hiddenSheets(bytes);
  const first = filled.find((one) => !hidden.has(one.sheet)) ?? filled[0] ?? sheets[0];
  const chosen = sheet === undefined ? first : sheets.find((one) => one.sheet === sheet) ?? sheets[Number(sheet) - 1];
  if (chosen === undefined) throw usageError(`${path} has no sheet '${sheet ?? 1}': its sheets are ${sheets.map((one) => one.sheet).join(', ')}`);
  const csv = Buffer.from(chosen.data.map(recordOf).join('\n'));
  return { csv, name: chosen.sheet, others: filled.filter((one) => one !== chosen).map((one) => one.sheet) };
}

/** Names of the sheets that Excel does not show. */
async function hiddenSheets(workbook: Buffer): Promise<ReadonlySet<string>> {
  const tags = (await entryText(workbook, 'xl/workbook.xml')).match(/<sheet\b[^>]*\bstate="(?:hidden|veryHidden)"[^>]*>/g) ?? [];
  return new Set(tags.map((tag) => (/\bname="([^"]*)"/.exec(tag)?.[1] ?? '').replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: string) => ENTITIES[entity] as string)));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** A row of the sheet; one in which no cell holds anything is a blank line, and no record of empty cells. */
const recordOf = (cells: readonly unknown[]): string => (cells.every((cell) => cell === null) ? '' : cells.map(written).join(','));

function written(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = value instanceof Date ? dateText(value) : typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  // Days are fractions in a workbook, and seconds not quite whole.
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}
