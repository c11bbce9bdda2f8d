import type { Field } from '../types.js';
import type { FieldWords } from './fields.js';
import type { Candidate, ColumnGuess } from './candidate.js';

/**
 * Several columns may suggest the same field. Of e-mails, phones and their like all are used; of addresses and dates all
 * columns of the best kind (a person's before their company's); of the others the best column. What says who is subscribed
 * counts beside another status. What is left out says for which.
 */
export function choose(candidates: readonly Candidate[], words: FieldWords, header: readonly string[]): readonly ColumnGuess[] {
  const best = new Map<Field, Candidate>();
  for (const candidate of candidates) {
    const before = candidate.field === null ? candidate : best.get(candidate.field);
    if (candidate.field !== null && (before === undefined || order(candidate) < order(before))) best.set(candidate.field, candidate);
  }
  return candidates.map((candidate): ColumnGuess => {
    const { field, confidence, why } = candidate;
    const winner = field === null ? candidate : best.get(field)!;
    if (field === null) return { field, confidence, why, ...(candidate.note === undefined ? {} : { note: candidate.note }) };
    if (candidate === winner || why === 'map' || why === 'rules' || shares(candidate, winner, words)) return { field, confidence, why };
    return { field: null, confidence: 0, why: 'none', note: `could be ${field}, but "${header[candidates.indexOf(winner)]}" is` };
  });
}

/** Whether a column feeds its field besides the best one. */
function shares({ field, rank, beside }: Candidate, winner: Candidate, words: FieldWords): boolean {
  return beside || words.several.has(field!) || (words.ties.has(field!) && rank === winner.rank);
}

/** Better columns first: those with anything in them, then the better reading. */
const order = ({ rank, empty, beside }: Candidate): number => (empty ? 1000 : 0) + (beside ? 500 : 0) + rank;
