import { describe, expect, it } from 'vitest';
import type { Column } from '../../../src/duplicates/likely/kinds.js';
import { findLikely } from './shipped.js';

const columns = (text: string): Column[] => text.split(' ').map((entry) => {
  const [name, kind] = entry.split(':') as [string, Column['kind']];
  return { name, kind };
});
/** Rows of a list written as `a|b|c`; the groups of likely duplicates among them. */
const groups = (header: string, rows: readonly string[]): readonly (readonly number[])[] =>
  findLikely(columns(header), rows.map((text, row) => ({ row, texts: text.split('|') }))).likely;

describe('a column of names', () => {
  const FIRMS = ["Arno's Grill|12 Mill Street|Leeds", 'Café on the Quay|4 Dock Road|Leeds', 'Bread & Butter|7 Park Lane|York', 'Hotel 31|31 Station Road|York', "Dot's Deli|9 Abbey Road|Bath", 'House of Tea|2 Union Square|Bath'];
  it('may hold those of shops, which are compared as such', () => {
    const rows = [...FIRMS, 'Arnos Grill Restaurant|12 Mill St.|Leeds', 'The Café on the Quay|4 Dock Rd|Leeds', "Dot's Delicatessen|9 Abbey Road|Bath"];
    expect(groups('Name:full Address:street City:city', rows)).toEqual([[0, 6], [1, 7], [4, 8]]);
  });
  it('holds those of people when some of them are shops', () => {
    const people = 'Robert Hallworth,Anna Keller,Maria Fontana,Peter Lindqvist,Susan Okafor,David Brannigan,Laura Szabo,Thomas Achterberg'.split(',').map((name, i) => `${name}|${i + 3} Mill Street|Town ${i}`);
    expect(groups('Name:full Address:street City:city', [...people, ...FIRMS.slice(0, 4), 'Bob Hallworth|3 Mill St|Town 0'])).toEqual([[0, 12]]);
  });
  it('beside a column of companies is one of people', () => {
    expect(groups('Name:full Company:company City:city', [...FIRMS.map((row, i) => `${row.split('|')[0]}|Firm ${i} Works|Leeds`), "Dot's Delicatessen|Other|Bath"])).toEqual([]);
  });
  it('in Chinese, Japanese and Korean begins with the family, with a space or without', () => {
    const crowd = ['王秀英', '李芳', '张伟', '陈静', '杨丽'].map((name, i) => `${name}|1380013800${i}`);
    expect(groups('姓名:full 手机:phone', [...crowd, '李 芳|13800138001', '李强|13800138001', '김철수|01055512345', '김 철수|010-5551-2345'])).toEqual([[1, 5], [7, 8]]);
  });
});

describe('a column that was named to tell people apart', () => {
  const crowd = Array.from({ length: 30 }, (_, i) => `Anna|Keller${'abcdefghijklmnopqrstuvwxyzabcdef'[i]}ich|Anna Keller${'abcdefghijklmnopqrstuvwxyzabcdef'[i]}ich|19${50 + i}-0${1 + (i % 9)}-1${i % 10}`);
  it('and only says the name again bears no witness of its own', () => {
    const rows = [...crowd, 'Otto|Strache|Otto Strache|1961-03-14', 'Otto|Strache|Otto Strache|1990-11-02'];
    expect(groups('First:given Last:family Whole:text Born:date', rows)).toEqual([]);
  });
});

describe('Senior and Junior', () => {
  it.each([
    ['are two', 'Smythe Sr.', 'Smythe Jr.', 0], ['are two in any spelling', 'Smythe, Senior', 'Smythe III', 0], ['are one when both are', 'Smythe Jr', 'Smythe II', 1], ['may be meant by neither', 'Smythe', 'Smythe Jr.', 1],
  ])('%s', (_, one, other, found) => expect(groups('F:given L:family P:phone S:street C:city', [`Augustus|${one}|+44 20 7946 1234|1 Mill Road|Leeds`, `Augustus|${other}|+44 20 7946 1234|1 Mill Rd|Leeds`, 'Ann|Lee||2 Weg|Bonn'])).toHaveLength(found));
  it('are never taken for the same person when only one says which', () => {
    const rows = ['Augustus|Smythe|+44 20 7946 1234|1 Mill Road|Leeds', 'Augustus|Smythe Jr.|+44 20 7946 1234|1 Mill Rd|Leeds'];
    expect(findLikely(columns('F:given L:family P:phone S:street C:city'), rows.map((text, row) => ({ row, texts: text.split('|') }))).same).toEqual([]);
  });
});

describe('another first name with the same birthday', () => {
  const HEADER = 'F:given L:family E:email S:street C:city Born:date No:code';
  const crowd = 'Adam Birch,Berta Cole,Cyrus Dunn,Delia East,Elmar Finch,Fiona Grey,Gregor Hale,Holly Irwin,Ivo Jarvis,Joan Kemp,Kurt Lomax,Lena Marsh'.split(',')
    .map((name, i) => `${name.replace(' ', '|')}||${i} Mill Road|Town ${i}|19${50 + i}-0${1 + i % 9}-1${i % 10}|${70_000 + i * 137}`);
  it.each([
    ['in one house: twins', 'Anna|Holz||4 Dock Road|Leeds|1990-03-14|', 'Peter|Holz||4 Dock Rd|Leeds|1990-03-14|', 0],
    ['and with one number in one house: one person', 'Anna|Holz||4 Dock Road|Leeds|1990-03-14|81777', 'Peter|Holz||4 Dock Rd|Leeds|1990-03-14|81777', 1],
    ['and with one mailbox in one house: somebody should look', 'Anna|Holz|holz77@gmx.de|4 Dock Road|Leeds|1990-03-14|', 'Peter|Holz|holz77@gmx.de|4 Dock Rd|Leeds|1990-03-14|', 1],
    ['that is only a slip', 'Anna|Holz||4 Dock Road|Leeds|1990-03-14|', 'Anan|Holz||4 Dock Rd|Leeds|1990-03-14|', 1],
    ['not the birthday but the number of the house: a couple', 'Anna|Holz||4 Dock Road|Leeds||81777', 'Peter|Holz||4 Dock Rd|Leeds||81777', 0],
  ])('%s', (_, one, other, found) => expect(groups(HEADER, [...crowd, one, other])).toHaveLength(found));
});

describe('a name without a first name', () => {
  const HEADER = 'F:given L:family E:email P:phone O:company S:street C:city';
  const crowd = 'Adam Birch,Berta Cole,Cyrus Dunn,Delia East,Elmar Finch,Fiona Grey,Gregor Hale,Holly Irwin,Ivo Jarvis,Joan Kemp,Kurt Lomax,Lena Marsh'.split(',')
    .map((name, i) => `${name.replace(' ', '|')}||+44 20 79${i}6 12${i}4||${i} Mill Road|Town ${i}`);
  it.each([
    ['may be anybody of the house', 'Anna|Strachey||||4 Dock Road|Leeds', '|Strachey||||4 Dock Rd|Leeds', 0],
    ['may be anybody of the number', 'Anna|Strachey||+44 20 7946 1999|||Leeds', '|Strachey||+44 20 7946 1999|||York', 0],
    ['with number and house somebody should look at', 'Anna|Strachey||+44 20 7946 1999||4 Dock Road|Leeds', '|Strachey||+44 20 7946 1999||4 Dock Rd|Leeds', 1],
    ['with a mailbox is told by it', 'Anna|Strachey|nightowl@gmx.de|||4 Dock Road|Leeds', '|Strachey|nightowl@gmx.de|||4 Dock Rd|Leeds', 1],
  ])('%s', (_, one, other, found) => expect(groups(HEADER, [...crowd, one, other])).toHaveLength(found));
});

describe('two names a slip apart at one company', () => {
  const HEADER = 'F:given L:family E:email P:phone C:company T:city';
  const crowd = 'Adam Birch,Berta Cole,Cyrus Dunn,Delia East,Elmar Finch,Fiona Grey,Gregor Hale,Holly Irwin'.split(',').map((name, i) => `${name.replace(' ', '|')}|${name.split(' ')[1]!.toLowerCase()}@firm${i}.com|+44 20 79${i}6 12${i}4|Firm ${i}|Town ${i}`);
  it.each([
    ['are two people when each has a mailbox of that name and a phone', 'anna.fischer@harbor.com|+44 20 7946 1999', 'anna.fisher@harbor.com|+44 20 7123 4567', 0],
    ['may be one with one phone', 'anna.fischer@harbor.com|+44 20 7946 1999', 'anna.fisher@harbor.com|+44 20 7946 1999', 1],
    ['may be one whose mailbox is spelt right', 'anna.fischer@harbor.com|+44 20 7946 1999', 'a.fischer@harbor.com|+44 20 7123 4567', 1],
  ])('%s', (_, one, other, found) => expect(groups(HEADER, [...crowd, `Anna|Fischer|${one}|Harbor|Boston`, `Anna|Fisher|${other}|Harbor|Boston`])).toHaveLength(found));
});

describe('places', () => {
  const crowd = 'Adam|Birch,Berta|Cole,Cyrus|Dunn,Delia|East,Elmar|Finch,Fiona|Grey,Gregor|Hale,Holly|Irwin,Ivo|Jarvis,Joan|Kemp,Kurt|Lomax,Lena|Marsh,Milo|North,Nora|Oakes'.split(',')
    .map((name, i) => `${name}|Town${i}|${i % 2 === 0 ? 'IL' : 'MA'}|US`);
  it.each([
    ['one town of one state', 'Springfield|IL|US', 'Springfield|IL|US', 1], ['two states', 'Springfield|IL|US', 'Springfield|MA|US', 0],
    ['a state written out', 'Springfield|IL|US', 'Springfield|Illinois|US', 1], ['two countries', 'Birmingham||GB', 'Birmingham||US', 0],
  ])('%s', (_, one, other, found) => expect(groups('F:given L:family C:city S:state N:country', [...crowd, `Ottoline|Strachey|${one}`, `Ottoline|Strachey|${other}`])).toHaveLength(found));
});

describe('a mailbox', () => {
  const HEADER = 'F:given L:family E:email C:company T:city';
  it.each([
    ['made of the name says nothing at another company', 'Leila|El-Sayed|lelsayed@cairocotton.eg|Cairo Cotton|Cairo', 'Leila|El-Sayed|lelsayed@deltafibre.com|Delta Fibre|Tanta', 0],
    ['made of an initial and a name that begins with e', 'Abdullah|Edwards|aedwards@fjellbyg.no|Fjellbyg|Oslo', 'Abdullah|Edwards|aedwards@kystmat.no|Kystmat|Bergen', 0],
    ['that is each one\'s own first name', 'Mallory|Finch|mallory.finch@harbor.com|Harbor|Boston', 'Malcolm|Finch|malcolm.finch@harbor.com|Harbor|Boston', 0],
    ['of a free provider is no company', 'Annegret|Holz|annegret.holz@posteo.de||Ulm', 'Annagrit|Holz|annagrit.holz@posteo.de||Hof', 0],
    ['says whose initial it is', 'John|Strachey|john.strachey@harbor.com|Harbor|Boston', 'J.|Strachey|jane.strachey@harbor.com|Harbor|Boston', 0],
    ['with the initial alone may be either', 'John|Strachey|john.strachey@harbor.com|Harbor|Boston', 'J.|Strachey|j.strachey@harbor.com|Harbor|Boston', 1],
    ['with a slip', 'Leopold|Zwick|leo-wandert@posteo.de||Ulm', 'Leopold|Zwick|leo-wandret@posteo.de||Ulm', 1],
  ])('%s', (_, one, other, found) => expect(groups(HEADER, [one, other, 'Cyrus|Dunn|c@dunn.org|Dunn|Hull'])).toHaveLength(found));
});

/** Eighty people nobody resembles, each with a firm. */
const CROWD = 'Bram Cor Dun Fal Gar Hol Ket Lom'.split(' ').flatMap((head, i) => 'ridge stock field worth bury shaw mont quist dale pike'.split(' ')
  .map((tail, j) => [['Adam', 'Berta', 'Cyrus', 'Delia', 'Elmar', 'Fiona', 'Gregor', 'Holly'][(i + j) % 8]!, head + tail, `${tail}${head}`.toLowerCase()] as const));

describe('names of several words', () => {
  // More than are all compared with each other.
  const crowd = CROWD.map(([given, family, firm]) => `${given} ${family}|${family}@${firm}.com||${firm} Works`);
  it.each([
    ['are cut elsewhere', 'Lucía Delgado Sanz||+34 610 20 30 40|Norte Textil', 'Delgado Sanz, Lucía|lds@correo.es||Norte Textil'],
    ['lack one of two last names', 'Lucía Delgado Sanz||+34 610 20 30 40|Norte Textil', 'Lucia Delgado|lds@correo.es||Norte Textil'],
    ['are told family first', 'WANG Jun-jie||+86 138 0013 8000|Northgate', 'Junjie Wang|jw88@post.cn||Northgate'],
    ['are told given name first, all three of them', 'Phan Văn Phúc||+84 90 123 4567|Northgate', 'Phuc Van Phan|pvp@post.vn||Northgate'],
    ['begin with particles, shortened or behind', 'Joost van den Leeuwen||+31 6 12345678|Northgate', 'Leeuwen v.d., Joost|jvl@post.nl||Northgate'],
  ])('%s', (_, one, other) => expect(groups('Name:full Mail:email Phone:phone Company:company', [...crowd, one, other])).toEqual([[80, 81]]));
});

describe('colleagues', () => {
  const crowd = CROWD.slice(0, 20).map(([given, family, firm]) => `${given}|${family}|${family}@${firm}.com||${firm} Works`);
  it.each([
    ['whose last names are partly alike, as each mailbox says', 'Kevin|Calozer|kevin.calozer@northgate.com|+44 20 7946 1234|Northgate', 'Kevin|Kloizer|kevin.kloizer@northgate.com|+44 20 7946 1234|Northgate', 0],
    ['of one first name at one switchboard, known by their firm', 'Robert|Delogan|@northgate.com|+44 20 7946 1234|Northgate', 'Bob|Saluper|@northgate.com|+44 20 7946 1234|Northgate', 0],
    ['at two firms, of one name in two spellings', 'Serguei|Chaykovskiy|sergey.tchaikovsky@northgate.com|+44 20 7946 1234|Northgate', 'Sergei|Chaykovskiy|sergey.tchaikovsky@eastmill.com|+44 161 496 0222|Eastmill', 0],
    ['at two firms, whose mailbox is no name', 'Serguei|Chaykovskiy|swanlake1877@northgate.com|+44 20 7946 1234|Northgate', 'Sergei|Chaykovskiy|swanlake1877@eastmill.com||Eastmill', 1],
    ['one of whom is there twice', 'Robert|Delogan|@northgate.com|+44 20 7946 1234|Northgate', 'Bob|Delogan|@northgate.com||Northgate Ltd', 1],
  ])('%s', (_, one, other, found) => expect(groups('F:given L:family E:email P:phone Co:company', [...crowd, one, other])).toHaveLength(found));
});
