import { wordsOf } from '../../model/search/text/words.ts';
import { sha256 } from '../../record/hash.ts';
import { memoOf } from '../../record/memos.ts';
import type { ArticleEntry } from '../../record/types.ts';
import { WordTable } from './word-table.ts';

/** The words of an article. */
export interface ReadText {
  /** Numbers of its words in the table, title first, passage after passage. */
  readonly words: Uint32Array;
  /** How many words stand in the title and in each passage. */
  readonly lengths: Uint32Array;
  /** Code units of its passages. */
  readonly size: number;
  /** Digest of its passages as they are published. */
  readonly digest: string;
}

/** What all texts of an archive come to. */
export interface ReadTexts {
  readonly table: WordTable;
  /** By id of the article. */
  readonly texts: ReadonlyMap<string, ReadText>;
}

/** Reads the words of articles; those that have not changed since the last build are remembered. */
export function readTexts(articles: readonly ArticleEntry[]): ReadTexts {
  const memo = memoOf('words of articles');
  const tables = memoOf('table of words');
  const before = tables.before.get(TABLE)?.value as string | undefined;
  const table = new WordTable(before?.split('\n'));
  const known = table.words.length;
  const texts = new Map(
    articles.map((article) => [
      article.id,
      memo.get(article.id, article.digest, () => readText(article, table)),
    ]),
  );
  const size = table.words.length;
  const raws = size === known ? before : undefined;
  tables.get(TABLE, String(size), () => raws ?? table.raws().join('\n'));
  return { table, texts };
}

const TABLE = 'all';

function readText({ data, body }: ArticleEntry, table: WordTable): ReadText {
  const passages = body.blocks.map(({ text }) => text);
  const words: number[] = [];
  const lengths = [data.title, ...passages].map((text) => {
    const found = wordsOf(text);
    for (const { start, end } of found) words.push(table.number(text.slice(start, end)));
    return found.length;
  });
  return {
    words: Uint32Array.from(words),
    lengths: Uint32Array.from(lengths),
    size: passages.reduce((sum, passage) => sum + passage.length, 0),
    digest: sha256(JSON.stringify(passages)),
  };
}
