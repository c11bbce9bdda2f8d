import { mailboxKey } from '../values/mailbox.js';
import { registrableDomain } from '../values/domain.js';
import { readPhone } from '../values/phone.js';
import { addressesIn } from '../values/unwrap.js';

/** What an entry of a suppression list can be. */
export type EntryKind = 'mail' | 'domain' | 'phone' | HashKind;
export type HashKind = 'md5' | 'sha1' | 'sha256';

/** `text`: the mailbox, the host, E.164, or the hash in lower case. */
export interface Entry { readonly kind: EntryKind; readonly text: string }

const BY_LENGTH: Readonly<Record<number, HashKind>> = { 32: 'md5', 40: 'sha1', 64: 'sha256' };
const HEX = /^[0-9a-f]{32,64}$/;
/** As a program prints it, in groups or with the name of a file behind it. A UUID is no hash. */
const SPACED_HEX = /^(?:0x)?[0-9a-f]+(?:\s+[0-9a-f]+)*$/;
const PRINTED_HASH = /^(?:0x)?([0-9a-f]+)\s+\*?\S+$/;
const AROUND_DOMAIN = /^(?:https?:\/\/)?(?:\*?@|\*\.)?(?:www\.)?|\/.*$/g;
const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*$/u;
const DIALLED = /^\+?[\d\s()./-]{7,24}$/;

/**
 * The entries in a row of a suppression list. A cell is one when it is recognisably an address, a hash of 32, 40 or 64
 * hex digits, a domain or a phone number; all else (headers, names, remarks) is none. Of a row that names a person the
 * domain is none: whoever unsubscribed did so for themselves and not for their company.
 * `phones`: of each column, whether numbers without `+` are phones there, read as dialled in `country`.
 */
export function entriesOf(cells: readonly string[], phones: (column: number) => boolean, country: string): Entry[] {
  const entries: Entry[] = [];
  const domains: Entry[] = [];
  cells.forEach((cell, column) => {
    const text = cell.trim().toLowerCase();
    if (text === '') return;
    const hash = hashOf(text);
    if (hash !== null) { entries.push(hash); return; }
    if (text.includes('@') && !/^\*?@/.test(text)) {
      for (const address of addressesIn(text)) entries.push({ kind: 'mail', text: mailboxKey(address) });
      return;
    }
    if (DIALLED.test(text) && (text.startsWith('+') || phones(column))) {
      const number = phoneOf(text, country);
      if (number !== '') { entries.push({ kind: 'phone', text: number }); return; }
    }
    const host = text.replace(AROUND_DOMAIN, '');
    if (HOST.test(host) && registrableDomain(host) !== '') domains.push({ kind: 'domain', text: host });
  });
  return entries.length > 0 ? entries : domains;
}

function hashOf(text: string): Entry | null {
  const digits = SPACED_HEX.test(text) ? text.replace(/^0x|\s+/g, '') : PRINTED_HASH.exec(text)?.[1] ?? '';
  const kind = HEX.test(digits) ? BY_LENGTH[digits.length] : undefined;
  return kind === undefined ? null : { kind, text: digits };
}

/** E.164, also of digits that lack only the `+`; '' for what is no valid number. */
function phoneOf(text: string, country: string): string {
  for (const form of [text, `+${text}`]) {
    const phone = readPhone(form, country);
    if (phone?.judged.valid === true) return phone.number;
  }
  return '';
}
