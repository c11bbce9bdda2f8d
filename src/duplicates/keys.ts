import type { Cell, Lead } from '../types.js';
import { cellsOf, firstOf } from '../values/asked.js';
import { byteMemo } from '../values/byte-memo.js';
import { cellMemo } from '../values/cell-memo.js';
import { foldedAt, mailboxKey, mayFold, plainMailbox } from '../values/mailbox.js';
import { memo } from '../values/memo.js';
import { phoneKey } from '../values/phone.js';
import { KeyMaker, type Pushed, pushKey } from './hash.js';

/**
 * Appends the keys that make another row the same person for certain, as hashes (`KEY` numbers each):
 * the mailbox; the phone together with the name; name, company and postal code where no contact data is usable.
 * A mailbox or a phone that people share (info@, a switchboard) only counts together with the name. Half a name (Maria,
 * Smith) is that of several people in one firm or house: it counts with a phone only where no mailbox could tell them apart.
 */
export function keyPusher(): (lead: Lead, into: Pushed) => void {
  const wordsOf = cellMemo(memo(nameWords));

  function feedName(cell: Cell | undefined): void {
    if (cell === undefined) return;
    const { ascii, known } = cell;
    // A name of letters and nothing else that nobody has seen before is hashed as it stands.
    const hash = ascii === null || known !== null ? null : word.begin().hashOfLetters(ascii.bytes, ascii.start, ascii.end);
    name.numbers(hash ?? wordsOf(cell));
  }

  const [firstName, lastName, fullName] = [firstOf('first_name'), firstOf('last_name'), firstOf('full_name')];
  const [emails, phones] = [cellsOf('email'), cellsOf('phone')];
  return (lead, into) => {
    const first = firstName(lead);
    const last = lastName(lead);
    name.begin();
    feedName(first);
    feedName(last);
    if (first === undefined && last === undefined) feedName(fullName(lead));
    const hasName = name.length > 0;
    const isWhole = name.length > WORD_BYTES;
    const shared = lead.has('email/role');
    let reachable = false;
    for (const cell of emails(lead)) {
      if (!isUsable(cell)) continue;
      reachable = true;
      const hash = shared || cell.ascii === null ? null : plainMailbox(cell.ascii.bytes, cell.ascii.start, cell.ascii.end);
      if (hash !== null) {
        pushKey(hash, 0, into);
        continue;
      }
      mailbox(key.begin(), cell);
      if (shared) {
        key.text(hasName ? ' ' : '  ').piece(name).numbers(words(fold(lead.value('company'))));
        // Nobody is named: branches write from one info@, each in a place of its own.
        if (!hasName) key.numbers(words(fold(lead.value('postal_code') || `${lead.value('city')} ${lead.value('street')}`)));
        key.end(into, 1);
      } else key.end(into, 0);
    }
    const tells = isWhole || (hasName && !reachable);
    for (const cell of phones(lead)) {
      if (cell.isEmpty || cell.state === 'unusable') continue;
      reachable ||= cell.state === 'usable';
      // A number whose country is unknown is still the same number when it is written with the same digits.
      if (tells) key.begin().text(cell.state === 'usable' ? phoneKey(cell.text) : digits(cell.text)).piece(name).end(into, 2);
    }
    if (reachable || !isWhole) return;
    const company = fold(lead.value('company'));
    const postal = fold(lead.value('postal_code'));
    if (company !== '' && postal !== '') key.begin().piece(name).numbers(words(company)).numbers(words(postal)).end(into, 3);
  };
}

const key = new KeyMaker();
/** First and last name of the row at hand, case and accents folded away: the hashes of their words. */
const name = new KeyMaker();
const word = new KeyMaker();

/** The hashes of the words of a folded text, four numbers each. */
function words(folded: string): Int32Array {
  const texts = folded.split(' ');
  const hashes = new Int32Array(texts.length * HASH);
  for (const [at, text] of texts.entries()) hashes.set(word.begin().text(text).hash(), at * HASH);
  return hashes;
}
const HASH = 4;
/** Bytes by which one word of a name is fed. */
const WORD_BYTES = HASH * Int32Array.BYTES_PER_ELEMENT;
const NO_WORDS = new Int32Array(0);
const nameWords = (text: string): Int32Array => {
  const folded = fold(text);
  return folded === '' ? NO_WORDS : words(EASTERN.test(folded) ? [...folded.normalize('NFC').replaceAll(' ', '')].join(' ') : folded);
};
/** Chinese and Korean names, and most Japanese ones: family and given name stand together or apart, and each sign is a word. */
const EASTERN = /^[\p{Script=Han}\p{Script=Hangul}][\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana} ]+$/u;

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
  return into.ascii(bytes, start, tag, folded.dots ? DOT : undefined).text(folded.host);
}
const folds = byteMemo((host) => foldedAt(host.toLowerCase()), 1 << 8);
const AT = 0x40;
const DOT = 0x2e;

const PLAIN = /^[a-z0-9 ]*$/;

/** Case, accents, punctuation and spacing folded away. */
function fold(text: string): string {
  const lower = text.toLowerCase().trim();
  if (PLAIN.test(lower)) return lower;
  return lower.normalize('NFKD').replace(/\p{M}+/gu, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

const digits = (text: string): string => text.replace(/\D+/g, '');
