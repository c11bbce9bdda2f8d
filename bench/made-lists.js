// Lists of invented people of which it is known who is there twice: kinds of lists on which likely duplicates are
// measured by bench/made.js. Each is { header, rows, who, matchOn? }; rows of one person have the same number in `who`.
import { random } from './people.js';

const words = (text) => text.trim().split(/\s+/);
const groups = (text) => text.trim().split('\n').map((line) => words(line));

// Given names with what else their holders are called; the first is the name on the passport.
const GIVEN = groups(`
Robert Bob Rob Bobby
William Bill Will Billy
Elizabeth Liz Beth Eliza
Margaret Maggie Peg Meg
Katherine Kate Kathy Katie
Michael Mike Mick
Richard Rick Dick Rich
Jennifer Jen Jenny
Christopher Chris Kit
Alexandra Alex Sandra Lexi
Nicholas Nick Nico
Thomas Tom Tommy
Joseph Joe Joey
Patricia Pat Trish Patty
Charles Charlie Chuck
Edward Ed Ned Teddy
Benjamin Ben Benny
Samantha Sam Sammy
Daniel Dan Danny
Rebecca Becky Becca
Matthew Matt
Victoria Vicky Tori
Timothy Tim
Gregory Greg
Susan Sue Susie
Andrew Andy Drew
Jonathan Jon
Stephanie Steph
Frederick Fred Freddie
Lawrence Larry
Hannah
Olga
Ingrid
Oscar
Hugo
Clara
Edith
Ralph
Vera
Boris
Diego
Carmen
Ivana
Lars
Astrid
Sven
Greta
Otto
Emil
Frida
Priya
Arjun
Kavita
Sanjay
Deepa
Fatima
Omar
Leila
Yusuf
Aisha
Hiroshi
Keiko
Naoki
Haruka
Mei
Jun
Chen
Olumide
Ngozi
Kwame
Thabo
Lwazi
João Joao
José Jose
André Andre
François Francois
Hélène Helene
Zoë Zoe
Jürgen Juergen
Jörg Joerg
Łukasz Lukasz
Małgorzata Gosia Malgorzata
Søren Soren
Åsa Asa
Şeyma Seyma
Tomáš Tomas
Željko Zeljko
Îonuț Ionut
Muhammad Mohammed Mohamed Muhammed
Abdullah Abdallah
Hussein Husayn Hussain
Youssef Yusuf Yousef`);

const FAMILY = groups(`
Müller Mueller Muller
Schröder Schroeder
Groß Gross
Łaszczyk Laszczyk
Kołodziej Kolodziej
Sørensen Sorensen
Håkansson Hakansson
Çelik Celik
Yıldız Yildiz
Dvořák Dvorak
Nuñez Nunez
Gonçalves Goncalves
O'Connor OConnor
D'Angelo DAngelo
MacDonald Macdonald
Al-Masri Almasri
El-Sayed Elsayed
Van-der-Berg Vanderberg
Smith-Jones Smith
García-Lorca García`);
const PLAIN_FAMILY = words('Smith Johnson Brown Taylor Wilson Davies Evans Thomas Roberts Walker Wright Thompson Hughes Edwards Green Hall Wood Harris Clarke Jackson Turner Hill Moore Baker Cooper Ward Morris King Patel Khan Singh Kumar Gupta Iyer Chen Wang Li Zhang Liu Tanaka Suzuki Sato Kim Park Nguyen Tran Rossi Bianchi Ricci Fontana Moretti Costa Silva Santos Pereira Ferreira Lopez Perez Sanchez Romero Torres Dubois Lefebvre Girard Fournier Mercier Blanc Novak Horvat Kovacs Nagy Popescu Ionescu Ivanov Petrov Volkov Smirnov Kowalski Nowak Wozniak Jansen Bakker Visser Hansen Olsen Berg Dahl Lindgren Nyman Korhonen Virtanen Okafor Mensah Adeyemi Dlamini Mbeki Haddad Khoury Mansour Aziz Rahman');
const HEADS = words('Ald Bram Cor Dun El Fen Gar Hol Ives Kel Lor Mat Nev Os Pem Quin Rav Sut Tor Ul Var Wex Yar Zel Ash Birch Crow Drake');
const TAILS = words('ton ridge brook well stead mont vale worth ley bury ham shaw more dale ford wick by gate croft land');
const FAMILIES = (r) => (r.next() < 0.2 ? r.pick(FAMILY) : r.next() < 0.45 ? [r.pick(PLAIN_FAMILY)] : [r.pick(HEADS) + r.pick(TAILS)]);
const CITIES = words('Leeds Bristol Austin Denver Lyon Nantes Köln München Graz Basel Utrecht Gent Malmö Bergen Aarhus Kraków Brno Sevilla Porto Torino Cork Perth Calgary Nairobi Pune Osaka Lima Quito Haifa Izmir');
const STREETS = words('Canal Station Church Mill Victoria Park Garden River Castle Bridge Market Harbour Forest Orchard Meadow Sunset Cedar Union Temple Abbey');
const ROADS = [['Street', 'St', 'St.'], ['Road', 'Rd', 'Rd.'], ['Avenue', 'Ave', 'Av.'], ['Lane', 'Ln'], ['Drive', 'Dr'], ['Square', 'Sq']];
const BRANDS = [words('Bright Stone Blue North Silver Iron Maple River Red Quantum Solar Delta Vertex Nova Falcon Amber Polar Atlas Cobalt Ember'), words('mill field works point line craft port bridge gate wave peak leaf path forge grid dock'), words('Logistics Systems Foods Media Energy Partners Textiles Pharma Robotics Travel Consulting Optics Tools Studio Dental Legal')];
const FORMS = ['Ltd', 'Limited', 'Inc.', 'Inc', 'LLC', 'GmbH', 'AG', 'SARL', 'BV', 'S.r.l.', 'Sp. z o.o.', 'Pty Ltd', 'Corp', 'Co.', 'plc'];
const FREE = words('gmail.com yahoo.com outlook.com gmx.de web.de orange.fr icloud.com hotmail.com');

const plain = (text) => text.toLowerCase().replace(/ü/g, 'ue').replace(/ö/g, 'oe').replace(/ä/g, 'ae').replace(/ß/g, 'ss').replace(/ł/g, 'l').replace(/ø/g, 'o').replace(/ı/g, 'i').normalize('NFD').replace(/[^a-z0-9]/g, '');

function slip(text, r) {
  if (text.length < 2) return text;
  const at = r.below(text.length - 1);
  const kind = r.below(4);
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 1) return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
  if (kind === 2) return text.slice(0, at) + 'abcdefghijklmnoprstuvw'[r.below(22)] + text.slice(at + 1);
  return text.slice(0, at) + text[at] + text.slice(at);
}
const SEEN = [['m', 'rn'], ['l', '1'], ['o', '0'], ['i', 'l'], ['e', 'c'], ['h', 'b'], ['cl', 'd'], ['S', '5'], ['B', '8'], ['5', 'S'], ['0', 'O'], ['1', 'l']];
function misread(text, r) {
  const fits = SEEN.filter(([is]) => text.includes(is));
  if (fits.length === 0) return text;
  const [is, seen] = r.pick(fits);
  return text.replace(is, seen);
}

/** A person at a company, with all they may be called and all their numbers; `at`: a company of their own if not given. */
function lead(r, at = company(r)) {
  const given = r.pick(GIVEN);
  const family = FAMILIES(r);
  const [country, digits] = r.pick([['44', `7${4 + r.below(5)}${r.digits(8)}`], ['49', `17${r.below(10)}${1 + r.below(9)}${r.digits(6)}`], ['1', `${r.pick(words('312 415 617 212 303'))}${2 + r.below(8)}${r.digits(6)}`], ['33', `6${r.digits(8)}`]]);
  return {
    given, family, company: at, country, digits, number: 1 + r.below(200), street: r.pick(STREETS), road: r.pick(ROADS), city: r.pick(CITIES), postal: String(10000 + r.below(89999)),
    private: `${plain(given[0])}${r.pick(['.', '_', ''])}${plain(family[0])}${r.digits(5)}@${r.pick(FREE)}`,
    mailbox: r.pick([(g, f) => `${g}.${f}`, (g, f) => `${g[0]}.${f}`, (g, f) => `${g[0]}${f}`])(plain(given[0]), plain(family[0])),
  };
}
function company(r) {
  const name = `${r.pick(BRANDS[0])}${r.pick(BRANDS[1])} ${r.pick(BRANDS[2])}`;
  const domain = plain(name);
  return { name, form: r.pick(FORMS), domain: `${domain}.${r.pick(words('com com co.uk de fr nl it pl'))}`, moved: `${domain}.${r.pick(words('io net eu group'))}` };
}
const dialled = ({ country, digits }, r) => r.pick([
  `+${country} ${digits.slice(0, 3)} ${digits.slice(3)}`, `00${country}${digits}`, `+${country}${digits}`, `+${country}-${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`, `+${country} (0)${digits}`,
]);

const B2B = words('First_Name Last_Name Email Phone Company Street City Zip').map((name) => name.replace('_', ' '));
/** As the person was first written down. */
const asIs = (p, r) => [p.given[0], p.family[0], r.next() < 0.7 ? `${p.mailbox}@${p.company.domain}` : p.private, dialled(p, r), `${p.company.name} ${p.company.form}`, `${p.number} ${p.street} ${p.road[0]}`, p.city, p.postal];
/** As somebody else would: `changes` cells otherwise. */
function again(cells, p, r, changes = 1 + r.below(3)) {
  const row = [...cells];
  const ways = [
    () => { row[0] = r.pick(p.given); },
    () => { row[0] = `${p.given[0][0]}${r.pick(['', '.'])}`; },
    () => { row[0] = slip(row[0], r); },
    () => { row[1] = r.pick(p.family); },
    () => { row[1] = slip(row[1], r); },
    () => { row[1] = misread(row[1], r); },
    () => { [row[0], row[1]] = [row[1], row[0]]; },
    () => { row[2] = p.private; },
    () => { row[2] = `${p.mailbox}@${p.company.moved}`; },
    () => { row[2] = slip(row[2], r); },
    () => { row[2] = ''; },
    () => { row[3] = dialled(p, r); },
    () => { row[3] = ''; },
    () => { row[3] = dialled({ ...p, digits: `${p.digits.slice(0, -1)}${(Number(p.digits.at(-1)) + 1) % 10}` }, r); },
    () => { row[4] = p.company.name; },
    () => { row[4] = `${p.company.name.toUpperCase()} ${r.pick(FORMS)}`; },
    () => { row[4] = slip(row[4], r); },
    () => { row[5] = `${p.number} ${p.street} ${p.road.at(-1)}`; },
    () => { row[5] = slip(row[5], r); },
    () => { row[5] = ''; },
    () => { row[6] = plain(row[6]); },
    () => { row[7] = slip(row[7], r); },
    () => { row[7] = ''; },
  ];
  for (let n = changes; n > 0; n--) r.pick(ways)();
  return row;
}
const emptied = (row, share, r, from = 2) => row.map((cell, i) => (i >= from && r.next() < share ? '' : cell));

/** `size` rows of people, of which a share is written down again; `draw` gives a person, `first` and `more` their rows. */
function listOf(size, r, { draw = () => lead(r), first = (p) => asIs(p, r), more = (cells, p) => again(cells, p, r), share = 0.15, header = B2B, matchOn } = {}) {
  const rows = [];
  for (let n = 0; rows.length < size; n++) {
    const person = draw(n);
    const cells = first(person);
    rows.push([n, cells]);
    for (let once = 1; once < 4 && rows.length < size && r.next() < (once === 1 ? share : 0.3); once++) rows.push([n, more(cells, person)]);
  }
  for (let i = rows.length - 1; i > 0; i--) {
    const j = r.below(i + 1);
    [rows[i], rows[j]] = [rows[j], rows[i]];
  }
  return { header, rows: rows.map(([, cells]) => cells), who: rows.map(([who]) => who), matchOn };
}

const day = (r) => `${1940 + r.below(65)}-${String(1 + r.below(12)).padStart(2, '0')}-${String(1 + r.below(28)).padStart(2, '0')}`;
const CYRILLIC = { given: words('Иван Мария Сергей Ольга Дмитрий Наталья Алексей Татьяна Юрий Екатерина Фёдор Людмила Павел Жанна'), family: words('Соколов Кузнецова Щербаков Журавлёв Ковальчук Яковлева Михайлов Тихонова Павленко Шевченко Зайцев Орлова Громов Белоусов') };
const LATIN_OF = { а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' };
const romanised = (text) => { const t = [...text.toLowerCase()].map((letter) => LATIN_OF[letter] ?? letter).join(''); return t[0].toUpperCase() + t.slice(1); };
const HAN = { given: words('伟 芳 娜 秀英 敏 静 丽 强 磊 洋 艳 勇 杰 娟 涛 明 超 霞 平 刚 桂英 建华 文静 志强 海燕 晓明'), family: words('王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗') };
const ARABIC = { given: words('محمد أحمد فاطمة عبدالله خالد مريم يوسف ليلى عمر نور حسن سارة'), family: words('الحسن المصري العلي الخطيب حداد منصور الشامي النجار قاسم سليمان') };

/** Kinds of lists by name, each a function of a seed. */
export const KINDS = {
  // ------------------------------------------------ leads of companies, short and long
  ...Object.fromEntries([20, 60, 200, 1000, 5000, 50000].map((size) => [`b2b ${size}`, (r) => listOf(size, r)])),
  ...Object.fromEntries([10, 30, 50].map((percent) => [`b2b 2000, ${percent} % empty`, (r) => listOf(2000, r, { first: (p) => emptied(asIs(p, r), percent / 100, r), more: (_, p) => emptied(again(asIs(p, r), p, r, 1), percent / 100, r) })])),
  'b2b 2000, 4 to 6 changes': (r) => listOf(2000, r, { more: (cells, p) => again(cells, p, r, 4 + r.below(3)) }),
  'b2b 2000, nobody twice': (r) => listOf(2000, r, { share: 0 }),
  'b2b 2000, most are there twice': (r) => listOf(2000, r, { share: 0.8 }),
  'b2b 2000, one postal code and city': (r) => listOf(2000, r, { draw: () => ({ ...lead(r), ...(r.next() < 0.9 ? { city: 'Leeds', postal: '10115' } : {}) }) }),
  'b2b 20000, nine of ten in one company and town': (r) => { const one = lead(r); return listOf(20000, r, { draw: (n) => (r.next() < 0.9 ? ((p) => ({ ...p, mailbox: `${p.mailbox}${n}` }))({ ...lead(r, one.company), number: one.number, street: one.street, road: one.road, city: one.city, postal: one.postal }) : lead(r)), share: 0.05 }); },
  'name and e-mail, 1000': (r) => listOf(1000, r, { header: ['Name', 'Email'], first: (p) => { const c = asIs(p, r); return [`${c[0]} ${c[1]}`, c[2]]; }, more: (_, p) => { const c = again(asIs(p, r), p, r, 1); return [`${c[0]} ${c[1]}`, c[2]]; } }),
  'name, phone, city, 1000': (r) => listOf(1000, r, { header: ['Full Name', 'Mobile', 'City'], first: (p) => { const c = asIs(p, r); return [`${c[0]} ${c[1]}`, c[3], c[6]]; }, more: (_, p) => { const c = again(asIs(p, r), p, r, 2); return [r.next() < 0.3 ? `${c[1]}, ${c[0]}` : `${c[0]} ${c[1]}`, c[3], c[6]]; } }),
  'name, company, e-mail, 1000': (r) => listOf(1000, r, { header: ['First Name', 'Last Name', 'Company', 'Email'], first: (p) => { const c = asIs(p, r); return [c[0], c[1], c[4], c[2]]; }, more: (cells, p) => { const c = again([cells[0], cells[1], cells[3], '', cells[2], '', '', ''], p, r, 2); return [c[0], c[1], c[4], c[2]]; } }),
  // ------------------------------------------------ traps
  'one company, 200 people': (r) => { const at = company(r); const one = lead(r, at); return listOf(200, r, { draw: () => ({ ...lead(r, at), country: one.country, digits: one.digits, number: one.number, street: one.street, road: one.road, city: one.city, postal: one.postal }), share: 0.1 }); },
  'one company, 200 people, own phones': (r) => { const at = company(r); const one = lead(r, at); return listOf(200, r, { draw: () => ({ ...lead(r, at), number: one.number, street: one.street, road: one.road, city: one.city, postal: one.postal }), share: 0.1 }); },
  'half of 3000 at ten companies': (r) => { const ten = Array.from({ length: 10 }, () => lead(r)); return listOf(3000, r, { draw: () => { if (r.next() < 0.5) return lead(r); const one = r.pick(ten); return { ...lead(r, one.company), country: one.country, digits: one.digits, number: one.number, street: one.street, road: one.road, city: one.city, postal: one.postal }; }, share: 0.05 }); },
  'fifty John Smiths in one city': (r) => listOf(1500, r, { draw: (n) => (n < 50 ? { ...lead(r), given: ['John'], family: ['Smith'], mailbox: `john.smith${n}`, private: `jsmith${n * 7}@${r.pick(FREE)}`, city: 'Leeds' } : lead(r)), share: 0.1 }),
  'common names only': (r) => { const [g, f] = [words('John Mary James Anna David Maria Peter Sarah'), words('Smith Jones Brown Lee Khan Garcia')]; return listOf(1500, r, { draw: () => { const p = lead(r); const [given, family] = [r.pick(g), r.pick(f)]; return { ...p, given: [given], family: [family], mailbox: `${plain(given)}.${plain(family)}`, private: `${plain(given)}${plain(family)}${r.below(1000)}@${r.pick(FREE)}` }; }, share: 0.1, more: (cells, p) => again(cells, p, r, 1) }); },
  households: (r) => {
    let house;
    let left = 0;
    let used = new Set();
    return listOf(2000, r, { header: ['First Name', 'Last Name', 'Email', 'Phone', 'Street', 'City', 'Zip'], share: 0.05, draw: () => {
      if (left-- <= 0) { house = lead(r); left = 1 + r.below(3); used = new Set(); }
      let one;
      do one = lead(r); while (used.has(one.given[0]));
      used.add(one.given[0]);
      return { ...one, family: house.family, country: house.country, digits: house.digits, number: house.number, street: house.street, road: house.road, city: house.city, postal: house.postal, private: `${plain(one.given[0])}.${plain(house.family[0])}${r.below(100)}@${r.pick(FREE)}` };
    }, first: (p) => { const c = asIs(p, r); return [c[0], c[1], p.private, c[3], c[5], c[6], c[7]]; }, more: (c, p) => { const d = again([c[0], c[1], c[2], c[3], 'x', c[4], c[5], c[6]], p, r, 2); return [d[0], d[1], d[2], d[3], d[5], d[6], d[7]]; } });
  },
  'families with dates of birth': (r) => {
    // Father and son of one name, twins, and people who are there twice.
    const rows = [];
    let who = 0;
    for (let n = 0; n < 400; n++) {
      const p = lead(r);
      const born = day(r);
      const c = asIs(p, r);
      const of = (given, date, suffix = '') => [given, p.family[0] + suffix, c[3], c[5], c[6], c[7], date];
      const kind = r.below(4);
      rows.push([who++, of(p.given[0], born, kind === 0 && r.next() < 0.7 ? r.pick([' Sr.', ' Sr', ', Sr.']) : '')]);
      if (kind === 0) rows.push([who++, of(p.given[0], String(Number(born.slice(0, 4)) + 20 + r.below(15)) + day(r).slice(4), r.next() < 0.7 ? r.pick([' Jr.', ' Jr', ', Jr.', ' II']) : '')]);
      else if (kind === 1) { let other; do other = r.pick(GIVEN); while (other[0] === p.given[0]); rows.push([who++, of(other[0], born)]); }
      else if (kind === 2) rows.push([who - 1, [r.pick(p.given), slip(p.family[0], r), r.next() < 0.5 ? '' : dialled(p, r), c[5], c[6], c[7], r.next() < 0.5 ? born : `${born.slice(8)}.${born.slice(5, 7)}.${born.slice(0, 4)}`]]);
    }
    return { header: ['First Name', 'Last Name', 'Phone', 'Street', 'City', 'Zip', 'Date of Birth'], rows: rows.map(([, cells]) => cells), who: rows.map(([n]) => n), matchOn: ['Date of Birth'] };
  },
  'namesakes at other companies': (r) => {
    const rows = [];
    for (let n = 0; n < 300; n++) { const p = lead(r); for (let k = 0; k < 3; k++) { const q = { ...lead(r), given: p.given, family: p.family, mailbox: p.mailbox, city: k === 1 ? p.city : r.pick(CITIES) }; const c = asIs(q, r); rows.push([`${plain(q.mailbox)}@${q.company.domain}`, c]); } }
    return { header: B2B, rows: rows.map(([email, c]) => [c[0], c[1], email, ...c.slice(3)]), who: rows.map((_, i) => i) };
  },
  // ------------------------------------------------ companies
  ...Object.fromEntries(['Company', 'Name'].map((head) => [`companies and cities, "${head}"`, (r) => listOf(800, r, { header: [head, 'City', 'Phone'], first: (p) => [`${p.company.name} ${p.company.form}`, p.city, dialled(p, r)], more: (_, p) => [r.pick([p.company.name, p.company.name.toUpperCase(), `${p.company.name} ${r.pick(FORMS)}`, `The ${p.company.name} Company`, slip(p.company.name, r)]), p.city, r.next() < 0.4 ? '' : dialled(p, r)] })])),
  ...Object.fromEntries(['Company', 'Name'].map((head) => [`companies and addresses, "${head}"`, (r) => listOf(800, r, { header: [head, 'Address', 'City'], first: (p) => [`${p.company.name} ${p.company.form}`, `${p.number} ${p.street} ${p.road[0]}`, p.city], more: (_, p) => [r.pick([p.company.name, `${p.company.name} ${r.pick(FORMS)}`, slip(p.company.name, r), p.company.name.split(' ')[0]]), r.pick([`${p.number} ${p.street} ${p.road.at(-1)}`, slip(`${p.number} ${p.street} ${p.road[0]}`, r)]), p.city] })])),
  'shops and cafés, "Name"': (r) => { const kinds = words("Café Bistro Bakery Pizzeria Grill Diner Bar Kitchen Pharmacy Books Florist Salon"); const draw = () => { const p = lead(r); const own = r.pick([`${p.given[0]}'s`, `${p.family[0]}'s`, `The ${r.pick(BRANDS[0])} ${r.pick(STREETS)}`, `${r.pick(BRANDS[0])} ${r.pick(BRANDS[1])}`, `La ${r.pick(HEADS)}${r.pick(['a', 'ina', 'era'])}`]); const kind = r.pick(kinds); return { ...p, shop: r.pick([`${own} ${kind}`, `${kind} ${own}`, own]), kind }; };
    return listOf(800, r, { draw, header: ['Name', 'Address', 'City', 'Category'], matchOn: ['Category'], first: (p) => [p.shop, `${p.number} ${p.street} ${p.road[0]}`, p.city, p.kind], more: (_, p) => [r.pick([p.shop, p.shop.replace(/^The /, ''), `${p.shop} (${p.city})`, slip(p.shop, r), p.shop.replace("'s", 's'), `${p.shop} & ${r.pick(kinds)}`]), r.pick([`${p.number} ${p.street} ${p.road.at(-1)}`, slip(`${p.number} ${p.street} ${p.road[0]}`, r)]), p.city, r.next() < 0.6 ? p.kind : r.pick(kinds)] }); },
  // ------------------------------------------------ people and their papers
  'patients 3000': (r) => listOf(3000, r, { share: 0.25, header: ['given_name', 'surname', 'street_number', 'address', 'town', 'postcode', 'birth_date', 'insurance_no'], matchOn: ['birth_date', 'insurance_no', 'street_number'],
    draw: () => ({ ...lead(r), born: day(r), insured: r.digits(9) }), first: (p) => [p.given[0], p.family[0], String(p.number), `${p.street} ${p.road[0]}`, p.city, p.postal, p.born, p.insured],
    more: (cells, p) => { const row = [...cells]; for (let n = 1 + r.below(4); n > 0; n--) { const i = r.below(8); row[i] = r.pick([() => slip(row[i], r), () => misread(row[i], r), () => '', () => (i === 0 ? r.pick(p.given) : slip(row[i], r))])(); } return row; } }),
  'members with a number half of them lack': (r) => listOf(2000, r, { header: ['First Name', 'Last Name', 'Member No', 'City'], matchOn: ['Member No'], draw: () => ({ ...lead(r), number: `M-${r.digits(6)}` }), first: (p) => [p.given[0], p.family[0], r.next() < 0.5 ? '' : p.number, p.city], more: (_, p) => [r.pick(p.given), r.pick([p.family[0], slip(p.family[0], r)]), p.number, p.city] }),
  'name given twice, sex, birth': (r) => listOf(3000, r, { share: 0.3, header: ['full_name', 'first_name', 'last_name', 'name_and_town', 'born', 'sex', 'email'], matchOn: ['name_and_town', 'born', 'sex'], draw: () => ({ ...lead(r), born: day(r), sex: r.pick(['f', 'm']) }), first: (p) => [`${p.given[0]} ${p.family[0]}`, p.given[0], p.family[0], `${p.given[0]} ${p.family[0]}`, p.born, p.sex, p.private],
    more: (_, p) => { const [g, f] = [r.pick([p.given[0], r.pick(p.given), slip(p.given[0], r)]), r.pick([p.family[0], slip(p.family[0], r)])]; return [`${g} ${f}`, g, f, `${g} ${f}`, r.pick([p.born, slip(p.born, r)]), p.sex, r.pick([p.private, '', slip(p.private, r)])]; } }),
  // ------------------------------------------------ other scripts
  cyrillic: (r) => listOf(600, r, { draw: () => ({ ...lead(r), given: [r.pick(CYRILLIC.given)], family: [r.pick(CYRILLIC.family)] }), header: ['First Name', 'Last Name', 'Email', 'Phone', 'City'], first: (p) => [p.given[0], p.family[0], `${plain(romanised(p.family[0]))}${r.below(1000)}@mail.ru`, dialled(p, r), p.city],
    more: (c, p) => [r.pick([c[0], romanised(c[0]), `${c[0][0]}.`]), r.pick([c[1], romanised(c[1])]), r.pick([c[2], '', `${plain(romanised(c[1]))}@yandex.ru`]), dialled(p, r), c[4]] }),
  han: (r) => listOf(600, r, { draw: () => ({ ...lead(r), given: [r.pick(HAN.given)], family: [r.pick(HAN.family)] }), header: ['姓名', '电子邮件', '手机', '公司'], first: (p) => [p.family[0] + p.given[0], p.private, dialled(p, r), p.company.name],
    more: (c, p) => [r.pick([c[0], `${p.family[0]} ${p.given[0]}`]), r.pick([c[1], '', `${r.digits(8)}@qq.com`]), r.pick([c[2], dialled(p, r)]), r.pick([c[3], ''])] }),
  arabic: (r) => listOf(600, r, { draw: () => ({ ...lead(r), given: [r.pick(ARABIC.given)], family: [r.pick(ARABIC.family)] }), header: ['First Name', 'Last Name', 'Email', 'Phone'], first: (p) => [p.given[0], p.family[0], p.private, dialled(p, r)],
    more: (c, p) => [r.pick([c[0], c[0].replace('أ', 'ا')]), r.pick([c[1], c[1].replace(/^ال/, 'ال ')]), r.pick([c[2], '']), r.pick([c[3], dialled(p, r)])] }),
};

/** The list of that kind for a seed. */
export const made = (kind, seed) => KINDS[kind](random(seed));
