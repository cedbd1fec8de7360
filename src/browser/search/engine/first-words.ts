import { fileWith, readHead } from '../../../model/search/files/head.ts';
import { wordsOf } from '../../../model/search/text/words.ts';

/** Files that are fetched ahead; a browser opens six connections to a host. */
const MOST = 6;

/** Which files hold the words of a query, so that they can come while the worker is still coming. */
export function firstWords(
  headBytes: Uint8Array,
  query: string,
): { version: string; files: string[] } {
  const { head } = readHead(headBytes);
  const dropped = new Set(head.stopWords);
  const files = wordsOf(query)
    .filter(({ form }) => head.words.length > 0 && !dropped.has(form))
    .map(({ form }) => `words-${fileWith(head.words, form)}`);
  return { version: head.id, files: [...new Set(files)].slice(0, MOST) };
}
