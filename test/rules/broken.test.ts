import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ALL_CODES } from '../../src/checks/index.js';
import { Complaint } from '../../src/errors.js';
import { loadRules } from '../../src/rules/load.js';

/** Each broken rules file: where it is broken (line:column) and what the sentence must say to be of help. */
const BROKEN: readonly (readonly [what: string, text: string, place: string, ...says: string[]])[] = [
  // no YAML, or no rules
  ['not closed', 'codes: [email/typo', '1:19'],
  ['a key twice', 'name: a\nname: b', '2:1', 'said before'],
  ['a code twice', 'codes:\n  email/free: off\n  email/role: off\n  email/free: flag', '4:3', 'said before'],
  ['a tab', 'codes:\n\temail/free: off', '2:1', 'spaces'],
  ['a text', 'just words', '1:1', 'keys and values'],
  ['a list', '- name: x', '1:1', 'keys and values'],
  ['an alias of nothing', 'codes:\n  email/free: *cheap', '2:15', '&cheap'],
  ['aliases of aliases', `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'.replace(/./g, (name, at: number) => `${name}: &${name} [${`*${'abcdefghi'[at]!}, `.repeat(9)}]\n`)}`, '1:1', 'alias'],
  ['another indentation', 'codes:\n  email/free: off\n email/role: off', '3:1', 'another column'],
  ['two documents', 'name: x\n---\nname: y', '2:1', 'second document'],
  ['a colon within a text', 'segments:\n  x: title == "a: b" && city: Bonn', '2:6', 'single quotes'],
  ['quotes within quotes', "segments:\n  x: 'country == 'DE''", '2:19', 'double quotes'],
  ['a quote not closed', 'name: "ours\n', '2:1'],
  // unknown keys
  ['a key', 'name: x\nscroe:\n  base: 1', '2:1', 'scroe', '"score"'],
  ['a key nobody knows', 'zzzzzzzzzzzz: 1', '1:1', 'known are', 'extends'],
  ['a key within score', 'score: { basis: 1 }', '1:10', '"base"'],
  ['a key of a code', 'codes:\n  email/typo: { point: 3 }', '2:17', '"points"'],
  ['a key of tiers', 'tiers: { prospects: [] }', '1:10', '"prospect"'],
  ['a key of qualified', 'tiers: { qualified: { need: 2 } }', '1:23', '"needed"'],
  ['a key of verdicts', 'verdicts: { reject_under: 20 }', '1:13', '"reject_below"'],
  ['a key of a finding', 'findings:\n  fit/big: { if: "true", what: Big. }', '2:12', '"if"'],
  ['a key of an example', 'examples:\n  - lead: {}\n    verdikt: cleaned', '3:5', '"verdict"'],
  ['a check', 'options:\n  stael: {}', '2:3', '"stale"'],
  ['an option', 'options:\n  stale: { max_age: 3 }', '2:12', '"max_age_days"'],
  ['an option of another check', 'options:\n  intent: { max_age_days: 3 }', '2:13', 'max_age_days'],
  ['a region', 'options:\n  consent: { ask: { eua: true } }', '2:21', '"eu"'],
  // unknown names
  ['a code', 'codes:\n  email/typos: off', '2:3', '"email/typo"'],
  ['half a code', 'codes:\n  disposable: off', '2:3', '"email/disposable"'],
  ['a code in tiers', 'tiers:\n  prospect: [intent/inbond]', '2:14', '"intent/inbound"'],
  ['a code in lead', 'tiers:\n  lead:\n    - fit/budget\n    - fit/decisionmaker', '4:7', '"fit/decision-maker"'],
  ['a code in qualified', 'tiers: { qualified: { needed: 1, of: [fit/budgt] } }', '1:39', '"fit/budget"'],
  ['a code in an example', 'examples:\n  - lead: { email: a@b.de }\n    codes: [email/fre]', '3:13', '"email/free"'],
  ['a field in an example', 'examples:\n  - lead: { emial: a@b.de }', '2:13', '"email"'],
  ['a verdict', 'codes:\n  email/typo: { verdict: rejct }', '2:26', '"reject"'],
  ['a verdict in short', 'codes:\n  email/typo: regect', '2:15', '"reject"'],
  ['a verdict of another language', 'codes:\n  email/typo: zzzzzz', '2:15', 'reject, flag, note, off'],
  ['a verdict of an example', 'examples:\n  - lead: {}\n    verdict: clean', '3:14', '"cleaned"'],
  ['a tier of an example', 'examples:\n  - lead: {}\n    tier: suspekt', '3:11', '"suspect"'],
  ['a required field', 'options:\n  missing:\n    required: [e-mail]', '3:16', '"email"'],
  ['a field of a group', 'options:\n  missing:\n    recommended: [email, fullname|last_name]', '3:26', '"full_name"'],
  ['a field with aliases', 'aliases:\n  telephone: [Ruf]', '2:3', 'telephone'],
  ['a country', 'options: { fit: { markets: [Germany] } }', '1:29', '"DE"'],
  ['a country nobody knows', 'options: { fit: { markets: [DE, XQ] } }', '1:33', 'two letters'],
  ['a currency', 'currency: EURO', '1:11', '"EUR"'],
  ['a parent that is none', 'extends: bougt-list', '1:10', '"bought-list"'],
  ['one parent of two', 'extends:\n  - b2b\n  - gpdr', '3:5', '"gdpr"'],
  ['a parent that is no file', 'extends: ours.yaml', '1:10', 'ours.yaml'],
  ['itself', 'name: x\nextends: r.yaml', '2:10', 'extends itself'],
  // wrong types
  ['days without end', 'options: { stale: { max_age_days: 1e30 } }', '1:35', '1,000,000,000'],
  ['points as text', 'codes:\n  email/typo: { points: lots }', '2:25', 'whole number'],
  ['points broken', 'codes:\n  email/typo: { points: 1.5 }', '2:25', 'whole number'],
  ['base as text', 'score:\n  base: high', '2:9', 'whole number'],
  ['codes as a list', 'codes:\n  - email/typo', '2:3', 'keys and values'],
  ['tiers as a text', 'tiers: { prospect: intent/inbound }', '1:20', 'list of codes'],
  ['a number for days', 'options:\n  stale:\n    max_age_days: long', '3:19', 'number'],
  ['an option that is no list', 'options:\n  missing:\n    required: email', '3:15', 'list'],
  ['a word in quotes for true', "options:\n  consent: { ask: { eu: 'yes' } }", '2:25', 'true or false'],
  ['a price in words', 'price: cheap', '1:8', '0.35'],
  ['a parent as number', 'extends: 3', '1:10', 'preset'],
  ['aliases as text', 'aliases: { phone: Ruf }', '1:19', 'list of column names'],
  ['a condition as number', 'findings:\n  fit/big: { when: 50, what: Big. }', '2:20', 'condition'],
  ['findings as a list', 'findings: [fit/big]', '1:11', 'conditions'],
  ['a segment as mapping', 'segments:\n  dach: { when: "true" }', '2:9', 'condition'],
  ['an example day', 'examples:\n  - lead: {}\n    as_of: yesterday', '3:12', '2026-11-21'],
  // thresholds that cannot be
  ['points too many', 'codes:\n  email/typo: { points: -1000 }', '2:25', '-100'],
  ['a base beyond the scale', 'score: { base: 120 }', '1:16', '0 to 100'],
  ['a line beyond the scale', 'verdicts: { flag_below: 101 }', '1:25', '0 to 100'],
  ['lines the wrong way round', 'verdicts: { reject_below: 50, flag_below: 40 }', '1:27', 'no row could be flagged'],
  ['more signs than there are', 'tiers: { qualified: { needed: 4, of: [fit/budget, fit/need] } }', '1:31', '4 of 2'],
  ['no sign at all', 'tiers: { qualified: { needed: 0, of: [] } }', '1:31', '1 to 100'],
  ['fewer days than none', 'options:\n  stale:\n    max_age_days: -3', '3:19', 'at least 0'],
  ['a price below nothing', 'price: -1', '1:8', '0.35'],
  // findings and segments
  ['a finding without words', 'findings:\n  fit/big: { when: employees > 50 }', '2:12', '"what" is missing: expected a sentence'],
  ['a finding without condition', 'findings:\n  fit/big: { what: Big. }', '2:12', '"when" is missing: expected a condition'],
  ['a finding that is no code', 'findings:\n  big: { when: employees > 50, what: Big. }', '2:3', 'group/name'],
  ['a finding with capitals', 'findings:\n  Fit/Big: { when: employees > 50, what: Big. }', '2:3', 'small letters'],
  ['a finding that is built in', 'findings:\n  fit/budget: { when: budget > 50, what: Big. }', '2:3', 'under codes'],
  ['a finding named as a segment', 'findings:\n  segment/big: { when: budget > 50, what: Big. }', '2:3', 'segment'],
  ['a segment that is no file name', "segments:\n  'D/A/CH': 'true'", '2:3', 'file'],
  ['one column, two fields', 'aliases:\n  phone: [Kontakt]\n  email: [kontakt]', '3:11', 'phone'],
  // conditions
  ['a field that is none', "findings:\n  fit/big: { when: 'emploees >= 50', what: Big. }", '2:21', '"employees"'],
  ['a field further along', "segments:\n  dach: 'employees >= 50 && land == \"DE\"'", '2:29', 'land'],
  ['a field in a second line', 'segments:\n  dach: |\n    employees >= 50 &&\n    contry == "DE"', '4:5', '"country"'],
  ['plain, without quotes', 'segments:\n  big: employes > 3', '2:8', '"employees"'],
  ['it ends too early', "segments: { dach: 'employees >= ' }", '1:33', 'ends too early'],
  ['one equals sign', "segments: { dach: 'country = \"DE\"' }", '1:28', '== compares'],
  ['and in words', "segments: { dach: 'country == \"DE\" and employees > 5' }", '1:', '&&'],
  ['a bracket not closed', "segments: { dach: '(country == \"DE\"' }", '1:36', 'ends too early'],
  ['a number against a text', "segments: { big: 'employees > \"50\"' }", '1:19', 'number'],
  ['a date against a text', "segments: { new: 'created_at > \"2026-01-01\"' }", '1:19', 'date'],
  ['no yes or no', "segments: { big: 'employees' }", '1:19', 'true or false'],
  ['a function that is none', "segments: { big: 'title.startWith(\"Head\")' }", '1:19', '"startsWith"'],
  ['a function used wrongly', "segments: { big: 'title.startsWith(5)' }", '1:19', 'startsWith'],
  ['a regular expression', "segments: { big: 'title.matches(\"(head\")' }", '1:33', 'regular expression'],
  ['a country by name', "segments: { dach: 'country == \"Germany\"' }", '1:31', '"DE"'],
  ['a country in small letters', "segments: { dach: 'country in [\"DE\", \"at\"]' }", '1:38', '"AT"'],
  ['a code that nothing finds', "segments: { x: '\"email/fre\" in findings' }", '1:17', '"email/free"'],
  ['a field that is never given', "segments: { x: '\"emial\" in given' }", '1:17', '"email"'],
  ['a function of another language', "segments: { x: 'title.includes(\"CEO\")' }", '1:17', '"contains"'],
  ['another', "segments: { x: 'title.toLowerCase() == \"ceo\"' }", '1:17', '"lowerAscii"'],
  ['a list of numbers for a text', "segments: { dach: 'country in [49, 43]' }", '1:20', 'number'],
];

const folder = mkdtempSync(join(tmpdir(), 'leadclean-broken-'));
afterAll(() => { rmSync(folder, { recursive: true }); });
async function refused(text: string): Promise<Complaint> {
  writeFileSync(join(folder, 'r.yaml'), text);
  const error: unknown = await loadRules(['r.yaml'], folder, ALL_CODES).then(() => 'accepted', (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Complaint);
  return error as Complaint;
}

describe('broken rules files: exit 2, the place, and a sentence that helps', () => {
  test.each(BROKEN)('%s', async (_, text, place, ...says) => {
    const { exit, message } = await refused(text);
    expect(exit).toBe(2);
    if (place !== '') expect(`${message.split(': ')[0]}`).toMatch(new RegExp(`^r\\.yaml:${place}${place.endsWith(':') ? '\\d+' : ''}$`));
    for (const word of says) expect(message).toContain(word);
    expect(message).not.toMatch(/undefined|\[object|Invalid input/);
  });

  test('there are at least 60 of them', () => expect(BROKEN.length).toBeGreaterThanOrEqual(60));
});

describe('files that are no UTF-8', () => {
  test.each<[string, Buffer, string, string]>([
    ['Latin-1', Buffer.from('name: a\ndescription: Pr\u00fcfung\n', 'latin1'), '2:1', 'UTF-8'],
    ['UTF-16', Buffer.from('\ufeffname: a\n', 'utf16le'), '1:1', 'UTF-16'],
    ['no text', Buffer.from([1, 0, 2, 3]), '1:1', 'UTF-8'],
  ])('%s', async (_, bytes, place, says) => {
    writeFileSync(join(folder, 'bytes.yaml'), bytes);
    await expect(loadRules(['bytes.yaml'], folder, ALL_CODES)).rejects.toMatchObject({ exit: 2, message: expect.stringMatching(new RegExp(`^bytes\\.yaml:${place}: .*${says}`)) as string });
  });
  test('a byte order mark is no matter', async () => {
    writeFileSync(join(folder, 'bytes.yaml'), '\ufeffcodes: { email/free: off }');
    expect((await loadRules(['bytes.yaml'], folder, ALL_CODES)).codes['email/free']?.verdict).toBe('off');
  });
  test('a word list', async () => {
    writeFileSync(join(folder, 'own.txt'), Buffer.from('freemail.de\nb\u00fcro.de\n', 'latin1'));
    expect((await refused('options: { email: { free: { list: own.txt } } }')).message).toMatch(/^own\.txt:2:1: /);
  });
});

test('a round of parents is told with its way', async () => {
  writeFileSync(join(folder, 'a.yaml'), 'extends: b.yaml');
  writeFileSync(join(folder, 'b.yaml'), 'name: b\nextends: [default, a.yaml]');
  await expect(loadRules(['a.yaml'], folder, ALL_CODES)).rejects.toMatchObject({ exit: 2, message: 'b.yaml:2:20: a.yaml extends itself, by way of b.yaml' });
});

test('lines that contradict each other only together are refused too', async () => {
  writeFileSync(join(folder, 'a.yaml'), 'verdicts: { flag_below: 30 }');
  writeFileSync(join(folder, 'b.yaml'), 'verdicts: { reject_below: 40 }');
  await expect(loadRules(['a.yaml', 'b.yaml'], folder, ALL_CODES)).rejects.toMatchObject({ exit: 2, message: expect.stringContaining('a.yaml + b.yaml') as string });
});

test('codes of the own findings may be priced, and by whoever comes after', async () => {
  writeFileSync(join(folder, 'own.yaml'), "findings: { fit/big: { when: 'employees > 50', points: 5, what: Big. } }\ntiers: { lead: [fit/big] }");
  writeFileSync(join(folder, 'later.yaml'), 'extends: own.yaml\ncodes: { fit/big: { points: 7 } }');
  const rules = await loadRules(['later.yaml'], folder, ALL_CODES);
  expect(rules.codes['fit/big']).toEqual({ verdict: 'note', points: 7 });
  expect((await refused('codes: { fit/big: off }')).message).toContain('fit/big');
});
