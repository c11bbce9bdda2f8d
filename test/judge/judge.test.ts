import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { judge, type Fact } from '../../src/judge/judge.js';
import type { Code, Price, Rules, Tier, Verdict } from '../../src/types.js';

const codes: Record<Code, Price> = {
  'row/ragged': { verdict: 'flag', points: -20 },
  'missing/contact': { verdict: 'reject', points: -40 },
  'email/syntax': { verdict: 'flag', points: -25 },
  'email/role': { verdict: 'flag', points: 0 },
  'email/free': { verdict: 'note', points: 0 },
  'phone/format': { verdict: 'note', points: 0 },
  'cell/formula': { verdict: 'flag', points: -10 },
  'cell/placeholder': { verdict: 'note', points: -2 },
  'intent/inbound': { verdict: 'note', points: 15 },
  'fit/decision-maker': { verdict: 'note', points: 10 },
  'fit/budget': { verdict: 'note', points: 5 },
  'fit/need': { verdict: 'note', points: 5 },
  'fit/timeline': { verdict: 'note', points: 5 },
  'fit/out-of-market': { verdict: 'flag', points: -15 },
};
const rules: Pick<Rules, 'score' | 'verdicts' | 'codes' | 'tiers'> = {
  score: { base: 60 }, verdicts: { reject_below: 0, flag_below: 0 }, codes,
  tiers: { prospect: ['intent/inbound'], lead: ['fit/decision-maker', 'fit/budget'], qualified: { needed: 3, of: ['fit/budget', 'fit/need', 'fit/timeline'] } },
};
const fact = (code: Code, more: Partial<Fact> = {}): Fact => ({ code, field: null, fixed: false, spare: false, ...more });

describe('verdict, tier, score and reasons', () => {
  const table: [string, Fact[], Verdict, Tier, number, string, string][] = [
    ['nothing found', [], 'cleaned', 'suspect', 60, '', ''],
    ['a note that costs nothing', [fact('email/free')], 'cleaned', 'suspect', 60, '', ''],
    ['a note that costs', [fact('cell/placeholder')], 'cleaned', 'suspect', 58, 'cell/placeholder', ''],
    ['a flag that costs nothing is a reason all the same', [fact('email/role')], 'flagged', 'suspect', 60, 'email/role', ''],
    ['worst first', [fact('cell/placeholder'), fact('row/ragged'), fact('email/syntax'), fact('missing/contact')], 'rejected', 'junk', 0, 'missing/contact;email/syntax;row/ragged;cell/placeholder', ''],
    ['a code is paid once', [fact('email/syntax'), fact('email/syntax')], 'flagged', 'suspect', 35, 'email/syntax', ''],
    ['a spare cell costs nothing', [fact('email/syntax', { spare: true })], 'cleaned', 'suspect', 60, '', ''],
    ['unless another one is not spare', [fact('email/syntax', { spare: true }), fact('email/syntax')], 'flagged', 'suspect', 35, 'email/syntax', ''],
    ['what was mended costs nothing', [fact('email/syntax', { fixed: true })], 'cleaned', 'suspect', 60, '', ''],
    ['unless another one was not', [fact('email/syntax', { fixed: true }), fact('email/syntax')], 'flagged', 'suspect', 35, 'email/syntax', ''],
    ['a disarmed formula is still a doubt', [fact('cell/formula', { fixed: true })], 'flagged', 'suspect', 50, 'cell/formula', ''],
    ['fit alone stays a suspect', [fact('fit/decision-maker'), fact('fit/budget')], 'cleaned', 'suspect', 75, '', 'fit/decision-maker;fit/budget'],
    ['an action makes a prospect', [fact('intent/inbound')], 'cleaned', 'prospect', 75, '', 'intent/inbound'],
    ['action and fit make a lead', [fact('intent/inbound'), fact('fit/decision-maker')], 'cleaned', 'lead', 85, '', 'intent/inbound;fit/decision-maker'],
    ['out of market does not fit', [fact('intent/inbound'), fact('fit/decision-maker'), fact('fit/out-of-market')], 'flagged', 'prospect', 70, 'fit/out-of-market', 'intent/inbound;fit/decision-maker'],
    ['three of four qualify', [fact('intent/inbound'), fact('fit/budget'), fact('fit/need'), fact('fit/timeline')], 'cleaned', 'qualified', 90, '', 'intent/inbound;fit/budget;fit/need;fit/timeline'],
    ['junk whatever else it shows', [fact('intent/inbound'), fact('fit/budget'), fact('missing/contact')], 'rejected', 'junk', 40, 'missing/contact', 'intent/inbound;fit/budget'],
  ];
  it.each(table)('%s', (_, facts, verdict, tier, score, reasons, signals) => {
    const judged = judge(facts, rules);
    expect([judged.verdict, judged.tier, judged.score, judged.reasons.join(';'), judged.signals.join(';')]).toEqual([verdict, tier, score, reasons, signals]);
  });
});

it('names what was mended; of a rejected row only disarmed cells', () => {
  const facts = [fact('phone/format', { field: 'phone', fixed: true }), fact('cell/formula', { fixed: true })];
  expect(judge(facts, rules).fixes).toEqual(['phone:phone/format', 'cell:cell/formula']);
  expect(judge([...facts, fact('missing/contact')], rules).fixes).toEqual(['cell:cell/formula']);
});

it('the receipt adds up: base and the points of each code once, clamped', () => {
  const anyFacts = fc.array(fc.constantFrom(...(Object.keys(codes) as Code[])).map((code) => fact(code)), { maxLength: 12 });
  fc.assert(fc.property(anyFacts, (facts) => {
    const judged = judge(facts, rules);
    const points = [...new Set(facts.map(({ code }) => code))].reduce((sum, code) => sum + (codes[code] as Price).points, 0);
    expect(judged.score).toBe(Math.min(100, Math.max(0, 60 + points)));
    for (const code of [...judged.reasons, ...judged.signals]) expect(facts.some((one) => one.code === code)).toBe(true);
  }));
});
