import fc from 'fast-check';
import { expect, it } from 'vitest';
import { phraseFinder } from '../../src/values/phrases.js';
import { unspacedFinder } from '../../src/values/unspaced.js';

const says = unspacedFinder(['退订', '配信停止', '수신 거부', '=停止', 'stop']);

it.each(['退订', '客户要求退订。', '先问价格，后来退订', '配信停止希望', 'メール配信停止をお願いします', '수신거부 요청', '수신 거부함'])('%s says it', (text) => expect(says(text)).toBe(true));
it.each(['', 'stop', '停止', '未退订', '没有退订', '配信停止していません', '配信停止しない', '配信停止なし', '수신거부 안함', '수신거부하지 않음', '订阅', 'отписан'])('%j does not', (text) => expect(says(text)).toBe(false));
it('finds them beside phrases of words', () => expect(['客户已退订', 'unsubscribed', '未退订', 'ok'].map(phraseFinder(['退订', 'unsubscribed']))).toEqual([true, true, false, false]));
it('a veto within the text holds', () => expect(phraseFinder(['申込'], ['キャンセル'])('申込後キャンセル')).toBe(false));
it('takes any text', () => { fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { says(text); })); });
