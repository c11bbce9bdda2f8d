import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryCode } from '../../src/values/country.js';

const NAMES: readonly (readonly [string, ...string[]])[] = [
  ['AE', 'UAE', 'U.A.E.', 'United Arab Emirates', 'Vereinigte Arabische Emirate', 'Émirats Arabes Unis', '+971', 'Dubai', 'Abu Dhabi'],
  ['MD', 'Moldova', 'Republic of Moldova'],
  ['AT', 'Austria', 'Österreich', 'OESTERREICH', 'AT-9', 'Autriche', 'Oostenrijk', 'AUT', 'at'],
  ['BA', 'Bosnia and Herzegovina', 'Bosnia & Herzegovina', 'Bosnien und Herzegowina'],
  ['BE', 'Belgium', 'Belgien', 'België', 'Belgique', 'Bélgica'],
  ['BR', 'Brazil', 'Brasil', 'BRASIL ', 'Brasilien', 'Brésil', 'BRA', '+55'],
  ['CD', 'DRC', 'Democratic Republic of the Congo', 'Congo-Kinshasa'],
  ['CG', 'Congo', 'Republic of the Congo', 'Congo-Brazzaville'],
  ['CH', 'Switzerland', 'Schweiz', 'Suisse', 'Svizzera', 'Zwitserland', 'Suíça', '+41'],
  ['CI', "Côte d'Ivoire", 'Ivory Coast', 'Elfenbeinküste', 'cote d ivoire'],
  ['CN', 'China', "People's Republic of China", 'PRC', '中国'],
  ['CZ', 'Czechia', 'Czech Republic', 'Tschechien', 'République Tchèque', 'Česko', 'República Checa'],
  ['DE', 'Germany', 'Deutschland', 'deutschland', 'Allemagne', 'Alemania', 'Alemanha', 'Germania', 'Duitsland', 'DEU', 'de', 'Germany (DE)', '🇩🇪', '🇩🇪 Germany', '+49', '0049'],
  ['ES', 'Spain', 'España', 'ESPANA', 'Spanien', 'Espagne', 'Espanha', 'Spagna', 'Spanje'],
  ['FR', 'France', 'Frankreich', 'Francia', 'França', 'Frankrijk', 'FRA'],
  ['GB', 'UK', 'U.K.', 'uk', 'United Kingdom', 'united-kingdom', 'Great Britain', 'England', 'Scotland', 'Wales', 'Northern Ireland', 'GB-ENG', 'GBR', 'Großbritannien', 'GROSSBRITANNIEN', 'Royaume-Uni', 'Reino Unido', 'Regno Unito', 'Verenigd Koninkrijk', '+44', '0044'],
  ['GG', 'Guernsey', 'GG'],
  ['GR', 'Greece', 'Griechenland', 'Grèce', 'Ελλάδα'],
  ['HK', 'Hong Kong', 'HongKong', 'Hong Kong SAR', '+852'],
  ['IE', 'Ireland', 'Éire', 'Irland', 'Republic of Ireland'],
  ['IN', 'India', 'INDIA', 'Indien', 'Inde', '+91'],
  ['IT', 'Italy', 'Italia', 'Italien', 'Italie', 'Itália'],
  ['KR', 'South Korea', 'Korea', 'Korea, Republic of', 'Südkorea', 'Corée du Sud', '대한민국'],
  ['KP', 'North Korea', 'Nordkorea', "Democratic People's Republic of Korea"],
  ['MK', 'North Macedonia', 'Macedonia', 'Mazedonien'],
  ['MX', 'Mexico', 'México', 'Mexiko', 'Messico'],
  ['NA', 'NA', 'Namibia', 'NAM'],
  ['NL', 'Netherlands', 'The Netherlands', 'Holland', 'Niederlande', 'Pays-Bas', 'Países Bajos', 'Nederland'],
  ['NO', 'Norway', 'Norge', 'Norwegen'],
  ['PL', 'Poland', 'Polska', 'Polen', 'Pologne'],
  ['RU', 'Russia', 'Russian Federation', 'Russland', 'Россия'],
  ['SE', 'Sweden', 'Sverige', 'Schweden'],
  ['SK', 'Slovakia', 'Slovak Republic', 'Slowakei'],
  ['TR', 'Turkey', 'Türkiye', 'Turkiye', 'Türkei', 'Turquie'],
  ['TW', 'Taiwan', 'Taiwan, Province of China'],
  ['US', 'US', 'us', 'USA', 'U.S.', 'U.S.A.', 'United States', 'United States of America', 'the United States', 'Vereinigte Staaten', 'Vereinigte Staaten von Amerika', "États-Unis", 'Estados Unidos', 'EE.UU.', 'EUA', "Stati Uniti d'America", 'Verenigde Staten', 'United States (US)'],
  ['VN', 'Vietnam', 'Viet Nam', 'Việt Nam'],
  ['XK', 'Kosovo', 'xk'],
  ['ZA', 'South Africa', 'Südafrika', 'Afrique du Sud'],
];
const NOT_COUNTRIES = [
  '', ' ', '-', '?', 'N/A', 'n.a.', 'n/a', 'none', 'null', 'unknown', 'other', 'XX', 'ZZ', 'QQ', 'EU', 'AB', 'TX', 'NY', 'California', 'Texas', 'Bayern', 'Ontario', 'London', 'New York',
  'Europe', 'EMEA', 'Worldwide', 'North America', 'Latin America', 'yes', 'no thanks', '+1', '+7', '001', '+999', '1', '44', '276', 'Germany and France', 'ann@gmail.com', 'a'.repeat(500), '()', '(DE)', '\ud800',
];

describe('countryCode', () => {
  it.each(NAMES.flatMap(([code, ...texts]) => texts.map((text) => [text, code] as const)))('%j is %s', (text, code) => {
    expect(countryCode(text)).toBe(code);
    expect(countryCode(` ${text}\u00a0`)).toBe(code);
  });
  it.each(NOT_COUNTRIES)('%j is no country', (text) => expect(countryCode(text)).toBe(''));
  it('knows every ISO alpha-2 and alpha-3 code in either case', () => {
    for (const [two, three] of codes as string[][])
      for (const text of [two!, three!, two!.toLowerCase(), three!.toLowerCase()]) expect(countryCode(text), text).toBe(two);
  });
  it('answers the same for the same text, however much was asked in between', () => {
    for (let i = 0; i < 10_000; i += 1) countryCode(`place ${i}`);
    expect(countryCode('Deutschland')).toBe('DE');
  });
  it('gives two capital letters or nothing for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => /^(?:[A-Z]{2})?$/.test(countryCode(text))));
  });
});
