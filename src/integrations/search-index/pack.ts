import { createHash } from 'node:crypto';
import { type Columns, withVersion, writeColumns } from '../../model/search/files/columns.ts';
import { type Head, writeHead } from '../../model/search/files/head.ts';
import type { NamesFile } from '../../model/search/names/records.ts';
import { fold } from '../../model/search/text/fold.ts';
import { stopWords } from '../../model/search/text/stop-words.ts';
import type { OrderedRows } from './index-columns.ts';
import type { WordIndex } from './index-words.ts';
import type { KeyWordTable } from './key-words.ts';
import { listAt } from './numbers.ts';
import type { Asked } from './order.ts';
import { PackedFiles } from './packed-files.ts';
import { wordFiles } from './shards.ts';
import type { Credits } from './stored-article.ts';
import { textFiles } from './text-files.ts';
import { isName, type SoundGroups, vocabularyFiles } from './vocabulary-files.ts';
import { writeTexts } from './write-texts.ts';

/** Everything that a search needs, ready to be written. */
export interface SearchFiles extends OrderedRows {
  readonly columns: Columns;
  readonly credits: Credits;
  readonly keys: KeyWordTable;
  readonly names: NamesFile;
  readonly words: WordIndex;
  readonly groups: SoundGroups;
}

/**
 * Writes the files that the reader's browser searches.
 *
 * @param folder absolute path
 * @param asked tells what stands on the site: what would come out alike is not written
 * @returns a line a file: its name, a tab, its key
 */
export async function writeSearchFiles(
  files: SearchFiles,
  folder: string,
  asked: Asked,
): Promise<string> {
  const { order, rows, columns, names, words } = files;
  const out = new PackedFiles(folder, await asked.standing());
  const whole = createHash('sha256');
  const put = (name: string, key: string, bytes: () => Uint8Array) => {
    whole.update(`${name} ${key}\n`);
    if (!out.enter(name, key)) out.write(name, bytes());
  };
  const { forms } = words;
  const terms = wordFiles(words, (form) => isName(form, forms));
  for (const [at, { key, placesKey, words: wordsOf, positions }] of terms.files.entries()) {
    put(`words-${at}`, key, wordsOf);
    put(`places-${at}`, placesKey, positions);
  }
  const texts = textFiles(
    order.map((row) => rows.sizes[row] ?? 0),
    shownBy(files),
  );
  for (const [at, { key }] of texts.entries()) whole.update(`texts-${at} ${key}\n`);
  await writeTexts(texts, files, out, asked);
  const vocabulary = vocabularyFiles(forms, files.groups);
  for (const [group, bytes] of vocabulary) {
    put(`vocabulary-${group}`, sha256(bytes), () => bytes);
  }

  const columnBytes = writeColumns(columns);
  const languages = [...new Set(Array.from(order.keys(), files.language))].sort();
  const head: Head = {
    format: 3,
    id: whole.update(columnBytes).update(JSON.stringify(names)).copy().digest('hex').slice(0, 12),
    articles: order.length,
    languages,
    stopWords: [...stopWords(languages, fold)],
    words: terms.firsts,
    texts: texts.map(({ first }) => first),
    vocabulary: [...vocabulary.keys()],
  };
  const headBytes = writeHead(head, names);
  const columnsFile = withVersion(head.id, columnBytes);
  put('head', sha256(headBytes), () => headBytes);
  put('columns', sha256(columnsFile), () => columnsFile);
  return out.lines();
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** All that a result shows of an article, most of it told by a digest. */
function shownBy({ rows, order, tables, credits, keys, language }: SearchFiles) {
  const credited = tables.refs.texts.map((ref) => JSON.stringify(credits.get(ref)) ?? '');
  return (doc: number): string => {
    const row = order[doc] ?? 0;
    const [id] = rows.lines[row]?.split('\t') ?? [];
    let text = `${id}\n${rows.digests[row]}\n${language(doc)}\n`;
    for (const ref of listAt(rows.refs, row)) text += credited[ref];
    return `${text}\n${keys.textOf(doc)}`;
  };
}
