import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../../src/rules/load.js';
import { isAscii, plain } from '../../src/values/plain.js';
import { phraseFinder } from '../../src/values/phrases.js';

const { options } = await loadRules(['default'], import.meta.dirname, []);

describe('phrases in texts of one alphabet or another', () => {
  const says = phraseFinder(['désabonné', 'hủy đăng ký', 'отписан', '=stop', '退订'], ['jamais', 'нет'], ['not', 'не']);
  it.each([
    ['desabonne', true], ['Désabonné le 3 mai', true], ['huy dang ky', false], ['Hủy đăng ký', true], ['отписан', true], ['otpisan', false], ['stop', true], ['stop it', false], ['已退订', true],
    ['jamais desabonne', false], ['нет, отписан', false], ['not desabonne', false], ['не отписан', false],
  ])('%s: %s', (text, expected) => expect(says(text)).toBe(expected));

  it('says of an ASCII text what it says of it beside a foreign word', () => {
    const words = fc.constantFrom('desabonne', 'stop', 'jamais', 'not', 'opt-out', 'Huy', 'dang', 'no');
    const whole = phraseFinder(['désabonné', 'hủy đăng ký', 'отписан', 'opt out'], ['jamais', 'нет'], ['not', 'не']);
    fc.assert(fc.property(fc.array(words, { maxLength: 5 }), (some) => whole(some.join(' ')) === whole(`${some.join(' ')} ж`)));
  });
});

it('phrases of the default rules are plain where they are of Latin letters: so they are read at every start', () => {
  const phrases = [options['suppress'], options['intent'], options['email']].flatMap((check) => ['opted_out', 'no_calls', 'withdrawn', 'asks_to_stop', 'negations', 'inbound', 'actions', 'outbound', 'reply', 'no_reply', 'undeliverable', 'bounced', 'passing', 'yes', 'no']
    .flatMap((name) => (check?.[name] ?? []) as readonly string[]));
  expect(phrases.length).toBeGreaterThan(1000);
  expect([...new Set(phrases)].filter((phrase) => !isAscii(phrase) && isAscii(plain(phrase)))).toEqual([]);
});
