import type { StoredArticle } from '../files/head.ts';

/** An article that may be a result, with its score and what it is about. */
export interface Candidate extends Pick<StoredArticle, 'keys'> {
  readonly doc: number;
  readonly score: number;
}

/** The best, which say what the others are measured by. */
const BEST = 5;

/** Share of what articles are about in their order; the rest is their score. */
const SHARE = 0.5;

/**
 * Orders candidates anew by how much they are about what the best of them are about (pseudo-relevance
 * feedback, after Rocchio): a long question and an article on its subject often share few words.
 *
 * @param candidates the best first
 * @returns their numbers
 */
export function byFeedback(candidates: readonly Candidate[]): number[] {
  const best = candidates[0]?.score ?? 0;
  if (candidates.length <= BEST || best <= 0) return candidates.map(({ doc }) => doc);
  const vectors = candidates.map(({ keys }) => unit(new Map(keys)));
  const subject = new Map<string, number>();
  for (const [at, { score }] of candidates.slice(0, BEST).entries()) {
    for (const [word, weight] of vectors[at] ?? []) {
      subject.set(word, (subject.get(word) ?? 0) + weight * score);
    }
  }
  const wanted = unit(subject);
  return candidates
    .map(({ doc, score }, at) => {
      let alike = 0;
      for (const [word, weight] of vectors[at] ?? []) alike += weight * (wanted.get(word) ?? 0);
      return { doc, at, value: (score / best) * (1 - SHARE) + alike * SHARE };
    })
    .sort((a, b) => b.value - a.value || a.at - b.at)
    .map(({ doc }) => doc);
}

/** The same direction, of length 1. */
function unit(vector: ReadonlyMap<string, number>): Map<string, number> {
  const length = Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));
  return new Map([...vector].map(([word, weight]) => [word, weight / length]));
}
