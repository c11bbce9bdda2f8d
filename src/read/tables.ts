import { decode } from './decode.js';
import type { Dialect } from './dialect.js';
import { readCells } from './readings.js';

/** Where in a list a header line stands that is not its own, or its own again. */
export interface HeaderFound {
  readonly at: number;
  readonly own: boolean;
}

/**
 * Finds header lines inside the list: lines that begin with the name of the first column and hold at least half of
 * the names. Several tables in one file are told apart by them. `isStart`: whether a record starts at an offset.
 */
export function findHeader(bytes: Buffer, from: number, to: number, dialect: Dialect, isStart: (at: number) => boolean): HeaderFound | null {
  const name = dialect.names[0] ?? '';
  if (name.trim() === '' || dialect.names.length < 2) return null;
  const breaks = dialect.cr ? ['\n', '\r'] : ['\n'];
  const first = bytes.toString('utf8', from, from + 1 + Buffer.byteLength(name));
  if (first.startsWith(name) || first === dialect.quote + name) {
    const own = headerAt(bytes, from, to, dialect);
    if (own !== null) return { at: from, own };
  }
  let found: HeaderFound | null = null;
  for (const start of breaks.flatMap((end) => [`${end}${name}`, `${end}${dialect.quote}${name}`])) {
    for (let at = bytes.indexOf(start, Math.max(0, from - 1)); at !== -1 && at + 1 < to; at = bytes.indexOf(start, at + 1)) {
      if (at + 1 < from || (found !== null && found.at <= at + 1)) break;
      const own = headerAt(bytes, at + 1, to, dialect);
      if (own === null || !isStart(at + 1)) continue;
      found = { at: at + 1, own };
      break;
    }
  }
  return found;
}

/** Whether the line is the list's header (true), another one with some of its names (false), or none. */
function headerAt(bytes: Buffer, at: number, to: number, dialect: Dialect): boolean | null {
  let end = at;
  while (end < to && bytes[end] !== 10 && bytes[end] !== 13) end++;
  const cells = readCells(decode(bytes.subarray(at, end)).text, dialect).cells.map((cell) => cell.trim());
  const names = dialect.names.map((one) => one.trim());
  const shared = cells.filter((cell) => cell !== '' && names.includes(cell)).length;
  if (shared < 2 || shared * 2 < Math.min(names.length, cells.length)) return null;
  return cells.length === names.length && cells.every((cell, i) => cell === names[i]);
}
