import { describe, expect, test } from 'vitest';
import { Complaint } from '../../src/errors.js';
import { evaluateGates, parseGate } from '../../src/report/gates.js';

const CODES = ['email/typo', 'email/role'];
const COUNTED = {
  counts: { rows: 200, cleaned: 150, flagged: 40, rejected: 10 },
  tiers: { junk: 10, suspect: 100, prospect: 60, lead: 25, qualified: 5 },
  codes: new Map([['email/typo', 3]]),
};

describe('a gate that holds as written fails the run', () => {
  test.each([
    ['rejected>5%', 5, true],
    ['rejected>=5%', 5, false],
    ['rejected>4.9%', 5, false],
    ['flagged>200', 40, true],
    ['flagged>39', 40, false],
    ['cleaned<1000', 150, false],
    ['cleaned<150', 150, true],
    ['cleaned<=150', 150, false],
    ['email/typo>1%', 1.5, false],
    ['email/typo > 1.5 %', 1.5, true],
    ['email/role>0', 0, true],
    ['qualified<10', 5, false],
    ['rows<200', 200, true],
    [' rows <= 200 ', 200, false],
  ])('%s', (text, value, passed) => {
    expect(evaluateGates([parseGate(text, CODES)], COUNTED)).toEqual([{ gate: text.trim(), value, passed }]);
  });

  test('a share of nothing is 0', () => {
    const empty = { ...COUNTED, counts: { rows: 0, cleaned: 0, flagged: 0, rejected: 0 } };
    expect(evaluateGates([parseGate('rejected>5%', CODES), parseGate('cleaned<1%', CODES)], empty).map((gate) => gate.passed)).toEqual([true, false]);
  });
});

test.each([
  ['rejected', 'rejected>5%'], ['rejected>', 'write it'], ['>5', 'write it'], ['rejected=5', 'write it'], ['rejected>-5', 'write it'],
  ['rejected>5%%', 'write it'], ['rejcted>5', '"rejected"'], ['email/tpyo>5', '"email/typo"'], ['', 'write it'], ['rejected>5;rm', 'write it'],
])('%s is no gate', (text, says) => {
  const parse = (): unknown => parseGate(text, CODES);
  expect(parse).toThrow(Complaint);
  expect(parse).toThrow(says);
});

test('counts a code of the rules’ own, digits and all', () => {
  expect(parseGate('fit/tier-1>0', ['fit/tier-1']).subject).toBe('fit/tier-1');
  expect(() => parseGate('fit/tier-2>0', ['fit/tier-1'])).toThrow('"fit/tier-1"');
});
