import type { Answer } from '../../../model/search/plan/answer.ts';
import { byFeedback } from '../../../model/search/rank/feedback.ts';
import type { OpenIndex } from './open.ts';

/** Results whose subjects are compared. */
const DEPTH = 20;

/**
 * Orders the first of those results that hold some of the words, by what they are about. Those that
 * hold every word stay before them, in their order.
 */
export async function onSubject(
  { article }: OpenIndex,
  { whole, read, scores }: Answer,
  docs: Uint32Array,
): Promise<Uint32Array> {
  const end = Math.min(docs.length, whole + DEPTH);
  if (read.parts.length < 2 || whole >= DEPTH || end === whole) return docs;
  const candidates = await Promise.all(
    [...docs.slice(whole, end)].map(async (doc) => ({
      doc,
      score: scores[doc] ?? 0,
      keys: (await article(doc))?.keys ?? [],
    })),
  );
  const ordered = docs.slice();
  ordered.set(byFeedback(candidates), whole);
  return ordered;
}
