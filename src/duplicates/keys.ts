import type { Cell, Lead } from '../types.js';
import { mailboxKey } from '../values/mailbox.js';
import { memo } from '../values/memo.js';
import { phoneKey } from '../values/phone.js';
import { pushHash, type Pushed } from './hash.js';

/**
 * Appends the keys that make another row the same person for certain, as hashes (`KEY` numbers each):
 * the mailbox; the phone together with the name; name, company and postal code where no contact data is usable.
 * A mailbox or a phone that people share (info@, a switchboard) only counts together with the name.
 */
export function pushKeys(lead: Lead, into: Pushed): void {
  const name = nameKey(lead);
  const shared = lead.has('email/role');
  let reachable = false;
  for (const cell of lead.of('email')) {
    if (!isUsable(cell)) continue;
    reachable = true;
    const mailbox = mailboxKey(cell.text);
    if (shared) pushHash(`role ${mailbox} ${name} ${fold(lead.value('company'))}`, into, 1);
    else pushHash(`mail ${mailbox}`, into, 0);
  }
  for (const cell of lead.of('phone')) {
    if (cell.text === '' || cell.state === 'unusable') continue;
    reachable ||= cell.state === 'usable';
    // A number whose country is unknown is still the same number when it is written with the same digits.
    if (name !== '') pushHash(`phone ${cell.state === 'usable' ? phoneKey(cell.text) : digits(cell.text)} ${name}`, into, 2);
  }
  if (reachable || name === '') return;
  const company = fold(lead.value('company'));
  const postal = fold(lead.value('postal_code'));
  if (company !== '' && postal !== '') pushHash(`place ${name} ${company} ${postal}`, into, 3);
}

const isUsable = (cell: Cell): boolean => cell.text !== '' && cell.state === 'usable';

function nameKey(lead: Lead): string {
  const first = lead.value('first_name');
  const last = lead.value('last_name');
  if (first === '' && last === '') return foldName(lead.value('full_name'));
  return `${foldName(first)} ${foldName(last)}`.trim();
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
