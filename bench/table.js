// Tables of measurements in Markdown.

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A number to so many decimals, with commas; '' when it was not measured. */
export const seen = (number, digits = 0) => (Number.isFinite(number) ? number.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }) : '');

/** How many times `mine` goes into `theirs`. */
export const ratio = (mine, theirs) => (Number.isFinite(theirs / mine) ? `${(theirs / mine).toFixed(theirs / mine < 1 ? 2 : 1)} ×` : '');

/** Rows of texts, the first being the header; the first `left` columns are texts, the others numbers. */
export function markdown(rows, left) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((text, column) => (column < left ? text.padEnd(widths[column]) : text.padStart(widths[column]))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => '-'.repeat(width + 1) + (column < left ? '-' : ':')).join('|')}|`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join('\n');
}
