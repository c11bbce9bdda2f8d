import { readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { LEVELS, titleReader, type Level, type TitleWords } from '../../src/values/title.js';

const words = parseYaml(readFileSync('rules/titles.yaml', 'utf8')) as TitleWords;
const read = titleReader(words);
const table = parseCsv(readFileSync('test/values/titles.csv'), { columns: true }) as { language: string; title: string; level: Level }[];

describe('job titles', () => {
  it('are labelled with known levels, at least 400 of them', () => {
    expect(table.length).toBeGreaterThanOrEqual(400);
    expect(table.filter(({ level }) => !LEVELS.includes(level))).toEqual([]);
  });
  it.each(['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'])('are read right at least 97 times of 100: %s', (language) => {
    const asked = table.filter((each) => each.language === language);
    const wrong = asked.filter(({ title, level }) => read(title) !== level).map(({ title, level }) => `${title}: ${read(title)}, not ${level}`);
    expect(wrong.length / asked.length, wrong.join('\n')).toBeLessThanOrEqual(0.03);
  });
  it('are read right at least 85 times of 100 where they were never learnt from: the last 100 of titles-unseen.csv', () => {
    const unseen = parseCsv(readFileSync('test/values/titles-unseen.csv'), { columns: true }) as typeof table;
    expect(unseen.length).toBe(300);
    expect(unseen.slice(0, 200).filter(({ title, level }) => read(title) === level).length).toBeGreaterThanOrEqual(194);
    expect(unseen.slice(200).filter(({ title, level }) => read(title) === level).length).toBeGreaterThanOrEqual(85);
  });
  it('never throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => LEVELS.includes(read(text))));
  });
});

describe('the words of titles', () => {
  const all = LEVELS.flatMap((level) => words.levels[level]);
  it('are plain', () => expect(all.filter((word) => !/^[a-z0-9]+( [a-z0-9]+)*$/.test(word))).toEqual([]));
});
