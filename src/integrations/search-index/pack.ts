import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Columns, withVersion, writeColumns } from '../../model/search/files/columns.ts';
import { type Head, writeHead } from '../../model/search/files/head.ts';
import type { NamesFile } from '../../model/search/names/records.ts';
import { fold } from '../../model/search/text/fold.ts';
import { stopWords } from '../../model/search/text/stop-words.ts';
import type { WordIndex } from './index-words.ts';
import type { KeyWordTable } from './key-words.ts';
import type { Rows } from './rows.ts';
import { wordFiles } from './shards.ts';
import { type Credits, storedArticle } from './stored-article.ts';
import { textFiles } from './text-files.ts';
import { isName, vocabularyFiles } from './vocabulary-files.ts';

/** Everything that a search needs, ready to be written. */
export interface SearchFiles {
  readonly rows: Rows;
  readonly columns: Columns;
  readonly credits: Credits;
  readonly keys: KeyWordTable;
  readonly names: NamesFile;
  readonly words: WordIndex;
}

/**
 * Writes the files that the reader's browser searches.
 *
 * @param folder absolute path
 */
export function writeSearchFiles(
  { rows, columns, credits, keys, names, words }: SearchFiles,
  folder: string,
): void {
  const whole = createHash('sha256');
  const write = (name: string, bytes: Uint8Array | string) => {
    whole.update(`${name}\n`).update(bytes);
    // The header's time is left zero and the level is fixed, so that a build gives the same bytes. The
    // highest level takes half as long again and saves one byte of five hundred.
    writeFileSync(path.join(folder, `${name}.bin`), gzipSync(bytes, { level: 6 }));
  };
  const terms = wordFiles(words, (form) => isName(form, words.forms));
  for (const [at, file] of terms.files.entries()) {
    write(`words-${at}`, file.words());
    write(`places-${at}`, file.positions());
  }
  const texts = textFiles(rows.sizes);
  for (const [at, first] of texts.entries()) {
    const stored = rows.entries.slice(first, texts[at + 1]).map((entry, index) =>
      storedArticle(entry, {
        ...{ language: rows.languages[first + index] ?? '', credits },
        keys: keys.of(first + index),
      }),
    );
    write(`texts-${at}`, JSON.stringify(stored));
  }
  const vocabulary = vocabularyFiles(words.forms);
  for (const [group, { words, stems }] of vocabulary) {
    write(`vocabulary-${group}`, words);
    write(`stems-${group}`, stems);
  }

  const columnBytes = writeColumns(columns);
  const languages = [...new Set(rows.languages)].sort();
  const head: Head = {
    format: 3,
    id: whole.update(columnBytes).update(JSON.stringify(names)).copy().digest('hex').slice(0, 12),
    articles: rows.entries.length,
    languages,
    stopWords: [...stopWords(languages, fold)],
    words: terms.firsts,
    texts,
    vocabulary: [...vocabulary.keys()],
  };
  write('head', writeHead(head, names));
  write('columns', withVersion(head.id, columnBytes));
}
