import { expect, it } from 'vitest';
import { spelledOut } from '../../../src/duplicates/likely/initial.js';

it.each([
  ['j', 'smith', 'jane.smith@acme.com', 'jane'], ['j', 'smith', 'jane_smith2@acme.com', 'jane'], ['a', 'garcia lorca', 'ana.garcia-lorca@acme.es', 'ana'],
  ['j', 'smith', 'j.smith@acme.com', 'j'], ['j', 'smith', 'jsmith@acme.com', 'j'], ['j', 'smith', 'mary.smith@acme.com', 'j'], ['j', 'smith', 'john.brown@acme.com', 'j'],
  ['j', 'smith', '', 'j'], ['j', '', 'jane.@acme.com', 'j'], ['jo', 'smith', 'john.smith@acme.com', 'jo'], ['', 'smith', 'jane.smith@acme.com', ''],
])('%s %s of %s: %s', (given, family, email, expected) => expect(spelledOut(given, family, email)).toBe(expected));
