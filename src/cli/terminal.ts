import { Chalk, supportsColor, supportsColorStderr } from 'chalk';
import type { ChalkInstance } from 'chalk';

/** Colours for a stream: none when asked not to (`--no-color`, NO_COLOR) or when it is no terminal that has them. */
export function colours(process: NodeJS.Process, stream: 'stdout' | 'stderr', wanted: boolean): ChalkInstance {
  const able = stream === 'stdout' ? supportsColor : supportsColorStderr;
  const refused = !wanted || (process.env['NO_COLOR'] ?? '') !== '';
  return new Chalk({ level: refused || able === false ? 0 : able.level });
}

/** Columns that text may take: those of the terminal, but no line is easily read that is longer than 80. */
export const widthOf = ({ isTTY, columns }: NodeJS.WriteStream): number => (isTTY && columns > 0 ? Math.min(columns, 80) : 80);

/** Whether box and block characters can be shown: by the locale, on Windows by the terminal. */
export function hasUnicode({ platform, env }: NodeJS.Process): boolean {
  if (platform === 'win32') return env['WT_SESSION'] !== undefined || env['TERM_PROGRAM'] === 'vscode';
  return /utf-?8/i.test(env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '');
}
