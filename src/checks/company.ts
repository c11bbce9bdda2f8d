import type { Cell, Check, Lead } from '../types.js';
import { isAt } from '../values/address-bytes.js';
import { cellsOf, firstOf } from '../values/asked.js';
import { distinctiveWords, resembles } from '../values/company-name.js';
import { domainName, registrableDomain } from '../values/domain.js';
import { cellWords } from '../values/words.js';

type Problem = 'placeholder' | 'domain-mismatch';

interface Options {
  readonly placeholders: readonly string[];
  /** Registrable domains of networks and site builders: an address there is no domain of the company's own. */
  readonly web_hosts: readonly string[];
  readonly legal_forms: readonly string[];
}

const HOST = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/)?(?:[^/?#@\s]*@)?([^/?#:\s]+)/i;
const WWW = /^www\d?\./;

/** The ordinary case: the website is written as the part of the address behind the @. Their bytes tell. */
const isHostIn = ({ ascii: email }: Cell, { ascii: website }: Cell): boolean => email !== null && website !== null && isAt(email, website);

/** Free mail, relays, throw-away and mistyped addresses say nothing about a company. */
const isNobodysDomain = (lead: Lead): boolean => lead.has('email/free') || lead.has('email/relay') || lead.has('email/disposable') || lead.has('email/typo');

/** Whether a company stands in the company cell, and whether the e-mail address belongs to it. */
export const company: Check<Problem, Options> = {
  name: 'company',
  scope: 'lead',
  problems: {
    placeholder: {
      what: 'No company stands in the company cell (self-employed, student, private, "Company Name").',
      why: 'There is no account to sell to, and such rows look like one big company in a CRM.',
      do: 'Treat the cell as empty; decide whether people without a company are leads for you.',
    },
    'domain-mismatch': {
      what: 'The e-mail domain belongs neither to the website nor to the company named.',
      why: 'The person may have changed jobs, or the list was joined wrongly.',
      do: 'Check some of these rows by hand; many of them from one vendor are a reason to complain.',
    },
  },
  start(options) {
    const isPlaceholder = cellWords(options.placeholders);
    const webHosts = new Set(options.web_hosts);
    const legalForms = new Set(options.legal_forms);

    /** What the e-mail and the website disagree about, '' if nothing. */
    function disagreement(email: string, website: string, companyName: string): string {
      const mailHost = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
      const webHost = HOST.exec(website)?.[1]?.toLowerCase().replace(WWW, '') ?? '';
      if (mailHost === webHost || !email.includes('@')) return '';
      const mailDomain = registrableDomain(mailHost);
      const webDomain = registrableDomain(webHost);
      if (mailDomain === '' || webDomain === '' || mailDomain === webDomain || webHosts.has(webDomain)) return '';
      const brand = domainName(mailHost);
      if (resembles(domainName(webHost).split('-'), brand) || resembles(distinctiveWords(companyName, legalForms), brand)) return '';
      return `the e-mail is at ${mailDomain}, the website at ${webDomain}`;
    }

    const companies = cellsOf('company');
    const [firstWebsite, firstEmail] = [firstOf('website'), firstOf('email')];
    return (lead, find) => {
      for (const cell of companies(lead)) if (!cell.isEmpty && isPlaceholder(cell)) find('placeholder', cell, { leaves: 'empty' });
      const website = firstWebsite(lead);
      const email = firstEmail(lead);
      if (website === undefined || email === undefined || isHostIn(email, website) || isNobodysDomain(lead)) return;
      const hint = disagreement(email.text, website.text, lead.value('company'));
      if (hint !== '') find('domain-mismatch', email, { hint });
    };
  },
};
