import type { Field } from '../types.js';
import type { FieldWords } from './fields.js';
import type { Candidate, ColumnGuess } from './name.js';

/**
 * Several columns may suggest the same field. E-mails and phones are all used; of addresses and dates all columns of the
 * best kind (a person's before their company's); of the others the best column. What is left out says for which.
 */
export function choose(candidates: readonly Candidate[], words: FieldWords, header: readonly string[]): readonly ColumnGuess[] {
  const best = new Map<Field, Candidate>();
  for (const candidate of candidates) {
    if (candidate.field === null) continue;
    const before = best.get(candidate.field);
    if (before === undefined || order(candidate) < order(before)) best.set(candidate.field, candidate);
  }
  return candidates.map((candidate): ColumnGuess => {
    const { field, confidence, why } = candidate;
    if (field === null) return { field, confidence, why };
    const winner = best.get(field)!;
    const used = why === 'map' || candidate === winner || (winner.why !== 'map' && (words.several.has(field) ? candidate.why !== 'values' || winner.why === 'values' || field === 'email' || field === 'phone' : words.ties.has(field) && candidate.rank === winner.rank));
    if (used) return { field, confidence, why };
    return { field: null, confidence: 0, why: 'none', note: `could be ${field}, but "${header[candidates.indexOf(winner)]}" is` };
  });
}

/** Better columns first: those with anything in them, then the better reading. */
const order = ({ rank, empty }: Candidate): number => (empty ? 1000 : 0) + rank;
