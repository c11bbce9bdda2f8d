import { describe, expect, it } from 'vitest';
import { stale } from '../../src/checks/stale.js';
import type { DateOrder, Field } from '../../src/types.js';
import { look } from './look.js';

const OPTIONS = { max_age_days: 730 };
const told = (values: Partial<Record<Field, string | string[]>>, dateOrders: (DateOrder | null)[] = []): string =>
  look(stale, OPTIONS, values, { dateOrders }).findings.map((f) => `${f.code.slice('stale/'.length)}@${f.column}`).join(' ');

describe('on 2026-11-21', () => {
  it.each<[string, Partial<Record<Field, string | string[]>>, string, (DateOrder | null)[]?]>([
    ['nothing to say', { created_at: '2026-01-01' }, ''],
    ['absent', { created_at: '', last_activity_at: '' }, ''],
    ['old', { created_at: '2020-01-01' }, 'old@0'],
    ['730 days are not old', { created_at: '2024-11-21' }, ''],
    ['731 are', { created_at: '2024-11-20' }, 'old@0'],
    ['the newest counts', { created_at: '2015-01-01', last_activity_at: '2026-01-01' }, ''],
    ['of several columns too', { created_at: ['2015-01-01', '2026-01-01'] }, ''],
    ['the cell of the newest', { created_at: '2016-01-01', last_activity_at: '2015-01-01' }, 'old@0'],
    ['future', { created_at: '2027-01-01' }, 'future@0'],
    ['tomorrow is a time zone', { created_at: '2026-11-22' }, ''],
    ['a future date is no sign of life', { created_at: '2015-01-01', last_activity_at: '2099-01-01' }, 'future@1 old@0'],
    ['unreadable', { created_at: 'soon', last_activity_at: '31.02.2026' }, 'unreadable@1 unreadable@0'],
    ['ambiguous says nothing', { created_at: '03/04/2010' }, ''],
    ['the order of the column', { created_at: '03/04/2010' }, 'old@0', ['dmy']],
    ['the order contradicted', { created_at: '13/04/2010' }, 'unreadable@0', ['mdy']],
    ['each column has its own', { created_at: '11/12/2026', last_activity_at: '11/12/2026' }, 'future@0', ['dmy', 'mdy']],
  ])('%s: %j → %s', (_, values, expected, orders) => {
    const findings = told(values, orders);
    expect(findings.split(' ').sort()).toEqual(expected.split(' ').sort());
  });
  it('says the age in months', () => expect(look(stale, OPTIONS, { created_at: '2023-11-21' }).findings[0]?.hint).toContain('36'));
});
