import { FIELDS, type Field, type Lead, type Run } from '../types.js';
import { readAmount } from '../values/amount.js';
import { dateReader } from '../values/date.js';
import { readHeadcount } from '../values/headcount.js';
import { memo } from '../values/memo.js';

/** Types of CEL that a condition meets. */
export type CelType = 'string' | 'int' | 'double' | 'google.protobuf.Timestamp' | 'list<string>';

const TIME = 'google.protobuf.Timestamp';
const TYPED: Partial<Record<Field, CelType>> = {
  employees: 'int', budget: 'double', price: 'double', created_at: TIME, last_activity_at: TIME, consent_at: TIME,
};

/** What a condition can name. Fields are as they stand after the fixes; a field without a text is ''. */
export const VARIABLES: Readonly<Record<string, CelType>> = {
  ...Object.fromEntries(FIELDS.map((field) => [field, TYPED[field] ?? 'string'])),
  /** What stands behind the @, in lower case. */
  email_domain: 'string',
  /** The day ages are counted from, at midnight UTC. */
  today: TIME,
  /** Codes found so far, those of the rules' own findings that stand before this one included. */
  findings: 'list<string>',
  /** Names of the fields that hold something. */
  given: 'list<string>',
};

/** Thrown by a number or date that is not there: whatever needs it is neither true nor false, so it does not hold. */
export const ABSENT = new Error('absent');

/** A field that is there and cannot be read as what it should be. */
export class Unreadable extends Error {}
const UNREADABLE: Readonly<Partial<Record<Field, Unreadable>>> = {
  employees: new Unreadable('employees holds no number'), budget: new Unreadable('budget holds no number'), price: new Unreadable('price holds no number'),
  created_at: new Unreadable('created_at holds no date'), last_activity_at: new Unreadable('last_activity_at holds no date'), consent_at: new Unreadable('consent_at holds no date'),
};

const DAY = 86_400_000;

/** The variables of one lead, read when a condition asks for them. The same object serves every row. */
export function variablesOf(lead: Lead, codes: ReadonlySet<string>, run: Run): Readonly<Record<string, unknown>> {
  const today = new Date(run.today * DAY);
  const special: Readonly<Record<string, () => unknown>> = {
    today: () => today,
    findings: () => codes, // CEL takes a set for a list
    given: () => FIELDS.filter((field) => lead.value(field) !== ''),
  };
  const variables = {};
  for (const [name, type] of Object.entries(VARIABLES))
    Object.defineProperty(variables, name, { enumerable: true, get: special[name] ?? (type === 'string' ? textReader(name, lead, run) : typedReader(name as Field, type, lead, run)) });
  return variables;
}

/** Reads a variable that is a text. */
export function textReader(name: string, lead: Lead, run: Run): () => string {
  if (name === 'country') return () => lead.country || run.country;
  if (name !== 'email_domain') return valueReader(name as Field, lead);
  const email = valueReader('email', lead);
  let address = '';
  let domain = '';
  return () => {
    const now = email();
    if (now === address) return domain;
    address = now;
    return domain = now.slice(now.lastIndexOf('@') + 1).toLowerCase();
  };
}

/** Reads the value of a field. The cells of a lead are the same objects for every row: of a single one nothing needs to be looked up. */
function valueReader(field: Field, lead: Lead): () => string {
  const [cell, ...others] = lead.of(field);
  if (cell === undefined || others.length > 0) return () => lead.value(field);
  return () => (cell.state === 'usable' ? cell.text : '');
}

/** Reads a variable that is a number, or a day in milliseconds since 1970; why there is none otherwise. */
export function numberReader(field: Field, lead: Lead, run: Run): () => number | Error {
  if (VARIABLES[field] === TIME) return timeReader(field, lead, run);
  const read = memo(VARIABLES[field] === 'int' ? (text: string) => Math.trunc(readHeadcount(text)) : readAmount);
  const unreadable = UNREADABLE[field] as Error;
  const said = valueReader(field, lead);
  return () => {
    const text = said();
    if (text === '') return ABSENT;
    const value = read(text);
    return Number.isFinite(value) ? value : unreadable;
  };
}

function typedReader(field: Field, type: CelType, lead: Lead, run: Run): () => unknown {
  const read = numberReader(field, lead, run);
  return () => {
    const value = read();
    if (typeof value !== 'number') throw value;
    return type === 'int' ? BigInt(value) : type === TIME ? new Date(value) : value;
  };
}

/** The first cell of the field that holds a date. A day and month that cannot be told apart are as good as none. */
function timeReader(field: Field, lead: Lead, run: Run): () => number | Error {
  const dayOf = dateReader(run.dateOrders);
  return () => {
    let wrong = ABSENT;
    for (const cell of lead.of(field)) {
      if (cell.isEmpty) continue;
      const day = dayOf(cell);
      if (day > -500_000) return day * DAY;
      wrong = UNREADABLE[field] as Error;
    }
    return wrong;
  };
}
