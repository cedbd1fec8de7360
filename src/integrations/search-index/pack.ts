import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Columns, withVersion, writeColumns } from '../../model/search/files/columns.ts';
import { type Head, type StoredArticle, writeHead } from '../../model/search/files/head.ts';
import type { NamesFile } from '../../model/search/names/records.ts';
import type { WordIndex } from './index-words.ts';
import { wordFiles } from './shards.ts';
import { textFiles } from './text-files.ts';
import { isName, vocabularyFiles } from './vocabulary-files.ts';

/** Everything that a search needs, ready to be written. */
export interface SearchFiles {
  readonly articles: readonly StoredArticle[];
  /** Code units of each article's passages, and the digest of them. */
  readonly sizes: readonly number[];
  readonly digests: readonly string[];
  readonly columns: Columns;
  readonly names: NamesFile;
  readonly words: WordIndex;
  readonly languages: readonly string[];
}

/** Whether a file of that name, made of what the key is the digest of, stands on the site already. */
export type IsKept = (name: string, key: string) => boolean;

/**
 * Writes the files that the reader's browser searches.
 *
 * @param folder absolute path; what stood there is removed
 * @param isKept is asked about every file; those it says yes to are not written
 * @returns the head, for checks
 */
export function writeSearchFiles(
  files: SearchFiles,
  folder: string,
  isKept: IsKept = () => false,
): Head {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { articles, columns, names, words, languages } = files;
  const terms = wordFiles(words.terms, (form) => isName(form, words.forms.get(form)));
  const texts = textFiles(articles, files.sizes, files.digests);
  const vocabulary = vocabularyFiles(words);
  const whole = createHash('sha256');
  const put = (name: string, bytes: () => Uint8Array | string, key = sha256(bytes())) => {
    whole.update(`${name} ${key}\n`);
    if (isKept(`${name}.bin`, key)) return;
    // The header's time is left zero and the level is fixed, so that a build gives the same bytes.
    writeFileSync(path.join(folder, `${name}.bin`), gzipSync(bytes(), { level: 9 }));
  };
  for (const [at, file] of terms.files.entries()) {
    const [word, places] = [file.words(), file.positions()];
    put(`words-${at}`, () => word);
    put(`places-${at}`, () => places);
  }
  for (const [at, { json, key }] of texts.entries()) put(`texts-${at}`, json, key);
  for (const [group, bytes] of vocabulary) put(`vocabulary-${group}`, () => bytes);

  const columnBytes = writeColumns(columns);
  const namesText = JSON.stringify(names);
  const head: Head = {
    format: 2,
    id: whole.update(columnBytes).update(namesText).copy().digest('hex').slice(0, 12),
    articles: articles.length,
    languages,
    words: terms.firsts,
    texts: texts.map(({ first }) => first),
    vocabulary: [...vocabulary.keys()],
  };
  const headBytes = writeHead(head, names);
  const columnsFile = withVersion(head.id, columnBytes);
  put('head', () => headBytes);
  put('columns', () => columnsFile);
  return head;
}

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
