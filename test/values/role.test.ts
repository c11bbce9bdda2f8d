import { describe, expect, it } from 'vitest';
import { email } from '../../src/checks/email.js';
import { roleReader } from '../../src/values/role.js';
import { defaultOptions } from '../checks/default-options.js';

const options = defaultOptions(email);
const isRole = roleReader({ accounts: options.roles, qualifiers: options.role_qualifiers });

describe('roleReader', () => {
  it.each(`
    info sales support admin office contact hello billing hr it post pr postmaster abuse webmaster noreply no-reply no.reply donotreply do_not_reply
    customerservice customer-service customer.service customer_service helpdesk help-desk info2 info02 sales1 2info info-2 info+crm sales-team sales.team team.sales sales.emea emea-sales
    support.uk it-support it.helpdesk sales.manager hr-manager customer-service-uk sales-north accounts-payable
    kontakt vertrieb einkauf buchhaltung bewerbung kundenservice verwaltung sekretariat geschaeftsfuehrung buero
    accueil commercial comptabilite service-client serviceclient rh recrutement direction devis
    ventas administracion atencion-al-cliente atencionalcliente rrhh reservas facturacion
    vendas financeiro atendimento contato suporte faturamento
    vendite amministrazione segreteria ufficio.acquisti ufficioacquisti prenotazioni
    verkoop klantenservice administratie inkoop boekhouding facturen receptie
    affiliates campaigns reservaciones it-helpdesk notify training comunicacion biblioteca equipe system survey registration
    sprzedaz dzial.handlowy prodej ertekesites vanzari prodaja satis insankaynaklari ekonomi toimisto asiakaspalvelu zakaz otdel-prodazh eigyo soumu kinhdoanh penjualan rezerwacja recepce`.trim().split(/\s+/))('%s is a role', (local) => {
    expect(isRole(local)).toBe(true);
  });

  it.each(`
    ann ann.lee a.lee alee firstname.post post.anna it.max max.it marketing.de.vries m.post j.sales sales.j ann.sales anna.info info.anna mark.office office.depot.ann
    post1987 sales85 info2024 salesman salesforce marco marketa markus admira contactina supporter infante helpmann hellos teamer servicio1 itmar prince
    seo bd seo.jun hrvoje proctor officer salesa d.team de.vries in.kim no.kim se.kim al.west north.west uk.us de 12 007 -- .`.trim().split(/\s+/))('%s is a person', (local) => {
    expect(isRole(local)).toBe(false);
  });

  it('takes any text', () => {
    for (const local of ['', '+', '+info', '1', '💥', '\ud800', '.'.repeat(1000)]) expect(isRole(local)).toBe(false);
  });
});
