import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unmojibake } from '../../src/values/mojibake.js';

/** UTF-8 as somebody sees it who takes it for something else. */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const latin1 = (text: string): string => Buffer.from(text).toString('latin1');
const western = (text: string): string => latin1(text).replace(/[\u0080-\u009f]/g, (character) => CP1252[character.charCodeAt(0) - 0x80]!);
const mac = (text: string): string => new TextDecoder('macintosh').decode(Buffer.from(text));

const TEXTS = [
  'Müller', 'François', 'Ünal', 'Weiß', 'ÖZTÜRK', 'José Muñoz', 'João', 'CONCEIÇÃO', 'Ælfred', 'Ørsted', 'Åse', 'Þór', 'Šťastný', 'Łukasz Żak', 'Ștefan Țăran', 'Nguyễn Thị Ơn',
  'Dvořák', 'İstanbul', 'O’Neill', '“quoted”', 'a – b — c', '5 €', 'Acme™', '20 °C', '½ «x» º', 'Ян Чехов', 'Αθήνα', 'שלום', 'محمد', '李小龙', 'ไทย', 'Hi 😀', 'u\u0308ber Zu\u0308rich',
];

describe('what was spoilt is mended', () => {
  test.each(TEXTS)('%s', (text) => {
    expect([unmojibake(western(text)), unmojibake(latin1(text)), unmojibake(western(western(text)))]).toEqual([text, text, text]);
  });
  test.each(['Müller', 'François', 'José Muñoz', 'João', 'Łukasz', 'O’Neill', 'Šťastný'])('%s, spoilt on a Mac', (text) => {
    expect(unmojibake(mac(text))).toBe(text);
  });
});

describe('what is meant is left alone', () => {
  test.each([
    ...TEXTS, 'JOÃO', 'NÃO', 'MAÇÃ', 'IRMÔ', '“CAFÉ”', 'NESCAFÉ®', 'CAFÉ™', 'ROSÉ…', 'IRMÃ’', 'MANHÃ…', 'SÃ\u00adO', 'LA NIÑA', 'så…”', 'på… „så”', 'Â', 'Ã', 'Ã, Ñ', '√2 ≈ 1,41', '¬A', '‚quoted‘', 'Żółć', 'naïve café', 'Æon™', 'PIÙ»',
    'À “B”', 'Müller and MÃ¼ller', '☕ MÃ¼ller', 'ANNÉE – 2024', 'Ð', 'Ñ°', 'À\u00a0', 'DÉJÀ\u00a0VU', 'Señor', '\ud800Ã¼', '', 'POSPÍŠIL', 'LÍŠKA', 'KRÍŽ', 'MALÍŠEK', 'BÝŠA KÚŽEL', 'RÓŽA DÚŠEK',
  ])('%j', (text) => { expect(unmojibake(text)).toBe(text); });

  test('any text of letters without signs', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'abcXYZ ,.-\'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ') }), (text) => unmojibake(text) === text));
  });
});

test('is mended once and then left alone, whatever it is', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'aZ ÃÂâÄÅ√¬‚', ...CP1252, ...'\u00a0¡¢£¤¥©®°º»¼½¾¿') }));
  fc.assert(fc.property(texts, (text) => {
    const once = unmojibake(text);
    expect(unmojibake(once)).toBe(once);
    const spoilt = unmojibake(western(text));
    expect(unmojibake(spoilt)).toBe(spoilt);
  }), { numRuns: 2000 });
});
