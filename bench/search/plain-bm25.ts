import type { OpenIndex } from '../../src/browser/search/engine/open.ts';
import { wordsOf } from '../../src/model/search/text/words.ts';

/** Plain BM25 over any word, with the same stems and stop-words: what a ranking has to be better than. */
export async function plainBm25({ library }: OpenIndex, question: string): Promise<number[]> {
  const { columns, corpus, stopWords } = library;
  const scores = new Float64Array(columns.count);
  const seen = new Set<object>();
  for (const { form } of wordsOf(question)) {
    const term = stopWords.has(form) ? undefined : (await library.term(form))?.term;
    if (term === undefined || seen.has(term)) continue;
    seen.add(term);
    const rare = Math.log(1 + (columns.count - term.docs.length + 0.5) / (term.docs.length + 0.5));
    for (const [at, doc] of term.docs.entries()) {
      const count = term.counts[at] ?? 0;
      const length = (columns.lengths[doc] ?? 0) / corpus.average;
      scores[doc] =
        (scores[doc] ?? 0) + (rare * count * 2.2) / (count + 1.2 * (0.25 + 0.75 * length));
    }
  }
  return [...scores.keys()]
    .filter((doc) => (scores[doc] ?? 0) > 0)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    .slice(0, 10);
}
