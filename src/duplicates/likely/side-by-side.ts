import type { People } from './people.js';

/** Places of a profile's numbers, from where they begin; its mailboxes follow, its phones, and what was named. */
export const IN = { given: 0, family: 1, generation: 2, company: 3, domain: 4, street: 5, city: 6, postal: 7, state: 8, country: 9 } as const;

export interface SideBySide {
  /** Those of profile `p` begin at `p * width`. */
  readonly numbers: Int32Array;
  readonly width: number;
  readonly emailsAt: number;
  readonly phonesAt: number;
  readonly extrasAt: number;
}

/** The numbers of each profile side by side: pairs are looked at in any order, and whoever looks at one number finds the others near. */
export function sideBySide({ given, family, generation, company, domain, street, city, postal, state, country, emails, phones, extras, size }: People): SideBySide {
  const all = [given, family, generation, company, domain, street, city, postal, state, country, ...emails, ...phones, ...extras];
  const width = all.length;
  const numbers = new Int32Array(size * width);
  all.forEach(({ of }, at) => {
    for (let p = 0; p < size; p++) numbers[p * width + at] = of[p]!;
  });
  const emailsAt = width - extras.length - phones.length - emails.length;
  return { numbers, width, emailsAt, phonesAt: emailsAt + emails.length, extrasAt: width - extras.length };
}
