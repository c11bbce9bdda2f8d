import type { Cell, Lead } from '../types.js';
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
  feedName(lead);
  const hasName = name.length > 0;
  const shared = lead.has('email/role');
  let reachable = false;
  for (const cell of lead.of('email')) {
    if (!isUsable(cell)) continue;
    reachable = true;
    mailbox(key.begin().text(shared ? 'role ' : 'mail '), cell);
    if (shared) key.text(' ').piece(name).text(` ${fold(lead.value('company'))}`).end(into, 1);
    else key.end(into, 0);
  }
  for (const cell of lead.of('phone')) {
    if (cell.isEmpty || cell.state === 'unusable') continue;
    reachable ||= cell.state === 'usable';
    // A number whose country is unknown is still the same number when it is written with the same digits.
    if (hasName) key.begin().text('phone ').text(cell.state === 'usable' ? phoneKey(cell.text) : digits(cell.text)).text(' ').piece(name).end(into, 2);
  }
  if (reachable || !hasName) return;
  const company = fold(lead.value('company'));
  const postal = fold(lead.value('postal_code'));
  if (company !== '' && postal !== '') key.begin().text('place ').piece(name).text(` ${company} ${postal}`).end(into, 3);
}

const key = createKeyMaker();
/** First and last name of the row at hand, case and accents folded away. */
const name = createKeyMaker();

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

function feedName(lead: Lead): void {
  name.begin();
  const first = lead.first('first_name');
  const last = lead.first('last_name');
  if (first === undefined && last === undefined) name.text(foldName(lead.value('full_name')));
  else if (!feedLetters(first) || !feedLetters(last, first === undefined ? '' : ' '))
    name.begin().text(`${first === undefined ? '' : foldName(first.text)} ${last === undefined ? '' : foldName(last.text)}`.trim());
}

/** A name of letters and nothing else, as nearly all are: its bytes tell. */
const feedLetters = (cell: Cell | undefined, before = ''): boolean =>
  cell === undefined || (cell.ascii !== null && name.text(before).letters(cell.ascii.bytes, cell.ascii.start, cell.ascii.end));

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
