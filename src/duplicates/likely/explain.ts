import { AT, type Comparer } from './compare.js';
import { level } from './levels.js';
import { bits, type Model } from './model.js';

/** What spoke for a match and what against it, the weightiest first, in words for people: `last name`, `phone (nearly)`. */
export interface Explained { readonly agreed: readonly string[]; readonly disagreed: readonly string[] }

export type Explain = (compared: Comparer) => Explained;

/** Explanations repeat, and a long list has a hundred thousand of them: equal ones are one object. */
export function explainer(model: Model): Explain {
  const known = new Map<string, Explained>();
  return (compared) => {
    const explained = explain(model, compared);
    const key = `${explained.agreed.join()};${explained.disagreed.join()}`;
    const same = known.get(key);
    if (same === undefined) known.set(key, explained);
    return same ?? explained;
  };
}

function explain(model: Model, { levels, shares }: Comparer): Explained {
  const told = model.comparisons.map(({ name }, c) => ({ at: levels[c]!, weight: bits(model, c, levels[c]!, shares[c]!), words: name + how(c, levels[c]!) }))
    .filter(({ at }) => at !== level.missing);
  const disagreed = told.filter(({ at }) => at <= level.differs).sort((a, b) => a.weight - b.weight);
  const agreed = told.filter(({ at }) => at > level.differs).sort((a, b) => b.weight - a.weight);
  return { agreed: agreed.map(({ words }) => words), disagreed: disagreed.map(({ words }) => words) };
}

function how(c: number, at: number): string {
  if (at === level.exact || at <= level.differs) return '';
  const special = SPECIAL[c]?.[at];
  return ` (${special ?? (at === level.near ? 'nearly' : 'partly')})`;
}

/** Levels that mean something of their own, by comparison. */
const SPECIAL: Readonly<Record<number, Readonly<Record<number, string>>>> = {
  [AT.given]: { [level.weak]: 'initial', [level.other]: 'swapped with last name' },
  [AT.family]: { [level.weak]: 'initial' },
  [AT.email]: { [level.other]: 'same mailbox, other domain' },
  [AT.company]: { [level.other]: 'same domain' },
  [AT.place]: { [level.weak]: 'place, not street', [level.partial]: 'place', [level.near]: 'street', [level.other]: 'nearly' },
};
