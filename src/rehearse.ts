import { codesOf } from './checks/index.js';
import { surveyDates } from './columns/date-order.js';
import { compileConditions, segmentOf } from './conditions/start.js';
import { judge, type Fact } from './judge/judge.js';
import { createExaminer } from './pool/examine.js';
import { createPatterns, follow, unpackFact } from './pool/patterns.js';
import type { Plan } from './pool/plan.js';
import { PLAIN } from './read/dialect.js';
import type { Field, Judged, Rules } from './types.js';
import { quote } from './write/format.js';

/** What the rules make of a lead. */
export interface Rehearsed {
  readonly facts: readonly Fact[];
  readonly judged: Judged;
  readonly segment: string;
}

/** A lead that is in no list: the texts of its cells by field. A field with several columns has several. */
export type Cast = Readonly<Partial<Record<Field, string | readonly string[]>>>;

/**
 * Tries rules on leads that are in no list, the way a scan does, but for what needs other rows: duplicates. `today` is in
 * days since 1970-01-01, `country` that of phones and rows that carry none.
 */
export function rehearse(leads: readonly (readonly [lead: Cast, run: { readonly today: number; readonly country: string }])[], rules: Rules): Rehearsed[] {
  const conditions = compileConditions(rules);
  const codes = codesOf(rules);
  return leads.map(([lead, { today, country }]) => {
    const cells = Object.entries(lead).flatMap(([field, texts]) => [texts].flat().map((text) => [field as Field, text] as const));
    const columns = cells.map(([field]) => field);
    const survey = surveyDates(columns);
    cells.forEach(([, text], column) => survey.see(column, text));
    const plan: Plan = {
      run: { today, country, header: columns, columns, dateOrders: survey.orders(undefined) },
      rules, dialect: { ...PLAIN, width: columns.length, usual: columns.length, names: columns }, header: columns, columns,
      kept: columns.map((_, column) => column), format: 'csv', changes: false, keep: 'first', matchOn: null, suppress: [], lend: false,
    };
    const bytes = Buffer.from(`${cells.map(([, text]) => (text === '' ? '""' : quote(text, ','))).join(',')}\n`);
    const { grown, patterns } = createExaminer(plan, conditions)({ bytes: new Uint8Array(bytes), line: 2, odd: [], table: 0 });
    const tree = createPatterns();
    const known: number[] = [];
    follow(tree, known, grown);
    const facts = tree.facts(known[patterns[0] ?? 0] ?? 0).map((fact) => unpackFact(fact, codes));
    return { facts, judged: judge(facts, rules), segment: segmentOf(facts) };
  });
}
