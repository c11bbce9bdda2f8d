import { expect, it } from 'vitest';
import { mailboxKey } from '../../src/values/mailbox.js';

it.each([
  ['Ann.Lee@Acme.com', 'ann.lee@acme.com'], ['ann+crm@acme.com', 'ann+crm@acme.com'], ['a.n.n@acme.com', 'a.n.n@acme.com'],
  ['Ann.Lee+news@gmail.com', 'annlee@gmail.com'], ['annlee@googlemail.com', 'annlee@gmail.com'],
  ['ann.lee+x@outlook.com', 'ann.lee@outlook.com'], ['ann+x@hotmail.co.uk', 'ann@hotmail.co.uk'], ['ann+x@live.nl', 'ann@live.nl'], ['ann+x@live.acme.com', 'ann+x@live.acme.com'], ['ann+x@msn.com', 'ann@msn.com'],
  ['ann+x@me.com', 'ann@icloud.com'], ['ann@mac.com', 'ann@icloud.com'], ['ann+x@protonmail.com', 'ann@proton.me'], ['ann+x@fastmail.com', 'ann@fastmail.com'],
  ['ann-shop@yahoo.com', 'ann@yahoo.com'], ['ann-shop@yahoo.co.uk', 'ann@yahoo.co.uk'], ['ann.lee@yahoo.com', 'ann.lee@yahoo.com'], ['ann-lee@acme.com', 'ann-lee@acme.com'],
  ['+tag@gmail.com', '+tag@gmail.com'], ['ann', 'ann'], ['', ''], ['@gmail.com', '@gmail.com'],
])('%s: %s', (address, key) => {
  expect(mailboxKey(address)).toBe(key);
  expect(mailboxKey(key)).toBe(key);
});
