import { distance } from 'fastest-levenshtein';

/** The known word that `word` was probably meant to be, if one is near enough to say so. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const tolerated = Math.max(1, Math.round(lower.length * 0.4));
  let best: string | undefined;
  let least = tolerated + 1;
  for (const candidate of known) {
    const apart = distance(lower, candidate.toLowerCase());
    if (apart < least) [best, least] = [candidate, apart];
  }
  // Half of a code (`typo`) or the beginning of a key (`max_age`) is no typing error, but says what was meant.
  return known.find((candidate) => candidate.split('/')[1] === lower) ?? best ?? known.find((candidate) => candidate.startsWith(lower));
}

/** `, did you mean "x"?`, or nothing when nothing is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === undefined ? '' : `, did you mean "${meant}"?`;
}
