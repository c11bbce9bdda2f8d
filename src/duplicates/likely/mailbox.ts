import { edits } from './distance.js';
import { level } from './levels.js';
import { hashOf, type Vocabulary } from './vocabulary.js';

/** The same mailbox elsewhere: other. A slip in the address: near. Mailboxes that are alike: partial. */
export function emailLevel(mailboxes: Vocabulary, x: number, y: number): number {
  const { bytes, starts } = mailboxes;
  const [a, aEnd, b, bEnd] = [starts[x]!, starts[x + 1]!, starts[y]!, starts[y + 1]!];
  const aAt = atSign(bytes, a, aEnd);
  const bAt = atSign(bytes, b, bEnd);
  const shorter = Math.min(aAt - a, bAt - b);
  const allowed = shorter > 7 ? 2 : shorter > 4 ? 1 : 0;
  const slips = edits(bytes, a, aAt, b, bAt, 2);
  if (slips <= allowed && edits(bytes, aAt, aEnd, bAt, bEnd, 1) <= 1 && sameDigits(bytes, a, aAt, b, bAt)) return level.near;
  if (slips === 0) return shorter > 6 ? level.other : level.partial;
  if (slips <= allowed) return level.partial;
  return level.differs;
}

/** Whether a mailbox holds one of the names: then it says of two people only what their names say already. */
export function isFromName({ bytes, starts }: Vocabulary, mailbox: number, names: Vocabulary, name: number): boolean {
  const from = starts[mailbox]!;
  return name >= 0 && contains(bytes, from, atSign(bytes, from, starts[mailbox + 1]!), names, name);
}

/** anna17 and anna71 are two people, however near. */
function sameDigits(bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): boolean {
  const next = (i: number, end: number): number => {
    while (i < end && (bytes[i]! < ZERO || bytes[i]! > NINE)) i++;
    return i;
  };
  for (let i = next(a, aEnd), j = next(b, bEnd); ; i = next(i + 1, aEnd), j = next(j + 1, bEnd)) {
    if (i === aEnd || j === bEnd) return i === aEnd && j === bEnd;
    if (bytes[i] !== bytes[j]) return false;
  }
}

/** Whether the bytes hold the text of a vocabulary, if that is three letters or more. */
function contains(bytes: Uint8Array, from: number, to: number, { bytes: letters, starts }: Vocabulary, number: number): boolean {
  const start = starts[number]!;
  const length = starts[number + 1]! - start;
  for (let at = from; length > 2 && at + length <= to; at++) {
    let i = 0;
    while (i < length && bytes[at + i] === letters[start + i]) i++;
    if (i === length) return true;
  }
  return false;
}

function atSign(bytes: Uint8Array, from: number, to: number): number {
  for (let i = to - 1; i > from; i--) if (bytes[i] === AT_SIGN) return i;
  return to;
}

/** The letters of a mailbox, without the domain; 0 when there are fewer than four. */
export function mailboxKey({ bytes, starts }: Vocabulary, number: number): number {
  const from = starts[number]!;
  let to = from;
  while (bytes[to] !== AT_SIGN) to++;
  return to - from < 4 ? 0 : hashOf(bytes, from, to);
}

const ZERO = 48;
const NINE = 57;
const AT_SIGN = 64;
