import { describe, expect, it, test } from 'vitest';
import { compile, isFault } from '../../src/conditions/compile.js';
import { loadRules } from '../../src/rules/load.js';
import { rehearse, type Cast } from '../../src/rehearse.js';
import type { Code, Rules } from '../../src/types.js';

const shipped = await loadRules(['default'], process.cwd(), []);
const TODAY = 20_778; // 2026-11-21

async function holds(when: string, lead: Cast, run = { today: TODAY, country: '' }): Promise<boolean> {
  const rules: Rules = { ...shipped, findings: [{ code: 'own/it', when, what: '', why: '', do: '' }], codes: { ...shipped.codes, 'own/it': { verdict: 'note', points: 0 } } };
  const [came] = rehearse([[lead, run]], rules);
  return came!.facts.some(({ code }) => code === 'own/it');
}
const ANN: Cast = { email: 'Ann@Firma.DE', title: 'Head of Sales', country: 'Deutschland', employees: '51-200', budget: '€50k–100k', created_at: '03.02.2026', source: 'Webinar' };

describe('over the fields after fixes, typed', () => {
  it.each<[string, boolean]>([
    ['employees >= 50 && country in ["DE", "AT", "CH"] && title.matches("(?i)head|chief|vp")', true],
    ['employees == 51', true], ['employees in [51, 52]', true], ['employees > 51', false], ['employees * 2 == 102', true], ['employees / 2 == 25', true], ['employees > 50.5', true],
    ['budget >= 100000', true], ['budget == 100000', true], ['budget > 100000', false], ['budget / 2 > 49999.5', true],
    ['country == "DE"', true], ['country == "FR"', false],
    ['email == "ann@firma.de"', true], ['email_domain == "firma.de"', true], ['email_domain.endsWith(".de")', true],
    ['title.matches("^Head")', true], ['title.matches("^head")', false], ['title.matches("(?i)^head")', true], ['title.lowerAscii().contains("sales")', true], ['title.startsWith("Head") && title.matches("(?i)SALES$")', true],
    ['created_at == date("2026-02-03")', true], ['created_at < today - days(30)', true], ['created_at > today - days(365)', true], ['today == date("2026-11-21")', true], ['created_at.getFullYear() == 2026', true],
    ['"fit/decision-maker" in findings', true], ['"email/free" in findings', false], ['"title" in given', true], ['"phone" in given', false], ['!("phone" in given)', true],
    ['company == ""', true], ['size(notes) == 0', true], ['source == "Webinar" ? true : false', true],
  ])('%s', async (when, expected) => expect(await holds(when, ANN)).toBe(expected));

  it.each(['51-200', '51 - 200', '51 to 200', '51–200 employees', '51 bis 200', '51', '51+', '> 51', 'ca. 51 Mitarbeiter'])('employees of %s begin at 51', async (employees) =>
    expect(await holds('employees == 51', { ...ANN, employees })).toBe(true));
  it.each([['1,001-5,000', 1001], ['10.000+', 10_000], ['1k-5k', 1000], ['10k', 10_000]])('employees of %s are %d', async (employees, count) =>
    expect(await holds(`employees == ${count}`, { ...ANN, employees })).toBe(true));

  it('the country of the run stands in for one that is missing', async () => {
    expect(await holds('country == "AT"', { email: 'a@b.at' }, { today: TODAY, country: 'AT' })).toBe(true);
  });
});

describe('what is not there is neither true nor false', () => {
  it.each<[string, boolean]>([
    ['employees < 50', false], ['!(employees < 50)', false], ['employees < 50 || title == "Head of Sales"', true], ['title == "Head of Sales" || employees < 50', true],
    ['title == "x" && employees < 50', false], ['created_at < today', false], ['employees < 50 ? true : true', false],
  ])('%s', async (when, expected) => expect(await holds(when, { email: 'ann@firma.de', title: 'Head of Sales', employees: '', created_at: '' })).toBe(expected));
});

test('findings see those before them', async () => {
  const own = (code: Code, when: string): Rules['findings'][number] => ({ code, when, what: '', why: '', do: '' });
  const rules: Rules = { ...shipped, findings: [own('own/a', 'title != ""'), own('own/b', '"own/a" in findings'), own('own/c', '"own/d" in findings'), own('own/d', 'true')] };
  const [came] = rehearse([[ANN, { today: TODAY, country: '' }]], rules);
  expect(came!.facts.map(({ code }) => code).filter((code) => code.startsWith('own/'))).toEqual(['own/a', 'own/b', 'own/d']);
});

test('one that is off is not asked', async () => {
  const rules: Rules = { ...shipped, codes: { ...shipped.codes, 'own/a': { verdict: 'off', points: 5 } }, findings: [{ code: 'own/a', when: 'true', what: '', why: '', do: '' }] };
  expect((rehearse([[ANN, { today: TODAY, country: '' }]], rules))[0]!.facts.map(({ code }) => code)).not.toContain('own/a');
});

test('a fault says where', () => {
  for (const [text, at] of [['employees >= ', 13], ['country == "DE" && land == ""', 19], ['title.matches("(x")', 14]] as const) {
    const compiled = compile(text);
    expect(isFault(compiled) && compiled.at, text).toBe(at);
  }
});
