import { type Command, Option } from 'commander';
import { usageError } from '../errors.js';
import { QUOTES } from '../options.js';
import type { ReadOptions } from '../read/list.js';
import type { DateOrder } from '../types.js';
import { readDelimiter } from './options.js';

/** How a list is read, where it is not to be found out: the options that scan and inspect share. */
export interface ReadingOptions {
  readonly delimiter?: string; readonly quote?: 'double' | 'single' | 'none'; readonly escape?: 'doubled' | 'backslash'; readonly lineEnd?: 'lf' | 'crlf' | 'cr'; readonly comment?: string;
  readonly encoding?: string; readonly sheet?: string; readonly header: boolean; readonly dateOrder?: DateOrder;
}

export const withReadingOptions = (command: Command): Command => command
  .option('--delimiter <text>', 'what stands between cells (default: detected)')
  .addOption(new Option('--quote <which>', 'what encloses cells (default: detected)').choices(['double', 'single', 'none']))
  .addOption(new Option('--escape <how>', 'how a quote is written in a quoted cell (default: detected)').choices(['doubled', 'backslash']))
  .addOption(new Option('--line-end <which>', 'what ends lines; only with cr a carriage return alone does (default: detected)').choices(['lf', 'crlf', 'cr']))
  .option('--comment <character>', 'lines that begin with it are left out (default: detected)')
  .option('--encoding <name>', 'e.g. windows-1252 (default: detected)')
  .option('--sheet <name or number>', 'which sheet of an Excel workbook (default: the first that is shown and not empty)')
  .option('--no-header', 'the first line is data; columns are named column_1, column_2, …')
  .addOption(new Option('--date-order <order>', 'how dates like 03/04/2026 are read (default: by column)').choices(['dmy', 'mdy', 'ymd']));

/** @throws usage error for a comment of more than one character */
export function readReading(options: ReadingOptions): Omit<ReadOptions, 'stdin' | 'limit'> & { readonly dateOrder?: DateOrder } {
  const { delimiter, quote, escape, lineEnd, comment, encoding, sheet, header, dateOrder } = options;
  if (comment !== undefined && !/^[!-~]$/.test(comment)) throw usageError(`--comment '${comment}': it is one character, e.g. '#'`);
  return {
    header,
    ...(delimiter === undefined ? {} : { delimiter: readDelimiter(delimiter) }),
    ...(quote === undefined ? {} : { quote: QUOTES[quote] }),
    ...(escape === undefined ? {} : { escape }),
    ...(lineEnd === undefined ? {} : { lineEnd }),
    ...(comment === undefined ? {} : { comment }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
  };
}
