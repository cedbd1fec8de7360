import type { Answer } from '../../../model/search/plan/answer.ts';
import { byFeedback } from '../../../model/search/rank/feedback.ts';
import type { OpenIndex } from './open.ts';

/** Results whose subjects are compared. */
const DEPTH = 20;

/**
 * Orders the first results by what they are about, but those that stay ahead because they hold every
 * word.
 */
export async function onSubject(
  { article }: OpenIndex,
  { ahead, read, scores }: Answer,
  docs: Uint32Array,
): Promise<Uint32Array> {
  const end = Math.min(docs.length, ahead + DEPTH);
  if (read.parts.length < 2 || ahead >= DEPTH || end === ahead) return docs;
  const candidates = await Promise.all(
    [...docs.slice(ahead, end)].map(async (doc) => ({
      doc,
      score: scores[doc] ?? 0,
      keys: (await article(doc))?.keys ?? [],
    })),
  );
  const ordered = docs.slice();
  ordered.set(byFeedback(candidates), ahead);
  return ordered;
}
