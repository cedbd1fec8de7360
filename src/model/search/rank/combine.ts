import { SAME_FORM, SAME_FORM_OF_SOME } from './score.ts';

/** Articles that one part of a query finds, with their scores. */
export interface Found {
  readonly docs: ArrayLike<number>;
  readonly scores: ArrayLike<number>;
  /** What each gains for the very form that was typed. */
  readonly exact?: ArrayLike<number>;
}

/** Found with every part of a query, or with some. */
export interface Combined {
  /** Articles that all parts find, the best first. */
  readonly all: Uint32Array;
  /** Articles that some find and not all, the best first. */
  readonly some: Uint32Array;
  /** The score of every article of the archive. */
  readonly scores: Float32Array;
}

/** Articles found by any of several, with the better score. */
export function anyOf(parts: readonly Found[], count: number): Found {
  if (parts.length === 1 && parts[0]) return parts[0];
  const scores = new Float32Array(count);
  const exact = new Float32Array(count);
  const seen = new Uint8Array(count);
  const docs: number[] = [];
  for (const part of parts) {
    for (let at = 0; at < part.docs.length; at++) {
      const doc = part.docs[at] ?? 0;
      if (seen[doc] === 0) {
        seen[doc] = 1;
        docs.push(doc);
      }
      scores[doc] = Math.max(scores[doc] ?? 0, part.scores[at] ?? 0);
      exact[doc] = Math.max(exact[doc] ?? 0, part.exact?.[at] ?? 0);
    }
  }
  docs.sort((a, b) => a - b);
  return {
    docs,
    scores: Float32Array.from(docs, (doc) => scores[doc] ?? 0),
    exact: Float32Array.from(docs, (doc) => exact[doc] ?? 0),
  };
}

/**
 * Sums the scores of the parts of a query.
 *
 * @param count articles of the archive
 * @param without articles to leave out
 */
export function combine(
  parts: readonly Found[],
  count: number,
  without: Iterable<number> = [],
): Combined {
  const scores = new Float32Array(count);
  const exact = new Float32Array(count);
  const held = new Uint8Array(count);
  for (const { docs, scores: own, exact: same } of parts) {
    for (let at = 0; at < docs.length; at++) {
      const doc = docs[at] ?? 0;
      scores[doc] = (scores[doc] ?? 0) + (own[at] ?? 0);
      exact[doc] = (exact[doc] ?? 0) + (same?.[at] ?? 0);
      held[doc] = (held[doc] ?? 0) + 1;
    }
  }
  for (const doc of without) held[doc] = 0;
  const all: number[] = [];
  const some: number[] = [];
  for (let doc = 0; doc < count; doc++) {
    const holds = held[doc] ?? 0;
    if (holds === 0) continue;
    const isWhole = holds === parts.length;
    (isWhole ? all : some).push(doc);
    const weight = isWhole ? SAME_FORM : SAME_FORM_OF_SOME;
    scores[doc] = (scores[doc] ?? 0) + weight * (exact[doc] ?? 0);
  }
  const byScore = (a: number, b: number) => (scores[b] ?? 0) - (scores[a] ?? 0) || b - a;
  return {
    all: Uint32Array.from(all.sort(byScore)),
    some: Uint32Array.from(some.sort(byScore)),
    scores,
  };
}
