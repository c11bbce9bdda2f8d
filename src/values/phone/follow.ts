import type { KeptIndex } from './kept-plans.js';
import { WIDTH } from './kept.js';
import { metadata } from './metadata.js';
import { ANYTHING } from './pattern.js';
import { planOf, stateAfter, type Plan } from './plan.js';

/** All numbering plans, followed to their ends, as `KeptIndex` says: for the build. */
export function followPlans(): { readonly index: KeptIndex; readonly states: Uint8Array } {
  const index: Record<string, KeptIndex[string]> = {};
  const states: number[] = [];
  for (const calling of [...Object.keys(metadata.country_calling_codes), ...Object.keys(metadata.nonGeographic)]) {
    const plan = planOf(calling) as Plan;
    const wholes = new Map<string, number>();
    const first = states.length / WIDTH;
    // States are numbered as they are met.
    for (let at = 0; at < plan.states.length; at += 1) {
      const { length, slots, patterns } = plan.states[at]!;
      const isOpen = patterns.some((pattern) => pattern !== ANYTHING);
      for (let digit = 0; digit < 10; digit += 1) states.push(isOpen ? stateAfter(plan, at, digit) : 0);
      const set = slots.filter((_, i) => patterns[i]!.whole).join();
      if (!wholes.has(set)) wholes.set(set, wholes.size);
      states.push(length, wholes.get(set)!);
    }
    index[calling] = [first, plan.states.length, [...wholes.keys()].join(';')];
  }
  return { index, states: new Uint8Array(Uint16Array.from(states).buffer) };
}
