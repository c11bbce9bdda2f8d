import { isAscii } from '../values/plain.js';

// Text for terminals. Nothing here prints; it makes the strings that are printed.

/** What a terminal can show. `width` is in columns. */
export interface Look {
  readonly unicode: boolean;
  readonly width: number;
}

/** Text from a list must not move the cursor, ring the bell or set the title. */
export const harmless = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (char) => (char === '\t' ? ' ' : '\ufffd'));

/** `1,234,567`. Loading the locales for it would cost more than a short list does. */
export const count = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** `1 row`, `2 rows`. */
export const counted = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`;

/** `12.5%`; a share that is not nothing is never shown as 0.0%, nor one that is not all as 100.0%. */
export function percent(part: number, whole: number): string {
  if (part === 0 || whole === 0) return '0.0%';
  if (part === whole) return '100.0%';
  return `${Math.min(99.9, Math.max(0.1, (100 * part) / whole)).toFixed(1)}%`;
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of at most `width` columns; what is not nothing gets at least a sliver. */
export function bar(part: number, whole: number, width: number, unicode: boolean): string {
  if (part === 0 || whole === 0) return '';
  const exact = (part / whole) * width;
  if (!unicode) return '#'.repeat(Math.max(1, Math.round(exact)));
  const eighths = Math.max(1, Math.round(exact * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
}

/** Breaks `text` at spaces into lines of at most `width`; those after the first get `indent` spaces before them. */
export function wrap(text: string, width: number, indent = 0): string {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}

/** For terminals without them: typographic quotes, dashes and dots as ASCII has them. */
export const plain = (text: string): string => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').replaceAll('…', '...');

/** `First sentence. Second.` → `First sentence.` */
export const firstSentence = (text: string): string => text.split(isAscii(text) ? /(?<=[.!?]) (?=[A-Z"])/ : /(?<=[.!?]) (?=[\p{Lu}"“])/u)[0]!;

/** `0.4 s`, `42 s`, `3 min 20 s`. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** Cuts a text that is too wide, with an ellipsis. */
export function clip(text: string, width: number, unicode: boolean): string {
  if (text.length <= width) return text;
  const dots = unicode ? '…' : '...';
  return text.slice(0, Math.max(0, width - dots.length)) + dots;
}
