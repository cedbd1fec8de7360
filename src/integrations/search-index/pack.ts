import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ByteWriter } from '../../model/search/files/bytes.ts';
import { type Columns, writeColumns } from '../../model/search/files/columns.ts';
import type { Head, StoredArticle } from '../../model/search/files/head.ts';
import { type KnownWord, writeVocabulary } from '../../model/search/files/vocabulary.ts';
import type { NamesFile } from '../../model/search/names/records.ts';
import { soundGroup } from '../../model/search/names/sounds.ts';
import type { WordIndex } from './index-words.ts';
import { wordFiles } from './shards.ts';

/** Bytes of text in one file of articles, before packing. */
const TEXTS = 6_000;

/** Everything that a search needs, ready to be written. */
export interface SearchFiles {
  readonly articles: readonly StoredArticle[];
  readonly columns: Columns;
  readonly names: NamesFile;
  readonly words: WordIndex;
  readonly languages: readonly string[];
}

/**
 * Writes the files that the reader's browser searches.
 *
 * @param folder absolute path; what stood there is removed
 * @returns the head, for checks
 */
export function writeSearchFiles(files: SearchFiles, folder: string): Head {
  const { articles, columns, names, words, languages } = files;
  const {
    firsts,
    words: wordBytes,
    positions,
  } = wordFiles(words.terms, (form) => isName(form, words.forms.get(form)));
  const texts = textFiles(articles);
  const vocabulary = vocabularyFiles(words);
  const out = new Map<string, Buffer>();
  const put = (name: string, bytes: Uint8Array | string) => {
    // The header's time is left zero and the level is fixed, so that a build gives the same bytes.
    out.set(name, gzipSync(bytes, { level: 9 }));
  };
  const columnBytes = writeColumns(columns);
  for (const [at, bytes] of wordBytes.entries()) put(`words-${at}`, bytes);
  for (const [at, bytes] of positions.entries()) put(`places-${at}`, bytes);
  for (const [at, { stored }] of texts.entries()) put(`texts-${at}`, JSON.stringify(stored));
  for (const [group, bytes] of vocabulary) put(`vocabulary-${group}`, bytes);

  const digest = createHash('sha256').update(columnBytes).update(JSON.stringify(names));
  for (const [name, bytes] of out) digest.update(name).update(bytes);
  const head: Head = {
    format: 1,
    id: digest.digest('hex').slice(0, 12),
    articles: articles.length,
    languages,
    words: firsts,
    texts: texts.map(({ first }) => first),
    vocabulary: [...vocabulary.keys()],
  };
  put(
    'head',
    new ByteWriter()
      .text(JSON.stringify(head))
      .bytes(columnBytes)
      .text(JSON.stringify(names))
      .finish(),
  );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of out) writeFileSync(path.join(folder, `${name}.bin`), bytes);
  return head;
}

function textFiles(
  articles: readonly StoredArticle[],
): { first: number; stored: StoredArticle[] }[] {
  const files: { first: number; stored: StoredArticle[] }[] = [];
  let room = 0;
  for (const [number, article] of articles.entries()) {
    const size = article.text.reduce((sum, passage) => sum + passage.length, 300);
    if (files.length === 0 || room < size) {
      files.push({ first: number, stored: [] });
      room = TEXTS;
    }
    files.at(-1)?.stored.push(article);
    room -= size;
  }
  return files;
}

/** Share of a form's places inside of passages that must have a capital for it to be a name. */
const CAPITALS = 0.6;

/** Articles up to which a form that capitals tell nothing of is taken for a name. */
const FEW = 3;

/** Scripts that have capitals. */
const CASED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

function isName(
  form: string,
  counts: { capital: number; all: number; docs: number } | undefined,
): boolean {
  if (counts === undefined) return false;
  if (!CASED.test(form)) return true;
  return counts.all === 0 ? counts.docs <= FEW : counts.capital >= counts.all * CAPITALS;
}

function vocabularyFiles({ forms }: WordIndex): Map<string, Uint8Array<ArrayBuffer>> {
  const groups = new Map<string, KnownWord[]>();
  for (const form of [...forms.keys()].sort()) {
    if (/\d/.test(form) || form.length < 3) continue;
    const counts = forms.get(form);
    const group = soundGroup(form);
    const list = groups.get(group) ?? [];
    list.push({ form, docs: counts?.docs ?? 0, isName: isName(form, counts) });
    groups.set(group, list);
  }
  return new Map([...groups].sort().map(([group, words]) => [group, writeVocabulary(words)]));
}
