import { describe, expect, it } from 'vitest';
import { email } from '../../src/checks/email.js';
import { placeholderReader } from '../../src/values/placeholder-address.js';
import { defaultOptions } from '../checks/default-options.js';

const options = defaultOptions(email);
const reader = placeholderReader({ addresses: options.placeholders, words: options.placeholder_words });
const isPlaceholder = (address: string): boolean => {
  const [local = '', host = ''] = address.split('@');
  return reader.isPlaceholder(local, host, reader.domainWord(host));
};

describe('placeholderReader', () => {
  it.each(`
    noemail@acme.com no-email@gmail.com nomail@acme.de none@acme.com unknown@acme.co.uk notprovided@acme.com noemail123@acme.com pasdemail@acme.fr sinemail@acme.es keine-email@acme.de
    test@test.com test@test.de test1@test.com test@tester.com asdf@asdf.com asdf@test.com qwerty@qwerty.com abc@abc.com abc@xyz.com abc@def.com a@a.com a@b.com x@x.xx aaa@aaa.com xxx@yyy.com 111@111.com
    email@email.com your@email.com no@email.com na@na.com na@company.com user@domain.com name@company.com name@domain.com first.last@company.com firstname.lastname@domain.com someone@somewhere.com
    nobody@nowhere.com none@none.com foo@bar.com foobar@foo.com your.name@yourcompany.com ann@yourdomain.com ann@noemail.com ann@users.noreply.github.com johndoe@domain.com john.doe@company.com
    test@gmail.com asdf@gmail.com abc@gmail.com max.mustermann@muster.de prova@prova.it prueba@prueba.es exemplo@exemplo.com.br teste@teste.com test@test none@none
    brak@brak.pl yok@yok.com нет@нет.рф notiene@hotmail.com kein.mail@acme.de sin@correo.com keineangabe@web.de`.trim().split(/\s+/))('%s', (address) => {
    expect(isPlaceholder(address)).toBe(true);
  });

  it.each(`
    test@testo.com noemi@acme.com na@acme.com ann@company.com ann@test.com ann@email.com test@acme.com a@acme.com a@x.com e@x.com j@aa.com aaa@acme.com ann@a.com null@acme.com
    noone@acme.com p.noone@acme.com nada@acme.com john.doe@acme.com test.engineer@acme.com tester@acme.com ann.test@test.com foo.fighter@bar.com user@acme.com name@acme.com abc@acme.com
    brak@acme.pl nema.k@acme.hr sin@acme.com ann@abc.com ann@foo.com info@domain.com me@acme.com ann@mail.test.com email@mail.acme.com nonna@gmail.com unknownartist@gmail.com test@x.com 123@qq.com`.trim().split(/\s+/))('%s is somebody', (address) => {
    expect(isPlaceholder(address)).toBe(false);
  });
});
