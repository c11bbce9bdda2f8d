import { edits } from './distance.js';
import { level } from './levels.js';
import { hashOf, type Vocabulary } from './vocabulary.js';

/** The same mailbox elsewhere: other. A slip in the address: near. Mailboxes that are alike: partial. */
export function emailLevel(mailboxes: Vocabulary, x: number, y: number): number {
  const { bytes, starts } = mailboxes;
  const a = starts[x]!, aEnd = starts[x + 1]!, b = starts[y]!, bEnd = starts[y + 1]!;
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

/**
 * Whether a mailbox holds the name, or a word of it (van-der-berg, garcia of García Lorca): then it says of two people
 * only what their names say already.
 */
export function isFromName({ bytes, starts }: Vocabulary, mailbox: number, names: Vocabulary, name: number): boolean {
  if (name < 0) return false;
  const from = starts[mailbox]!;
  const to = atSign(bytes, from, starts[mailbox + 1]!);
  const end = names.starts[name + 1]!;
  for (let word = names.starts[name]!, whole = true; word < end; whole = false) {
    if (holds(bytes, from, to, names.bytes, word, end, whole ? 3 : 4)) return true;
    // An e after a, o or u stands for an umlaut and is gone: a.edwards written as one is adwards.
    if (names.bytes[word] === E && holds(bytes, from, to, names.bytes, word + 1, end, 4)) return true;
    let next = word;
    while (next < end && names.bytes[next] !== SPACE) next++;
    if (next < end && holds(bytes, from, to, names.bytes, word, next, 4)) return true;
    word = next + 1;
  }
  return false;
}

/** Whether a mailbox begins with the first letter of the name. */
export const isFromInitial = ({ bytes, starts }: Vocabulary, mailbox: number, names: Vocabulary, name: number): boolean =>
  name >= 0 && bytes[starts[mailbox]!] === names.bytes[names.starts[name]!];

/** Whether two hosts begin alike: acme.com, acme.io. */
export function isOneHost({ bytes, starts }: Vocabulary, x: number, y: number): boolean {
  const [aEnd, bEnd] = [starts[x + 1]!, starts[y + 1]!];
  let [a, b] = [atSign(bytes, starts[x]!, aEnd), atSign(bytes, starts[y]!, bEnd)];
  while (a < aEnd && b < bEnd && bytes[a] === bytes[b] && bytes[a] !== DOT) { a++; b++; }
  return a < aEnd && b < bEnd && bytes[a] === DOT && bytes[b] === DOT;
}

/** Whether a mailbox is two words of letters with a mark between (jane.smith): a name, in whatever spelling, that others have too. */
export function isOfTwoWords({ bytes, starts }: Vocabulary, mailbox: number): boolean {
  const end = atSign(bytes, starts[mailbox]!, starts[mailbox + 1]!);
  let marks = 0;
  let letters = 0;
  for (let i = starts[mailbox]!; i < end; i++) {
    if (bytes[i]! >= ZERO && bytes[i]! <= NINE) return false;
    if (!isMark(bytes[i]!)) letters++;
    else if (letters > 1) [marks, letters] = [marks + 1, 0];
    else return false;
  }
  return marks === 1 && letters > 1;
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

/** Whether the mailbox holds the letters, if they are `least` or more; what stands between letters does not count. */
function holds(bytes: Uint8Array, from: number, to: number, letters: Uint8Array, start: number, end: number, least: number): boolean {
  if (end - start < least) return false;
  for (let at = from; at < to; at++) {
    if (bytes[at] !== letters[start]) continue;
    let i = start;
    for (let j = at; i < end && j <= to; ) {
      if (letters[i] === SPACE) i++;
      else if (j < to && bytes[j] === letters[i]) { i++; j++; }
      else if (j < to && isMark(bytes[j]!)) j++;
      else break;
    }
    if (i === end) return true;
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

/** . _ and - */
const isMark = (byte: number): boolean => byte === 46 || byte === 95 || byte === 45;
const E = 101;
const SPACE = 32;
const ZERO = 48;
const NINE = 57;
const AT_SIGN = 64;
const DOT = 46;
