/**
 * Whether `typed` is `meant` after one slip of the fingers: a letter left out, one too many, two neighbours swapped, or
 * a letter replaced by one that lies next to it, looks or sounds like it, or by its neighbour in the word. The first letter is rarely missed: it may be
 * doubled or swapped, not replaced or dropped, and nobody types a hyphen by mistake. That keeps wahoo from yahoo.
 */
export function isOneSlip(typed: string, meant: string): boolean {
  const longer = typed.length - meant.length;
  if (longer < -1 || longer > 1 || typed === meant) return false;
  let start = 0;
  while (start < meant.length && typed[start] === meant[start]) start++;
  if (longer === 1) return start > 0 && typed[start] !== '-' && typed.slice(start + 1) === meant.slice(start);
  if (longer === -1) return start > 0 && typed.slice(start) === meant.slice(start + 1);
  const [wrong = '', right = ''] = [typed[start], meant[start]];
  if (typed.slice(start + 1) === meant.slice(start + 1)) return start > 0 && (isNear(wrong, right) || wrong === meant[start - 1] || wrong === meant[start + 1]);
  return typed[start + 1] === right && meant[start + 1] === wrong && typed.slice(start + 2) === meant.slice(start + 2);
}

/** Next to each other on a keyboard (English, French or German), both vowels, or alike to the eye. */
function isNear(one: string, other: string): boolean {
  return NEAR.some((group) => group.includes(one) && group.includes(other)) || NEIGHBOURS.has(one + other) || NEIGHBOURS.has(other + one);
}

const NEAR = ['aeiouy', 'il1j', 'o0', 'mn', 'ck', 'sz', 'vw', 'bp', 'dt'];

const ROWS = [['qwertyuiop', 'asdfghjkl', 'zxcvbnm'], ['azertyuiop', 'qsdfghjklm', 'wxcvbn'], ['qwertzuiop', 'asdfghjkl', 'yxcvbnm']];
const NEIGHBOURS = new Set(ROWS.flatMap((rows) => rows.flatMap((row, r) => Array.from(row).flatMap((key, k) => {
  const below = rows[r + 1] ?? '';
  return [row[k + 1], below[k], below[k - 1]].filter((next) => next !== undefined).map((next) => key + next);
}))));
