import { DatabaseSync } from 'node:sqlite';
import { wordsOf } from '../../src/model/search/text/words.ts';

/** A text and its number. */
export interface Text {
  readonly number: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** SQLite's FTS5 with Porter's stemmer, over titles and texts; any word counts, ranked by its own BM25. */
export function sqliteSearch(stories: Iterable<Text>): (question: string) => number[] {
  const database = new DatabaseSync(':memory:');
  database.exec(
    "CREATE VIRTUAL TABLE story USING fts5(title, body, tokenize = 'porter unicode61')",
  );
  const insert = database.prepare('INSERT INTO story(rowid, title, body) VALUES (?, ?, ?)');
  database.exec('BEGIN');
  for (const { number, title, paragraphs } of stories) {
    insert.run(number, title, paragraphs.join('\n'));
  }
  database.exec('COMMIT');
  const select = database.prepare(
    'SELECT rowid FROM story WHERE story MATCH ? ORDER BY rank LIMIT 10',
  );
  return (question) => {
    const words = [...new Set(wordsOf(question).map(({ form }) => `"${form}"`))];
    return select.all(words.join(' OR ')).map(({ rowid }) => Number(rowid));
  };
}
