import type { ArticleEntry } from '../../record/types.ts';
import type { UsedWords } from './stems.ts';
import type { ReadText } from './texts.ts';
import type { WordTable } from './word-table.ts';

/** The words that texts of each language use. */
export function usedWords(
  articles: readonly ArticleEntry[],
  {
    table: { words },
    language,
    textOf,
  }: {
    table: WordTable;
    language: (article: ArticleEntry) => string;
    textOf: (article: ArticleEntry) => ReadText;
  },
): UsedWords {
  const used = new Map<string, Uint8Array>();
  for (const article of articles) {
    const code = language(article);
    const marks = used.get(code) ?? new Uint8Array(words.length);
    used.set(code, marks);
    const { words: list } = textOf(article);
    for (let at = 0; at < list.length; at++) marks[list[at] ?? 0] = 1;
  }
  return new Map(
    [...used].map(([code, marks]) => [code, words.filter((_, number) => marks[number] === 1)]),
  );
}
