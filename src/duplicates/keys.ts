import type { Ascii, Cell, Lead } from '../types.js';
import { byteMemo } from '../values/byte-memo.js';
import { foldedAt, mailboxKey, mayFold } from '../values/mailbox.js';
import { memo } from '../values/memo.js';
import { phoneKey } from '../values/phone.js';
import { createKeyMaker, type KeyMaker, type Pushed } from './hash.js';

/**
 * Appends the keys that make another row the same person for certain, as hashes (`KEY` numbers each):
 * the mailbox; the phone together with the name; name, company and postal code where no contact data is usable.
 * A mailbox or a phone that people share (info@, a switchboard) only counts together with the name.
 */
export function pushKeys(lead: Lead, into: Pushed): void {
  const name = personName(lead);
  const shared = lead.has('email/role');
  let reachable = false;
  for (const cell of lead.of('email')) {
    if (!isUsable(cell)) continue;
    reachable = true;
    mailbox(key.begin().text(shared ? 'role ' : 'mail '), cell);
    if (shared) name(key.text(' ')).text(` ${fold(lead.value('company'))}`).end(into, 1);
    else key.end(into, 0);
  }
  for (const cell of lead.of('phone')) {
    if (cell.isEmpty || cell.state === 'unusable') continue;
    reachable ||= cell.state === 'usable';
    // A number whose country is unknown is still the same number when it is written with the same digits.
    if (name !== nameless) name(key.begin().text('phone ').text(cell.state === 'usable' ? phoneKey(cell.text) : digits(cell.text)).text(' ')).end(into, 2);
  }
  if (reachable || name === nameless) return;
  const company = fold(lead.value('company'));
  const postal = fold(lead.value('postal_code'));
  if (company !== '' && postal !== '') name(key.begin().text('place ')).text(` ${company} ${postal}`).end(into, 3);
}

const key = createKeyMaker();

const isUsable = (cell: Cell): boolean => !cell.isEmpty && cell.state === 'usable';

/** Feeds the mailbox of an address: `mailboxKey`, for the bytes of one. */
function mailbox(into: KeyMaker, cell: Cell): KeyMaker {
  const { ascii } = cell;
  if (ascii === null) return into.text(mailboxKey(cell.text));
  const { bytes, start, end } = ascii;
  let at = end - 1;
  while (at > start && bytes[at] !== AT) at--;
  const folded = at === start || !mayFold(bytes, at + 1) ? null : folds.of(bytes, at + 1, end);
  if (folded === null) return into.ascii(bytes, start, end);
  let tag = start;
  while (tag < at && bytes[tag] !== folded.tag) tag++;
  if (tag === start) tag = at;
  if (!folded.dots) into.ascii(bytes, start, tag);
  else for (let i = start; i < tag; i++) if (bytes[i] !== DOT) into.ascii(bytes, i, i + 1);
  return into.text(folded.host);
}
const folds = byteMemo((host) => foldedAt(host.toLowerCase()), 1 << 8);
const AT = 0x40;
const DOT = 0x2e;

/** Feeds the name of a person, case and accents folded away. */
type Feed = (into: KeyMaker) => KeyMaker;
const nameless: Feed = (into) => into;

const ascii = (into: KeyMaker, { bytes, start, end }: Ascii): KeyMaker => into.ascii(bytes, start, end);
let first: Cell | undefined;
let last: Cell | undefined;
/** First and last name, as most lists have them: letters and nothing else, which their bytes tell. */
const inLetters: Feed = (into) => {
  if (first !== undefined) ascii(into, first.ascii as Ascii);
  if (first !== undefined && last !== undefined) into.text(' ');
  return last === undefined ? into : ascii(into, last.ascii as Ascii);
};
let spelt = '';
const inOtherSigns: Feed = (into) => into.text(spelt);

function personName(lead: Lead): Feed {
  first = lead.first('first_name');
  last = lead.first('last_name');
  if (first === undefined && last === undefined) {
    spelt = foldName(lead.value('full_name'));
    return spelt === '' ? nameless : inOtherSigns;
  }
  if ((first === undefined || isLetters(first.ascii)) && (last === undefined || isLetters(last.ascii))) return inLetters;
  spelt = `${first === undefined ? '' : foldName(first.text)} ${last === undefined ? '' : foldName(last.text)}`.trim();
  return spelt === '' ? nameless : inOtherSigns;
}

/** Nothing that would be folded but capitals. */
function isLetters(ascii: Ascii | null): boolean {
  if (ascii === null) return false;
  for (let i = ascii.start; i < ascii.end; i++) {
    const letter = (ascii.bytes[i] as number) | 0x20;
    if (letter < 0x61 || letter > 0x7a) return false;
  }
  return true;
}

/** Names come again and again. */
const foldName = memo((name) => fold(name));

const PLAIN = /^[a-z0-9 ]*$/;

/** Case, accents, punctuation and spacing folded away. */
function fold(text: string): string {
  const lower = text.toLowerCase().trim();
  if (PLAIN.test(lower)) return lower;
  return lower.normalize('NFKD').replace(/\p{M}+/gu, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

const digits = (text: string): string => text.replace(/\D+/g, '');
