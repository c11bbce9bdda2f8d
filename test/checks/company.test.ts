import { describe, expect, test } from 'vitest';
import { company } from '../../src/checks/company.js';
import type { Code } from '../../src/types.js';
import { defaultOptions } from './default-options.js';
import { look } from './look.js';

const options = defaultOptions(company);

describe('placeholder', () => {
  test.each([
    'self', 'Self', 'Self-Employed', 'self employed', 'Freelance', 'Freelancer', 'Private', 'My Company', 'Test Company', 'Student', 'unemployed', 'Company Name', 'Retired', 'Selbstständig', 'selbständig', 'Firmenname', 'Privatperson', 'Rentner', 'Nom de l\'entreprise', 'Indépendant', 'Particulier', 'Autónomo', 'Nombre de la empresa',
    'Estudiante', 'Desempleado', 'Autônomo', 'Nome da empresa', 'Libero professionista', 'Nome azienda', 'Studente', 'ZZP', 'Bedrijfsnaam', 'Geen bedrijf', 'zelfstandig',
  ])('%s is no company', (text) => {
    const { findings, texts } = look(company, options, { company: text });
    expect(findings).toMatchObject([{ code: 'company/placeholder', field: 'company', leaves: 'empty' }]);
    expect(texts.company).toEqual(['']);
  });

  test.each([
    '', 'Acme', 'ACME GmbH', 'Self Storage Ltd', 'Freelancer.com', 'Student Loans Company', 'Test-Aankoop', 'Private Bank AG', 'Company of Heroes', 'The Company Store', 'Privatbrauerei Wittmann', 'Testo SE', 'Test & Measure Inc', 'Home Depot', 'Other Ocean Interactive', 'X', '3M', '李宁', 'Autónomos Asociados SL', 'Firma Müller',
  ])('%j passes', (text) => expect(look(company, options, { company: text }).codes).toEqual([]));
});

describe('domain mismatch', () => {
  type Row = [email: string, website: string, company: string, found?: Code];
  const mismatched: Row[] = [
    ['ann@acme.com', 'https://www.globex.com/contact', 'Globex'], ['ann@initech.co.uk', 'globex.de', 'Globex GmbH'], ['ann@mail.initech.com', 'http://globex.com', ''], ['ann@hooli.com', 'WWW.PIEDPIPER.COM', 'Pied Piper Inc.'],
  ];
  test.each(mismatched)('%s against %s (%s)', (email, website, name) => {
    const { findings } = look(company, options, { email, website, company: name });
    expect(findings).toMatchObject([{ code: 'company/domain-mismatch', field: 'email', hint: expect.any(String) as string }]);
    expect(findings[0]).not.toHaveProperty('fix');
    expect(findings[0]).not.toHaveProperty('leaves');
  });

  const matched: Row[] = [
    ['ann@acme.com', 'https://acme.com', 'Acme'], ['ann@mail.acme.com', 'www.acme.com/de?x=1', 'Acme'], ['ann@acme.de', 'acme.com', 'Acme'], ['ann@acme-group.com', 'acme.com', 'Acme'], ['ann@acme.com', 'acmegroup.co.uk', ''], ['ann@ibm.com', 'redhat.com', 'International Business Machines'], ['ann@bigcorp.com', 'smallbrand.com', 'Big Corp Ltd'],
    ['ann@mueller-bau.de', 'baufirma-nord.de', 'Müller Bau GmbH'], ['ann@acme.com', 'https://www.linkedin.com/company/acme', 'Acme'], ['ann@acme.com', 'facebook.com/acme', 'Acme'], ['ann@acme.com', 'acme.wixsite.com/home', 'Acme'], ['ann@acme.com', '', 'Acme'], ['', 'acme.com', 'Acme'], ['ann@acme.com', 'none', 'Acme'], ['ann@acme.com', 'http://', 'Acme'], ['ann@acme', 'globex.com', 'Globex'],
    ['ann@gmail.com', 'globex.com', 'Globex', 'email/free'], ['ann@duck.com', 'globex.com', 'Globex', 'email/relay'], ['ann@mailinator.com', 'globex.com', 'Globex', 'email/disposable'], ['ann@gmial.com', 'globex.com', 'Globex', 'email/typo'], ['not an address', 'globex.com', 'Globex'], ['ann@10.0.0.1', 'globex.com', 'Globex'], ['ann@acme.com', 'https://user@acme.com:8080/x', 'Acme'],
  ];
  test.each(matched)('%s with %s (%s) passes', (email, website, name, found) =>
    expect(look(company, options, { email, website, company: name }, { found: found === undefined ? [] : [found] }).codes).toEqual([]));
});
