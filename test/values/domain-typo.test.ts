import { describe, expect, it } from 'vitest';
import { email } from '../../src/checks/email.js';
import { typoReader } from '../../src/values/domain-typo.js';
import { defaultOptions } from '../checks/default-options.js';

const { genuine, free, relays, ...lists } = defaultOptions(email);
const meant = typoReader({ ...lists, genuine: [...genuine, ...free, ...relays] });

describe('typoReader', () => {
  it.each([
    ['citromai.hu', 'citromail.hu'], ['docmo.ne.jp', 'docomo.ne.jp'], ['navr.com', 'naver.com'], ['onte.pl', 'onet.pl'], ['ornage.fr', 'orange.fr'], ['abv.gb', 'abv.bg'],
    // left out, one too many, swapped, next key, alike
    ['gmil.com', 'gmail.com'], ['gmal.com', 'gmail.com'], ['gmai.com', 'gmail.com'], ['gmaill.com', 'gmail.com'], ['gimail.com', 'gmail.com'], ['gmmail.com', 'gmail.com'],
    ['gmial.com', 'gmail.com'], ['gamil.com', 'gmail.com'], ['gnail.com', 'gmail.com'], ['gmaul.com', 'gmail.com'], ['gma1l.com', 'gmail.com'], ['gmeil.com', 'gmail.com'],
    ['yaho.com', 'yahoo.com'], ['yhaoo.com', 'yahoo.com'], ['yahooo.com', 'yahoo.com'], ['yajoo.co.uk', 'yahoo.co.uk'], ['yahho.fr', 'yahoo.fr'],
    ['hotmial.fr', 'hotmail.fr'], ['hotnail.com', 'hotmail.com'], ['hptmail.co.uk', 'hotmail.co.uk'], ['homtail.com', 'hotmail.com'], ['htomail.it', 'hotmail.it'],
    ['outlok.com', 'outlook.com'], ['outloook.de', 'outlook.de'], ['otulook.com', 'outlook.com'], ['iclod.com', 'icloud.com'], ['protonmial.com', 'protonmail.com'],
    ['comcst.net', 'comcast.net'], ['sbcgloabl.net', 'sbcglobal.net'], ['btintrnet.com', 'btinternet.com'], ['redifmail.com', 'rediffmail.com'], ['wanadooo.fr', 'wanadoo.fr'],
    ['tonline.de', 't-online.de'], ['ornage.fr', 'orange.fr'], ['organge.fr', 'orange.fr'], ['libeor.it', 'libero.it'], ['sezman.cz', 'seznam.cz'], ['bluwin.ch', 'bluewin.ch'],
    // endings
    ['gmail.con', 'gmail.com'], ['gmail.co', 'gmail.com'], ['gmail.cm', 'gmail.com'], ['gmail.om', 'gmail.com'], ['gmail.cmo', 'gmail.com'], ['gmail.comm', 'gmail.com'],
    ['yahoo.co', 'yahoo.com'], ['yahoo.uk', 'yahoo.co.uk'], ['yahoo.con.br', 'yahoo.com.br'], ['hotmail.co.ul', 'hotmail.co.uk'], ['hotmail.couk', 'hotmail.co.uk'], ['comcast.nte', 'comcast.net'],
    ['aol.con', 'aol.com'], ['gmx.ed', 'gmx.de'], ['interia.lp', 'interia.pl'], ['acme.ln', 'acme.nl'],
    // a provider under a top-level domain that does not exist
    ['seznam.cs', 'seznam.cz'], ['comcast.nry', 'comcast.net'], ['hotmail.zzz', 'hotmail.com'], ['yandex.r', 'yandex.ru'], ['yandex.u', 'yandex.ru'], ['icould.com', 'icloud.com'],
    // both
    ['gamil.co', 'gmail.com'], ['hotmal.con', 'hotmail.com'], ['yhoo.co.ku', 'yahoo.co.uk'],
    // dots
    ['gmailcom', 'gmail.com'], ['gmailc.om', 'gmail.com'], ['gmai.lcom', 'gmail.com'], ['hotmailco.uk', 'hotmail.co.uk'], ['gmail.com.com', 'gmail.com'], ['yahoo.com.com', 'yahoo.com'], ['gmail.com.br', 'gmail.com'],
    ['gmail', 'gmail.com'], ['hotmail', 'hotmail.com'], ['gmail.de', 'gmail.com'], ['icloud.fr', 'icloud.com'],
    // anybody's domain
    ['acme.con', 'acme.com'], ['acme.co.ul', 'acme.co.uk'], ['mail.acme.ogr', 'mail.acme.org'], ['www.acme.com', 'acme.com'], ['acme.com.com', 'acme.com'],
  ])('%s is meant to be %s', (host, domain) => {
    expect(meant(host)).toBe(domain);
  });

  const companies = `
    sap.com hp.com nike.com ey.com wise.com dell.com ibm.com ge.com gm.com 3m.com bp.com lg.com hpe.com msci.com aon.com aig.com amd.com arm.com asml.com atos.net
    adobe.com apple.com google.com microsoft.com meta.com amazon.com oracle.com intel.com cisco.com nvidia.com salesforce.com hubspot.com zoom.us slack.com stripe.com square.com
    shopify.com airbnb.com uber.com lyft.com netflix.com spotify.com dropbox.com box.com twilio.com okta.com snowflake.com databricks.com palantir.com gitlab.com github.com
    gartner.com mckinsey.com bcg.com bain.com deloitte.com kpmg.com pwc.com accenture.com capgemini.com cognizant.com infosys.com wipro.com tcs.com hcl.com
    siemens.com bosch.com bmw.de mercedes-benz.com vw.de volkswagen.de audi.de porsche.de basf.com bayer.com henkel.com allianz.de allianz.com munichre.com telekom.de dhl.com lufthansa.com
    adidas.com puma.com continental.com zf.com otto.de zalando.de n26.com celonis.com personio.de teamviewer.com
    loreal.com lvmh.com kering.com renault.com peugeot.com michelin.com total.com totalenergies.com engie.com edf.fr orange.com laposte.fr bnpparibas.com axa.com axa.fr sncf.fr airbus.com thalesgroup.com
    enel.com eni.com fiat.com ferrari.com unicredit.eu intesasanpaolo.com tim.it telecomitalia.it luxottica.com barilla.com
    telefonica.com santander.com bbva.com repsol.com inditex.com iberdrola.es mapfre.com seat.es
    philips.com shell.com ing.com ing.nl abnamro.com heineken.com unilever.com kpn.com booking.com adyen.com tomtom.com
    barclays.com hsbc.com lloyds.co.uk tesco.com vodafone.com bt.com sky.uk diageo.com gsk.com astrazeneca.com rolls-royce.com arup.com wpp.com
    jpmorgan.com jpmchase.com goldmansachs.com gs.com ms.com morganstanley.com citi.com wellsfargo.com bofa.com blackrock.com visa.com mastercard.com amex.com
    ford.com tesla.com boeing.com lmco.com honeywell.com emerson.com cat.com deere.com fedex.com ups.com walmart.com target.com costco.com homedepot.com lowes.com bestbuy.com kroger.com
    pfizer.com merck.com jnj.com abbvie.com amgen.com gilead.com roche.com novartis.com sanofi.com
    att.com verizon.com t-mobile.com comcast.com charter.com cox.com lumen.com sprint.com
    samsung.com sony.com toyota.com honda.com hitachi.com panasonic.com ntt.com softbank.com rakuten.com line.me
    alibaba-inc.com tencent.com baidu.com huawei.com lenovo.com bytedance.com xiaomi.com jd.com didi.com
    tatamotors.com reliance.com hdfcbank.com flipkart.com zoho.com zohocorp.com freshworks.com paytm.com
    petrobras.com.br itau.com.br bradesco.com.br vale.com ambev.com.br magazineluiza.com.br embraer.com.br hotmart.com totvs.com.br
    x.com x.ai mail.com email.com hey.com me.com cloud.com grail.com gail.co.in gail.com snail.com rail.com tail.com mai.com gmac.com gmf.com ymca.org wahoo.com wahoofitness.com yaskawa.com yardi.com yale.edu
    outreach.io outlier.ai outbrain.com outsystems.com hotjar.com hootsuite.com hotels.com hottopic.com icloudhospital.com iclouds.io mailchimp.com mailgun.com gmelius.com
    navex.com never.com live.nation.com livenation.com liveperson.com liveramp.com aol.net aoc.com aos.com msc.com mssn.com msm.com qqq.com gmx.co.at web.com weber.com wbd.com webde.com
    concast.com horizon.com horizon.net verisign.com verisk.com verint.com spglobal.com smsglobal.net bluewine.ch blueyonder.com rocketman.com rocketlab.com fastly.com fastmarkets.com
    orangetheory.com grange.com terra.com terradata.com teradata.com liberty.it libri.it libero.com liberaamm.it virgil.it tiscalinet.it freenet.com telenor.be telenet.tv yandex-team.ru rambus.com hanmail2.net
    acme.co acme.cm acme.om acme.io acme.ai acme.cc acme.de acme.fr angel.co t.co hims.co carta.co acme.ne acme.bet acme.cam protonvpn.com proton.ch earthlab.net earth.net
    tutanota-fan.com compass.com comtest.net contrast.net videotron.com bigpoint.com bigpond-legal.com.au rediff.in yanmar.ru indeed.com monster.com
    sezam.cz libera.it libro.it seznam.sk bluewind.ch interia.com interni.pl
    ziggo.com ziggy.nl planet.nl bluewin.tv gazeta.ru naver.co navy.mil haver.com kakaocorp.com navercorp.com hanmail-tech.com post.ch poste.it`.trim().split(/\s+/);

  it('never takes a company for a typo', () => {
    expect(companies.length).toBeGreaterThan(350);
    expect(companies.map((host) => [host, meant(host)]).filter(([, domain]) => domain !== '')).toEqual([]);
  });

  it('never takes a provider for a typo', () => {
    expect([...lists.providers, ...free, ...relays].filter((host) => meant(host) !== '')).toEqual([]);
  });

  it('means a domain that is no typo itself', () => {
    for (const line of lists.misspellings) {
      const [typed = '', provider = ''] = line.split(' ');
      if (provider.includes('.')) expect([line, meant(provider)]).toEqual([line, '']);
      else expect([line, meant(`${typed}.com`)]).toEqual([line, `${provider}.com`]);
    }
  });
});
