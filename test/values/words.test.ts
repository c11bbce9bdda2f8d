import { expect, test } from 'vitest';
import { wordSet } from '../../src/values/words.js';

const known = wordSet(['n/a', 'none', 'é', 'ärzte', '#n/a', 'élodie']);

test.each(['n/a', 'N/A', 'None', 'NONE', 'É', 'Ärzte', '#N/A', 'ÉLODIE', 'élodie'])('%s is in the set in any case', (text) => expect(known(text)).toBe(true));
test.each(['', 'non', 'nones', 'n-a', 'E', 'nine', 'a very much longer text', '\ud800', 'n/a '])('%j is not', (text) => expect(known(text)).toBe(false));
test('an empty list holds nothing', () => expect(wordSet([])('a')).toBe(false));
