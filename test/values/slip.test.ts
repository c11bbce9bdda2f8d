import { expect, it } from 'vitest';
import { isOneSlip } from '../../src/values/slip.js';

it.each([
  ['yhoo', 'yahoo', true], ['yahooo', 'yahoo', true], ['yyahoo', 'yahoo', true], ['ayhoo', 'yahoo', true], ['yaoho', 'yahoo', true], ['yajoo', 'yahoo', true], ['yahio', 'yahoo', true], ['yahho', 'yahoo', true],
  ['yahoo', 'yahoo', false], ['ahoo', 'yahoo', false], ['wahoo', 'yahoo', false], ['kahoot', 'yahoo', false], ['yahxo', 'yahoo', false], ['ya-hoo', 'yahoo', false], ['yaho', 'yahooo', false], ['', 'yahoo', false], ['', '', false],
  ['grail', 'gmail', false], ['gmail', 'mail', false],
])('%s for %s: %s', (typed, meant, slip) => {
  expect(isOneSlip(typed, meant)).toBe(slip);
});
