import type { Answer } from '../../../model/search/plan/answer.ts';
import { wordsOf } from '../../../model/search/text/words.ts';
import type { OpenIndex } from './open.ts';

/** Results whose texts are looked at; those of the first page are loaded anyway. */
const FIRST = 10;

/**
 * Puts those of the first results before the others in which the typed words stand together as typed,
 * function words among them; a word file tells how often a word stands in an article, not where.
 */
export async function nearTogether(
  { article }: OpenIndex,
  { docs, ahead, read }: Answer,
  query: string,
): Promise<Uint32Array> {
  const typed = wordsOf(query).map(({ form }) => form);
  const end = Math.min(FIRST, ahead);
  if (typed.length < 2 || end < 2 || read.parts.length === 0) return docs;
  const pairs = new Set(typed.slice(1).map((form, at) => `${typed[at]} ${form}`));
  const first = await Promise.all(
    [...docs.slice(0, end)].map(async (doc, rank) => {
      const stored = await article(doc);
      const held = new Set<string>();
      for (const text of stored ? [stored.title, ...stored.text] : []) {
        const forms = wordsOf(text).map(({ form }) => form);
        for (let at = 1; at < forms.length; at++) {
          const pair = `${forms[at - 1]} ${forms[at]}`;
          if (pairs.has(pair)) held.add(pair);
        }
      }
      return { doc, rank, pairs: held.size };
    }),
  );
  // A pair of words in place is worth about as much as three ranks.
  first.sort((a, b) => a.rank - 3 * a.pairs - (b.rank - 3 * b.pairs) || a.rank - b.rank);
  return Uint32Array.from([...first.map(({ doc }) => doc), ...docs.slice(end)]);
}
