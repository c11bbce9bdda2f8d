import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { name as check } from '../../src/checks/name.js';
import { gibberish } from '../../src/values/gibberish.js';
import { defaultOptions } from '../checks/default-options.js';

const isGibberish = gibberish(defaultOptions(check).keyboard_runs);

const MASHED = [
  'asdf', 'Asdfgh', 'asdfasdf', 'qwerty', 'QWERTY', 'qwertz', 'azerty', 'zxcv', 'zxcvbn', 'hjkl', 'lkjh', 'sdfsdf', 'asdasd', 'qweqwe', 'dfgdfg', 'uiop', 'poiu', 'фыва', 'йцукен',
  'sdkfjhskdjf', 'dfkjghdf', 'hgjkfd', 'xcvbxcv', 'kjhkjh', 'fgdhfgh', 'bvcxvb', 'Dfgjkh', 'ghfdgh', 'zxqwvb', 'jkhgkjh', 'bcdfg', 'xkcdq', 'vbgfd', 'Gfdhgf Jhgfjhg', 'wqpzk', 'tghjbn',
  'aaaa', 'AAAAA', 'aaa', 'bbb', 'Zzz', 'xxxx', 'Annnna', 'eeee eeee', 'ыыыы', 'J0hn', 'user123', 'ab12cd', 'Sm1th', '12345', '1', '#1', '0612345678', 'ann@acme.com', 'https://acme.com', 'x1y2z3', '🔥🔥🔥', '😀', '❤️ 👑',
];
const NAMES = [
  'Ng', 'Nguyen', 'Nguyễn', 'Szczepański', 'Hrvoje', 'Krzysztof', 'Mbappé', 'Vlk', 'Smrt', 'Schmidt', 'Xi', 'O', '李雷', 'Li', 'Wu', 'Strč', 'Krč', 'Brk', 'Grk', 'Srb', 'Hrdlička', 'Zmrzlík', 'Čtvrtníček', 'Prchlík', 'Vrchlický', 'Trnka', 'Krpan', 'Brnčić', 'Hrgović', 'Smrž',
  'Goldschmidt', 'Hirschsprung', 'Schwartz', 'Wachtmeister', 'Kirschbaum', 'Borchgrevink', 'Knightley', 'Armstrong', 'Angstrom', 'Nachtschatt', 'Eichstädt', 'Rechtschaffen', 'Pfrommer', 'Pflug', 'Pschorr', 'Tschentscher', 'Dzhokhar', 'Przybylski', 'Wrzesniewski', 'Grzegorz', 'Brzęczyszczykiewicz', 'Szymborska', 'Chrzanowski', 'Zbigniew', 'Trzebiatowski', 'Skłodowska',
  'Dijkstra', 'Wijngaard', 'van Rijn', 'Schrijver', 'Achterberg', 'Vandijck', "'t Hart", 'Ijsbrand', 'Kjell', 'Hjalmar', 'Bjørn', 'Oddbjörn', 'Fjeld', 'Duibhfhinn', 'Gjergj', 'Þórbjörg', 'Hrafnhildur', 'Sveinbjörnsson', 'Guðbjartsdóttir', 'Strømsvik',
  'Llywelyn', 'Gwynn', 'Rhys', 'Bryn', 'Glyn', 'Wyn', 'Ffion', 'Llŷr', 'Lynch', 'Flynn', 'Byrne', 'Hmong', 'Chng', 'Sng', 'Tng', 'Hng', 'Kwok', 'Zhng', 'Ngô', 'Nghiêm', 'Phương', 'Thịnh', "Ng'ang'a", 'Mkhize', 'Nkrumah', 'Mthembu', 'Ntshangase', 'Nxumalo', 'Mpho', 'Hlongwane', 'Ndlovu', 'Mngqithi', 'Tshabalala', 'Dlamini',
  'Qwabe', 'Xhosa', 'Iqbal', 'Majd', 'Jha', 'Krishnamurthy', 'Lakshmi', 'Bhattacharya', 'Jyotsna', 'Hrithik', 'Shchedrin', 'Khrushchev', 'Vsevolod', 'Mkrtchyan', 'Mgrdichian', 'Mchedlishvili', 'Gvrtishvili', 'Mkrtumyan', 'Tkachenko', 'Zdzisław', 'Mzia', 'Gogichashvili', 'Ljubljanski',
  'Wm', 'Chas', 'Thos', 'JD', 'TJ', 'J.R.', 'Wm.', 'Henry VIII', 'John III', 'iii', 'Elizabeth II', 'John 3rd', 'Ann Lee 2', 'Louis 2nd', 'Aaron', 'Aoife', 'Ioannis', 'Eoghan', 'Aaliyah', 'Isaac', 'Eeva', 'Üüve', 'Ooi', 'Jääskeläinen', 'Hagerty', 'Dougherty', 'Ewert', 'Bradford', 'Wolfgang', 'Siegfried', 'Afghani', 'Salah', 'Hall', 'Dallas', 'Skaggs', 'Flagg', 'Dada', 'Lala', 'Coco', 'Tamtam', 'Sarah ✨', 'محمد', 'Алексей', 'Штирлиц', 'Вздор', 'جون', 'Παπαδόπουλος', 'นภา', 'Annna', 'Matthhew', 'Null', 'Lightfoot', 'Wrightson', 'Eightball',
];

describe('gibberish', () => {
  test.each(MASHED)('%s is no name', (text) => expect(isGibberish(text)).toBe(true));
  test.each(NAMES)('%s is a name', (text) => {
    expect(isGibberish(text)).toBe(false);
    expect(isGibberish(text.toUpperCase())).toBe(false);
    expect(isGibberish(text.toLowerCase())).toBe(false);
  });
  test('a degree is no mash', () => expect(['John Smith, MBChB', 'MBBCh', 'SdFghjk Mbchb'].map(isGibberish)).toEqual([false, false, true]));
  test('an empty list of keyboard runs finds none', () => expect(gibberish([])('asdf')).toBe(false));
  test('never throws', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { isGibberish(text); })));
  // A pattern that goes over the cell again and again would not come to an end.
  test.each(['b'.repeat(200_000), 'ab'.repeat(100_000), '1'.repeat(200_000), 'a1 '.repeat(60_000), '\u00df'.repeat(100_000), 'A'.repeat(200_000), 'Ab'.repeat(100_000), 'aB'.repeat(100_000), '©'.repeat(200_000) + 'a'])('takes a long cell', (long) => expect(isGibberish(long)).toBeTypeOf('boolean'));
});
