import { expect, it } from 'vitest';
import { level } from '../../../src/duplicates/likely/levels.js';
import { normaliser } from '../../../src/duplicates/likely/normal.js';
import { streetsLevel } from '../../../src/duplicates/likely/street.js';
import { Vocabulary } from '../../../src/duplicates/likely/vocabulary.js';
import { words } from './shipped.js';

const { normalise } = normaliser(words);
it.each([
  ['180 Station Street', '180 Statin St', 'exact'], ['18 Station Avenue', '18 tation Avnue', 'exact'], ['Hauptstraße 4', 'Hauptstr. 4', 'exact'],
  ['95 Mill Street', '995 Mill Street', 'partial'], ['149 Market Road', '194 Market Rd', 'partial'], ['221 Maple Drive', '223 Maple Drive', 'weak'],
  ['12 Oak Avenue', '12 Elm Avenue', 'differs'], ['92 Park Raod', '92 Park Road', 'partial'],
] as const)('%s and %s: %s', (one, other, expected) => {
  const texts = new Vocabulary();
  const [x, y] = [texts.number(normalise('street', one)), texts.number(normalise('street', other))];
  expect(x === y ? level.exact : streetsLevel(texts, x, y)).toBe(level[expected]);
});
