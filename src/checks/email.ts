import type { Ascii, Cell, CellState, Check, Find, Lead, More } from '../types.js';
import { isAddress } from '../values/address.js';
import { addressReader, LOCAL_SHIFT, UNLISTED, WORDED } from '../values/address-bytes.js';
import { cellsOf, firstOf } from '../values/asked.js';
import { disposableDomains } from '../values/disposable.js';
import { localWords } from '../values/local-words.js';
import { mailDomainReader, type DomainLists, type MailDomain } from '../values/mail-domain.js';
import { memo } from '../values/memo.js';
import { placeholderReader } from '../values/placeholder-address.js';
import { inLowerCase, plainAddressIn } from '../values/plain-address.js';
import { repairAddress } from '../values/repair.js';
import { roleReader, spellings } from '../values/role.js';
import { undeliverableReader, type DeliveryWords } from '../values/undeliverable.js';
import { addressesIn, isStillWrapped, unwrapAddress } from '../values/unwrap.js';

type Problem =
  | 'undeliverable' | 'syntax' | 'typo' | 'unknown-tld' | 'special-use' | 'placeholder' | 'disposable' | 'relay' | 'role' | 'free' | 'case' | 'wrapped';

export interface Options extends DomainLists, DeliveryWords {
  /** `word@` at any domain, `@domain` whatever the word, or one whole address. */
  readonly placeholders: readonly string[];
  /** Words that make a placeholder when one stands on both sides of the `@`. */
  readonly placeholder_words: readonly string[];
  /** Local parts of shared mailboxes, and words that stand beside one (team, emea). */
  readonly roles: readonly string[];
  readonly role_qualifiers: readonly string[];
}

/** Longer texts are no address with something around it. */
const LONGEST = 1000;
/** Unusual texts to remember. */
const FEW = 512;

/** What a text comes to that is no plain address: the address in it and how it is to be written, or what is wrong with it. */
interface Unusual { readonly bare: string; readonly address: string; readonly fault: { readonly problem: Problem; readonly more: More } | null }
const refusal = (problem: Problem, leaves: CellState, hint?: string): Unusual => ({ bare: '', address: '', fault: { problem, more: hint === undefined ? { leaves } : { hint, leaves } } });

export const email: Check<Problem, Options> = {
  name: 'email',
  scope: 'lead',
  problems: {
    syntax: {
      what: 'The e-mail address cannot be one as it stands. What counts: one @, at most 64 characters before it and 254 in all, no dot at either end of the part before it and never two in a row, a domain with a dot and a top-level domain of letters. Quoted local parts ("ann lee"@…), comments and IP addresses in place of a domain are refused, although the standards allow them: mailboxes of people are not written that way. International domains and local parts (jörg@müller.de) are accepted; invisible characters, spaces and typographic quotes are not. Whether the top-level domain exists, and whether a domain is reserved, are findings of their own.',
      why: 'Mail to it bounces, and bounces cost the reputation of your sending domain.',
      do: 'If a hint is shown, compare it with the source and correct the cell. Where a cell holds several addresses, put each in a row or column of its own.',
    },
    undeliverable: {
      what: 'A column of the list says that mail to the address came back, or that a verifier took it for invalid, a trap or a complainer’s.',
      why: 'Mail to it bounces or is complained of, and both cost the reputation of your sending domain.',
      do: 'Do not mail it. Verify it again if the result is old; reach the person by another channel.',
    },
    typo: {
      what: 'The domain is one slip away from that of a large mail provider, or ends in a mistyped top-level domain.',
      why: 'Such domains mostly belong to nobody, or to somebody who collects strangers’ mail.',
      do: 'Compare the hint with the source or ask the person; it is a guess and is never applied.',
    },
    'unknown-tld': {
      what: 'The address ends in a top-level domain that does not exist.',
      why: 'No mail can reach it.',
      do: 'Correct the ending if a hint is shown, else ask for another address.',
    },
    'special-use': {
      what: 'The domain is reserved for examples, tests or local networks (example.com, .test, localhost).',
      why: 'It is in documentation and test data; no mailbox exists behind it.',
      do: 'Ask for a real address; look whether test records got into the list.',
    },
    placeholder: {
      what: 'The address stands for having none: noemail@…, test@test.com, asdf@asdf.com.',
      why: 'Somebody filled a mandatory field. Mail goes nowhere, or to a stranger.',
      do: 'Treat the lead as one without an e-mail address.',
    },
    disposable: {
      what: 'The domain belongs to a service of throw-away mailboxes.',
      why: 'The mailbox is gone within minutes or days, or anybody can read it.',
      do: 'Do not import it as a way to reach the person.',
    },
    relay: {
      what: 'The address forwards to a mailbox its owner keeps private (DuckDuckGo, Apple, Firefox Relay, SimpleLogin, a marketplace).',
      why: 'Mail arrives, but the owner can switch the address off, and it will not match other data about the person.',
      do: 'Keep it. Do not use it to find duplicates in other systems.',
    },
    role: {
      what: 'The address is a shared mailbox such as info@ or sales@, not a person’s.',
      why: 'Nobody in particular reads it, complaints are more frequent, and some senders’ terms forbid mailing it.',
      do: 'Find the person’s own address, or use it for first contact only.',
    },
    free: {
      what: 'The address is at a provider where anybody can open a mailbox.',
      why: 'No fault on a list of consumers. On a list of companies it says nothing about the employer.',
      do: 'Nothing, unless your rules give it points.',
    },
    case: {
      what: 'The address held capital letters and was written in lower case.',
      why: 'Domains know no case, and no provider in use tells Ann@ from ann@; CRMs store and compare addresses in lower case.',
      do: 'Nothing.',
    },
    wrapped: {
      what: 'The address stood in quotes, brackets, behind mailto: or a display name, or held invisible characters; the bare address was kept.',
      why: 'Importers refuse the cell or mail to the wrapping.',
      do: 'Nothing.',
    },
  },

  start(options, run) {
    const placeholder = placeholderReader({ addresses: options.placeholders, words: options.placeholder_words });
    const domains = mailDomainReader(options, disposableDomains(), placeholder);
    const isRole = roleReader({ accounts: options.roles, qualifiers: options.role_qualifiers });
    const words = localWords(() => [...spellings(options.roles), ...options.role_qualifiers, ...options.placeholders.map(localOf)]);
    const readAddress = addressReader(domains.unlisted, words);

    /** What an unusual text comes to. */
    function read(text: string): Unusual {
      const bare = isAddress(text) && !isStillWrapped(text) ? text : text.length > LONGEST ? '' : unwrapAddress(text);
      if (bare === '') return refused(text);
      const lower = bare.toLowerCase();
      return { bare, address: lower !== bare && isAddress(lower) ? lower : bare, fault: null };
    }

    function refused(raw: string): Unusual {
      const text = raw.length > LONGEST ? '' : raw.trim().toLowerCase();
      const at = text.indexOf('@');
      const host = text.slice(at + 1);
      if (at > 0 && !host.includes('.') && isAddress(`${text}.com`)) {
        if (domains.read(host).specialUse) return refusal('special-use', 'unusable');
        if (placeholder.isPlaceholder(text.slice(0, at), host, domains.read(host).word)) return refusal('placeholder', 'unusable');
      }
      if (at < 0 && placeholder.isPlaceholder(text.replaceAll(' ', ''), '', '')) return refusal('placeholder', 'unusable');
      const guess = text === '' ? '' : repairAddress(raw, domains.meant, options.providers);
      if (guess === '') return refusal('syntax', 'unusable');
      return refusal('syntax', 'doubtful', addressesIn(text).length > 1 ? `several addresses, the first is ${guess}` : `did you mean ${guess}?`);
    }

    // What is no plain address is often one of a few texts (`none`, `info@@web.de`) that come again and again.
    const readAgain = memo(read, FEW);

    /** The bare lower-case address of an unusual cell, its fixes and faults found; '' where there is none. */
    function settle(cell: Cell, find: Find<Problem>): string {
      const { text } = cell;
      const { bare, address, fault } = readAgain(text);
      if (fault !== null) {
        find(fault.problem, cell, fault.more);
        return '';
      }
      if (bare !== text) find('wrapped', cell, { fix: bare });
      if (address !== bare) find('case', cell, { fix: address });
      return address;
    }

    /** Whether a local part that reads as a role is what the person is called: dev@ of Dev Banerjee, post@ of Anna Post. */
    function isNamed(lead: Lead, local: string): boolean {
      const [first = '', last = ''] = [lead.value('first_name'), lead.value('last_name')].map((name) => name.toLowerCase());
      const names = first !== '' && last !== '' ? [first, last] : lead.value('full_name').toLowerCase().split(/\s+/);
      return names.length > 1 && names.includes(local) && names.some((name) => !isRole(name) && !options.role_qualifiers.includes(name));
    }

    /** Whether another column has an address of the person’s own: `Company Email` beside `Email`. */
    function hasOwn(lead: Lead, but: Cell): boolean {
      return emails(lead).some((cell) => {
        if (cell === but || cell.isEmpty || cell.state !== 'usable') return false;
        const { address } = readAgain(cell.text);
        const at = address.lastIndexOf('@');
        if (at < 0) return false;
        const [local, host] = [address.slice(0, at), address.slice(at + 1)];
        const domain = domains.read(host);
        return domain.knownTld && domain.meant === '' && !domain.specialUse && !domain.disposable && !isRole(local) && !placeholder.isPlaceholder(local, host, domain.word);
      });
    }

    function judge(lead: Lead, cell: Cell, find: Find<Problem>, local: string, host: string, domain: MailDomain): void {
      if (domain.specialUse) return find('special-use', cell, { leaves: 'unusable' });
      if (placeholder.isPlaceholder(local, host, domain.word)) return find('placeholder', cell, { leaves: 'unusable' });
      if (domain.meant !== '') find('typo', cell, { hint: `did you mean ${local}@${domain.meant}?` });
      if (!domain.knownTld) return find('unknown-tld', cell, { leaves: domain.meant === '' ? 'unusable' : 'doubtful' });
      if (domain.relay) find('relay', cell);
      if (domain.disposable && domain.meant === '') return find('disposable', cell, { leaves: 'unusable' });
      if (isRole(local) && !isNamed(lead, local)) find('role', cell, hasOwn(lead, cell) ? { leaves: 'doubtful' } : undefined);
      if (domain.free) find('free', cell);
    }

    /** The address as it is nearly always written, by its bytes. False: it is written otherwise. */
    function isPlain(lead: Lead, cell: Cell, { bytes, start, end }: Ascii, find: Find<Problem>): boolean {
      const told = readAddress(bytes, start, end);
      if (told < 0) return false;
      if ((told & (UNLISTED | WORDED)) === UNLISTED) return true;
      const at = start + (told >> LOCAL_SHIFT);
      const domain = domains.readAscii(bytes, at + 1, end);
      if (!domain.ordinary || (told & WORDED) !== 0) {
        const text = cell.text.toLowerCase();
        judge(lead, cell, find, text.slice(0, at - start), text.slice(at - start + 1), domain);
      } else if (domain.free) find('free', cell);
      return true;
    }

    /** The same but for capitals: they are mended. */
    function isPlainInLowerCase(lead: Lead, cell: Cell, ascii: Ascii, find: Find<Problem>): boolean {
      const lower = inLowerCase(ascii);
      if (lower === null || plainAddressIn(lower.bytes, lower.start, lower.end) < 0) return false;
      find('case', cell, { fix: cell.text.toLowerCase() });
      return isPlain(lead, cell, lower, find);
    }

    const emails = cellsOf('email');
    const firstEmail = firstOf('email');
    const undeliverable = undeliverableReader(options, run);
    return (lead, find) => {
      for (const cell of emails(lead)) {
        const { ascii } = cell;
        if (cell.isEmpty || (ascii !== null && (isPlain(lead, cell, ascii, find) || isPlainInLowerCase(lead, cell, ascii, find)))) continue;
        const address = settle(cell, find);
        if (address === '') continue;
        const at = address.lastIndexOf('@');
        const host = address.slice(at + 1);
        judge(lead, cell, find, address.slice(0, at), host, domains.read(host));
      }
      const told = undeliverable?.(lead);
      const first = told === undefined ? undefined : firstEmail(lead);
      if (told !== undefined && first !== undefined) find('undeliverable', first, { hint: `${(run.header[told.column] ?? '').trim()}: ${told.text}` });
    };
  },
};

const localOf = (entry: string): string => entry.slice(0, Math.max(0, entry.indexOf('@')));
