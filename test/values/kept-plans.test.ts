import { expect, it, vi } from 'vitest';
import type { Plan } from '../../src/values/phone/plan.js';

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
const MOST_DIGITS = 20;

/** All there is to say of a number that ends in a state. */
const told = ({ judgedAt }: typeof followed, { countries }: Plan, at: number): unknown =>
  countries.flatMap((country) => [judgedAt(country, at, false), judgedAt(country, at, true)]);

it('a plan the build has followed says the same of every number', () => {
  expect(arePlansKept()).toBe(true);
  const faults: string[] = [];
  let seen = 0;
  for (const calling of CODES) {
    const [one, other] = [followed.planOf(calling)!, restored.planOf(calling)!];
    let pairs = new Map<string, readonly [number, number]>([['', [0, 0]]]);
    // All pairs of states that the same digits lead to.
    for (let length = 0; length <= MOST_DIGITS; length += 1) {
      const after = new Map<string, readonly [number, number]>();
      for (const [a, b] of pairs.values()) {
        seen += 1;
        if (JSON.stringify(told(followed, one, a)) !== JSON.stringify(told(restored, other, b))) faults.push(`+${calling} ${length} digits ${a} ${b}`);
        for (let digit = 0; digit < 10; digit += 1) {
          const to = [followed.stateAfter(one, a, digit), restored.stateAfter(other, b, digit)] as const;
          after.set(to.join(), to);
        }
      }
      pairs = after;
    }
  }
  expect(faults).toEqual([]);
  expect(seen).toBeGreaterThan(20_000);
});

it('and of every country how its numbers are dialled', () => {
  for (const code of Object.keys(metadata.countries)) {
    const [{ prefix, lengths, mayHavePrefix, mayGoAbroad }, other] = [followed.countryOf(code)!, restored.countryOf(code)!];
    expect(other).toMatchObject({ prefix, lengths, mayHavePrefix, mayGoAbroad });
  }
});
