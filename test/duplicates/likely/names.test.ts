import { describe, expect, it } from 'vitest';
import { level } from '../../../src/duplicates/likely/levels.js';
import { readNames } from '../../../src/duplicates/likely/names.js';
import { normaliser } from '../../../src/duplicates/likely/normal.js';
import { Vocabulary } from '../../../src/duplicates/likely/vocabulary.js';
import { words } from './shipped.js';

const { normalise } = normaliser(words);

function compare(part: 'given' | 'family', a: string, b: string): string | undefined {
  const names = new Vocabulary();
  const [x, y] = [names.number(normalise(part, a)), names.number(normalise(part, b))];
  const read = readNames({ vocabulary: names, of: Int32Array.of(x, y), counts: new Uint32Array(names.size) }, Int32Array.of(x, y), words, (text) => normalise('given', text));
  expect(read[part](y, x)).toBe(read[part](x, y));
  return Object.entries(level).find(([, at]) => at === read[part](x, y))?.[0];
}

describe('given names', () => {
  it.each([
    ['Anna', 'anna', 'exact'], ['Mary Ann', 'Maryann', 'exact'], ['Bob', 'Robert', 'near'], ['Peggy', 'Margaret', 'near'], ['Hans', 'Johannes', 'near'],
    ['Sasha', 'Alexander', 'near'], ['Иван', 'Ivan', 'exact'], ['Benedikt', 'Bendeikt', 'near'], ['Ana María', 'Ana', 'near'],
    ['J.', 'Josephine', 'weak'], ['J.', 'M.', 'opposed'], ['R', 'Constance', 'opposed'], ['', 'Anna', 'missing'],
    ['Mario', 'Maria', 'opposed'], ['Martin', 'Martina', 'opposed'], ['Paul', 'Paula', 'opposed'], ['Andrea', 'Andreas', 'opposed'], ['Emil', 'Emily', 'opposed'],
    ['Daniel', 'Danielle', 'opposed'], ['Eric', 'Erin', 'opposed'], ['Dana', 'Lana', 'opposed'], ['Katelyn', 'Caitlin', 'near'], ['Shawn', 'Sean', 'near'], ['Rylee', 'Ryleigh', 'near'], ['Anna', 'Peter', 'opposed'], ['Yury', 'Iurii', 'near'], ['Meenakshi', 'Minakshi', 'near'], ['Lakshmi', 'Laxmi', 'near'], ['M. Yves', 'Yves', 'partial'], ['M. Yves', 'Paul', 'opposed'], ['Xqrst', 'Vwzzy', 'differs'],
  ])('%s, %s: %s', (a, b, expected) => { expect(compare('given', a, b)).toBe(expected); });
});

describe('family names', () => {
  it.each([
    ['Müller', 'Mueller', 'exact'], ['van der Heijden', 'Vanderheijden', 'exact'], ['Whitcombe-Jones', 'Whitcombe', 'near'], ['Ocampo Restrepo', 'Ocampo', 'near'],
    ['Hallerstein', 'Hallertsein', 'near'], ['Smith', 'Smyth', 'near'], ['Lindqvist', 'Bergström', 'differs'], ['S', 'Smith', 'weak'], ['Smith', '', 'missing'],
    ['Lee', 'Yi', 'partial'], ['Huang', 'Wong', 'partial'], ['Huang', 'Chen', 'differs'], ['Jakowlew', 'Yakovlev', 'near'], ['Solovyov', 'Soloviev', 'near'], ['Al-Khatib', 'El Khateeb', 'near'], ['Qahtani', 'Kahtani', 'near'], ['Ellis', 'Allen', 'differs'],
    ['van der Berg', 'v.d. Berg', 'near'], ['van der Berg', 'Berg, van der', 'near'], ['van der Berg', 'van der Linden', 'differs'],
  ])('%s, %s: %s', (a, b, expected) => { expect(compare('family', a, b)).toBe(expected); });
});

describe('whole names', () => {
  it.each([
    ['Lucía Delgado', 'Sanz', 'Lucía', 'Delgado Sanz', 'split'], ['Ana Ruiz', 'Vega', 'Ana', 'Ruiz', 'part'], ['Flávia Rocha Lima', 'Dias', 'Flávia', 'Rocha', 'part'], ['Ana Lima', 'Cruz', 'Ana', 'de Lima Cruz', 'split'], ['Wang Jun', 'jie', 'Junjie', 'Wang', 'turned'],
    ['Phan Van', 'Phuc', 'Phuc Van', 'Phan', 'turned'], ['Ana', 'Ruiz', 'Ana', 'Vega', null], ['Ana Ruiz', 'Vega', 'Eva', 'Ruiz', null], ['Li', 'Na', 'Nil', 'A', null],
  ])('%s | %s, %s | %s: %s', (...parts) => {
    const names = new Vocabulary();
    const [a, b, c, d] = parts.slice(0, 4).map((text) => names.number(normalise('given', text as string))) as [number, number, number, number];
    const read = readNames({ vocabulary: names, of: Int32Array.of(a, c), counts: new Uint32Array(names.size) }, Int32Array.of(b, d), words, (text) => normalise('given', text));
    expect(read.whole(a, b, c, d)).toBe(parts[4]);
    expect(read.whole(c, d, a, b)).toBe(parts[4]);
  });
});

it('takes a spelling that many have for a name of its own', () => {
  const names = new Vocabulary();
  const [x, y] = [names.number('kelvra'), names.number('kelvso')];
  const read = (times: number): number => {
    const of = Int32Array.from({ length: times * 2 }, (_, i) => (i % 2 === 0 ? x : y));
    return readNames({ vocabulary: names, of, counts: new Uint32Array(2) }, of, words, (text) => text).family(x, y);
  };
  expect(read(1)).toBe(level.partial);
  expect(read(9)).toBe(level.differs);
});
