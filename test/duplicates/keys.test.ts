import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KEY, kindOf } from '../../src/duplicates/hash.js';
import { keyPusher } from '../../src/duplicates/keys.js';
import { mailboxKey, plainMailbox } from '../../src/values/mailbox.js';
import { phoneKey } from '../../src/values/phone.js';
import type { Ascii, CellState, Field } from '../../src/types.js';
import { leadOf, TestCell } from '../checks/lead.js';
import { standing } from '../kernel.js';

type Person = Partial<Record<Field, string>>;

const pushKeys = keyPusher();

function keysOf(person: Person, { bytes = true, compiled = false, role = false, state = 'usable' as CellState } = {}): number[] {
  const cells = Object.entries(person).map(([field, text], column) => new TestCell(column, field as Field, text, field === 'email' || field === 'phone' ? state : 'usable'));
  if (compiled) {
    const plain = cells.filter(({ ascii }) => ascii !== null);
    for (const [at, stands] of standing(plain.map(({ text }) => text)).entries()) plain[at]!.ascii = stands;
  }
  if (!bytes) for (const cell of cells) cell.ascii = cell.known = null;
  const keys: number[] = [];
  pushKeys(leadOf(cells, { has: (code) => role && code === 'email/role' }), keys);
  return keys;
}

const address = fc.tuple(
  fc.stringMatching(/^[a-zA-Z0-9.+_-]{1,9}$/),
  fc.constantFrom('gmail.com', 'GoogleMail.com', 'icloud.com', 'me.com', 'hotmail.co.uk', 'yahoo.fr', 'ymail.com', 'live.acme.com', 'acme.com', 'gmx.de', 'liv.ag'),
).map(([local, host]) => `${local}@${host}`);
const name = fc.constantFrom('', 'Ann', 'LEE', 'ann lee', "O'Brien", 'Müller', 'van der Berg', 'Ng', '李雷', 'Smith-Jones', ' x');
const people = fc.record({
  email: address, phone: fc.constantFrom('', '+15125552345', '(512) 555-2345'), first_name: name, last_name: name, full_name: name,
  company: fc.constantFrom('', 'Acme, Inc.', 'Ünal'), postal_code: fc.constantFrom('', '10115'),
}, { requiredKeys: [] });

it('the keys of bytes are those of the texts they are', () => {
  fc.assert(fc.property(people, fc.boolean(), fc.constantFrom<CellState>('usable', 'doubtful', 'unusable'), (person, role, state) => {
    expect(keysOf(person, { role, state })).toEqual(keysOf(person, { role, state, bytes: false }));
  }), { numRuns: 3_000 });
});

it('the keys worked out in WebAssembly are those of the texts they are', () => {
  const word = fc.stringMatching(/^[a-zA-Z]{1,40}$/);
  const local = fc.stringMatching(/^[a-zA-Z0-9.@+_-]{0,40}$/);
  const host = fc.oneof(fc.stringMatching(/^[a-zA-Z0-9.-]{0,40}$/), fc.constantFrom('gmail.com', 'GMAIL.com', 'me.com', 'proton.me', 'Yahoo.fr', 'live.nl', 'mac.de', 'a.b'));
  const odd = fc.string({ unit: fc.constantFrom(...'aZ@[`{+-. 09_'), maxLength: 300 });
  const texts = fc.record({ email: fc.oneof(address, fc.tuple(local, host).map((parts) => parts.join('@')), odd), phone: fc.constant('+15125552345'), first_name: fc.oneof(word, name, odd), last_name: fc.oneof(word, name) });
  let whole = 0;
  fc.assert(fc.property(texts, (person) => {
    expect(keysOf(person, { compiled: true })).toEqual(keysOf(person, { bytes: false }));
    const [email] = standing([person.email]) as [Ascii];
    if (plainMailbox(email.bytes, email.start, email.end) !== null) whole++;
  }), { numRuns: 6_000 });
  expect(whole).toBeGreaterThan(2_000);
});

/** What the keys of a person with an address of their own are made of. */
function saidBy({ email = '', phone = '', first_name: first = '', last_name: last = '', full_name: full = '', company = '', postal_code: postal = '' }: Person, role: boolean): string[] {
  const fold = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/\p{M}+/gu, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const name = (first === '' && last === '' ? fold(full) : `${fold(first)} ${fold(last)}`).trim().replace(/李 ?雷/, '李 雷');
  const isWhole = name.includes(' ');
  const said = email === '' ? [] : [role ? `role ${mailboxKey(email)} ${name} ${fold(company)} ${name === '' ? fold(postal) : ''}` : `mail ${mailboxKey(email)}`];
  if (phone !== '' && name !== '' && (isWhole || email === '')) said.push(`phone ${phoneKey(phone)} ${name}`);
  return said.length === 0 && email === '' && phone === '' && isWhole && company !== '' && postal !== '' ? [`place ${name} ${fold(company)} ${fold(postal)}`] : said;
}

it('two people share a key where what it is made of is the same, and nowhere else', () => {
  const few = fc.record({
    email: fc.constantFrom('', 'ann.lee@gmail.com', 'annlee+x@gmail.com', 'info@acme.com'), phone: fc.constantFrom('', '', '+15125552345', '+1 512 555 2345', '512 555 2345', '5125552345'),
    first_name: fc.constantFrom('', 'Ann', 'ANN', 'Ann Lee', '-'), last_name: fc.constantFrom('', 'Lee', 'Lée', 'Lee Acme', "O'Brien"), full_name: fc.constantFrom('', 'Ann Lee', 'ann  lée', 'Ann', '李雷', '李 雷'),
    company: fc.constantFrom('', 'Acme', 'Lee Acme', 'acme.'), postal_code: fc.constantFrom('', '10115', 'Acme 10115'),
  });
  fc.assert(fc.property(few, few, fc.boolean(), fc.boolean(), (one, other, role, bytes) => {
    const shared = saidBy(one, role).filter((said) => saidBy(other, role).includes(said)).length;
    const keys = (person: Person): string[] => keysOf(person, { role, bytes }).flatMap((_, at, all) => (at % KEY === 0 ? [all.slice(at, at + KEY).join()] : []));
    expect(keys(one).filter((key) => keys(other).includes(key)).length).toBe(shared);
  }), { numRuns: 8_000 });
});

it.each<[Person, number[]]>([
  [{ email: 'ann@acme.com', phone: '+15125552345', first_name: 'Ann', last_name: 'Lee' }, [0, 2]],
  [{ email: 'ann@acme.com', phone: '+15125552345', first_name: 'Ann' }, [0]],
  [{ email: 'ann@acme.com', phone: '+15125552345', last_name: 'Lee' }, [0]],
  [{ email: 'ann@acme.com', phone: '+15125552345', full_name: '李雷' }, [0, 2]],
  [{ email: 'ann@acme.com', phone: '+15125552345', full_name: '김민수' }, [0, 2]],
  [{ email: 'ann@acme.com', phone: '+15125552345', full_name: '김' }, [0]],
  [{ email: 'ann@acme.com', phone: '+15125552345' }, [0]],
  [{ phone: '+15125552345', last_name: 'Lee' }, [2]],
  [{ full_name: 'Ann Lee', company: 'Acme', postal_code: '10115' }, [3]],
  [{ full_name: 'Ann Lee', company: 'Acme' }, []],
  [{ first_name: 'Ann', company: 'Acme', postal_code: '10115' }, []],
  [{ last_name: 'Lee', company: 'Acme', postal_code: '10115' }, []],
  [{ email: 'ann@acme.com', full_name: 'Ann Lee', company: 'Acme', postal_code: '10115' }, [0]],
])('%j: keys of the kinds %j', (person, kinds) => {
  const keys = keysOf(person);
  expect(Array.from({ length: keys.length / KEY }, (_, at) => kindOf(keys[at * KEY + 2]!))).toEqual(kinds);
});

it.each<[Person, Person, boolean]>([
  [{ email: 'Ann.Lee+x@gmail.com' }, { email: 'annlee@googlemail.com' }, true],
  [{ email: 'ann.lee@acme.com' }, { email: 'annlee@acme.com' }, false],
  [{ email: 'ann@acme.com' }, { email: 'ann@acme.co' }, false],
  [{ phone: '+15125552345', first_name: 'José', last_name: 'Núñez' }, { phone: '+15125552345', full_name: 'JOSE NUNEZ' }, true],
  [{ phone: '+15125552345', first_name: 'Ann' }, { phone: '+15125552345', last_name: 'ann' }, true],
  [{ phone: '+15125552345', full_name: '山田太郎' }, { phone: '+15125552345', full_name: '山田 太郎' }, true],
  [{ phone: '+15125552345', full_name: '김민수' }, { phone: '+15125552345', full_name: '김 민수' }, true],
  [{ phone: '+15125552345', full_name: 'Ann' }, { phone: '+15125552346', full_name: 'Ann' }, false],
])('%j and %j: the same key %s', (one, other, same) => expect(keysOf(one).join() === keysOf(other).join()).toBe(same));
