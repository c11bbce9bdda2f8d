import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../src/duplicates/entry.js';

const hex = (kind: string, text: string): string => createHash(kind).update(text).digest('hex');
/** The entries of a row, as `kind text`. */
const read = (cells: readonly string[], { phones = false, country = '' } = {}): string[] => entriesOf(cells, () => phones, country).map(({ kind, text }) => `${kind} ${text}`);

describe('entries of suppression lists', () => {
  it.each<[string[], string[]]>([
    [['Ann@Acme.DE '], ['mail ann@acme.de']], [['"Ann Lee" <ann@acme.de>'], ['mail ann@acme.de']], [['mailto:ann@acme.de'], ['mail ann@acme.de']],
    [['a.nn+x@googlemail.com'], ['mail ann@gmail.com']], [['ann@acme.de; bob@acme.de'], ['mail ann@acme.de', 'mail bob@acme.de']],
    [['acme.de'], ['domain acme.de']], [['@acme.de'], ['domain acme.de']], [['*@acme.de'], ['domain acme.de']], [['*.acme.co.uk'], ['domain acme.co.uk']],
    [['https://www.Acme.de/contact'], ['domain acme.de']], [['mail.acme.de'], ['domain mail.acme.de']],
    [['+49 30 901820'], ['phone +4930901820']], [[hex('md5', 'x').toUpperCase()], [`md5 ${hex('md5', 'x')}`]],
    [[hex('sha1', 'x')], [`sha1 ${hex('sha1', 'x')}`]], [[` ${hex('sha256', 'x')}`], [`sha256 ${hex('sha256', 'x')}`]],
    [[`${hex('md5', 'x')}  list.txt`], [`md5 ${hex('md5', 'x')}`]], [[`${hex('sha256', 'x')} *-`], [`sha256 ${hex('sha256', 'x')}`]], [[`0x${hex('sha1', 'x').toUpperCase()}`], [`sha1 ${hex('sha1', 'x')}`]],
    [[hex('md5', 'x').replace(/..(?=.)/g, '$& ')], [`md5 ${hex('md5', 'x')}`]], [['550e8400-e29b-41d4-a716-446655440000'], []], [[hex('sha512', 'x')], []], [[hex('md5', 'x').slice(1)], []],
    [['E-mail', 'Domain', 'Phone', 'MD5'], []], [['# our list', ''], []], [['co.uk'], []], [['Ann', 'Lee', 'Node.js', 'e.g.', '2024-01-01', '3.14'], []], [['0'.repeat(33)], []],
    [['+49 30'], []], [['030 901820'], []], [['@ann'], []], [['a@b'], []],
  ])('%j', (cells, entries) => expect(read(cells)).toEqual(entries));
  it('a row that names a person does not bar their company', () => expect(read(['ann@acme.de', 'acme.de', '+4930901820'])).toEqual(['mail ann@acme.de', 'phone +4930901820']));
  it('digits are a phone where phones stand', () => {
    expect([read(['4930901820'], { phones: true }), read(['030 901820'], { phones: true, country: 'DE' }), read(['4711'], { phones: true, country: 'DE' }), read(['4930901820'])])
      .toEqual([['phone +4930901820'], ['phone +4930901820'], [], []]);
  });
});
