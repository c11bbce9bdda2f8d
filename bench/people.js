// The people the generator makes up: names, companies and addresses put together from parts, by country.
// Person n of a seed is always the same person, whoever asks, so a duplicate can be written without remembering anyone.

/** A small seeded generator of random numbers (splitmix32): `next()` is in [0, 1). */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    let t = state ^ (state >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return ((t ^ (t >>> 15)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return {
    next,
    below,
    pick: (list) => list[below(list.length)],
    /** The first entries of a list come up far more often than the last, as names do. */
    skewed: (list) => list[Math.floor(next() ** 2 * list.length)],
    digits: (n) => Array.from({ length: n }, () => below(10)).join(''),
  };
}

const words = (text) => text.trim().split(/\s+/);
const joined = (heads, tails) => words(tails).flatMap((tail) => words(heads).map((head) => head + tail));

const EN_GIVEN = words('James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah Charles Karen Daniel Lisa Matthew Nancy Anthony Betty Mark Sandra Steven Ashley Andrew Emily Joshua Donna Kenneth Michelle Kevin Carol Brian Amanda George Melissa Timothy Deborah Ronald Stephanie Jason Rebecca Edward Laura');
const EN_FAMILY = [...words('Smith Johnson Williams Brown Jones Davis Miller Wilson Moore Taylor Anderson Thomas Jackson White Harris Martin Thompson Robinson Clark Lewis Lee Walker Hall Allen Young King Wright Hill Scott Green Adams Baker Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins'), ...joined('Ash Black Brad Brom Clay Dal Ed Farn Gold Hart Kings Lang Mar Nor Old Pem Rad Shel Stan Thorn Wal Whit Win', 'ton ford well ley wood field worth burn man')];

const COUNTRIES = [
  { name: 'United States', weight: 30, given: EN_GIVEN, family: EN_FAMILY, tld: 'com', suffixes: words('Inc LLC Corp Ltd'), street: (r, s) => `${1 + r.below(9900)} ${s} ${r.pick(words('Street Avenue Road Drive Lane'))}`, cities: [['New York', 'NY', '100'], ['Chicago', 'IL', '606'], ['Austin', 'TX', '787'], ['Seattle', 'WA', '981'], ['Boston', 'MA', '021'], ['Denver', 'CO', '802']], postal: (r, p) => p + r.digits(2), phone: (r) => `(${r.pick(words('212 312 512 206 617 303'))}) ${r.pick(words('234 345 456 567 678 789'))}-${r.digits(4)}` },
  { name: 'United Kingdom', weight: 14, given: EN_GIVEN, family: EN_FAMILY, tld: 'co.uk', suffixes: words('Ltd PLC LLP'), street: (r, s) => `${1 + r.below(300)} ${s} ${r.pick(words('Road Street Lane Close'))}`, cities: [['London', '', 'EC'], ['Manchester', '', 'M'], ['Leeds', '', 'LS'], ['Bristol', '', 'BS']], postal: (r, p) => `${p}${1 + r.below(9)} ${1 + r.below(9)}${r.pick(words('AB DE GH LN PQ RT'))}`, phone: (r) => `+44 7${4 + r.below(4)}${r.digits(2)} ${r.digits(6)}` },
  { name: 'Germany', weight: 16, given: words('Peter Michael Thomas Andreas Jürgen Sabine Petra Monika Claudia Susanne Stefan Jörg Günter Björn Käthe Anna Lena Lukas Jonas Sophie Felix Müge Heike Uwe'), family: [...words('Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Krüger'), ...joined('Berg Stein Hof Linden Eich Wald Brück Bach Holz Kirch Feld Acker Grün Hage', 'mann er ner meier bauer ing')], tld: 'de', suffixes: words('GmbH AG KG UG'), street: (r, s) => `${s}straße ${1 + r.below(180)}`, cities: [['Berlin', 'BE', '10'], ['München', 'BY', '80'], ['Köln', 'NW', '50'], ['Düsseldorf', 'NW', '40'], ['Hamburg', 'HH', '20']], postal: (r, p) => p + r.digits(3), phone: (r) => `+49 ${r.pick(words('151 160 170 171 175'))} ${r.digits(7)}` },
  { name: 'France', weight: 9, given: words('Jean Marie Pierre François Hélène Zoé Léa René Élodie Noël Chloé Camille Julien Benoît Thérèse Antoine Lucas Inès Jérôme Aurélie'), family: [...words('Martin Bernard Dubois Durand Moreau Laurent Lefèvre Mercier Garnier Lambert Rousseau Bonnet Gauthier Perrin'), ...joined('Beau Bel Mont Clair Grand Fon Vill Roche', 'champ mont fort lieu bois val din')], tld: 'fr', suffixes: words('SA SARL SAS'), street: (r, s) => `${1 + r.below(120)} rue ${s}`, cities: [['Paris', '', '750'], ['Lyon', '', '690'], ['Nîmes', '', '300'], ['Besançon', '', '250']], postal: (r, p) => p + r.digits(2), phone: (r) => `0${6 + r.below(2)} ${10 + r.below(89)} ${10 + r.below(89)} ${10 + r.below(89)} ${10 + r.below(89)}` },
  { name: 'Spain', weight: 6, given: words('José María Antonio Lucía Iñaki Begoña Álvaro Sofía Javier Carmen Andrés Inés Raúl Núria Pablo Elena'), family: [...words('García González Rodríguez Fernández López Martínez Sánchez Pérez Gómez Muñoz Ibáñez Núñez'), ...joined('Al Bel Cas Dom Fer Mar Ro Sal Val Vi', 'ero ínez ado anza ares ada')], tld: 'es', suffixes: words('SL SA'), street: (r, s) => `Calle ${s} ${1 + r.below(150)}`, cities: [['Madrid', '', '280'], ['Barcelona', '', '080'], ['A Coruña', '', '150'], ['Málaga', '', '290']], postal: (r, p) => p + r.digits(2), phone: (r) => `+34 6${r.digits(2)} ${r.digits(3)} ${r.digits(3)}` },
  { name: 'Italy', weight: 6, given: words('Giuseppe Maria Giovanni Anna Niccolò Luca Chiara Francesco Giulia Marco Alessandro Sara Davide Elena'), family: [...words('Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo'), ...joined('Bel Cal Don Fal Gal Mar Pal San Tos Vol', 'lini etti ucci oni ardi ato')], tld: 'it', suffixes: words('SRL SpA'), street: (r, s) => `Via ${s} ${1 + r.below(150)}`, cities: [['Milano', 'MI', '201'], ['Roma', 'RM', '001'], ['Forlì', 'FC', '471']], postal: (r, p) => p + r.digits(2), phone: (r) => `+39 3${20 + r.below(70)} ${r.digits(7)}` },
  { name: 'Netherlands', weight: 5, given: words('Jan Johanna Daan Sanne Pieter Zoë Anouk Willem Femke Bram Lotte Thijs Loïs'), family: [...words('Jansen Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks'), ...joined('Dijk Berg Veld Hof Zand Water', 'stra man ma huizen kamp')], tld: 'nl', suffixes: words('BV NV'), street: (r, s) => `${s}laan ${1 + r.below(200)}`, cities: [['Amsterdam', '', '10'], ['Utrecht', '', '35'], ['Eindhoven', '', '56']], postal: (r, p) => `${p}${r.digits(2)} ${r.pick(words('AB CD EG HK LM'))}`, phone: (r) => `06-${10000000 + r.below(89999999)}` },
  { name: 'Poland', weight: 4, given: words('Łukasz Agnieszka Piotr Małgorzata Paweł Zofia Michał Żaneta Krzysztof Ewa Jan Anna'), family: [...words('Nowak Wójcik Kowalczyk Woźniak Mazur Krawczyk Zając Król'), ...joined('Kowal Wiśniew Lewandow Zieliń Dąbrow Jabłoń Szczepań Kamiń', 'ski czyk ak ek')], tld: 'pl', suffixes: ['Sp. z o.o.', 'SA'], street: (r, s) => `ul. ${s} ${1 + r.below(90)}`, cities: [['Warszawa', '', '00'], ['Kraków', '', '30'], ['Łódź', '', '90']], postal: (r, p) => `${p}-${r.digits(3)}`, phone: (r) => `+48 ${r.pick(words('501 602 603 790 888'))} ${r.digits(3)} ${r.digits(3)}` },
  { name: 'Sweden', weight: 3, given: words('Erik Anna Åsa Björn Göran Maja Håkan Elsa Örjan Karin Lars Linnéa'), family: [...words('Johansson Andersson Karlsson Nilsson Åkesson Öberg'), ...joined('Lind Berg Ek Sjö Hed Norr Söder Ång', 'ström gren qvist berg lund')], tld: 'se', suffixes: ['AB'], street: (r, s) => `${s}vägen ${1 + r.below(90)}`, cities: [['Stockholm', '', '11'], ['Göteborg', '', '41'], ['Malmö', '', '21']], postal: (r, p) => `${p}${r.digits(1)} ${r.digits(2)}`, phone: (r) => `+46 7${r.pick(words('0 2 3 6'))} ${r.digits(3)} ${r.digits(4)}` },
  { name: 'Brazil', weight: 4, given: words('João Ana José Antônia Luís Conceição Rogério Fátima Lucas Camila Thiago Beatriz'), family: [...words('Silva Santos Oliveira Souza Lima Araújo Gonçalves Magalhães'), ...joined('Al Bar Car Fer Mor Pin Ro Tei', 'veira bosa valho nandes eira xeira')], tld: 'com.br', suffixes: words('Ltda SA'), street: (r, s) => `Rua ${s}, ${1 + r.below(900)}`, cities: [['São Paulo', 'SP', '01'], ['Brasília', 'DF', '70'], ['Curitiba', 'PR', '80']], postal: (r, p) => `${p}${r.digits(3)}-${r.digits(3)}`, phone: (r) => `+55 11 9${r.digits(4)}-${r.digits(4)}` },
  { name: 'Australia', weight: 3, given: EN_GIVEN, family: EN_FAMILY, tld: 'com.au', suffixes: ['Pty Ltd', 'Ltd'], street: (r, s) => `${1 + r.below(400)} ${s} ${r.pick(words('Street Parade Crescent'))}`, cities: [['Sydney', 'NSW', '20'], ['Melbourne', 'VIC', '30'], ['Perth', 'WA', '60']], postal: (r, p) => p + r.digits(2), phone: (r) => `04${10 + r.below(89)} ${r.digits(3)} ${r.digits(3)}` },
];
const DRAW = COUNTRIES.flatMap((country) => Array.from({ length: country.weight }, () => country));
const FREE = words('gmail.com gmail.com yahoo.com hotmail.com outlook.com web.de orange.fr icloud.com');
const COMPANY_HEADS = words('Alpha Nova Blue North Stone River Silver Prime Global Urban Solar Metro Pioneer Summit Cedar Falcon Harbor Iron Lumen Maple Orbit Quantum Rapid Sierra Titan Vertex Willow Zenith Atlas Beacon Crystal Delta Ember Forge Granite Horizon Indigo Juniper Kestrel Lantern');
const COMPANY_MIDDLES = words('soft ware tech data works line net build farm trade craft point path mark view field bridge gate');
const COMPANY_TRADES = words('Logistics Systems Consulting Foods Media Energy Partners Analytics Textiles Machines Pharma Robotics Interiors Travel Insurance Security');
const STREETS = words('Linden Garten Station Victoria Park Mill Church Garibaldi Mozart Oak Elm Maple Lake Hill Queens Rivoli Goya Verdi Schiller Bahnhof Molen Kungs Flores Palmas Washington Lincoln');
const TITLES = words('CEO CTO CFO Buyer Engineer Consultant Owner Manager Analyst').concat(['Head of Sales', 'Marketing Manager', 'VP Operations', 'IT Director', 'Purchasing Manager', 'Managing Director']);
const SOURCES = ['Web form', 'Trade show', 'Bought list', 'Referral', 'Webinar', 'LinkedIn', 'Newsletter', 'Cold list 2024'];
const NOTES = ['', '', '', '', 'asked for a price list', 'wants a demo', 'call back next week', 'met at the fair', 'has a contract until spring', 'downloaded the white paper'];
const JUNK_EMAILS = ['n/a', 'none', '-', 'asdf', 'test@test', 'noemail@example.com', 'x@x', 'unknown', 'john.doe@', '@company.com', 'no e-mail', 'info@@web.de', 'a b@gmail.com', 'name@gmail..com'];
const JUNK_PHONES = ['', '', '', '', 'N/A', '0', '000000000', '123', '1234567890', 'call me', 'unknown', '-', '+00 000'];

const plain = (text) => text.normalize('NFD').replace(/[̀-ͯ]/g, '').replace(/ł/g, 'l').replace(/Ł/g, 'L').replace(/ß/g, 'ss').toLowerCase().replace(/[^a-z0-9]/g, '');
const day = (n) => new Date(Date.UTC(2021, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

export const HEADER = 'Id,First Name,Last Name,Email,Phone,Company,Job Title,Website,Street,City,State,Postal Code,Country,Lead Source,Created Date,Notes'.split(',');

/** The cells of person `n`, in the order of HEADER, without the id. */
export function person(seed, n) {
  const r = random(seed ^ Math.imul(n + 1, 0x9e3779b1));
  const country = r.pick(DRAW);
  const given = r.skewed(country.given);
  const family = r.skewed(country.family);
  const trade = r.pick(COMPANY_TRADES);
  const brand = r.pick(COMPANY_HEADS) + r.pick(COMPANY_MIDDLES);
  const company = `${brand} ${trade}`;
  const suffix = r.pick(country.suffixes);
  const domain = `${plain(brand)}-${plain(trade).slice(0, 3)}.${country.tld}`;
  const [city, state, area] = r.pick(country.cities);
  const junk = r.next();
  const email = junk < 0.06 ? r.pick(JUNK_EMAILS)
    : junk < 0.36 ? `${plain(given)}${r.pick(['.', '_', ''])}${plain(family)}${r.below(10000)}@${r.pick(FREE)}`
    : `${r.pick([plain(given), plain(given), plain(given)[0]])}.${plain(family)}@${domain}`;
  const phone = r.next() < 0.12 ? r.pick(JUNK_PHONES) : country.phone(r);
  const separator = r.next() < 0.08 ? ', ' : ' ';
  let notes = r.pick(NOTES);
  const shape = r.next();
  if (shape < 0.04) notes = `${notes || 'spoke to the assistant'}\nsecond line${r.next() < 0.5 ? '\r\nthird line' : ''}`;
  else if (shape < 0.075) notes = `said "${notes || 'maybe'}", then hung up`;
  return [
    given, family, email, phone, `${company}${separator}${suffix}`, r.pick(TITLES), domain,
    country.street(r, r.pick(STREETS)), city, state, country.postal(r, area), country.name, r.pick(SOURCES), day(r.below(2150)), notes,
  ];
}

/** The same person as somebody else would have typed them: one to three cells changed, some emptied. */
export function retyped(cells, r) {
  const row = [...cells];
  const slip = (text) => {
    const at = r.below(Math.max(1, text.length - 1));
    const kind = r.below(4);
    if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
    if (kind === 1) return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
    if (kind === 2) return text.slice(0, at) + String.fromCharCode(97 + r.below(26)) + text.slice(at + 1);
    return text.slice(0, at) + (text[at] ?? 'a') + text.slice(at);
  };
  const changes = [
    () => { row[0] = slip(row[0]); },
    () => { row[0] = row[0].slice(0, 1) + '.'; },
    () => { row[1] = slip(row[1]); },
    () => { [row[0], row[1]] = [row[1], row[0]]; },
    () => { row[2] = `${plain(cells[0])}.${plain(cells[1])}${r.below(100)}@gmail.com`; },
    () => { row[2] = ''; },
    () => { row[3] = ''; },
    () => { row[4] = row[4].replace(/,? \S+$/, ''); },
    () => { row[4] = row[4].toUpperCase(); },
    () => { row[7] = slip(row[7]); },
    () => { row[10] = ''; },
  ];
  for (let n = 1 + r.below(3); n > 0; n--) r.pick(changes)();
  return row;
}
