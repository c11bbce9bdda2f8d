import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit } from '../../src/checks/fit.js';
import type { Code, Field } from '../../src/types.js';
import { look } from './look.js';
import { defaultOptions } from './default-options.js';

const options = defaultOptions(fit);
const told = (values: Partial<Record<Field, string | string[]>>, found: Code[] = []): string =>
  look(fit, options, values, { found }).codes.map((code) => code.slice('fit/'.length)).join(' ');

describe('decision makers', () => {
  it.each([['CEO', true], ['Vice President Sales', true], ['Leiterin Einkauf', true], ['Director of IT', true], ['Assistant to the CEO', false], ['former CEO', false], ['Account Manager', false], ['', false]])(
    '%s: %s', (title, decides) => expect(told({ title })).toBe(decides ? 'decision-maker' : ''));
  it('in any of several columns', () => expect(told({ title: ['Mr', 'CFO'] })).toBe('decision-maker'));
});

describe('business e-mail', () => {
  it.each<[Code[], string]>([
    [[], 'business-email'], [['email/case'], 'business-email'], [['email/free'], ''], [['email/role'], ''], [['email/relay'], ''], [['email/disposable'], ''], [['email/typo'], ''],
  ])('%j → %s', (found, codes) => expect(told({ email: 'ann@firma.de' }, found)).toBe(codes));
  it('absent', () => expect(told({ email: '' })).toBe(''));
});

const YES: Readonly<Partial<Record<Field, readonly string[]>>> = {
  budget: [
    '€50k–100k', '> 10000', '10000', '$5,000 - $10,000', '5.000 €', '1.2 Cr', '85 L', '45 lakh', '1,5 Mio. EUR', 'under 5000', '<1000', 'approx. 20k', '500', 'yes', 'Ja', 'approved', 'Budget approved', 'genehmigt',
    'freigegeben', 'approuvé', 'confirmado', '10 000 €', '£2m', 'up to 300/month', 'USD 1000',
  ],
  authority: ['yes', 'Yes - decision maker', 'Decision Maker', 'DECISION_MAKER', 'decision-maker', 'Entscheider', 'Décideur', 'decisor', 'beslisser', 'CEO', 'Owner', 'budget holder', 'final say', 'Head of Procurement', 'Geschäftsführer', 'true', '1'],
  need: ['yes', 'New CRM for 20 people', 'replace old boiler', 'Ersatz der Telefonanlage', 'high', 'urgent', '3BHK in Mumbai', 'Website relaunch', 'not happy with current vendor'],
  timeline: [
    'ASAP', 'asap!', 'Q3', 'Q3 2026', '3Q', 'immediately', 'within 3 months', '1-3 months', '30 days', '2 weeks', 'this quarter', 'end of year', 'next month', 'March', 'March 2027', '2027-03-15', '03/04/2027', 'H1',
    'sofort', 'in 2 Wochen', 'nächsten Monat', 'dans 3 mois', 'immédiatement', 'en 3 meses', 'próximo mes', 'imediatamente', 'entro 2 mesi', 'subito', 'binnen 3 maanden', 'zo snel mogelijk', '2027', '6m',
  ],
};
const NO: Readonly<Partial<Record<Field, readonly string[]>>> = {
  budget: ['', 'no budget', 'none', 'n/a', 'N/A', '0', '€0', '-', '?', 'TBD', 'unknown', 'no', 'nein', 'kein Budget', 'pas de budget', 'sin presupuesto', 'sem orçamento', 'nessun budget', 'geen budget', 'not approved', 'not yet approved', 'No budget until 2027', 'flexible', 'nicht genehmigt', 'false', 'low'],
  authority: ['', 'no', 'None', 'influencer', 'user', 'recommender', 'end user', 'not the decision maker', 'kein Entscheider', 'unknown', 'assistant to the CEO', 'n/a', 'researcher', 'n\'est pas décideur', 'false', '0', '?'],
  need: ['', 'none', 'no', 'n/a', 'unknown', 'tbd', 'just browsing', 'Just looking', 'no need', 'No need at the moment', '-', '?', '0', 'kein Bedarf', 'aucun', 'ninguna', 'nessuno', 'geen', 'not now', 'low', 'maybe', 'false', 'N'],
  timeline: ['', 'no timeline', 'none', 'n/a', 'unknown', 'someday', 'not sure', 'no rush', 'just researching', 'later', 'tbd', '?', '0', 'nicht absehbar', 'kein Zeitplan', 'pas urgent', 'not urgent', 'flexible', 'irgendwann', 'unentschieden'],
};
describe.each(['budget', 'authority', 'need', 'timeline'] as const)('%s', (field) => {
  it.each(YES[field] as string[])('is stated by: %s', (text) => expect(told({ [field]: text })).toBe(field));
  it.each(NO[field] as string[])('is not stated by: %s', (text) => expect(told({ [field]: text })).toBe(''));
});

describe('markets', () => {
  const inMarkets = (markets: string[], leadCountry: string): string => look(fit, { ...options, markets }, { country: leadCountry }, { leadCountry }).codes.join(' ');
  it.each<[string[], string, string]>([
    [[], 'US', ''], [['DE', 'AT'], 'US', 'fit/out-of-market'], [['DE', 'AT'], 'AT', ''], [['de'], 'DE', ''], [['DE'], '', ''],
  ])('%j, a lead in %s → %s', (markets, country, codes) => expect(inMarkets(markets, country)).toBe(codes));
});

it('a business e-mail is not that of another company', () => expect(told({ email: 'ann@firma.de' }, ['company/domain-mismatch'])).toBe(''));

describe('industries', () => {
  const inTrade = (industries: string[], industry: string): string => look(fit, { ...options, industries }, { industry }).codes.join(' ');
  it.each<[string[], string, string]>([
    [['software'], 'Computer Software', 'fit/industry'], [['software'], 'Informatique', 'fit/industry'], [['software'], 'IT-Dienstleistungen', 'fit/industry'], [['Software'], 'saas', 'fit/industry'],
    [['software'], 'Information Technology & Services', 'fit/industry'], [['manufacturing'], 'Maschinenbau', 'fit/industry'], [['Schreinerei'], 'Schreinerei und Zimmerei', 'fit/industry'],
    [['logistics', 'retail'], 'Großhandel', 'fit/industry'], [['retail'], 'Comércio varejo', 'fit/industry'], [['real estate'], 'Vastgoed', 'fit/industry'],
    [['software'], 'Landwirtschaft', ''], [['software'], '', ''], [[], 'Computer Software', ''], [['software'], 'Unit trusts', ''],
  ])('%j, %s → %s', (industries, industry, codes) => expect(inTrade(industries, industry)).toBe(codes));
});

describe('competitors', () => {
  const rival = (lead: Partial<Record<Field, string>>, competitors = ['rival.com', 'https://www.rival-systems.de/', 'Übel & Söhne GmbH']): boolean => look(fit, { ...options, competitors }, lead).codes.includes('fit/competitor');
  it.each<[Partial<Record<Field, string>>, boolean]>([
    [{ email: 'ann@rival.com' }, true], [{ email: 'ann@mail.rival.com' }, true], [{ email: 'ann@RIVAL.com' }, true], [{ email: 'ann@rival.co' }, false], [{ email: 'ann@myrival.com' }, false], [{ email: 'rival.com@gmail.com' }, false],
    [{ website: 'https://www.rival.com/about' }, true], [{ website: 'rival-systems.de' }, true], [{ website: 'rival.com.evil.org' }, false],
    [{ company: 'Übel und Söhne' }, true], [{ company: 'UEBEL & SOEHNE' }, true], [{ company: 'Übel' }, false], [{ company: 'Söhne & Übel Nord' }, false], [{ email: '', company: '' }, false],
  ])('%j: %s', (lead, expected) => expect(rival(lead)).toBe(expected));
  it('none without a list', () => expect(rival({ email: 'ann@rival.com' }, [])).toBe(false));
});

describe('people who will not buy', () => {
  const unlikely = (values: Partial<Record<Field, string>>): string => told(values).split(' ').filter((code) => ['student', 'job-seeker', 'vendor', 'wants-free'].includes(code)).join(' ');
  it.each<[Partial<Record<Field, string>>, string]>([
    [{ title: 'Student' }, 'student'], [{ title: 'Werkstudent Marketing' }, 'student'], [{ title: 'Stagiaire RH' }, 'student'], [{ title: 'Becaria' }, 'student'], [{ title: 'Student Housing Manager' }, ''], [{ title: 'Head of Student Services' }, ''],
    [{ notes: 'needs it for my thesis' }, 'student'], [{ notes: 'für meine Bachelorarbeit' }, 'student'], [{ notes: 'sells to students' }, ''],
    [{ email: 'max@uni-x.edu' }, 'student'], [{ email: 'max@ox.ac.uk', title: 'Procurement Manager' }, ''], [{ email: 'max@stud.uni-x.de', title: 'Consultant' }, 'student'], [{ email: 'max@studio.de' }, ''], [{ email: 'max@education.com' }, ''],
    [{ title: 'Engineer, open to work' }, 'job-seeker'], [{ title: 'Auf Jobsuche' }, 'job-seeker'], [{ notes: 'En recherche d’emploi' }, 'job-seeker'], [{ notes: 'attached my resume' }, 'job-seeker'], [{ notes: 'Seeking new opportunities' }, 'job-seeker'],
    [{ need: 'Looking for a job scheduling tool' }, ''], [{ notes: 'not looking for a job' }, ''], [{ title: 'Recruiter' }, ''],
    [{ notes: 'We offer guest post packages' }, 'vendor'], [{ notes: 'wir bieten SEO' }, 'vendor'], [{ notes: 'Nous proposons nos services' }, 'vendor'], [{ notes: 'what do you offer?' }, ''], [{ notes: 'please send an offer' }, ''],
    [{ notes: 'is there a free version?' }, 'wants-free'], [{ need: 'möglichst kostenlos' }, 'wants-free'], [{ notes: 'only free', budget: '50k' }, ''], [{ notes: 'feel free to call' }, ''], [{ notes: 'free on Monday' }, ''], [{ notes: 'gluten free' }, ''],
  ])('%j: %s', (values, expected) => expect(unlikely(values)).toBe(expected));
});

it('takes any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { told({ title: text, email: text, budget: text, authority: text, need: text, timeline: text, notes: text, company: text, website: text }); }));
});
