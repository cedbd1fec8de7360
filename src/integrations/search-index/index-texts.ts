import { unpackGiven } from './given.ts';
import { type WordIndex, WordIndexer } from './index-words.ts';
import { type NumberedTexts, numberTerms } from './number-terms.ts';
import { listAt } from './numbers.ts';
import type { Asked } from './order.ts';
import { AT_ONCE } from './read-rows.ts';
import { stemsOf, type UsedWords } from './stems.ts';
import type { WordStems } from './word-stems.ts';

/**
 * Indexes the texts of an archive; stems of new words are learned, and the few texts are asked for in which the words
 * alone don't tell a name.
 *
 * @param recordsOf numbers of the records that an article is catalogued under
 */
export async function indexTexts(
  texts: NumberedTexts,
  stems: WordStems,
  recordsOf: (doc: number) => readonly number[],
  { articles }: Asked,
): Promise<WordIndex> {
  const used = usedWords(texts);
  await stems.learn(used, texts.table);
  const indexer = new WordIndexer(texts, numberTerms(texts, stemsOf(used, texts.table, stems)));
  const printed = new Map<number, readonly string[]>();
  const asked = indexer.asked();
  for (let from = 0; from < asked.length; from += AT_ONCE) {
    const docs = asked.slice(from, from + AT_ONCE);
    let at = 0;
    for (const { title, passages } of unpackGiven(
      await articles(docs.map((doc) => texts.order[doc] ?? 0)),
    )) {
      printed.set(docs[at++] ?? 0, [title, ...passages]);
    }
  }
  return indexer.index(printed, recordsOf);
}

/** The words that texts of each language use. */
function usedWords({ rows, order, language, table }: NumberedTexts): UsedWords {
  const used = new Map<string, Uint8Array>();
  for (let doc = 0; doc < order.length; doc++) {
    const code = language(doc);
    const marks = used.get(code) ?? new Uint8Array(table.raws.texts.length);
    used.set(code, marks);
    const words = listAt(rows.words, order[doc] ?? 0);
    for (let at = 0; at < words.length; at++) marks[words[at] ?? 0] = 1;
  }
  return used;
}
