import type { Readable } from 'node:stream';
import { inputError, usageError } from '../errors.js';
import type { Row } from '../types.js';
import type { Batch } from './batch.js';
import type { Dialect } from './dialect.js';
import { chosenEncoding, detectEncoding } from './detect-encoding.js';
import { toUtf8 } from './encoding.js';
import { PERSON } from './evidence.js';
import { refuseBinary, refuseForeign } from './foreign.js';
import { columnForms } from './kinds.js';
import { leavesOutLast } from './leaves-out.js';
import { named } from './named.js';
import { createPassed } from './passed.js';
import { readRecords } from './records.js';
import { returnsEndRecords } from './returns.js';
import { type Candidate, findDialect } from './sniff.js';
import { CHUNK, type Compression, type Source, compressionOf, openSource, unpackedHead, utf8 } from './source.js';
import { split } from './split.js';
import { type SampleRow, type Table, bodyWidth, locate, ownRows, sampleRows } from './table.js';
import { isWorkbook, workbookAsCsv } from './workbook.js';

export interface ReadOptions {
  readonly delimiter?: string;
  readonly quote?: Dialect['quote'];
  readonly escape?: Dialect['escape'];
  /** `cr`: a carriage return alone ends a line; else it is text. */
  readonly lineEnd?: 'lf' | 'crlf' | 'cr';
  /** Lines that begin with this character are left out. */
  readonly comment?: string;
  readonly encoding?: string;
  /** False: the list has no header, even if its first row looks like one. */
  readonly header: boolean;
  readonly stdin: () => Readable;
  /** Of an Excel workbook: name of the sheet, or its number from 1; default the first that is shown and not empty. */
  readonly sheet?: string;
  /** Rows to read at most; the sample holds no more either. */
  readonly limit?: number;
}

/** What was found out about the list before it is read. */
export interface ListInfo {
  /** WHATWG name. */
  readonly encoding: string;
  readonly encodingWhy: string;
  readonly delimiter: string;
  /** For people: what decided. */
  readonly delimiterWhy: string;
  readonly quote: string;
  readonly escape: Dialect['escape'];
  readonly comment: string;
  readonly lineEnd: 'LF' | 'CRLF' | 'CR' | 'mixed';
  /** Line of the header, the first line of the file being 1; 0: there is none. */
  readonly headerLine: number;
  /** The header as it stands, more than one row when it is written in two or repeated at once. */
  readonly headerRows: readonly (readonly string[])[];
  /** Text before the header. */
  readonly preamble: readonly string[];
  /** What the list is packed in. */
  readonly compressed: Compression | 'xlsx' | null;
  /** Size on disk, null for a pipe. */
  readonly bytes: number | null;
  /** The dialects that were tried, best first; the first is the one that is used. */
  readonly candidates: readonly Candidate[];
}

/** A list, opened: what it looks like, a sample of its rows, and its rows in batches of bytes. */
export interface List {
  readonly path: string;
  readonly info: ListInfo;
  readonly dialect: Dialect;
  /** As read; `column_1` and so on when there is none. */
  readonly header: readonly string[];
  /** Up to 1,000 records after the header. */
  readonly sample: readonly Row[];
  /** From the first record after the header. More than once for a file, and for standard input after `keep()`. */
  batches(size?: number): AsyncIterable<Batch>;
  /** Copies standard input to a temporary file, so that it can be read again. Before the first `batches()`. */
  keep(): Promise<void>;
  /** Of the raw input, complete once `batches()` has run to its end. */
  digest(): { readonly bytes: number; readonly sha256: string };
  /** Of the raw bytes, so many have been given out in batches. */
  position(): number;
  /** Removes temporary files. */
  close(): Promise<void>;
  readonly warnings: readonly string[];
}

const SAMPLE_ROWS = 1000;

/**
 * Opens a list: a path, or `-` for standard input.
 * @throws input error when it cannot be read or is no list, usage error for an unknown encoding
 */
export async function openList(path: string, options: ReadOptions): Promise<List> {
  const source = await openSource(path, options.stdin);
  try {
    return await read(source, options);
  } catch (error) {
    await source.close();
    throw error;
  }
}

/** `byRecord`: lines are counted by records. */
async function read(source: Source, options: ReadOptions, byRecord = false): Promise<List> {
  if (isWorkbook(source.head)) return readWorkbook(source, options);
  refuseForeign(source.path, source.head);
  const compressed = compressionOf(source.head);
  const raw = compressed === null ? source : await unpackedHead(source, compressed);
  if (raw.head.length === 0) throw inputError(`${source.path} is empty`);
  if (compressed !== null && compressionOf(raw.head) !== null) throw inputError(`${source.path} is packed twice: unpack it first`);
  refuseForeign(source.path, raw.head);
  const encoding = options.encoding === undefined ? await detectEncoding(raw.head, raw.whole) : chosenEncoding(options.encoding, raw.head);
  const head = Buffer.concat(await all(toUtf8(one(raw.head), encoding)));
  refuseBinary(source.path, head);
  // Without a header, blank lines are the rows of a list of one column.
  if (options.header && raw.whole && isBlank(head)) throw inputError(`${source.path} is empty: it holds nothing but blank lines`);

  const declared = /^\s*"?sep=([^\r\n"]{1,3}?)"?[,;\t]*\s*(?:\r\n|\r|\n)/i.exec(head.toString('utf8', 0, 64));
  const skip = declared === null ? 0 : Buffer.byteLength(declared[0]);
  const firstLine = declared === null ? 1 : 2;
  const sample = head.subarray(skip);
  // A list that was saved with another delimiter since still begins with what it was before.
  const said = declared?.[1] !== undefined && firstLineOf(sample).includes(declared[1]) ? declared[1] : undefined;
  const wanted = options.delimiter === undefined ? said : unescapeDelimiter(options.delimiter);
  const { base, candidates } = findDialect(sample, {
    ...(wanted === undefined ? {} : { delimiter: wanted }), ...(options.quote === undefined ? {} : { quote: options.quote }), ...(options.escape === undefined ? {} : { escape: options.escape }),
    ...(options.lineEnd === undefined || byRecord ? {} : { cr: options.lineEnd === 'cr' }), byRecord,
  });
  const rows = sampleRows(sample, base, raw.whole, SAMPLE_ROWS + 100, firstLine).filter(({ start }) => options.comment === undefined || sample[start] !== options.comment.charCodeAt(0));
  const table = options.header ? locate(rows) : headless(rows, firstLine);
  const body = ownRows(rows.filter((row) => row.start >= table.start));
  // Where a space delimits, texts of several words make records too wide in most lines.
  const usual = body.length === 0 || base.delimiter === ' ' ? (table.header?.length ?? base.width) : bodyWidth(body);
  const header = named(table, body, usual);
  const cells = body.map((row) => row.cells);
  const forms = columnForms(cells.filter(({ length }) => length === usual || length === header.length), header.length);
  const dialect: Dialect = {
    ...base, width: header.length, usual, forms, short: leavesOutLast(table.header ?? [], cells, usual, forms), names: table.header ?? [], comment: options.comment ?? (table.preamble.length > 0 && table.preamble.every((line) => line.startsWith('#')) ? '#' : ''), remarks: options.comment !== undefined,
  };
  if (options.lineEnd === undefined && !byRecord && returnsEndRecords(sample, dialect)) return read(source, { ...options, lineEnd: 'cr' });
  const start = skip + table.start;
  const limit = Math.min(options.limit ?? Infinity, SAMPLE_ROWS);
  const passed = createPassed();

  return {
    path: source.path, dialect, header,
    info: {
      encoding: encoding.name, encodingWhy: encoding.why, delimiter: dialect.delimiter, quote: dialect.quote, escape: dialect.escape, comment: dialect.comment, lineEnd: lineEnd(sample, dialect.cr),
      delimiterWhy: options.delimiter !== undefined ? 'as asked' : said !== undefined ? 'said by its first line' : dialect.width === 1 ? 'it has one column' : '',
      headerLine: table.headerLine, headerRows: table.headerRows, preamble: table.preamble,
      compressed, bytes: source.bytes, candidates,
    },
    sample: await sampleOf(head, start, table.line, dialect, header, raw.whole, limit),
    batches: (size) => passed.batches(split(passed.chunks(from(utf8(source, compressed, encoding), start)), dialect, table.line, size)),
    keep: source.keep, digest: source.digest, position: () => source.position() * passed.share(), close: source.close,
    warnings: warnings(table, header, dialect),
  };
}

/** A workbook is read whole and turned into CSV, which is then read as any list. */
async function readWorkbook(source: Source, options: ReadOptions): Promise<List> {
  const { csv, name, others } = await workbookAsCsv(source.raw(), source.path, options.sheet);
  const { delimiter: _delimiter, encoding: _encoding, quote: _quote, escape: _escape, lineEnd: _lineEnd, ...rest } = options;
  async function* raw(): AsyncGenerator<Buffer> {
    for (let at = 0; at < csv.length; at += CHUNK) yield csv.subarray(at, at + CHUNK);
  }
  const list = await read({ ...source, head: csv.subarray(0, CHUNK), whole: csv.length <= CHUNK, raw, keep: async () => {} }, { ...rest, delimiter: ',', quote: '"', encoding: 'utf-8' }, true);
  const warnings = others.length === 0 || options.sheet !== undefined ? list.warnings : [`sheet "${name}" is read; the workbook has others (${others.map((one) => `"${one}"`).join(', ')}): --sheet reads one of them`, ...list.warnings];
  return { ...list, warnings, info: { ...list.info, compressed: 'xlsx', encodingWhy: '', delimiterWhy: '' } };
}

function headless(rows: readonly SampleRow[], firstLine: number): Table {
  const first = rows[0];
  return { header: null, headerLine: 0, headerRows: [], start: first?.start ?? 0, line: first?.line ?? firstLine, preamble: [] };
}

async function sampleOf(head: Buffer, start: number, line: number, dialect: Dialect, header: readonly string[], whole: boolean, limit: number): Promise<Row[]> {
  const rows: Row[] = [];
  if (limit <= 0) return rows;
  // The last record of the head may be cut, so a list that goes on gives it up.
  let end = head.length;
  if (!whole) {
    end = start;
    for (const row of sampleRows(head.subarray(start), dialect, false, limit + 100)) end = start + row.next;
  }
  for await (const batch of split(one(head.subarray(start, end)), dialect, line)) {
    readRecords(batch, dialect, header, (record) => {
      if (rows.length < limit) rows.push({ line: record.line, cells: header.map((_, i) => record.text(i)), trouble: record.trouble });
    });
    if (rows.length >= limit) break;
  }
  return rows;
}

function lineEnd(sample: Buffer, cr: boolean): ListInfo['lineEnd'] {
  const text = sample.toString('latin1', 0, 64 << 10);
  const crlf = text.includes('\r\n');
  const lf = /(?:^|[^\r])\n/.test(text);
  if (cr) return crlf || lf ? 'mixed' : 'CR';
  return crlf && lf ? 'mixed' : crlf ? 'CRLF' : 'LF';
}

function warnings(table: Table, header: readonly string[], dialect: Dialect): string[] {
  const found: string[] = [];
  if (table.header === null) found.push(`no header line: the columns are called ${header.length === 1 ? 'column_1' : `column_1 to column_${header.length}`}`);
  if (table.headerRows.length > 1 && table.headerRows[0] === table.header) found.push(`the header stands ${table.headerRows.length} times at the top: read once`);
  if (table.preamble.some((line) => PERSON.test(line))) found.push('an e-mail address or a phone number stands above the header: what stands there is no row (see leadclean inspect)');
  const unnamed = header.flatMap((name, i) => (name.trim() === '' ? [i + 1] : []));
  if (unnamed.length > 0) found.push(`columns without a name: ${unnamed.join(', ')}`);
  if (table.header !== null && dialect.usual < dialect.width && dialect.usual > 0 && table.header.length > dialect.usual) found.push(`most rows have ${dialect.usual} cells, the header has ${dialect.width}`);
  return found;
}

/** `\t` and `tab` as people type them. */
function unescapeDelimiter(text: string): string {
  const plain = text === 'tab' ? '\t' : text.replaceAll('\\t', '\t');
  if (plain === '' || /["\r\n]/.test(plain)) throw usageError(`'${text}' cannot be a delimiter`);
  return plain;
}

const firstLineOf = (text: Buffer): string => text.toString('utf8', 0, 64 << 10).trimStart().split(/[\r\n]/, 1)[0] as string;

const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => byte === 32 || (byte >= 9 && byte <= 13));

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  if (bytes.length > 0) yield bytes;
}

/** The chunks from an offset on. */
async function* from(chunks: AsyncIterable<Buffer>, offset: number): AsyncGenerator<Buffer> {
  let left = offset;
  for await (const chunk of chunks) {
    const cut = Math.min(left, chunk.length);
    left -= cut;
    if (cut < chunk.length) yield cut === 0 ? chunk : chunk.subarray(cut);
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
