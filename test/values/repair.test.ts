import { expect, it } from 'vitest';
import { repairAddress } from '../../src/values/repair.js';

const repair = (text: string): string => repairAddress(text, (host) => (host === 'gmial.com' || host === 'gmail' ? 'gmail.com' : ''), ['gmail.com', 'yahoo.co.uk']);

it.each([
  'ann@gmail,com', 'ann@gmail;com', 'ann@gmail/com', 'ann@@gmail.com', 'ann@ @gmail.com', 'ann gmail.com', 'ann@gmail .com', 'ann @gmail.com', 'ann@ gmail.com', 'ann@gmail. com', 'ann@gmail com', 'ann@gmail..com', 'ann@.gmail.com', 'ann@gmail.c om', 'ann@gmail.co m',
  '.ann@gmail.com', 'ann.@gmail.com', 'anngmail.com', 'ann.gmail.com', 'ann#gmail.com', 'ann"gmail.com', 'ann at gmail dot com', 'ann(at)gmail.com', 'ann [at] gmail [dot] com', 'ann{at}gmail{dot}com', 'ann＠gmail.com', 'ａｎｎ@gmail.com', 'ann@gmail．com',
  'ann@gmail', 'ann@gmial,com', 'Ann@Gmail,Com', '<ann@gmail,com>', 'mailto:ann@gmail,com', 'ann@gmail.com; bob@acme.com', 'ann@gmail.com 9876501234', 'ann@gmail.com (work)', '"ann"@gmail.com', 'ann@gm ail.com',
])('%j may be meant as ann@gmail.com', (text) => {
  expect(repair(text)).toBe('ann@gmail.com');
});

it.each([
  ['an..n@acme.com', 'an.n@acme.com'], ['o’brien@acme.ie', "o'brien@acme.ie"], ['ann–lee@acme.com', 'ann-lee@acme.com'], ['annyahoo.co.uk', 'ann@yahoo.co.uk'], ['ann smith@acme.com', 'smith@acme.com'],
])('%j may be meant as %s', (text, guess) => {
  expect(repair(text)).toBe(guess);
});

it.each(['', '@', 'ann', 'ann lee', 'ann@', '@gmail.com', 'gmail.com', 'www.gmail.com', 'http://gmail.com', 'acme.com', 'ann@acme', 'ann@acme,xyzzy', 'ann@[10.0.0.1]', 'a@b@c@d', '+1 512 555 0100', 'see notes', 'n/a', '\ud800@\udc00', '💥'])('nothing suggests itself for %j', (text) => {
  expect(repair(text)).toBe('');
});
