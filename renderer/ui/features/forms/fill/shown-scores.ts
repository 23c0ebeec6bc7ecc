import type { FilledScore } from '../../../../domain/form/filled-form';

/**
 * Scores worth a card of their own: those whose bands say what to do, once a part is answered; before, the one made of
 * most parts. A plain sum stands where the form has it.
 */
export function shownScores(scores: readonly FilledScore[]): readonly FilledScore[] {
  const meaningful = scores.filter(({ item }) => (item.score?.bands.length ?? 0) > 0);
  const begun = meaningful.filter((score) => score.missing.length < score.parts);
  return begun.length > 0 ? begun : meaningful.toSorted((a, b) => b.parts - a.parts).slice(0, 1);
}
