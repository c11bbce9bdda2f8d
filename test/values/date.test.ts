import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateOrder } from '../../src/types.js';
import { AMBIGUOUS, dateEvidence, dateReader, readDate, UNREADABLE, type DateEvidence } from '../../src/values/date.js';
import { TestCell } from '../checks/lead.js';

const said = (text: string, order: DateOrder | null = null): string => {
  const day = readDate(text, order);
  return day === AMBIGUOUS ? 'ambiguous' : day === UNREADABLE ? 'unreadable' : new Date(day * 86_400_000).toISOString().slice(0, 10);
};

describe('all of these are 15 March 2024, whatever the order', () => {
  it.each([
    '2024-03-15', '2024-03-15T10:30:00Z', '2024-03-15T00:00:00.000Z', '2024-03-15T10:30:00+05:30', '2024-03-15T23:59:59-0300',
    '2024-03-15 10:30:00', '2024-03-15 10:30', '2024-03-15 10:30:00 UTC', '2024-03-15T10:30', '2024-03-15Z', '2024-03-15 02:30 PM',
    '20240315', '20240315T103000Z', '202403151030', '20240315103000', '2024/03/15', '2024/3/15 9:05', '2024.03.15', '2024. 3. 15.',
    '15.03.2024', '15.3.2024', '15.03.24', '15. 3. 2024', '15.03.2024 14:30', '15.03.2024, 14:30 Uhr', '15.03.2024 um 14:30 Uhr',
    '15 Mar 2024', '15-Mar-2024', '15-mar-24', '15/Mar/2024:10:30:00 +0000', 'March 15, 2024', 'Mar 15 2024', 'MARCH 15 2024', 'Mar. 15, 2024',
    'March 15th, 2024', '15th of March 2024', 'the 15th of March, 2024', "Mar 15 '24", '2024-Mar-15', '2024 March 15', 'March 15, 2024 at 2:30 PM',
    'Mar 15, 2024, 2:30 pm', '15 Mar 2024 2pm', '15 Mar 2024 2 pm', '15. März 2024, 14 Uhr',
    'Fri Mar 15 2024', 'Friday, March 15, 2024', 'Fri, 15 Mar 2024 10:30:00 +0100', 'Fri, 15 Mar 2024 10:30:00 GMT',
    'Fri Mar 15 2024 10:30:00 GMT+0100 (Central European Standard Time)', 'Fri Mar 15 10:30:00 2024', 'Fri Mar 15 10:30:00 CET 2024',
    'Fri Mar 15 10:30:00 +0000 2024', '10:30 15 Mar 2024',
    '15. März 2024', '15. Maerz 2024', '15. Mrz. 2024', 'Freitag, 15. März 2024', 'Fr, 15. Mrz. 2024',
    '15 mars 2024', 'ven. 15 mars 2024', 'le 15 mars 2024', 'vendredi 15 mars 2024 à 10h30', '15 de marzo de 2024', 'viernes, 15 de marzo de 2024',
    '15 mar 2024', '15 de março de 2024', 'sexta-feira, 15 de março de 2024', '15 marzo 2024', 'venerdì 15 marzo 2024', '15 maart 2024', 'vrijdag 15 maart 2024', '15 mrt. 2024',
    '令和6年3月15日', '令和6年3月15日(金) 21時40分', '民國113年3月15日', '２０２４年３月１５日', '2567-03-15', '2567/3/15', '15 มีนาคม 2567', '15 مارس 2024',
    '2024年3月15日', '2024年03月15日 10:30', '2024년 3월 15일', '15 mars 2024 kl. 10:30', '15. marts 2024',
    '2024年3月15日(金) 21時40分', '2024年03月15日09时30分', '2024/03/15（金）', '2024/3/15 下午 02:26:26', '2024. 3. 15 오후 10:58', '2024년 3월 15일 오전 3시 30분', '15.03.2024 alle ore 14:31',
    '45366', '45366.0', '45366.4375', '1710498600', '1710498600.25', '1710498600000', ' 2024-03-15 ', "'2024-03-15", '15\u00a0Mar\u00a02024',
  ])('%s', (text) => {
    for (const order of [null, 'dmy', 'mdy', 'ymd'] as const) expect(said(text, order)).toBe('2024-03-15');
    expect(dateEvidence(text)).toBe('certain');
  });
});

describe('months of many languages', () => {
  it.each([
    ['1 janvier 2024', '2024-01-01'], ['1er février 2024', '2024-02-01'], ['1º de fevereiro de 2024', '2024-02-01'], ['3. Jänner 2024', '2024-01-03'],
    ['5 avr. 2024', '2024-04-05'], ['5 mai 2024', '2024-05-05'], ['5 mei 2024', '2024-05-05'], ['5 maggio 2024', '2024-05-05'], ['9 juin 2024', '2024-06-09'],
    ['9 juil. 2024', '2024-07-09'], ['9 lug 2024', '2024-07-09'], ['2 août 2024', '2024-08-02'], ['2 ago. 2024', '2024-08-02'], ['2 set 2024', '2024-09-02'],
    ['2 sept. 2024', '2024-09-02'], ['2 Okt 2024', '2024-10-02'], ['2 outubro 2024', '2024-10-02'], ['2 ottobre 2024', '2024-10-02'], ['31 diciembre 2023', '2023-12-31'],
    ['31. Dezember 2023', '2023-12-31'], ['31 déc. 2023', '2023-12-31'], ['mar. 12 mars 2024', '2024-03-12'], ['mar 12 mar 2024', '2024-03-12'], ['mar 2 jul 2024', '2024-07-02'],
    ['12 czerwca 2021', '2021-06-12'], ['5 paź 2024', '2024-10-05'], ['3 maja 2024', '2024-05-03'], ['5. září 2024', '2024-09-05'], ['5. listopadu 2024', '2024-11-05'], ['7. júla 2024', '2024-07-07'], ['2014. január 5.', '2014-01-05'], ['14 aprilie 2014', '2014-04-14'], ['12-Iun-2013', '2013-06-12'],
    ['11 Ağustos, 2014', '2014-08-11'], ['17.Şubat.2014, 17:51', '2014-02-17'], ['14-ARALIK-2012', '2012-12-14'], ['3. kesäkuuta 2024', '2024-06-03'], ['17 Agustus 2024', '2024-08-17'], ['20 ноября 2013', '2013-11-20'], ['13 января 2015 г. в 13:34', '2015-01-13'], ['2 окт. 2022 г.', '2022-10-02'], ['12 лютого 2012, 13:12', '2012-02-12'], ['5 октомври 2024', '2024-10-05'], ['5 Οκτωβρίου 2024', '2024-10-05'],
    ['17. des. 2024', '2024-12-17'], ['onsdag den 17. januar 2024', '2024-01-17'], ['czwartek, 17 października 2024', '2024-10-17'], ['среда, 17 июля 2024 г., 14:05', '2024-07-17'], ['17. veljače 2024. u 14:05', '2024-02-17'], ['17 de febr. 2024', '2024-02-17'], ['17.01.24 г., 14:05', '2024-01-17'], ['17 січ. 2024 р.', '2024-01-17'], ['17 Mac 2024', '2024-03-17'],
  ])('%s → %s', (text, day) => expect(said(text)).toBe(day));
});

describe('numbers that end in the year', () => {
  it.each<[string, string, string, string, DateEvidence]>([
    // text, no order, dmy, mdy, evidence
    ['03/05/2024', 'ambiguous', '2024-05-03', '2024-03-05', 'ambiguous'],
    ['3/5/2024 2:30 PM', 'ambiguous', '2024-05-03', '2024-03-05', 'ambiguous'],
    ['3-5-24', 'ambiguous', '2024-05-03', '2024-03-05', 'ambiguous'],
    ['03/15/2024', '2024-03-15', 'unreadable', '2024-03-15', 'mdy'],
    ['3/15/2024 2:30 PM', '2024-03-15', 'unreadable', '2024-03-15', 'mdy'],
    ['15/03/2024', '2024-03-15', '2024-03-15', 'unreadable', 'dmy'],
    ['15-03-2024', '2024-03-15', '2024-03-15', 'unreadable', 'dmy'],
    ['15/03/24', '2024-03-15', '2024-03-15', 'unreadable', 'dmy'],
    ['15/3-2024', '2024-03-15', '2024-03-15', 'unreadable', 'dmy'],
    ['05/05/2024', '2024-05-05', '2024-05-05', '2024-05-05', 'certain'],
    ['31/04/2024', 'unreadable', 'unreadable', 'unreadable', 'none'],
    ['02/30/2024', 'unreadable', 'unreadable', 'unreadable', 'none'],
    ['29/02/2023', 'unreadable', 'unreadable', 'unreadable', 'none'],
    ['29/02/2024', '2024-02-29', '2024-02-29', 'unreadable', 'dmy'],
    ['13/13/2024', 'unreadable', 'unreadable', 'unreadable', 'none'],
    ['00/05/2024', 'unreadable', 'unreadable', 'unreadable', 'none'],
    ['05/05/99', '1999-05-05', '1999-05-05', '1999-05-05', 'certain'],
  ])('%s', (text, alone, dmy, mdy, evidence) => {
    expect([said(text), said(text, 'dmy'), said(text, 'mdy'), dateEvidence(text)]).toEqual([alone, dmy, mdy, evidence]);
  });
  it('a year first in two digits is read so when the column says it, or when it can be nothing else', () => {
    expect([said('24-03-15', 'ymd'), said('24-03-05', 'ymd'), said('99/03/15'), dateEvidence('99-03-15')]).toEqual(['2024-03-15', '2024-03-05', '1999-03-15', 'ymd']);
  });
  it('dots are day first, whatever the column says', () => {
    expect([said('03.05.2024', 'mdy'), said('03.05.2024'), said('03.15.2024', 'mdy'), dateEvidence('03.05.2024')]).toEqual(['2024-05-03', '2024-05-03', 'unreadable', 'certain']);
  });
});

describe('no date', () => {
  it.each([
    '', ' ', '-', 'N/A', 'yesterday', '2 days ago', 'Q1 2024', 'March 2024', '2024-03', '03/2024', '2024', '15 Mar', 'Mar-05', '3/15', '2024-13-01', '2024-02-30',
    '2023-02-29', '0000-00-00', '00/00/0000', '0001-01-01', '2024-15-03', '20241503', '20240230', '12345', '99999', '123456789', '9999999999', '+491701234567', '10:30',
    '15/03/2024 called him', '03/15/2024 - 04/15/2024', '1.2.3.4', '192.168.0.1', 'Mai Nguyen', 'Mai 15 Straße 2024', '2024-03-15abc', '2024-03-15 7', '2024-03-15-99', '15 Foo 2024', '4.4791E+11',
    '555-01-2345', '123-456-7890', 'ann@example.com', '15/03/202', '155/03/2024', '15//', '2024-03-15T25:00', '١٥/٠٣/٢٠٢٤',
    '15/03/2024 met him', 'June 12-14, 2021', '12-14 June 2021', '5 listopada 2024', '5 srp 2024', '24. 1. 17.', '24. 1. 17. PM 2:05',
  ])('%s', (text) => {
    for (const order of [null, 'dmy', 'mdy', 'ymd'] as const) expect(said(text, order)).toBe('unreadable');
    expect(dateEvidence(text)).toBe('none');
  });
});

describe('for every day', () => {
  const days = fc.integer({ min: -25_567, max: 80_000 });
  const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
  it('the day that is written is the day that is read', () => {
    fc.assert(fc.property(days, (day) => {
      const [y, m, d] = iso(day).split('-') as [string, string, string];
      expect([readDate(`${y}-${m}-${d}`, null), readDate(`${d}.${m}.${y}`, null), readDate(`${d}/${m}/${y}`, 'dmy'), readDate(`${m}/${d}/${y}`, 'mdy'), readDate(`${Number(m)}-${Number(d)}-${y}`, 'mdy')])
        .toEqual([day, day, day, day, day]);
    }));
  });
  it('without an order it is the right one or none', () => {
    fc.assert(fc.property(days, (day) => {
      const [y, m, d] = iso(day).split('-') as [string, string, string];
      expect([day, AMBIGUOUS]).toContain(readDate(`${d}/${m}/${y}`, null));
      expect([day, AMBIGUOUS]).toContain(readDate(`${m}/${d}/${y}`, null));
      expect(['dmy', 'ambiguous', 'certain']).toContain(dateEvidence(`${d}/${m}/${y}`));
    }));
  });
  it('any text is read without a throw, as a day or as one of the two answers', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9 /.:-]{0,24}$/)), fc.constantFrom(null, 'dmy', 'mdy', 'ymd'), (text, order) => {
      const day = readDate(text, order as DateOrder | null);
      expect(Number.isInteger(day)).toBe(true);
      expect(day === AMBIGUOUS || day === UNREADABLE || (day >= -25_567 && day <= 2_932_896)).toBe(true);
    }));
  });
  it('a cell says what its text says', () => {
    const part = (most: number): fc.Arbitrary<string> => fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(2, '0'));
    const text = fc.tuple(fc.constantFrom('19', '20', '21', '00'), part(99), fc.constantFrom('-', '-', '/'), part(13), part(32), fc.constantFrom('', '', ' ', 'T', 't', 'x', '-'), part(26), fc.constantFrom(':', ':30', '', ':30:00Z', '.5'))
      .map(([century, year, dash, month, day, between, hour, rest]) => `${century}${year}${dash}${month}-${day}${between === '' ? '' : between + hour + rest}`);
    const changed = fc.tuple(text, fc.nat(20), fc.constantFrom('', 'x', '-', '1', ' ')).map(([date, at, by]) => date.slice(0, at) + by + date.slice(at + 1));
    fc.assert(fc.property(fc.oneof(text, changed), fc.constantFrom(null, 'dmy', 'mdy', 'ymd'), (date, order) => {
      expect(dateReader([order as DateOrder | null])(new TestCell(0, 'created_at', date))).toBe(readDate(date, order as DateOrder | null));
    }), { numRuns: 5_000 });
  });
});
