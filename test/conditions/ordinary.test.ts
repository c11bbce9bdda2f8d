import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, isFault, language, type Condition } from '../../src/conditions/compile.js';
import { startConditions } from '../../src/conditions/start.js';
import { variablesOf } from '../../src/conditions/variables.js';
import type { Cell, Code, Field, Lead, Run } from '../../src/types.js';
import { beginAsking } from '../../src/values/cell-memo.js';

beginAsking();

/** What stands in the columns: what is ordinary, what is empty, what cannot be read. */
const TEXTS: readonly (readonly [Field, readonly string[]])[] = [
  ['title', ['', 'Head of Sales', 'head chef', 'CEO', 'Käufer', 'a"b', 'CEO\nCTO', '\u{1f600}']],
  ['title', ['', '', 'VP']],
  ['country', ['', 'Germany', 'AT', 'nowhere', 'de']],
  ['email', ['', 'ann@firma.de', 'Bo@Uni.EDU', 'x', '@', 'ann@firma.at']],
  ['employees', ['', '51-200', '50', 'many', '1e400', '0', '99999999999999999999', '-5', '12.7']],
  ['budget', ['', '€50k–100k', '50', 'none', '0.5', '49.999,95']],
  ['created_at', ['', '2026-02-03', '03.02.2026', '2025-11-21', '2025-11-20', 'soon', '02/03/2026']],
  ['consent_at', ['', '2020-01-01', 'yes']],
  ['consent_at', ['', '2026-11-21']],
  ['notes', ['', 'wants a demo', 'no budget; 50']],
];
const COLUMNS = TEXTS.map(([field]) => field);
const FOUND = ['email/free', 'fit/budget', 'own/a'];
const RUN: Run = { today: 20_778, country: 'CH', header: COLUMNS, columns: COLUMNS, dateOrders: COLUMNS.map((field) => (field === 'created_at' ? 'dmy' : null)) };
const COUNTRIES: Readonly<Record<string, string>> = { Germany: 'DE', de: 'DE', AT: 'AT', nowhere: '' };

interface Cells { readonly texts: readonly string[]; readonly usable: readonly boolean[]; readonly found: readonly string[] }

/** A lead that is filled again for each row, as the one that runs is. */
function leadOf(row: { now: Cells }): Lead {
  const cells: Cell[] = COLUMNS.map((field, column) => ({
    column, field, isOrdinary: false, kinds: 0, ascii: null, known: null, get isEmpty() { return this.text === ''; }, get text() { return row.now.texts[column] as string; }, get state() { return row.now.usable[column] ? 'usable' as const : 'unusable' as const; },
  }));
  const of = (field: Field): readonly Cell[] => cells.filter((cell) => cell.field === field);
  const first = (field: Field): Cell | undefined => of(field).find(({ text, state }) => text !== '' && state === 'usable');
  return {
    row: { line: 2, cells: [], trouble: [] }, cells, of, first, value: (field) => first(field)?.text ?? '',
    get country() { return COUNTRIES[row.now.texts[2] as string] ?? ''; },
    has: (code) => row.now.found.includes(code),
  };
}

const rows = fc.record({
  texts: fc.tuple(...TEXTS.map(([, texts]) => fc.constantFrom(...texts))),
  usable: fc.array(fc.integer({ min: 0, max: 5 }).map((chance) => chance > 0), { minLength: COLUMNS.length, maxLength: COLUMNS.length }),
  found: fc.subarray(FOUND),
});

const literal = fc.constantFrom('""', '"CEO"', '"DE"', '"head"', '"Head of Sales"', '".de"', '"firma.de"', '"a\\"b"', '"e"', "'ä'");
const text = fc.constantFrom('title', 'country', 'email', 'email_domain', 'notes', 'company');
const number = fc.constantFrom('employees', 'budget', 'price');
const amount = fc.constantFrom('50', '51', '0', '-5', '50.5', '49999.95', '-(5)', '25 * 2', '9223372036854775807', '9223372036854775807 + 1', '100000000000000000000.0');
const day = fc.constantFrom('created_at', 'consent_at', 'last_activity_at');
const moment = fc.constantFrom('today', 'today - days(365)', 'today - days(366)', 'date("2026-02-03")', 'date("2026-02-02") + days(1)', 'timestamp("2025-11-21T00:00:00Z")', 'created_at');
const sign = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');
const expression = fc.constantFrom('"(?i)head|chief"', '"^$"', '"[.](edu|ac[.])"', '"^CEO$"', '"."', '"(?is)ceo.cto"');
const term = fc.oneof(
  fc.tuple(text, fc.constantFrom('==', '!='), literal).map((all) => all.join(' ')),
  fc.tuple(literal, fc.constantFrom('==', '!='), text).map((all) => all.join(' ')),
  fc.tuple(text, fc.array(literal, { maxLength: 3 })).map(([name, all]) => (all.length === 0 ? `${name} == ""` : `${name} in [${all.join(', ')}]`)),
  fc.tuple(text, fc.constantFrom('startsWith', 'endsWith', 'contains'), literal).map(([name, call, what]) => `${name}.${call}(${what})`),
  fc.tuple(text, expression).map(([name, what]) => `${name}.matches(${what})`),
  fc.tuple(text, text, expression).map(([one, other, what]) => `(${one} + " " + ${other}).matches(${what})`),
  fc.tuple(number, sign, amount).map((all) => all.join(' ')), fc.tuple(amount, sign, number).map((all) => all.join(' ')),
  fc.tuple(day, sign, moment).map((all) => all.join(' ')), fc.tuple(moment, sign, day).map((all) => all.join(' ')),
  fc.constantFrom('"email/free" in findings', '"own/a" in findings', '"title" in given', '"phone" in given', '"nothing" in given', 'true', 'false', 'size(title) > 3', 'title.size() == 0',
    'employees * 2 > 100', 'employees / 2 == 25', 'created_at.getFullYear() == 2026', 'title == notes', 'title < notes', 'given.exists(each, each == "title")', 'today - created_at > days(30)', 'int(notes) > 3',
    '"CEO" in [title, notes]', 'employees in [50, 51]', 'budget - (employees - 1) > 3.0', '-employees < 0', '[title][0] == "CEO"', '1 / employees == 0'),
);
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof({ depthSize: 'small', withCrossShrink: true }, term,
    fc.tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition')).map((all) => all.join(' ')),
    tie('condition').map((each) => `(${each})`), tie('condition').map((each) => `!(${each})`),
    fc.tuple(tie('condition'), tie('condition'), tie('condition')).map(([when, yes, no]) => `((${when}) ? (${yes}) : (${no}))`)),
}));

/** What the library makes of the whole condition: true, false, or null when it cannot be decided. */
function byLibrary(when: string, variables: Readonly<Record<string, unknown>>): boolean | null {
  try {
    return language().parse(when.replaceAll('.matches(', '.matched('))(variables) === true;
  } catch {
    return null;
  }
}

describe('a condition that is taken apart, shortened and remembered', () => {
  it('holds where the library says so', () => {
    fc.assert(fc.property(fc.array(condition, { minLength: 1, maxLength: 5 }), fc.array(rows, { minLength: 1, maxLength: 12 }), (texts, leads) => {
      const row = { now: leads[0] as Cells };
      const lead = leadOf(row);
      const found = new Set<Code>();
      const compiled = texts.map((when, number) => ({ when, code: `own/${number}` as Code, condition: compile(when) })).filter(({ condition }) => !isFault(condition));
      const variables = variablesOf(lead, found, RUN);
      const held: Code[] = [];
      const named = compiled.map(({ code, condition }) => ({ code, condition: condition as Condition }));
      const ask = startConditions({ findings: named, segments: [] }, lead, found, RUN, (code) => held.push(code), new Map());
      for (const now of [...leads, ...leads]) {
        row.now = now;
        found.clear();
        for (const code of now.found) found.add(code as Code);
        held.length = 0;
        ask();
        for (const { when, code } of compiled) expect(held.includes(code), `${when} of ${JSON.stringify(now)}`).toBe(byLibrary(when, variables) === true);
      }
    }), { numRuns: Number(process.env['RUNS'] ?? 100) });
  });
});
