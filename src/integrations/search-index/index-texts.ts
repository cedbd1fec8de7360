import { unpackGiven } from './given.ts';
import { type WordIndex, WordIndexer } from './index-words.ts';
import { type NumberedTexts, numberTerms, wholeAt } from './number-terms.ts';
import type { Asked } from './order.ts';
import { AT_ONCE } from './read-rows.ts';
import { stemsOf, type UsedWords } from './stems.ts';

/**
 * Indexes the texts of an archive; the few texts are asked for in which the words
 * alone don't tell a name.
 *
 * @param recordsOf numbers of the records that an article is catalogued under
 */
export async function indexTexts(
  texts: NumberedTexts,
  recordsOf: (doc: number) => readonly number[],
  { articles }: Asked,
): Promise<WordIndex> {
  const stemOf = await stemsOf(usedWords(texts), texts.table);
  const indexer = new WordIndexer(texts, numberTerms(texts, stemOf));
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
  const ofWords = table.marks();
  for (let doc = 0; doc < order.length; doc++) {
    const code = language(doc);
    const marks = used.get(code) ?? new Uint8Array(table.raws.texts.length);
    used.set(code, marks);
    const row = order[doc] ?? 0;
    const [first = 0, end = 0] = [rows.words.starts[row], rows.words.starts[row + 1]];
    for (let at = first; at < end; at++) {
      marks[rows.words.all[at] ?? 0] = 1;
      const whole = wholeAt({ rows, table }, ofWords, at, first);
      if (whole !== undefined) marks[whole] = 1;
    }
  }
  return used;
}
