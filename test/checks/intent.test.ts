import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intent } from '../../src/checks/intent.js';
import type { Field } from '../../src/types.js';
import { look } from './look.js';
import { defaultOptions } from './default-options.js';

const options = defaultOptions(intent);
const told = (values: Partial<Record<Field, string>>, header?: string[]): string =>
  look(intent, options, values, header === undefined ? {} : { header }).codes.map((code) => code.slice('intent/'.length)).join(' ');

describe('sources', () => {
  it.each([
    'Web', 'Website', 'web form', 'Webform', 'Web-to-Lead', 'Contact Us', 'contact_us_form', 'Contact form', 'Demo Request', 'Request a demo', 'DEMO_REQUEST', 'Webinar', 'Webinar: Q2 pricing',
    'Inbound', 'Inbound Call', 'Phone Inquiry', 'Whitepaper download', 'eBook', 'Free Trial', 'Event registration', 'Facebook Lead Ads', 'Meridian Tower Lead Form', 'Lead Form Submit', 'Live Chat',
    'LinkedIn Lead Gen Form', 'Landing page', 'Newsletter signup', 'Typeform', 'Kontaktformular', 'Demo-Anfrage', 'Webseite', 'Rückrufbitte', 'Formulaire de contact', 'Demande de devis',
    'Formulario web', 'Solicitud de información', 'Pedido de orçamento', 'Richiesta di contatto', 'Contactformulier', 'Offerteaanvraag', 'Eden Park Inquiry', 'Walk-in',
    'Chat', 'WhatsApp inbound', 'Requested callback', 'Katalogbestellung', 'Essai gratuit', 'Llamada entrante', 'Teste grátis', 'Prova gratuita', 'Formularz kontaktowy', 'Заявка с сайта', 'Demo talebi', 'Offertförfrågan',
    'お問い合わせフォーム', '資料請求', '官网试用申请', '홈페이지 문의', 'نموذج الاتصال',
  ])('%s is an action', (source) => expect(told({ source })).toBe('inbound'));
  it.each([
    '', 'Purchased list', 'ZoomInfo', 'Apollo', 'Cold call', 'Import', 'CSV import', 'Organic search', 'ORGANIC_SEARCH', 'Paid search', 'Google Ads', 'Facebook', 'LinkedIn', 'Referral', 'Employee Referral',
    'Partner Referral', 'Trade Show', 'Webinar attendees (purchased list)', 'Bought webinar list', 'Sales Navigator', 'Other', 'Word of mouth', 'Outbound - website visitors', 'Gekaufte Liste', 'Kaltakquise',
    'Fichier acheté', 'Lista comprada', 'Website scraping', 'Data provider', 'Advertisement', 'No web form', 'Company website database', 'Direct traffic', 'Website Visitors',
    'Купленная база', 'Холодный звонок', 'Köpt lista', 'Kupiona baza', '購入リスト', 'テレアポ', '外呼名单', '구매 DB', 'DB 구매', '紹介', '展会', 'Lead gen agency',
  ])('%s is none', (source) => expect(told({ source })).not.toContain('inbound'));
  it.each<[string, string]>([
    ['Purchased list', 'outbound'], ['ZoomInfo', 'outbound'], ['Cold call', 'outbound'], ['Gekaufte Liste', 'outbound'], ['Webinar attendees (purchased list)', 'outbound'], ['Outbound - website visitors', 'outbound'],
    ['Trade Show', ''], ['Referral', ''], ['Organic search', ''], ['Not a purchased list', ''], ['', ''],
  ])('%s: %j', (source, expected) => expect(told({ source })).toBe(expected));
});

describe('statuses and notes', () => {
  it.each([
    [{ status: 'Registered' }, 'inbound'], [{ status: 'Checked In' }, 'inbound'], [{ status: 'Attended' }, 'inbound'], [{ status: 'Not registered' }, ''], [{ status: 'Did not attend, registered' }, 'inbound'],
    [{ notes: 'Requested a demo on Tuesday' }, 'inbound'], [{ notes: 'She downloaded the price list.' }, 'inbound'], [{ notes: 'hat sich angemeldet' }, 'inbound'], [{ notes: 'A demandé un devis' }, 'inbound'],
    [{ notes: 'send him the contact form' }, ''], [{ notes: 'invite to webinar' }, ''], [{ notes: 'has not requested a demo' }, ''], [{ notes: 'Title missing' }, ''], [{ notes: 'Callback Monday' }, ''],
  ] as [Partial<Record<Field, string>>, string][])('%j → %s', (values, codes) => expect(told(values)).toBe(codes));
});

describe('replies', () => {
  it.each([
    'Replied', 'replied by e-mail', 'Responded', 'Interested', 'Very interested', 'Meeting booked', 'MEETING_BOOKED', 'Demo scheduled', 'Appointment Set', 'Positive reply', 'Connected', 'Closed - Converted', 'SALE_DONE',
    'Interessiert', 'Termin vereinbart', 'Antwort erhalten', 'Intéressé', 'RDV pris', 'A répondu', 'Interesado', 'Reunión agendada', 'Respondeu', 'Interessada', 'Ha risposto', 'Geïnteresseerd', 'Afspraak gepland',
    'Not at home, replied by mail',
    'Zainteresowana', 'Má zájem', 'Заинтересован', 'Встреча назначена на 5.12', 'Randevu alındı', 'Möte bokat', '興味あり', '商談化', '客户有意向', '已签约', '미팅 확정', 'Venta cerrada',
  ])('%s', (status) => expect(told({ status })).toBe('reply'));
  it.each([
    '', 'New', 'Open - Not Contacted', 'Working - Contacted', 'Contacted', 'Not interested', 'NOT_INTERESTED', 'Replied - not interested', 'Replied: not interested', 'No reply', 'no response', 'No answer', 'did not connect',
    'DID_NOT_CONNECT', 'Not connected', 'Never replied', 'Has not replied yet', "didn't respond", 'Out of office reply', 'Auto-reply', 'Closed - Not Converted', 'Bounced', 'Attempted to contact', 'Kein Interesse',
    'Nicht interessiert', 'Keine Antwort', 'Pas intéressé', "N'a pas répondu", 'No interesado', 'Sin respuesta', 'Não interessado', 'Não respondeu', 'Non interessato', 'Non ha risposto', 'Niet geïnteresseerd', 'Geen interesse',
    'Lost interest', 'No longer interested', 'Wrong number', 'IN_PROGRESS', 'OPEN_DEAL', 'unsubscribed', 'Called twice no answer',
    'Nie jest zainteresowany', 'Nemá zájem', 'Не заинтересован', 'Не ответил', 'İlgilenmiyor', 'Inte intresserad', '興味なし', '返信なし', '没有意向', '未成交', '관심 없음', 'Left company', '失注',
  ])('%s is none', (status) => expect(told({ status })).toBe(''));
  it('a column that asks', () => {
    expect([['Replied', 'TRUE'], ['Replied', 'FALSE'], ['Interested?', 'Yes'], ['Interested?', 'Maybe'], ['Interested?', 'No'], ['Status', 'Yes'], ['Not interested', 'Yes']].map(([name, status]) => told({ status: status as string }, [name as string])))
      .toEqual(['reply', '', 'reply', '', '', '', '']);
  });
  it.each([['Interested in 3 rooms', 'reply'], ['We spoke with her in May', 'reply'], ['not interested in anything', ''], ['Wrong number', '']])('notes: %s → %s', (notes, codes) => expect(told({ notes })).toBe(codes));
});

describe('recent, on 2026-11-21', () => {
  it.each([['2026-11-21', 'recent'], ['2026-08-23', 'recent'], ['2026-08-22', ''], ['2026-11-22', ''], ['10/11/2026', ''], ['31/10/2026', 'recent'], ['soon', ''], ['', '']])(
    '%s → %s', (text, codes) => expect(told({ last_activity_at: text })).toBe(codes));
  it('is not said of the day a record was made', () => expect(told({ created_at: '2026-11-20' })).toBe(''));
});

it('takes any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { told({ source: text, status: text, notes: text, last_activity_at: text }); }));
});
