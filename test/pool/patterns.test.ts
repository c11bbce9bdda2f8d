import { expect, it } from 'vitest';
import fc from 'fast-check';
import { createPatterns, fieldNumber, follow, packFact, unpackFact } from '../../src/pool/patterns.js';
import { FIELDS, type Code } from '../../src/types.js';

const CODES = Array.from({ length: 256 }, (_, number) => `check/problem-${number}` as Code);

it('a packed fact is unpacked as it was', () => {
  fc.assert(fc.property(fc.nat(255), fc.constantFrom(null, ...FIELDS), fc.boolean(), fc.boolean(), (code, field, fixed, spare) => {
    expect(unpackFact(packFact(code, fieldNumber(field), fixed, spare), CODES)).toEqual({ code: CODES[code], field, fixed, spare });
  }));
});

it('a thread that follows others reads the same facts from their numbers', () => {
  const paths = fc.array(fc.array(fc.nat(0xffff), { maxLength: 6 }), { maxLength: 40 });
  fc.assert(fc.property(paths, paths, (one, other) => {
    const ours = createPatterns();
    for (const list of [one, other]) {
      const theirs = createPatterns();
      const known: number[] = [];
      let sent = 1;
      for (const path of list) {
        const pattern = path.reduce((at, fact) => theirs.step(at, fact), 0);
        follow(ours, known, theirs.grown(sent));
        sent = theirs.size();
        expect(ours.facts(known[pattern] as number)).toEqual(path);
      }
    }
  }));
});
