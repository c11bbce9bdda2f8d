import fc from 'fast-check';
import { expect, it, vi } from 'vitest';

const kept = vi.hoisted(() => ({ index: null as object | null, states: new Uint8Array(0) }));
vi.mock('../../src/values/phone/kept-plans.js', () => ({ keptIndex: () => kept.index, keptStates: () => kept.states }));

// The same module twice: before the build has followed the plans, and after.
const followed = await import('../../src/values/phone/plan.js');
const { metadata } = await import('../../src/values/phone/metadata.js');
Object.assign(kept, (await import('../../src/values/phone/follow.js')).followPlans());
vi.resetModules();
const restored = await import('../../src/values/phone/plan.js');
const { arePlansKept } = await import('../../src/values/phone/kept.js');

const CODES = [...Object.keys(metadata.country_calling_codes), ...Object.keys(metadata.nonGeographic)];

it('a plan the build has followed says the same of every number', () => {
  expect(arePlansKept()).toBe(true);
  let valid = 0;
  fc.assert(fc.property(fc.constantFrom(...CODES, '1', '44', '49', '7'), fc.stringMatching(/^[0-9]{1,20}$/), (calling, digits) => {
    const [one, other] = [followed, restored].map(({ endOf, planOf }) => endOf(planOf(calling)!, digits));
    expect(other).toEqual(one);
    if (one!.judged.some((judged) => judged.valid)) valid += 1;
  }), { numRuns: 30_000 });
  expect(valid).toBeGreaterThan(300);
});

it('and of every country how its numbers are dialled', () => {
  for (const code of Object.keys(metadata.countries)) {
    const [{ prefix, lengths, mayHavePrefix, mayGoAbroad }, other] = [followed.countryOf(code)!, restored.countryOf(code)!];
    expect(other).toMatchObject({ prefix, lengths, mayHavePrefix, mayGoAbroad });
  }
});
